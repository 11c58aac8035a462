"""R13: load and work grow in small steps."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.load_reps import percent_1rm
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.sessions import main_items, main_sets
from runlift_site.training.rules.work import phase_of
from runlift_site.training.rules.written import REP_MEASURES
from runlift_site.training.vocabulary import Basis, BlockKind, LoadType
from runlift_site.training.week import Path, Plan, PlannedItem, Week

MOST_LOAD_PCT = 10
MOST_SETS_PCT = 20
_ROUNDING = 1e-9
_SMALL_STEPS = "Muscles get strong faster than tendons and bones; small steps let all keep up."


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    yield from _load_steps(plan)
    last: Asked | None = None
    for week in plan.weeks:
        now = Asked(week, tuple(_main_loads(week)), main_sets(week))
        if last is not None:
            yield from _loads(now, last)
            yield from _sets(plan, now, last)
        if week.normal:
            last = now


@dataclass(frozen=True, slots=True)
class Load:
    """The load of an item in percent of its one-rep maximum.

    Attributes:
        weekday: The day, 0 is Monday.
        item: The item.
        percent: Its load.
    """

    weekday: int
    item: PlannedItem
    percent: float


@dataclass(frozen=True, slots=True)
class Asked:
    """What a week asks for.

    Attributes:
        week: The week.
        loads: The main exercises whose load is known, in day order.
        sets: Its main sets.
    """

    week: Week
    loads: tuple[Load, ...]
    sets: int


# Load: the step that a progression names


def _load_steps(plan: Plan) -> Iterator[RuleFinding]:
    """Each load step of the plan's progression that is too big, where it is first taken."""
    too_big = {
        rule.applies_to
        for rule in plan.template.progression
        if rule.then_load_pct is not None and rule.then_load_pct.high > MOST_LOAD_PCT
    }
    if not too_big:
        return
    for week in plan.weeks:
        for day in week.days:
            for lift in day.lifts:
                for block in lift.blocks:
                    if block.kind not in too_big:
                        continue
                    item = next((i for i in block.exercises if i.prescription.load_step_pct), None)
                    if item is not None:
                        too_big.discard(block.kind)
                        yield _big_step(plan.template, block.kind, week, day.weekday, item)


