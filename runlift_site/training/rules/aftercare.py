"""R19: mobility looks after what was worked."""

from collections.abc import Iterator
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, at
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.mobility import MINUTES_A_DRILL, Work, drills_for, worked_muscles
from runlift_site.training.plan import AutoMobility
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import listed, names_of, opening
from runlift_site.training.vocabulary import Basis, BlockKind, Muscle
from runlift_site.training.week import WORK, Lift, Plan, PlannedBlock

_SHOWN = 3


def targets(drill: Exercise) -> frozenset[Muscle]:
    """The muscles a drill looks after; one that does not say so looks after those it works."""
    return frozenset(drill.mobility_for or drill.muscles.primary)


def _check(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in plan.first_lifts:
        worked = worked_muscles(_work(lift))
        if not worked:  # a session of mobility alone, or of free slots, gives no measure
            continue
        for block in lift.blocks:
            if block.kind is not BlockKind.MOBILITY:
                continue
            idle = [item for item in block.exercises if targets(item.exercise).isdisjoint(worked)]
            if not idle:
                continue
            names = names_of(item.exercise for item in idle)
            yield RuleFinding(
                rule="R19",
                severity=Severity.WARNING,
                week=week,
                day=day,
                sentence=f"{opening(names)} {_look(len(idle))} after muscles that the session"
                f" '{lift.session_id}' does not work",
                reason="Rolling and stretching at the end are for the muscles just used.",
                fix="No drills for the muscles worked pass all rules here.",
                path=block.path if block.routine else idle[0].path,
                trials=partial(_better, plan, worked, lift, block, library),
            )


def _look(drills: int) -> str:
    return "looks" if drills == 1 else "look"


def _work(lift: Lift) -> Iterator[Work]:
    for block in lift.blocks:
        if block.kind in WORK:
            for item in block.exercises:
                yield Work(item.exercise, block.kind, item.prescription.sets)


def _better(
    plan: Plan, worked: tuple[Muscle, ...], lift: Lift, block: PlannedBlock, library: Library
) -> Iterator[Trial]:
    """Drills for what was worked: those the block finds if it fills itself, or less than now."""
    there = {item.exercise.id for item in block.exercises}
    minutes = block.minutes or len(block.items) * MINUTES_A_DRILL
    drills = drills_for(worked, minutes, lift.tier, library)
    others = [drill.exercise for drill in drills if drill.exercise.id not in there]
    written = at(plan.template, block.path)
    auto = {"auto": AutoMobility.WORKED_MUSCLES, "minutes": minutes}
    muscles = listed(muscle.replace("_", " ") for muscle in worked[:_SHOWN])
    brings = f", which brings {names_of(others[:_SHOWN])}" if others else ""
    yield Trial(
        f"Worked most are {muscles}: write auto: worked_muscles with minutes: {minutes}{brings}.",
        (Edit(block.path, written.model_copy(update={**auto, "items": (), "routine": None})),),
    )
    idle = {item.path for item in block.exercises if targets(item.exercise).isdisjoint(worked)}
    left = tuple(
        item
        for index, item in enumerate(written.items)
        if (*block.path, "items", index) not in idle
    )
    if left:
        names = names_of(item.exercise for item in block.exercises if item.path in idle)
        yield Trial(f"Leave out {names}.", (Edit((*block.path, "items"), left),))


R19 = Rule(
    id="R19",
    title="Mobility for what was worked",
    sentence="Rolling and stretching at the end of a session look after muscles that the session"
    " has worked.",
    basis=Basis.ARTICLE,
    sources=("S48",),
    check=_check,
)
