"""What a record mentions: ids with their places, and what exercises need of each other."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from runlift_site.authoring.kinds import EXERCISE, GUIDE, PLAN, ROUTINE, SETTINGS, Kind
from runlift_site.training.vocabulary import Tier

if TYPE_CHECKING:
    from runlift_site.settings import Settings
    from runlift_site.training.exercise import Exercise
    from runlift_site.training.guide import GuideHead
    from runlift_site.training.plan import PlanTemplate
    from runlift_site.training.routine import Routine

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of another record.

    Attributes:
        kind: exercise, routine, plan, guide, paper or rule.
        target: The id that is mentioned.
        path: Where it stands in the file.
        key: Whether the id is a key there rather than a value.
    """

    kind: str
    target: str
    path: Path
    key: bool = False


@dataclass(frozen=True, slots=True)
class AlternativeLink:
    """An alternative as the checks see it."""

    tier: str
    target: str
    has_note: bool


@dataclass(frozen=True, slots=True)
class ExerciseLinks:
    """What the checks between exercises need to know of one."""

    pattern: str
    level: int
    fits: tuple[str, ...]
    main_muscles: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    alternatives: tuple[AlternativeLink, ...]
    draft: bool


def exercise_links(exercise: "Exercise") -> ExerciseLinks:
    """Take from an exercise what the checks between exercises need."""
    from runlift_site.training.exercise import fits_tier

    named = ((tier, exercise.alternatives.at(tier)) for tier in (Tier.HOME, Tier.BODYWEIGHT))
    return ExerciseLinks(
        pattern=exercise.pattern.value,
        level=exercise.level.rank,
        fits=tuple(tier.value for tier in Tier if fits_tier(exercise, tier)),
        main_muscles=tuple(muscle.value for muscle in exercise.muscles.primary),
        easier=exercise.ladder.easier,
        harder=exercise.ladder.harder,
        alternatives=tuple(
            AlternativeLink(tier.value, other.exercise, other.pattern_note is not None)
            for tier, other in named
            if other is not None
        ),
        draft=exercise.status == "draft",
    )


def refs_of(kind: Kind, record: Any) -> Iterator[Ref]:
    """Every id that a record mentions, in the order of the file."""
    if kind in _REFS:
        yield from _REFS[kind](record)


def _refs_of_exercise(exercise: "Exercise") -> Iterator[Ref]:
    for index, target in enumerate(exercise.prerequisites):
        yield Ref("exercise", target, ("prerequisites", index))
    for rung in ("easier", "harder"):
        for index, target in enumerate(getattr(exercise.ladder, rung)):
            yield Ref("exercise", target, ("ladder", rung, index))
    for tier in (Tier.HOME, Tier.BODYWEIGHT):
        other = exercise.alternatives.at(tier)
        if other is not None:
            # Written as a bare id or as a mapping: the place falls back to what is there.
            path: Path = ("alternatives", tier.value, "exercise")
            yield Ref("exercise", other.exercise, path)


def _refs_of_routine(routine: "Routine") -> Iterator[Ref]:
    for index, item in enumerate(routine.items):
        yield Ref("exercise", item.exercise, ("items", index, "exercise"))


def _refs_of_guide(guide: "GuideHead") -> Iterator[Ref]:
    for index, key in enumerate(guide.references):
        yield Ref("paper", key, ("references", index))


def _refs_of_plan(plan: "PlanTemplate") -> Iterator[Ref]:
    from runlift_site.training.plan import ExerciseItem

    for name, session in plan.sessions.items():
        for number, block in enumerate(session.blocks):
            base: Path = ("sessions", name, "blocks", number)
            if block.routine is not None:
                yield Ref("routine", block.routine, (*base, "routine"))
            for index, item in enumerate(block.items):
                if not isinstance(item, ExerciseItem):
                    continue
                yield Ref("exercise", item.exercise, (*base, "items", index, "exercise"))
                if item.alternative is not None:
                    yield Ref("exercise", item.alternative, (*base, "items", index, "or"))
    for tier in (Tier.HOME, Tier.BODYWEIGHT):
        variant = plan.variants.at(tier)
        for old, new in variant.override.items() if variant else ():
            path: Path = ("variants", tier.value, "override", old)
            yield Ref("exercise", old, path, key=True)
            yield Ref("exercise", new.exercise, (*path, "exercise"))


def _refs_of_settings(settings: "Settings") -> Iterator[Ref]:
    yield Ref("plan", settings.home.week.plan, ("home", "week", "plan"))
    for index, target in enumerate(settings.home.plans):
        yield Ref("plan", target, ("home", "plans", index))
    for index, target in enumerate(settings.home.guides):
        yield Ref("guide", target, ("home", "guides", index))
    for index, target in enumerate(settings.plans):
        yield Ref("plan", target, ("plans", index))
    for index, target in enumerate(settings.guides):
        yield Ref("guide", target, ("guides", index))


_REFS: dict[Kind, Callable[[Any], Iterator[Ref]]] = {
    EXERCISE: _refs_of_exercise,
    ROUTINE: _refs_of_routine,
    PLAN: _refs_of_plan,
    GUIDE: _refs_of_guide,
    SETTINGS: _refs_of_settings,
}


def texts_of(kind: Kind, record: Any) -> Iterator[tuple[Path, str]]:
    """Texts of a record in which Markdown is read, if they hold any, each with its path."""
    for path, text in _all_texts(kind, record):
        if text is not None and _MARKDOWN.search(text):
            yield path, text


def _all_texts(kind: Kind, record: Any) -> Iterator[tuple[Path, str | None]]:
    if kind is EXERCISE:
        yield ("safety",), record.safety
    elif kind is ROUTINE:
        yield ("note",), record.note
    elif kind is SETTINGS:
        yield ("footer",), record.footer
    elif kind is PLAN:
        yield ("overview",), record.overview
        for index, phase in enumerate(record.phases):
            yield ("phases", index, "why"), phase.why


_MARKDOWN = re.compile(r"[\\`*_\[\]<>&!#]")
