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
        patterns: Movement pattern of each exercise by id. With it, looking for exercises of a
            pattern takes only those out of ``exercises``; without it, it looks at all of them.
    """

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, Routine]
    patterns: Mapping[str, str] | None = None
    _ids: dict[str, list[str]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def of_pattern(self, pattern: Pattern) -> tuple[Exercise, ...]:
        """Exercises of a movement pattern in the order of their ids."""
        if not self._ids:
            patterns = self.patterns
            if patterns is None:
                patterns = {name: one.pattern.value for name, one in self.exercises.items()}
            for name in sorted(patterns):
                self._ids.setdefault(patterns[name], []).append(name)
        return tuple(self.exercises[name] for name in self._ids.get(pattern.value, ()))
