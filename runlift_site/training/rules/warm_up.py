"""R5: what a warm-up does."""

from collections.abc import Iterable, Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.library import Library
from runlift_site.training.routine import Routine
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.sessions import first_of_each
from runlift_site.training.vocabulary import (
    WARM_UP_PATTERNS,
    Basis,
    BlockKind,
    Opens,
    RoutineKind,
    SessionKind,
    Tier,
)
from runlift_site.training.week import Lift, Plan, PlannedBlock, PlannedItem

NEEDED = (Opens.HIPS, Opens.SHOULDERS)
"""What a warm-up opens; ankles and spine are welcome too."""


def _check(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in first_of_each(plan):
        blocks = [block for block in lift.blocks if block.kind is BlockKind.WARM_UP]
        if lift.kind is SessionKind.ADD_ON or not blocks:
            continue  # that it has no warm-up at all is told by the rule about its parts
        items = [item for block in blocks for item in block.exercises]
        missing = still_closed(item.exercise for item in items)
        if missing:
            yield _closed(week, day, lift, blocks[-1], missing, library)
        for item in items:
            if item.exercise.pattern not in WARM_UP_PATTERNS:
                yield _still(week, day, lift, item, library)


def still_closed(exercises: Iterable[Exercise]) -> tuple[Opens, ...]:
    """What a warm-up of these exercises leaves out."""
    opened = {place for exercise in exercises for place in exercise.opens}
    return tuple(place for place in NEEDED if place not in opened)


def _closed(
    week: int,
    day: int,
    lift: Lift,
    block: PlannedBlock,
    missing: tuple[Opens, ...],
    library: Library,
) -> RuleFinding:
    return RuleFinding(
        rule="R5",
        severity=Severity.WARNING,
        week=week,
        day=day,
        sentence=f"The warm-up of '{lift.session_id}' does not open the {listed(missing)}",
        reason="Stiff hips and shoulders make every lift that follows harder to do well.",
        fix=_opened(block, missing, lift.tier, library),
        path=(*block.path, "routine") if block.routine else block.path,
    )


def _opened(block: PlannedBlock, missing: tuple[Opens, ...], tier: Tier, library: Library) -> str:
    """What to do about what is left out: another routine, or more drills."""
    if block.routine is not None:
        for name in sorted(library.routines):
            routine = library.routines[name]
            if routine.kind is RoutineKind.WARM_UP and _is_whole(routine, tier, library):
                return f"Use the routine '{name}', which opens hips and shoulders."
    drills: list[Exercise] = []
    left = missing
    while left:
        found = _drill(left, tier, library)
        if found is None:
            return f"Add a drill that opens the {listed(left)}."
        drills.append(found)
        left = tuple(place for place in left if place not in found.opens)
    where = f" to content/routines/{block.routine.id}.yaml" if block.routine else ""
    names = listed(f"'{drill.id}'" for drill in drills)
    return f"Add {names}{where}."


def _is_whole(routine: Routine, tier: Tier, library: Library) -> bool:
    """Whether a routine is a good warm-up with the kit of a tier, as it is written."""
    found = [library.exercises.get(item.exercise) for item in routine.items]
    exercises = [exercise for exercise in found if exercise is not None]
    return (
        len(exercises) == len(found)
        and not still_closed(exercises)
        and all(
            exercise.pattern in WARM_UP_PATTERNS and fits_tier(exercise, tier)
            for exercise in exercises
        )
    )


def _drill(places: tuple[Opens, ...], tier: Tier, library: Library) -> Exercise | None:
    """The drill that opens most of some places, of equals the first by id; None if none does."""
    candidates = [
        exercise
        for pattern in sorted(WARM_UP_PATTERNS)
        for exercise in library.of_pattern(pattern)
        if not set(places).isdisjoint(exercise.opens) and fits_tier(exercise, tier)
    ]
    return min(
        candidates, key=lambda drill: (-len(set(places) & set(drill.opens)), drill.id), default=None
    )


def _still(week: int, day: int, lift: Lift, item: PlannedItem, library: Library) -> RuleFinding:
    better = _drill(item.exercise.opens or NEEDED, lift.tier, library)
    instead = f"Do '{better.id}' in its place, or move" if better else "Move"
    return RuleFinding(
        rule="R5",
        severity=Severity.WARNING,
        week=week,
        day=day,
        sentence=f"The warm-up of '{lift.session_id}' holds {item.exercise.name.lower()},"
        " which is no dynamic drill",
        reason="A warm-up moves the joints; stretches held still and strength work come later.",
        fix=f"{instead} it to a later part of the session.",
        path=item.path,
    )


R5 = Rule(
    id="R5",
    title="A warm-up that moves",
    sentence="The warm-up of a full or short session opens hips and shoulders, with dynamic drills"
    " alone.",
    basis=Basis.ARTICLE,
    sources=("S35",),
    check=_check,
)
