"""Everything that plans may refer to, looked up by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from runlift_site.training.exercise import Exercise
from runlift_site.training.routine import Routine
from runlift_site.training.vocabulary import Pattern


@dataclass(frozen=True, slots=True)
class Library:
    """Exercises and routines whose references to each other resolve.

    Attributes:
        exercises: By id, in the order of their ids.
        routines: By id, in the order of their ids.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    _by_pattern: Mapping[Pattern, tuple[Exercise, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found: dict[Pattern, list[Exercise]] = {}
        for key in sorted(self.exercises):
            exercise = self.exercises[key]
            found.setdefault(exercise.pattern, []).append(exercise)
        grouped = {pattern: tuple(members) for pattern, members in found.items()}
        object.__setattr__(self, "_by_pattern", grouped)

    def of_pattern(self, pattern: Pattern) -> tuple[Exercise, ...]:
        """Exercises of a movement pattern in the order of their ids."""
        return self._by_pattern.get(pattern, ())
