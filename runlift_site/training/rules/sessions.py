"""Sessions as rules go through them."""

from collections.abc import Iterator

from runlift_site.training.vocabulary import BlockKind, SessionKind
from runlift_site.training.week import Day, Lift, Plan, PlannedFreeSlot, PlannedItem, Week


def each_lift(plan: Plan) -> Iterator[tuple[int, int, Lift]]:
    """Week, weekday and lift of all strength sessions."""
    for week in plan.weeks:
        for day in week.days:
            for lift in day.lifts:
                yield week.number, day.weekday, lift


def first_of_each(plan: Plan) -> Iterator[tuple[int, int, Lift]]:
    """Week, weekday and lift where each session is done for the first time with its kit.

    What is wrong with the writing of a session is said once, not in every week.
    """
    seen = set()
    for week, day, lift in each_lift(plan):
        key = (lift.session_id, lift.tier)
        if key not in seen:
            seen.add(key)
            yield week, day, lift


def main_items(lift: Lift) -> Iterator[PlannedItem]:
    """The exercises of a session's main blocks."""
    for block in lift.blocks:
        if block.kind is BlockKind.MAIN:
            yield from block.exercises


def main_sets(week: Week) -> int:
    """All main sets of a week; a round of a circuit or pair is a set of each exercise."""
    return sum(
        item.sets if isinstance(item, PlannedFreeSlot) else item.prescription.sets
        for lift in week.lifts
        for block in lift.blocks
        if block.kind is BlockKind.MAIN
        for item in block.items
    )


def is_strength_day(day: Day) -> bool:
    """Whether a day holds a full or short session; an add-on does not make a strength day."""
    return any(lift.kind is not SessionKind.ADD_ON for lift in day.lifts)


def named(lift: Lift) -> str:
    """A session as its author knows it."""
    return f"The session '{lift.session_id}'"
