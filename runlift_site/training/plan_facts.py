"""Figures of a plan variant that cards and overviews show."""

from collections import Counter
from collections.abc import Iterable

from runlift_site.training.exercise import KitChoice
from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import TIER_EQUIPMENT, Equipment, SessionKind, Tier
from runlift_site.training.week import Plan, Week


def running_minutes(week: Week) -> int:
    """Running time of a week, minutes."""
    return sum(run.minutes for run in week.runs)


def runs_per_week(plan: Plan) -> Span:
    """Fewest and most runs of a week."""
    return _span(len(week.runs) for week in plan.weeks)


def lifts_per_week(plan: Plan) -> Span:
    """Fewest and most full or short strength sessions of a week; add-ons do not count."""
    return _span(
        sum(lift.kind is not SessionKind.ADD_ON for lift in week.lifts) for week in plan.weeks
    )


def equipment_needed(plan: Plan) -> tuple[KitChoice, ...]:
    """What a plan variant needs, most used first; an entry of several pieces means one of them.

    A choice is narrowed to what the variant's kit holds, and left out where a piece of it is needed
    anyway.
    """
    uses: Counter[KitChoice] = Counter(
        _narrowed(choice, plan.tier)
        for week in plan.weeks
        for lift in week.lifts
        for block in lift.blocks
        for item in block.exercises
        for choice in item.exercise.equipment
        if Equipment.NONE not in choice
    )
    certain = {choice[0] for choice in uses if len(choice) == 1}
    needed: Counter[KitChoice] = Counter()
    for choice, count in uses.items():
        at_hand = next((piece for piece in choice if piece in certain), None)
        needed[(at_hand,) if at_hand is not None else choice] += count
    return tuple(sorted(needed, key=lambda choice: (-needed[choice], choice)))


def _narrowed(choice: KitChoice, tier: Tier) -> KitChoice:
    return tuple(piece for piece in choice if piece in TIER_EQUIPMENT[tier])


def _span(counts: Iterable[int]) -> Span:
    numbers = tuple(counts)
    return Span(min(numbers), max(numbers))
