"""Where exercises are used: the plans and what they ask for first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift_site.pages.amounts import DoseView, dose
from runlift_site.pages.wording import Wording
from runlift_site.training.vocabulary import BlockKind, Tier

if TYPE_CHECKING:
    from runlift_site.training.week import Plan, PlannedItem

_WORK = (BlockKind.MAIN, BlockKind.ACCESSORY)


@dataclass(frozen=True, slots=True)
class ExerciseUse:
    """A plan that uses an exercise.

    Attributes:
        plan_id: The plan.
        plan_name: Its name.
        tier: The fullest variant in which the exercise stands.
        week: The first week there with the exercise.
        dose: What that week asks for; None where it is only a drill or stretch.
    """

    plan_id: str
    plan_name: str
    tier: Tier
    week: int
    dose: DoseView | None


def exercise_uses(plans: "Iterable[Plan]", words: Wording) -> Mapping[str, tuple[ExerciseUse, ...]]:
    """By exercise id, the plans that use it, each once, in the order of the plans.

    Args:
        plans: All plans in all variants, the fullest variant of a plan first.
        words: Interface words.
    """
    found: dict[str, dict[str, ExerciseUse]] = {}
    for plan in plans:
        template = plan.template
        for number, item, kind in _items(plan):
            uses = found.setdefault(item.exercise.id, {})
            asked = dose(words, item.prescription) if kind in _WORK else None
            known = uses.get(template.id)
            # Real work tells more about a use than a turn as a warm-up drill.
            if known is None or (known.dose is None and asked and known.tier is plan.tier):
                uses[template.id] = ExerciseUse(
                    template.id, template.name, plan.tier, number, asked
                )
    return {exercise_id: tuple(uses.values()) for exercise_id, uses in found.items()}


def _items(plan: "Plan") -> "Iterable[tuple[int, PlannedItem, BlockKind]]":
    for week in plan.weeks:
        for lift in week.lifts:
            for block in lift.blocks:
                for item in block.exercises:
                    yield week.number, item, block.kind
