"""Strength days of a week: weeks that have the same, and what to do about too few or too many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from runlift_site.training.edits import Edit
from runlift_site.training.layout import Weight, slots_on, stand_in
from runlift_site.training.plan import ExerciseItem, SessionTemplate
from runlift_site.training.rules.days import in_place
from runlift_site.training.rules.model import Trial
from runlift_site.training.rules.moves import run_first
from runlift_site.training.rules.phrases import listed, session_named
from runlift_site.training.rules.placement import faults
from runlift_site.training.rules.remedies import (
    new_block,
    recounted,
    sessions_by_weight,
    small_dose,
    with_entry,
    without_entry,
)
from runlift_site.training.rules.work import phase_of
from runlift_site.training.vocabulary import (
    DAY_NAMES,
    BlockKind,
    Impact,
    LoadType,
    SessionKind,
)
from runlift_site.training.week import Day, DayInPlace, Path, Plan, Week

NEW = "add-on"
"""Name of a session that is suggested where the plan has none that is small enough."""
NO_ROOM = (
    "No session of this plan can be put on a day of these weeks without a new error or warning."
)
NONE_TO_SPARE = "No session can be left out without a new error or warning."


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks of one phase that follow each other and lift on the same days.

    Attributes:
        first: Its first week.
        last: Number of its last week.
        days: The strength days of each week.
        around: The week before the first and the week after it, None at the ends of the plan.
        path: Where the phase is written.
    """

    first: Week
    last: int
    days: tuple[Day, ...]
    around: tuple[Week | None, Week | None]
    path: Path


def stretches(plan: Plan) -> Iterator[Stretch]:
    """The weeks of a plan, taken together where they are alike; so a fault is said once."""
    weeks = (None, *plan.weeks, None)
    for (phase, days), group in groupby(plan.weeks, lambda week: _days_of(plan, week)):
        same = tuple(group)
        first, number = same[0], same[0].number
        yield Stretch(
            first=first,
            last=same[-1].number,
            days=tuple(first.days[weekday] for weekday in days),
            around=(weeks[number - 1], weeks[number + 1]),
            path=("phases", phase),
        )


def _days_of(plan: Plan, week: Week) -> tuple[int, tuple[int, ...]]:
    """Place of the phase of a week in the file, and the week's strength days."""
    days = tuple(day.weekday for day in week.days if day.is_strength)
    return phase_of(plan, week)[0], days


def days_for_more(stretch: Stretch, count: int, kind: SessionKind) -> tuple[DayInPlace, ...]:
    """Days of a week that would take another light session without an error or a warning.

    Args:
        stretch: The weeks.
        count: How many days are needed.
        kind: Short session or add-on.

    Returns:
        As many days as can be found, those farthest from other lifts first, in the week's order.
    """
    light = stand_in(Weight.ADD_ON if kind is SessionKind.ADD_ON else Weight.LIGHT)
    taken = [day.weekday for day in stretch.first.days if day.lifts]
    open_places = [
        place
        for place in in_place(stretch.first, *stretch.around)
        if not place.day.lifts and len(place.day.sessions) < 2 and not faults(light, place)
    ]
    chosen: list[DayInPlace] = []
    while open_places and len(chosen) < count:
        best = max(open_places, key=lambda place: _room(place, taken))
        open_places.remove(best)
        chosen.append(best)
        taken.append(best.day.weekday)
    return tuple(sorted(chosen, key=lambda place: place.day.weekday))


def _room(place: DayInPlace, taken: Sequence[int]) -> tuple[int, bool, int]:
    """Days to the nearest lift, from Sunday on to Monday; equally far, a free day, the earlier."""
    weekday = place.day.weekday
    apart = [min(abs(weekday - other), 7 - abs(weekday - other)) for other in taken]
    return min(apart, default=7), not place.day.sessions, -weekday


def more_days(plan: Plan, stretch: Stretch, count: int, kind: SessionKind) -> Iterator[Trial]:
    """Sessions of the plan, done once more on days with room, or an add-on of known exercises."""
    week = stretch.first
    key = phase_of(plan, week)[1].pattern_key
    days = days_for_more(stretch, count, kind)
    if len(days) < count:
        return
    first = run_first(plan, week)
    for name, new in _sessions(plan, week, kind):
        edits: tuple[Edit, ...] = new
        for place in days:
            slots = slots_on(place.day, _weight(kind), first) if place.day.sessions else None
            edits = (*edits, with_entry(plan, key, place.day.weekday, name, slots))
        order = "before" if first is False else "after"
        where = listed(
            " ".join((place.name, *(f"{order} {session_named(one)}" for one in place.day.sessions)))
            for place in days
        )
        also = recounted(plan, week, edits)
        yield Trial(f"Put '{name}' on {where}{also}.{_told(new)}", edits)


def _told(new: tuple[Edit, ...]) -> str:
    """What a session that the plan does not have yet holds."""
    if not new:
        return ""
    session = new[0].value
    assert isinstance(session, SessionTemplate), "a new session is the first of its edits"
    items = [item for part in session.blocks for item in part.items]
    names = listed(
        item.exercise.replace("-", " ") for item in items if isinstance(item, ExerciseItem)
    )
    return f" It is a new session of {session.minutes} minutes: two easy sets of {names}."


def _sessions(plan: Plan, week: Week, kind: SessionKind) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    """Sessions to put on a day: those of the plan, then a new one where only a little is needed."""
    for name in sessions_by_weight(plan.template, kind):
        yield name, ()
    if kind is not SessionKind.ADD_ON or NEW in plan.template.sessions:
        return
    known = [
        item.exercise
        for earlier in plan.weeks[: week.number - 1]
        for lift in earlier.lifts
        for item in lift.work
        if item.exercise.load_type is LoadType.BODYWEIGHT
        and item.exercise.impact is not Impact.HIGH
    ]
    chosen = list({one.id: one for one in reversed(known)}.values())[:2]
    if chosen:
        items = tuple(small_dose(one)[0] for one in chosen)
        session = SessionTemplate(
            kind=SessionKind.ADD_ON,
            name=None,
            minutes=10,
            blocks=(new_block(BlockKind.ACCESSORY, items=items),),
        )
        yield NEW, (Edit(("sessions", NEW), session),)


def _weight(kind: SessionKind) -> Weight:
    return Weight.ADD_ON if kind is SessionKind.ADD_ON else Weight.LIGHT


def fewer_days(plan: Plan, stretch: Stretch, most: int) -> Iterator[Trial]:
    """Sessions to leave out: heavy legs stay, the later days go first."""
    spare = sorted(
        stretch.days,
        key=lambda day: (any(lift.heavy_leg for lift in day.lifts), -day.weekday),
    )
    for chosen in combinations(spare, len(stretch.days) - most):
        days = sorted(chosen, key=lambda day: day.weekday)
        edits = tuple(
            without_entry(plan, lift.path)
            for day in days
            for lift in day.lifts
            if lift.kind is not SessionKind.ADD_ON
        )
        names = listed(DAY_NAMES[day.weekday] for day in days)
        several = "sessions" if len(days) > 1 else "session"
        also = recounted(plan, stretch.first, edits)
        yield Trial(f"Leave out the {several} of {names}{also}.", edits)
