"""Shown names of what content calls by a key: kit, muscles, patterns, levels, phases."""

from collections.abc import Iterable
from enum import StrEnum

from runlift_site.pages.wording import Wording
from runlift_site.training.exercise import Exercise, KitChoice
from runlift_site.training.vocabulary import TIER_EQUIPMENT, Equipment, Level, Muscle, Pattern, Tier

PATTERN_GROUPS: tuple[tuple[str, frozenset[Pattern]], ...] = (
    ("squat", frozenset({Pattern.SQUAT})),
    ("hinge", frozenset({Pattern.HINGE, Pattern.HIP_THRUST})),
    ("lunge", frozenset({Pattern.LUNGE})),
    ("push", frozenset({Pattern.PUSH_HORIZONTAL, Pattern.PUSH_VERTICAL})),
    ("pull", frozenset({Pattern.PULL_HORIZONTAL, Pattern.PULL_VERTICAL})),
    (
        "core",
        frozenset(
            {
                Pattern.CORE_ANTI_EXTENSION,
                Pattern.CORE_ANTI_ROTATION,
                Pattern.CORE_LATERAL,
                Pattern.CORE_FLEXION,
                Pattern.CARRY,
            }
        ),
    ),
    ("calf", frozenset({Pattern.CALF, Pattern.SHIN})),
    ("hips", frozenset({Pattern.HIP_ABDUCTION, Pattern.HIP_ADDUCTION})),
    ("jump", frozenset({Pattern.JUMP, Pattern.HOP})),
    ("warm_up", frozenset({Pattern.DRILL, Pattern.MOBILITY_DYNAMIC})),
    ("mobility", frozenset({Pattern.MOBILITY_STATIC, Pattern.SOFT_TISSUE})),
)
"""The movement patterns as a reader looks for them, in the order of the filter."""


def pattern_group(pattern: Pattern) -> str:
    """Key of the group a movement pattern belongs to."""
    return next(key for key, members in PATTERN_GROUPS if pattern in members)


def shown(words: Wording, section: str, key: StrEnum) -> str:
    """The shown name of a vocabulary value."""
    return words(f"{section}.{key.value}")


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence; "A-march" and the like keep their capital."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def level(words: Wording, value: Level) -> str:
    """A level in a reader's words: "new to lifting", "some practice", "confident"."""
    return shown(words, "level", value)


def muscles(words: Wording, values: Iterable[Muscle]) -> tuple[str, ...]:
    """Names of muscles, in the order given."""
    return tuple(shown(words, "muscle", value) for value in values)


def kit(words: Wording, exercise: Exercise) -> str:
    """What an exercise needs, in one short line: "barbell, rack" or "no equipment"."""
    choices = [choice for choice in exercise.equipment if Equipment.NONE not in choice]
    pieces = [_choice(words, choice) for choice in choices]
    # A comma would run a choice into its neighbours.
    joint = words("kit.and") if any(len(choice) > 1 for choice in choices) else ", "
    return joint.join(pieces) or shown(words, "equipment", Equipment.NONE)


def _choice(words: Wording, choice: KitChoice) -> str:
    """One piece, or "bench, chair or sofa"."""
    *before, last = (shown(words, "equipment", piece) for piece in choice)
    return words("kit.or", before=", ".join(before), last=last) if before else last


def kit_of(exercises: Iterable[Exercise], tier: Tier) -> tuple[Equipment, ...]:
    """What a set of exercises needs with the kit of a tier, in the vocabulary's order.

    What stands in every home is named only where nothing else is asked for, and a wall never.
    """
    at_home = TIER_EQUIPMENT[Tier.BODYWEIGHT]
    unnamed = {Equipment.NONE, Equipment.WALL} if tier is Tier.BODYWEIGHT else at_home
    choices = {choice for one in exercises for choice in one.equipment}
    open_choices = [choice for choice in choices if not unnamed.intersection(choice)]
    needed: set[Equipment] = set()
    for _, choice in sorted((len(choice), choice) for choice in open_choices):
        fitting = [piece for piece in choice if piece in TIER_EQUIPMENT[tier]] or list(choice)
        if not needed.intersection(choice):
            needed.add(fitting[0])
    return tuple(piece for piece in Equipment if piece in needed)
