"""Loads from a runner's own numbers: one-rep maxima in, weights on the bar out.

A maximum is given as ``100kg``, or as a set that was as hard as it gets, ``90kgx5``, from which it
is worked out by the formula that everything here goes by (``training.load_reps``). It belongs to
an exercise as the runner does it: with the barbell in a gym, with dumbbells at home.

The weight of a week goes by the low end of the item's range: reps climb at the same weight. It is
rounded down to what can be loaded, never up: a set a little too light is still a good set.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from runlift_site.diagnostics.suggest import near_miss
from runlift_site.training.exercise import Exercise
from runlift_site.training.load_reps import MOST_REPS_TO_FAILURE, part_of_maximum
from runlift_site.training.plates import STEPS, Weight, WeightUnit, rounded_down
from runlift_site.training.vocabulary import TIER_EQUIPMENT, Equipment, LoadType, Measure, Tier
from runlift_site.training.week import Prescription

HEAVIEST = Weight(Fraction(500), WeightUnit.KG)
_NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,3})?"
_GIVEN = re.compile(rf"({_NUMBER}) ?(kg|lbs?)(?: ?[x×] ?([0-9]{{1,3}}))?", re.IGNORECASE)
_BARE = re.compile(_NUMBER)
_REPS = frozenset({Measure.REPS, Measure.REPS_PER_SIDE})


@dataclass(frozen=True, slots=True)
class Maxima:
    """What a runner told about their strength.

    Attributes:
        weights: One-rep maxima by the id of the exercise.
        faults: What could not be used, one plain sentence each, in the order given.
    """

    weights: Mapping[str, Weight]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkingWeight:
    """The weight of the working sets.

    Attributes:
        weight: What to lift: a weight that exists.
        exact: What was worked out.
        implement: What it is lifted with; of dumbbells and kettlebells the weight is that of one.
    """

    weight: Weight
    exact: Weight
    implement: Equipment

    @property
    def too_heavy(self) -> bool:
        """Whether even the empty bar, or the lightest piece, is more than was worked out."""
        return self.weight.value > self.exact.value

    def __str__(self) -> str:
        """The weight, and a word where it is more than it should be."""
        if not self.too_heavy:
            return str(self.weight)
        bar = self.implement in {Equipment.BARBELL, Equipment.TRAP_BAR}
        lightest = "the empty bar" if bar else f"the lightest {self.implement.value}"
        return (
            f"{self.weight}, {lightest}: that is more than the {self.exact} worked out, so take"
            " something lighter"
        )


def read_maxima(given: Iterable[tuple[str, str]], exercises: Mapping[str, Exercise]) -> Maxima:
    """Read maxima as a runner gives them.

    Args:
        given: Pairs of an exercise, by id, name or alias, and a weight or set.
        exercises: The exercises there are, by id.
    """
    names = _names(exercises)
    weights: dict[str, Weight] = {}
    faults: list[str] = []
    for name, text in given:
        found = _exercise(name, exercises, names)
        weight = _maximum(text)
        told = [fault for fault in (found, weight) if isinstance(fault, str)]
        if isinstance(found, Exercise) and found.id in weights:
            told.append(f"'{found.id}' is given twice: keep one of its numbers")
        faults.extend(told)
        if isinstance(found, Exercise) and isinstance(weight, Weight) and not told:
            weights[found.id] = weight
    return Maxima(weights, tuple(faults))


def working_weight(
    maximum: Weight, exercise: Exercise, asked: Prescription, tier: Tier, unit: WeightUnit
) -> WorkingWeight | None:
    """The weight for a week's sets of an exercise.

    Args:
        maximum: The runner's one-rep maximum in this exercise.
        exercise: The exercise.
        asked: What the week asks for.
        tier: Kit of the session, which decides what the exercise is done with.
        unit: Unit of the plates.

    Returns:
        The weight; None where none can be worked out: no weight in the exercise, no number for the
        effort, or so many reps that the formula says nothing.
    """
    implement = implement_of(exercise, tier)
    part = _part(asked)
    if implement is None or part is None or exercise.load_type is not LoadType.EXTERNAL:
        return None
    exact = maximum.times(part).to(unit)
    return WorkingWeight(rounded_down(exact, implement), exact, implement)


def implement_of(exercise: Exercise, tier: Tier) -> Equipment | None:
    """What an exercise is loaded with: the first of its things that the tier has."""
    return next(
        (
            piece
            for choice in exercise.equipment
            for piece in choice
            if piece in STEPS and piece in TIER_EQUIPMENT[tier]
        ),
        None,
    )


def _part(asked: Prescription) -> Fraction | None:
    """The part of the maximum that a week asks for."""
    effort = asked.effort
    if effort is None:
        return None
    if effort.percent_1rm is not None:
        return Fraction(str(effort.percent_1rm)) / 100
    if effort.rir is None or asked.measure not in _REPS:
        return None
    return part_of_maximum(asked.range.low + effort.rir)


def _maximum(text: str) -> Weight | str:
    """The one-rep maximum that a text gives, or what is wrong with it."""
    match = _GIVEN.fullmatch(text.strip())
    if match:
        unit = WeightUnit.KG if match[2].lower() == "kg" else WeightUnit.LB
        return _from_set(Weight(Fraction(match[1]), unit), int(match[3] or 1), text)
    if _BARE.fullmatch(text.strip()):
        return f"'{text}' has no unit: write {text.strip()}kg or {text.strip()}lb"
    return f"'{text}' is no weight: write 100kg, or a set such as 90kgx5"


def _from_set(lifted: Weight, reps: int, text: str) -> Weight | str:
    """The one-rep maximum that a set tells, or why it tells none."""
    if lifted.value == 0:
        return f"'{text}' weighs nothing: give a weight that you have lifted"
    if reps == 0:
        return f"'{text}' is no set: give at least one rep"
    part = part_of_maximum(reps)
    if part is None:
        return (
            f"'{text}' is too long a set to tell your maximum: give one of"
            f" {MOST_REPS_TO_FAILURE} reps at most"
        )
    maximum = lifted.times(1 / part)
    if maximum.to(HEAVIEST.unit).value > HEAVIEST.value:
        return f"'{text}' comes to a maximum of {maximum}, more than {HEAVIEST}: is the unit right?"
    return maximum


def _names(exercises: Mapping[str, Exercise]) -> Mapping[str, tuple[str, ...]]:
    """Ids of the exercises that a name or alias stands for."""
    found: dict[str, dict[str, None]] = {}
    for name in sorted(exercises):
        one = exercises[name]
        for other in (one.name, one.paper_name, *one.aliases):
            found.setdefault(other.casefold(), {})[name] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _exercise(
    name: str, exercises: Mapping[str, Exercise], names: Mapping[str, tuple[str, ...]]
) -> Exercise | str:
    """The exercise that is meant, or why there is none."""
    meant = name.strip().casefold()
    ids = (meant,) if meant in exercises else names.get(meant, ())
    if len(ids) > 1:
        return f"'{name}' may be {' or '.join(ids)}: name one of them"
    if not ids:
        close = near_miss(meant, sorted({*exercises, *names}))
        return f"unknown exercise '{name}'" + (f": did you mean '{close}'?" if close else "")
    found = exercises[ids[0]]
    if found.load_type is not LoadType.EXTERNAL or implement_of(found, Tier.GYM) is None:
        return f"'{found.id}' is not done with a weight that could be worked out"
    return found
