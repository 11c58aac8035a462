"""The one sentence under a block that says what changes this week."""

from runlift_site.pages.amounts import span_in_words
from runlift_site.pages.wording import Wording
from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import BlockKind, LoadType
from runlift_site.training.week import Lift, Path, Plan, PlannedBlock, PlannedItem, Week


def progression_line(
    plan: Plan, week: Week, lift: Lift, block: PlannedBlock, words: Wording
) -> str:
    """What to change against the last normal week; empty outside the main block."""
    if block.kind is not BlockKind.MAIN or not block.exercises:
        return ""
    kind = "loaded" if any(_loaded(item) for item in block.exercises) else "bare"
    if not week.normal:
        return words(f"progression.{kind}.{'easy' if week.easy else 'taper'}")
    before = _last_time(plan, week, lift)
    if not before:
        return words(f"progression.{kind}.first")
    rising = [item for item in block.exercises if item.prescription.load_rises]
    if rising:
        return _rise(rising, words)
    grown = any(
        item.path in before and item.prescription.amount > before[item.path]
        for item in block.exercises
    )
    return words(f"progression.{kind}.{'more' if grown else 'same'}")


def _loaded(item: PlannedItem) -> bool:
    return item.exercise.load_type is LoadType.EXTERNAL


def _rise(rising: list[PlannedItem], words: Wording) -> str:
    steps = [item.prescription.load_step_pct for item in rising]
    known = [step for step in steps if step is not None]
    if not any(_loaded(item) for item in rising):
        return words("progression.harder")
    if not known:
        return words("progression.load")
    step = Span(min(span.low for span in known), max(span.high for span in known))
    return words("progression.load_step", step=span_in_words(words, step))


def _last_time(plan: Plan, week: Week, lift: Lift) -> dict[Path, int]:
    """Amounts of the same session in the last normal week before this one, by place."""
    for earlier in reversed(plan.weeks[: week.number - 1]):
        if not earlier.normal:
            continue
        for other in earlier.lifts:
            if other.session_id == lift.session_id:
                return {
                    item.path: item.prescription.amount
                    for block in other.blocks
                    for item in block.exercises
                }
    return {}
