"""All exercises as cards, and the rules that filter them without a script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runlift_site.pages import names, urls
from runlift_site.pages.frame import Frame, Head, head
from runlift_site.pages.outputs import Page
from runlift_site.pages.wording import Wording
from runlift_site.training.exercise import Exercise
from runlift_site.training.vocabulary import Equipment, Level

_KIT = (
    ("barbell", frozenset({Equipment.BARBELL, Equipment.TRAP_BAR})),
    ("dumbbell", frozenset({Equipment.DUMBBELL, Equipment.KETTLEBELL})),
    ("band", frozenset({Equipment.BAND})),
)
_BARE = "none"
_MORE = "more"


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """An exercise in the grid; the keys are classes that the filter rules speak of.

    Attributes:
        name: Name of the exercise.
        href: Its page.
        line: Pattern and kit: "Squat · barbell, rack".
        muscles: Main muscles in words.
        keys: Filter classes, such as ("p-squat", "k-barbell", "l-beginner").
    """

    name: str
    href: str
    line: str
    muscles: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilterOption:
    """A chip: the id of its checkbox and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class FilterRow:
    """A row of chips."""

    name: str
    label: str
    options: tuple[FilterOption, ...]


@dataclass(frozen=True, slots=True)
class ExerciseIndexView:
    """The exercise index."""

    head: Head
    filters: tuple[FilterRow, ...]
    cards: tuple[ExerciseCard, ...]
    count: str
    of: str


def exercise_index_page(frame: Frame, exercises: Iterable[Exercise]) -> Page:
    """The index of all exercises, patterns in the order of the filter, names in order within."""
    words, path = frame.words, urls.EXERCISES
    groups = [key for key, _ in names.PATTERN_GROUPS]
    ordered = sorted(
        exercises, key=lambda one: (groups.index(names.pattern_group(one.pattern)), one.name)
    )
    count = words("exercises.count", n=len(ordered))
    title = words("exercises.title")
    view = ExerciseIndexView(
        head=head(
            frame,
            path,
            title,
            words("exercises.description", count=count),
            "exercises",
            (frame.assets.filters,),
        ),
        filters=_filters(ordered, words),
        cards=tuple(_card(exercise, words, path) for exercise in ordered),
        count=count,
        of=words("exercises.of"),
    )
    return Page(path, "exercise/index.html", view)


def filter_rules(exercises: Iterable[Exercise]) -> str:
    """Style rules that make the chips of the index work.

    Within a row any checked chip is enough, between rows all must hold: a card is hidden by a row
    that has a checked chip, but none of the card's own.
    """
    signatures = sorted({(name, keys) for one in exercises for name, keys in _signatures(one)})
    return "".join(
        f"main:has([name={name}]:checked):not(:has({','.join(f'#{key}:checked' for key in keys)}))"
        f" {''.join(f'.{key}' for key in keys)}{_without_others(name, keys)}{{display:none}}\n"
        for name, keys in signatures
    )


def _without_others(name: str, keys: tuple[str, ...]) -> str:
    """Keep the rule of fewer keys off cards that have more of them."""
    if name != "kit":
        return ""
    every = (*(f"k-{key}" for key, _ in _KIT), f"k-{_BARE}", f"k-{_MORE}")
    return "".join(f":not(.{key})" for key in every if key not in keys)


def _signatures(exercise: Exercise) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("pattern", (f"p-{names.pattern_group(exercise.pattern)}",)),
        ("kit", tuple(f"k-{key}" for key in _kit_keys(exercise))),
        ("level", (f"l-{exercise.level.value}",)),
    )


def _kit_keys(exercise: Exercise) -> tuple[str, ...]:
    pieces = {piece for choice in exercise.equipment for piece in choice}
    keys = tuple(key for key, members in _KIT if pieces & members)
    if keys:
        return keys
    return (_BARE,) if exercise.tier.value == "bodyweight" else (_MORE,)


def _filters(exercises: Sequence[Exercise], words: Wording) -> tuple[FilterRow, ...]:
    groups = {names.pattern_group(one.pattern) for one in exercises}
    kit = {key for one in exercises for key in _kit_keys(one)}
    levels = {one.level for one in exercises}
    kit_order = (*(key for key, _ in _KIT), _MORE, _BARE)
    rows = (
        ("pattern", [("p", key) for key, _ in names.PATTERN_GROUPS if key in groups]),
        ("kit", [("k", key) for key in kit_order if key in kit]),
        ("level", [("l", one.value) for one in Level if one in levels]),
    )
    return tuple(
        FilterRow(
            name=name,
            label=words(f"exercises.filter.{name}.label"),
            options=tuple(
                FilterOption(
                    f"{prefix}-{key}", names.capital(words(f"exercises.filter.{name}.{key}"))
                )
                for prefix, key in options
            ),
        )
        for name, options in rows
    )


def _card(exercise: Exercise, words: Wording, path: str) -> ExerciseCard:
    group = words(f"exercises.filter.pattern.{names.pattern_group(exercise.pattern)}")
    return ExerciseCard(
        name=exercise.name,
        href=urls.relative(path, urls.exercise(exercise.id)),
        line=f"{names.capital(group)} · {names.kit(words, exercise)}",
        muscles=", ".join(names.muscles(words, exercise.muscles.primary)),
        keys=tuple(key for _, keys in _signatures(exercise) for key in keys),
    )
