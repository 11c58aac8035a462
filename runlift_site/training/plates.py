"""Real weights: what can be put together from a bar and plates, or taken from a rack.

House rules, in the smallest steps that most gyms have. A barbell has a weight of its own and takes
plates in pairs; the smallest pair is 2 x 1.25 kg or 2 x 2.5 lb. Everything else comes in whole
steps from its lightest piece. A number of dumbbells or kettlebells is that of one of them.

| Implement          | Lightest      | Steps of      |
|--------------------|---------------|---------------|
| barbell, trap bar  | 20 kg, 45 lb  | 2.5 kg, 5 lb  |
| dumbbell           | 2 kg, 5 lb    | 2 kg, 5 lb    |
| kettlebell         | 4 kg, 10 lb   | 4 kg, 5 lb    |
| machine, cable     | 5 kg, 10 lb   | 5 kg, 10 lb   |
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from runlift_site.training.vocabulary import Equipment

KG_A_POUND = Fraction(45359237, 100000000)


class WeightUnit(StrEnum):
    """Unit of weight."""

    KG = "kg"
    LB = "lb"


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight, exact.

    Attributes:
        value: How much, in the unit.
        unit: Kilograms or pounds.
    """

    value: Fraction
    unit: WeightUnit

    def to(self, unit: WeightUnit) -> "Weight":
        """The same weight in a unit."""
        if unit is self.unit:
            return self
        factor = KG_A_POUND if unit is WeightUnit.KG else 1 / KG_A_POUND
        return Weight(self.value * factor, unit)

    def times(self, factor: Fraction) -> "Weight":
        """A part or a multiple of the weight."""
        return Weight(self.value * factor, self.unit)

    def __str__(self) -> str:
        """The weight with as many decimals as it has, two at most: "82.5 kg"."""
        return f"{float(self.value):.2f}".rstrip("0").rstrip(".") + f" {self.unit}"


@dataclass(frozen=True, slots=True)
class Steps:
    """Weights of an implement in one unit: its lightest and the step to the next."""

    lightest: Fraction
    step: Fraction


def _steps(kg: tuple[str, str], lb: tuple[str, str]) -> dict[WeightUnit, Steps]:
    return {
        WeightUnit.KG: Steps(Fraction(kg[0]), Fraction(kg[1])),
        WeightUnit.LB: Steps(Fraction(lb[0]), Fraction(lb[1])),
    }


_BAR = _steps(("20", "2.5"), ("45", "5"))
_STACK = _steps(("5", "5"), ("10", "10"))
STEPS = {
    Equipment.BARBELL: _BAR,
    Equipment.TRAP_BAR: _BAR,
    Equipment.DUMBBELL: _steps(("2", "2"), ("5", "5")),
    Equipment.KETTLEBELL: _steps(("4", "4"), ("10", "5")),
    Equipment.MACHINE: _STACK,
    Equipment.CABLE: _STACK,
}


def rounded_down(exact: Weight, implement: Equipment) -> Weight:
    """The heaviest real weight that is no heavier; the lightest there is where even that is more.

    Args:
        exact: The weight worked out.
        implement: One of ``STEPS``.
    """
    steps = STEPS[implement][exact.unit]
    above = max(exact.value - steps.lightest, Fraction(0))
    return Weight(steps.lightest + above // steps.step * steps.step, exact.unit)
