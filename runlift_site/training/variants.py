"""What stands in for an exercise where the kit is missing, and how good a match it is.

Variants are derived downward only: an item that fits the kit stays as it was written. A stand-in is
taken from, in this order, the plan's ``override``, the exercise's own alternative for the tier, and
the library: same movement pattern, fits the kit, shares a main muscle, nearest in level (equally
near: the first by id). Whatever the plan's author overrides is replaced even where it would fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from runlift_site.training.conversion import converted
from runlift_site.training.exercise import Alternative, Exercise, fits_tier
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.loads import Growth, growth_of, without_percent
from runlift_site.training.vocabulary import (
    MOBILITY_PATTERNS,
    WARM_UP_PATTERNS,
    Fidelity,
    LoadType,
    Measure,
    Pattern,
    Tier,
)
from runlift_site.training.week import Swap

_KNEE_PATTERNS = frozenset({Pattern.SQUAT, Pattern.LUNGE})
"""Squats and lunges ask the same of the same muscles, on two legs or mostly on one."""


_OTHER_PATTERN = {
    True: "A different movement that trains some of the same muscles.",
    False: "A different movement for different muscles, chosen for this plan.",
}
_SAME_MOVEMENT = {
    Growth.WEIGHT: (
        Fidelity.GOOD,
        "Same movement, same muscles, and the weight can still grow.",
    ),
    Growth.RESISTANCE: (
        Fidelity.GOOD,
        "Same movement, same muscles, and the resistance can still grow.",
    ),
    Growth.VERSION: (
        Fidelity.GOOD,
        "Same movement, same muscles, and there is a harder version.",
    ),
    Growth.NOTHING: (
        Fidelity.PARTIAL,
        "Same movement, same muscles, but only reps and time can grow.",
    ),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An exercise with its dose, as written or as derived.

    Attributes:
        exercise: The exercise.
        measure: What one set counts.
        amount: Range of one set.
        effort: How hard.
        tempo: Down-pause-up-pause in seconds, or None.
        swap: What it stands in for, None where nothing was replaced.
    """

    exercise: Exercise
    measure: Measure
    amount: Span
    effort: Effort | None
    tempo: str | None
    swap: Swap | None = None


@dataclass(frozen=True, slots=True)
class StandIn:
    """An exercise that can take the place of another.

    Attributes:
        exercise: The exercise.
        note: Why it may come from another movement pattern, in the words of its author.
        by_hand: Whether the plan's author named it.
    """

    exercise: Exercise
    note: str | None = None
    by_hand: bool = False


def derive_item(
    asked: Asked,
    tier: Tier,
    library: Library,
    override: Mapping[str, Alternative],
    extra: frozenset[str] = frozenset(),
) -> Asked | None:
    """What an item becomes with the kit of a tier.

    Args:
        asked: The item as written.
        tier: Kit of the session.
        library: Where stand-ins are looked for.
        override: Stand-ins that the plan's author named, by the id they replace.
        extra: Kit of the session on top of the tier's own.

    Returns:
        The item itself if it fits, else its stand-in with a converted dose; None if there is none.
    """
    if asked.exercise.id not in override and fits_tier(asked.exercise, tier, extra):
        return asked
    found = stand_in(asked.exercise, tier, library, override, extra)
    if found is None:
        return None
    dose = converted(asked.exercise, found.exercise, tier, asked.measure, asked.amount, asked.tempo)
    fidelity, reason = judged(asked.exercise, found, tier, library, extra)
    return Asked(
        exercise=found.exercise,
        measure=dose.measure,
        amount=dose.amount,
        effort=without_percent(asked.effort, asked.amount),
        tempo=dose.tempo,
        swap=Swap(asked.exercise, fidelity, reason, found.by_hand),
    )


def stand_in(
    written: Exercise,
    tier: Tier,
    library: Library,
    override: Mapping[str, Alternative],
    extra: frozenset[str] = frozenset(),
) -> StandIn | None:
    """The exercise that takes another's place with the kit of a tier, None if there is none."""
    if written.id in override:
        asked = override[written.id]
        chosen = library.exercises.get(asked.exercise)
        if chosen is None or not fits_tier(chosen, tier, extra):
            return None
        return StandIn(chosen, override_note(written, asked, tier), by_hand=True)
    own = written.alternatives.at(tier)
    if own is not None:
        named = library.exercises.get(own.exercise)
        if named is not None and fits_tier(named, tier, extra):
            return StandIn(named, own.pattern_note)
    near = [
        other
        for other in library.of_pattern(written.pattern)
        if other.id != written.id
        and fits_tier(other, tier, extra)
        and _shares_muscle(written, other)
    ]
    if not near:
        return None
    return StandIn(min(near, key=lambda o: (abs(o.level.rank - written.level.rank), o.id)))


def override_note(written: Exercise, chosen: Alternative, tier: Tier) -> str | None:
    """Why a stand-in named by hand may come from another pattern.

    The plan's own words come first, then those of the exercise, if it names the same stand-in.
    """
    own = written.alternatives.at(tier)
    same = own is not None and own.exercise == chosen.exercise
    return chosen.pattern_note or (own.pattern_note if own is not None and same else None)


def judged(
    written: Exercise,
    found: StandIn,
    tier: Tier,
    library: Library,
    extra: frozenset[str] = frozenset(),
) -> tuple[Fidelity, str]:
    """How well a stand-in keeps the training effect, with one sentence that says why.

    Good: same pattern, a shared main muscle, and something about it can still be made harder.
    Partial: the same without that, or a lunge for a squat. Poor: another pattern, other muscles, or
    a hinge without a weight.
    """
    other = found.exercise
    shared = _shares_muscle(written, other)
    if other.pattern is not written.pattern:
        kindred = shared and {other.pattern, written.pattern} <= _KNEE_PATTERNS
        reason = _sentence(found.note) if found.note else _OTHER_PATTERN[shared]
        return (Fidelity.PARTIAL if kindred else Fidelity.POOR), reason
    if not shared:
        return Fidelity.POOR, "The same kind of movement, but other muscles do most of the work."
    if other.pattern is Pattern.HINGE and other.load_type is LoadType.BODYWEIGHT:
        return (
            Fidelity.POOR,
            "Without a weight to lift, a hinge asks little of the back of the legs.",
        )
    if other.pattern in WARM_UP_PATTERNS | MOBILITY_PATTERNS:
        return Fidelity.GOOD, "It opens and moves the same places."
    return _SAME_MOVEMENT[growth_of(other, tier, library, extra)]


def _shares_muscle(one: Exercise, other: Exercise) -> bool:
    return not set(one.muscles.primary).isdisjoint(other.muscles.primary)


def _sentence(note: str) -> str:
    text = f"{note[0].upper()}{note[1:]}"
    return text if text[-1] in ".!?" else f"{text}."
