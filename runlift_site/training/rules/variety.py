"""R8: a session goes round the body."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from functools import partial
from itertools import pairwise

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, at
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.plan import ExerciseItem
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.remedies import added, ideas
from runlift_site.training.rules.sessions import named
from runlift_site.training.session_check import LONGEST_MINUTES
from runlift_site.training.vocabulary import (
    LEG_PATTERNS,
    Basis,
    BlockFormat,
    Pattern,
    SessionKind,
)
from runlift_site.training.week import (
    WORK,
    Day,
    Lift,
    Plan,
    PlannedBlock,
    PlannedFreeSlot,
    PlannedItem,
    Week,
)

FEWEST_PATTERNS = 3
MOST_REORDERED = 8
"""Stations of which a better order is looked for; the orders of more are too many to try."""
_LOWER = LEG_PATTERNS | {
    Pattern.CALF,
    Pattern.SHIN,
    Pattern.HIP_ABDUCTION,
    Pattern.HIP_ADDUCTION,
}
_UPPER = frozenset(
    pattern for pattern in Pattern if pattern.value.split("_")[0] in {"push", "pull"}
)
_USUAL = ("squat", "hinge", "push", "pull", "lunge", "core")
Station = PlannedItem | PlannedFreeSlot


class Half(Enum):
    """A half of the body."""

    UPPER = "upper"
    LOWER = "lower"


def half_of(exercise: Exercise) -> Half | None:
    """The half of the body an exercise belongs to; None for the trunk, carries and drills."""
    if exercise.pattern in _LOWER:
        return Half.LOWER
    return Half.UPPER if exercise.pattern in _UPPER else None


def _check(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in plan.first_lifts:
        yield from _same_again(plan, week, day, lift)
        if lift.kind is SessionKind.FULL:
            yield from _one_sided(plan, week, day, lift, library)


def _same_again(plan: Plan, week: int, day: int, lift: Lift) -> Iterator[RuleFinding]:
    """Stations that follow each other in a circuit and tire the same muscles."""
    for block in lift.blocks:
        if block.kind not in WORK or block.format is not BlockFormat.CIRCUIT:
            continue
        for one, other in pairwise(block.items):
            shared = _shared(one, other)
            if shared is None or isinstance(other, PlannedFreeSlot):
                continue
            yield RuleFinding(
                rule="R8",
                severity=Severity.WARNING,
                week=week,
                day=day,
                sentence=f"{named(lift)} has {_name(one)} next to {_name(other)} in its circuit:"
                f" {shared}",
                reason="A circuit lets one part of the body rest while another works.",
                fix="No order of its exercises, and no straight sets, pass all rules here.",
                path=other.path,
                trials=partial(_reordered, plan, block),
            )


def _shared(one: Station, other: Station) -> str | None:
    """What two stations have in common that neighbours should not; a free slot has nothing."""
    if isinstance(one, PlannedFreeSlot) or isinstance(other, PlannedFreeSlot):
        return None
    first, second = one.exercise, other.exercise
    muscles = [m for m in first.muscles.primary if m in second.muscles.primary]
    if muscles:
        return f"both work the {listed(muscle.replace('_', ' ') for muscle in muscles)}"
    half = half_of(first)
    if half is not None and half is half_of(second):
        return f"both are {half.value}-body work"
    return None


def _reordered(plan: Plan, block: PlannedBlock) -> Iterator[Trial]:
    """The circuit in a better order, or its exercises one after the other."""
    written = at(plan.template, block.path)
    if written.routine is not None:
        return
    order = _good_order((), block.items) if len(block.items) <= MOST_REORDERED else None
    if order is not None:
        items = tuple(written.items[block.items.index(station)] for station in order)
        yield Trial(
            f"Put the circuit in this order: {', '.join(map(_name, order))}.",
            (Edit((*block.path, "items"), items),),
        )
    items = tuple(
        item.model_copy(update={"sets": written.rounds, "rest_s": written.rest_s})
        if isinstance(item, ExerciseItem)
        else item.model_copy(update={"sets": written.rounds})
        for item in written.items
    )
    straight = {"format": BlockFormat.STRAIGHT_SETS, "rounds": None, "items": items}
    yield Trial(
        f"Write the block as straight sets: {written.rounds} sets of each exercise.",
        (Edit(block.path, written.model_copy(update=straight)),),
    )


def _good_order(
    placed: tuple[Station, ...], left: tuple[Station, ...]
) -> tuple[Station, ...] | None:
    """The order nearest to the written one in which no neighbours share anything."""
    if not left:
        return placed
    for index, station in enumerate(left):
        if placed and _shared(placed[-1], station) is not None:
            continue
        order = _good_order((*placed, station), (*left[:index], *left[index + 1 :]))
        if order is not None:
            return order
    return None


def _name(station: Station) -> str:
    if isinstance(station, PlannedFreeSlot):
        return station.hint.lower()
    return station.exercise.name.lower()


def _one_sided(
    plan: Plan, week: int, day: int, lift: Lift, library: Library
) -> Iterator[RuleFinding]:
    """A full session of fewer movement patterns than make it full."""
    patterns = tuple(dict.fromkeys(item.exercise.pattern for item in lift.work))
    missing = FEWEST_PATTERNS - len(patterns)
    if missing <= 0:
        return
    covered = listed(dict.fromkeys(map(_movement, patterns))) if patterns else "nothing"
    yield RuleFinding(
        rule="R8",
        severity=Severity.WARNING,
        week=week,
        day=day,
        sentence=f"{named(lift)} is a full session of {len(patterns)} movement"
        f" {'pattern' if len(patterns) == 1 else 'patterns'}: {covered}",
        reason="Different movements spread the work over the body; one or two wear out a part of"
        " it.",
        fix="No exercises for other movements can be added without a new error or warning.",
        path=(*lift.session_path, "blocks"),
        trials=partial(_wider, plan, plan.weeks[week - 1], lift, missing, library),
    )


def _wider(plan: Plan, week: Week, lift: Lift, missing: int, library: Library) -> Iterator[Trial]:
    """Exercises for movements that the session has not got, or a short session."""
    patterns = {item.exercise.pattern for item in lift.work}
    new = [group for group in _USUAL if not any(p.startswith(group) for p in patterns)]
    choices = [ideas(plan, week, _patterns_of(group), library) for group in new]
    with_any = [some for some in choices if some][:missing]
    alone = replace(week, days=tuple(_alone(day, lift) for day in week.days))
    yield from added(plan, alone, with_any)
    if lift.minutes <= LONGEST_MINUTES[SessionKind.SHORT]:
        edit = Edit((*lift.session_path, "kind"), SessionKind.SHORT)
        yield Trial(f"Write kind: short for '{lift.session_id}'.", (edit,))


def _patterns_of(group: str) -> Iterator[Pattern]:
    return (pattern for pattern in Pattern if pattern.startswith(group))


def _alone(day: Day, lift: Lift) -> Day:
    return replace(day, sessions=tuple(one for one in day.sessions if one is lift))


def _movement(pattern: Pattern) -> str:
    """A pattern in words: "squat", "vertical push", "core"."""
    group, *rest = pattern.value.split("_")
    if group == "core":
        return group
    return " ".join([*rest, group] if pattern in _UPPER else [group, *rest])


R8 = Rule(
    id="R8",
    title="Round the body",
    sentence="Neighbouring stations of a circuit have different main muscles and alternate between"
    " upper and lower body; a full session covers three movement patterns or more.",
    basis=Basis.ARTICLE,
    sources=("S41", "S42"),
    check=_check,
)
