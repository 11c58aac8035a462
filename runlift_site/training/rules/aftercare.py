"""R19: mobility looks after what was worked."""

from collections.abc import Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.mobility import MINUTES_A_DRILL, Work, drills_for, worked_muscles
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.phrases import listed, names_of, opening
from runlift_site.training.rules.sessions import first_of_each
from runlift_site.training.rules.work import WORK
from runlift_site.training.vocabulary import Basis, BlockKind, Muscle
from runlift_site.training.week import Lift, Plan, PlannedBlock

_SHOWN = 3


def targets(drill: Exercise) -> frozenset[Muscle]:
    """The muscles a drill looks after; one that does not say so looks after those it works."""
    return frozenset(drill.mobility_for or drill.muscles.primary)


def _check(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in first_of_each(plan):
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
                fix=_fix(worked, lift, block, library),
                path=block.path if block.routine else idle[0].path,
            )


def _look(drills: int) -> str:
    return "looks" if drills == 1 else "look"


def _work(lift: Lift) -> Iterator[Work]:
    for block in lift.blocks:
        if block.kind in WORK:
            for item in block.exercises:
                yield Work(item.exercise, block.kind, item.prescription.sets)


def _fix(worked: tuple[Muscle, ...], lift: Lift, block: PlannedBlock, library: Library) -> str:
    """Drills that would pass: those the block would find if it filled itself."""
    there = {item.exercise.id for item in block.exercises}
    drills = drills_for(worked, len(block.items) * MINUTES_A_DRILL, lift.tier, library)
    others = [drill.exercise for drill in drills if drill.exercise.id not in there]
    muscles = listed(muscle.replace("_", " ") for muscle in worked[:_SHOWN])
    if not others:
        return f"Leave out what does not belong, or take drills for {muscles}."
    return (
        f"Worked most are {muscles}: take {names_of(others[:_SHOWN])} instead, or write"
        " auto: worked_muscles."
    )


R19 = Rule(
    id="R19",
    title="Mobility for what was worked",
    sentence="Rolling and stretching at the end of a session look after muscles that the session"
    " has worked.",
    basis=Basis.ARTICLE,
    sources=("S48",),
    check=_check,
)
