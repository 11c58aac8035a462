"""R5: what a warm-up does."""

from collections.abc import Iterable, Iterator
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, at
from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.library import Library
from runlift_site.training.routine import Routine
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.remedies import drill_dose, new_block, written_out
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
_NO_WARM_UP = "No routine or drill of this site passes all rules here: write one that does."


def _check(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in plan.first_lifts:
        blocks = [block for block in lift.blocks if block.kind is BlockKind.WARM_UP]
        if lift.kind is SessionKind.ADD_ON or not blocks:
            continue  # that it has no warm-up at all is told by the rule about its parts
        items = [item for block in blocks for item in block.exercises]
        missing = still_closed(item.exercise for item in items)
        if missing:
            yield _closed(plan, (week, day), lift, blocks[-1], missing, library)
        for item in items:
            if item.exercise.pattern not in WARM_UP_PATTERNS:
                yield _still(plan, (week, day), lift, item, library)


def still_closed(exercises: Iterable[Exercise]) -> tuple[Opens, ...]:
    """What a warm-up of these exercises leaves out."""
    opened = {place for exercise in exercises for place in exercise.opens}
    return tuple(place for place in NEEDED if place not in opened)


def _closed(
    plan: Plan,
    when: tuple[int, int],
    lift: Lift,
    block: PlannedBlock,
    missing: tuple[Opens, ...],
    library: Library,
) -> RuleFinding:
    return RuleFinding(
        rule="R5",
        severity=Severity.WARNING,
        week=when[0],
        day=when[1],
        sentence=f"The warm-up of '{lift.session_id}' does not open the {listed(missing)}",
        reason="Stiff hips and shoulders make every lift that follows harder to do well.",
        fix=_NO_WARM_UP,
        path=(*block.path, "routine") if block.routine else block.path,
        trials=partial(_opened, plan, block, missing, lift.tier, library),
    )


def _opened(
    plan: Plan, block: PlannedBlock, missing: tuple[Opens, ...], tier: Tier, library: Library
) -> Iterator[Trial]:
    """What to do about what is left out: another routine, or more drills."""
    if block.routine is not None:
        yield from _whole_routines(block, tier, library)
    drills: list[Exercise] = []
    left = missing
    while left:
        found = _drill(left, tier, library)
        if found is None:
            return
        drills.append(found)
        left = tuple(place for place in left if place not in found.opens)
    doses = [drill_dose(drill) for drill in drills]
    said = listed(text for _, text in doses)
    items = tuple(item for item, _ in doses)
    if block.routine is None:
        more = (*at(plan.template, block.path).items, *items)
        yield Trial(f"Add {said} to it.", (Edit((*block.path, "items"), more),))
        return
    blocks = at(plan.template, block.path[:-1])
    after = int(block.path[-1]) + 1
    second = new_block(BlockKind.WARM_UP, items=items)
    yield Trial(
        f"Put a second warm-up block after it: {said}.",
        (Edit(block.path[:-1], (*blocks[:after], second, *blocks[after:])),),
    )


def _whole_routines(block: PlannedBlock, tier: Tier, library: Library) -> Iterator[Trial]:
    for name in sorted(library.routines):
        routine = library.routines[name]
        if routine.kind is RoutineKind.WARM_UP and _is_whole(routine, tier, library):
            other = new_block(BlockKind.WARM_UP, routine=name)
            yield Trial(
                f"Use the routine '{name}', which opens hips and shoulders.",
                (Edit(block.path, other),),
            )


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


def _still(
    plan: Plan, when: tuple[int, int], lift: Lift, item: PlannedItem, library: Library
) -> RuleFinding:
    return RuleFinding(
        rule="R5",
        severity=Severity.WARNING,
        week=when[0],
        day=when[1],
        sentence=f"The warm-up of '{lift.session_id}' holds {item.exercise.name.lower()},"
        " which is no dynamic drill",
        reason="A warm-up moves the joints; stretches held still and strength work come later.",
        fix=_NO_WARM_UP,
        path=item.path,
        trials=partial(_moving, plan, lift, item, library),
    )


def _moving(plan: Plan, lift: Lift, item: PlannedItem, library: Library) -> Iterator[Trial]:
    """A drill in place of what stands still, or the warm-up without it."""
    block = next(block for block in lift.blocks if item in block.exercises)
    if not written_out(plan.template, item.path):
        yield from _whole_routines(block, lift.tier, library)
        return
    better = _drill(item.exercise.opens or NEEDED, lift.tier, library)
    if better is not None:
        new, said = drill_dose(better)
        yield Trial(f"Do {said} in its place.", (Edit(item.path, new),))
    items = at(plan.template, item.path[:-1])
    left = tuple(one for index, one in enumerate(items) if index != item.path[-1])
    if left:
        yield Trial("Leave it out of the warm-up.", (Edit(item.path[:-1], left),))


R5 = Rule(
    id="R5",
    title="A warm-up that moves",
    sentence="The warm-up of a full or short session opens hips and shoulders, with dynamic drills"
    " alone.",
    basis=Basis.ARTICLE,
    sources=("S35",),
    check=_check,
)
