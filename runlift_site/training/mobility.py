"""A mobility block that fills itself: drills for the muscles a session has worked most."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.vocabulary import BlockKind, Measure, Muscle, Pattern, Tier

MINUTES_A_DRILL = 2
_BLOCK_WEIGHT = {BlockKind.MAIN: 2, BlockKind.ACCESSORY: 1}
_PRIMARY_WEIGHT = 2
_MUSCLE_ORDER = {muscle: place for place, muscle in enumerate(Muscle)}

_USUAL = {
    Measure.REPS: Span(10, 10),
    Measure.REPS_PER_SIDE: Span(8, 8),
    Measure.SECONDS: Span(60, 60),
    Measure.SECONDS_PER_SIDE: Span(45, 45),
    Measure.METRES: Span(10, 10),
    Measure.BREATHS: Span(8, 8),
}
"""Amounts for a drill whose record names no dose: about two minutes with the change of place."""


@dataclass(frozen=True, slots=True)
class Work:
    """Sets of one exercise in a session."""

    exercise: Exercise
    block: BlockKind
    sets: int


@dataclass(frozen=True, slots=True)
class Drill:
    """A drill with its amount and the worked muscles it looks after, most worked first."""

    exercise: Exercise
    measure: Measure
    amount: Span
    muscles: tuple[Muscle, ...]


def worked_muscles(work: Iterable[Work]) -> tuple[Muscle, ...]:
    """The muscles of a session, most worked first.

    A set counts twice in the main block, and twice for the muscles that do most of the work; equal
    muscles follow the order of the vocabulary.
    """
    score: Counter[Muscle] = Counter()
    for part in work:
        weight = _BLOCK_WEIGHT.get(part.block, 0) * part.sets
        for muscle in part.exercise.muscles.primary:
            score[muscle] += weight * _PRIMARY_WEIGHT
        for muscle in part.exercise.muscles.secondary:
            score[muscle] += weight
    found = (muscle for muscle, points in score.items() if points)
    return tuple(sorted(found, key=lambda muscle: (-score[muscle], _MUSCLE_ORDER[muscle])))


def drills_for(
    worked: tuple[Muscle, ...], minutes: int, tier: Tier, library: Library
) -> tuple[Drill, ...]:
    """Drills for the most worked muscles, one for every two minutes, none twice.

    Rolling and pressing come first where there is a roller or a gym, stretches where there is not.
    The first round gives each muscle one drill; if minutes are left, a second gives the most worked
    ones a drill of the other kind.

    Args:
        worked: Muscles worked, most worked first.
        minutes: Length of the block.
        tier: Kit of the session.
        library: Where drills are looked for.
    """
    first, second = Pattern.SOFT_TISSUE, Pattern.MOBILITY_STATIC
    if tier is Tier.BODYWEIGHT:
        first, second = second, first
    chosen: list[Exercise] = []
    for kinds in ((first, second), (second,), (first,)):
        covered = {muscle for drill in chosen for muscle in drill.mobility_for}
        again = len(kinds) == 1
        for muscle in worked:
            if len(chosen) == max(1, minutes // MINUTES_A_DRILL):
                break
            if muscle in covered and not again:
                continue
            drill = _best(muscle, kinds, worked, chosen, tier, library)
            if drill is not None:
                chosen.append(drill)
                covered.update(drill.mobility_for)
    return tuple(_dosed(drill, worked, tier) for drill in chosen)


def _best(
    muscle: Muscle,
    kinds: tuple[Pattern, ...],
    worked: tuple[Muscle, ...],
    chosen: list[Exercise],
    tier: Tier,
    library: Library,
) -> Exercise | None:
    """The drill for a muscle that looks after the most of what was worked."""
    for kind in kinds:
        fitting = [
            drill
            for drill in _of_kind(kind, tier, library)
            if muscle in drill.mobility_for and all(drill.id != other.id for other in chosen)
        ]
        if fitting:
            return min(fitting, key=lambda d: (-len(set(d.mobility_for) & set(worked)), d.id))
    return None


def _of_kind(kind: Pattern, tier: Tier, library: Library) -> Iterator[Exercise]:
    return (drill for drill in library.of_pattern(kind) if fits_tier(drill, tier))


def _dosed(drill: Exercise, worked: tuple[Muscle, ...], tier: Tier) -> Drill:
    doses = drill.default_dose
    usual = {Tier.GYM: doses.gym, Tier.HOME: doses.home, Tier.BODYWEIGHT: doses.bodyweight}[tier]
    muscles = tuple(muscle for muscle in worked if muscle in drill.mobility_for)
    if usual is not None:
        return Drill(drill, usual.measure, usual.amount, muscles)
    return Drill(drill, drill.measure, _USUAL[drill.measure], muscles)