def _big_step(
    template: PlanTemplate, kind: BlockKind, week: Week, day: int, item: PlannedItem
) -> RuleFinding:
    index, step = next(
        (index, rule.then_load_pct)
        for index, rule in enumerate(template.progression)
        if rule.applies_to is kind and rule.then_load_pct is not None
    )
    low = min(step.low, MOST_LOAD_PCT // 2)
    return RuleFinding(
        rule="R13",
        severity=Severity.WARNING,
        week=week.number,
        day=day,
        sentence=f"{item.exercise.name} adds up to {step.high} % of load in week {week.number};"
        f" {MOST_LOAD_PCT} % is the most in one step",
        reason=_SMALL_STEPS,
        fix=f"Write then_load_pct: [{low}, {MOST_LOAD_PCT}], or less.",
        path=("progression", index, "then_load_pct"),
    )


# Load: what the efforts of two weeks come to


def load_of(item: PlannedItem) -> float | None:
    """The load of a week's dose in percent of the one-rep maximum, as written or by the formula.

    None where there is no outside load, or the formula does not reach.
    """
    asked = item.prescription
    effort = asked.effort
    if effort is None or item.exercise.load_type is not LoadType.EXTERNAL:
        return None
    if effort.percent_1rm is not None:
        return effort.percent_1rm
    if effort.rir is None or asked.measure not in REP_MEASURES:
        return None
    return percent_1rm(asked.amount, effort.rir)


def rises_too_much(before: float, now: float) -> bool:
    """Whether one load is more than 10 percent above another."""
    return now > before * (1 + MOST_LOAD_PCT / 100) + _ROUNDING


def _loads(now: Asked, last: Asked) -> Iterator[RuleFinding]:
    """Exercises that get much heavier because another session or phase asks for them anew.

    Within one item the load rises by the step of its progression, which is judged on its own.
    """
    before: dict[str, list[Load]] = {}
    for load in last.loads:
        before.setdefault(load.item.exercise.id, []).append(load)
    said: set[Path] = set()
    for load in now.loads:
        item = load.item
        loads = before.get(item.exercise.id, [])
        if not loads or item.path in said or any(_goes_on(other, item) for other in loads):
            continue
        most = max(other.percent for other in loads)
        if rises_too_much(most, load.percent):
            said.add(item.path)
            yield _big_rise(now.week, last.week, load, most)


def _main_loads(week: Week) -> Iterator[Load]:
    for day in week.days:
        for lift in day.lifts:
            for item in main_items(lift):
                percent = load_of(item)
                if percent is not None:
                    yield Load(day.weekday, item, percent)


def _goes_on(load: Load, item: PlannedItem) -> bool:
    """Whether an item is the one of the earlier week, with the effort it had."""
    before = load.item
    return before.path == item.path and before.prescription.effort == item.prescription.effort


def _big_rise(week: Week, last: Week, load: Load, before: float) -> RuleFinding:
    item, now = load.item, load.percent
    rise = 100 * (now / before - 1)
    return RuleFinding(
        rule="R13",
        severity=Severity.WARNING,
        week=week.number,
        day=load.weekday,
        sentence=f"{item.exercise.name} goes from {before:.0f} to {now:.0f} % of the maximum"
        f" between weeks {last.number} and {week.number}, a rise of {rise:.0f} %",
        reason=_SMALL_STEPS,
        fix=_smaller(week, item, before),
        path=item.path,
    )


def _smaller(week: Week, item: PlannedItem, before: float) -> str:
    """The nearest effort whose load is no big step."""
    asked = item.prescription
    if asked.effort is not None and asked.effort.percent_1rm is not None:
        tenths = math.floor(before * (10 + MOST_LOAD_PCT / 10) + _ROUNDING)
        return f"Write percent_1rm: {tenths / 10:g} at most."
    rir = asked.effort.rir if asked.effort is not None else None
    for more in range((rir or 0) + 1, 11):
        load = percent_1rm(asked.amount, more)
        if load is None or not rises_too_much(before, load):
            return f"Leave {more} in reserve in week {week.number}, or begin with more reps."
    return "Begin with more reps."


# Sets


def too_many_sets(before: int, now: int) -> bool:
    """Whether a week has more than a fifth more main sets than another."""
    return 100 * now > (100 + MOST_SETS_PCT) * before


def _sets(plan: Plan, asked: Asked, last: Asked) -> Iterator[RuleFinding]:
    week, before, now = asked.week, last.sets, asked.sets
    if not before or not too_many_sets(before, now):
        return
    most = before * (100 + MOST_SETS_PCT) // 100
    assert not too_many_sets(before, most)
    index, _ = phase_of(plan, week)
    more = round(100 * (now - before) / before)
    yield RuleFinding(
        rule="R13",
        severity=Severity.WARNING,
        week=week.number,
        day=None,
        sentence=f"Week {week.number} has {now} main sets, {more} % more than the {before} of week"
        f" {last.week.number}",
        reason=_SMALL_STEPS,
        fix=_fewer(week, now - most, most),
        path=("phases", index),
    )


@dataclass(slots=True)
class _Spare:
    """Sets that could be left out one at a time: those of an item, or rounds of a block."""

    name: str
    count: int
    each: int
    taken: int = 0


def _fewer(week: Week, excess: int, most: int) -> str:
    """Where to leave sets out until few enough are left, from the most sets down."""
    spares = list(_spares(week))
    enough = f"Do {most} main {'set' if most == 1 else 'sets'} at most"
    while excess > 0:
        able = [spare for spare in spares if spare.count - spare.taken > 1]
        if not able:
            return f"{enough}: leave a session out."
        best = max(able, key=lambda spare: (spare.count - spare.taken, -spare.each))
        best.taken += 1
        excess -= best.each
    taken = listed(f"{spare.taken} of {spare.name}" for spare in spares if spare.taken)
    return f"{enough}: leave out {taken}."


def _spares(week: Week) -> Iterator[_Spare]:
    for lift in week.lifts:
        for block in lift.blocks:
            if block.kind is not BlockKind.MAIN:
                continue
            if block.rounds is not None:
                name = f"the {block.rounds} rounds in '{lift.session_id}'"
                yield _Spare(name, block.rounds, len(block.items))
                continue
            for item in block.exercises:
                sets = item.prescription.sets
                name = f"the {sets} sets of {item.exercise.name.lower()} in '{lift.session_id}'"
                yield _Spare(name, sets, 1)


R13 = Rule(
    id="R13",
    title="Small steps",
    sentence="Against the last normal week no load rises by more than 10 percent, and the main sets"
    " of the week by no more than 20 percent.",
    basis=Basis.EVIDENCE,
    sources=("S27", "doi:10.1249/MSS.0b013e3181915670"),
    check=_check,
)
