"""R13: load and work grow in small steps."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, at
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.load_reps import percent_1rm
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.remedies import rir, weeks_of, written, written_out
from runlift_site.training.rules.sessions import main_sets
from runlift_site.training.rules.work import phase_of
from runlift_site.training.rules.written import REP_MEASURES
from runlift_site.training.vocabulary import Basis, BlockKind, LoadType
from runlift_site.training.week import Path, Plan, PlannedItem, Week

MOST_LOAD_PCT = 10
MOST_SETS_PCT = 20
_ROUNDING = 1e-9
_MOST_RIR = 10
_MORE_REPS = 4
_MOST_SET_TRIALS = 8
_SMALL_STEPS = "Muscles get strong faster than tendons and bones; small steps let all keep up."


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    yield from _load_steps(plan)
    last: Asked | None = None
    for week in plan.weeks:
        now = Asked(week, tuple(_main_loads(week)), main_sets(week))
        if last is not None:
            yield from _loads(plan, now, last)
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
    return RuleFinding(
        rule="R13",
        severity=Severity.WARNING,
        week=week.number,
        day=day,
        sentence=f"{item.exercise.name} adds up to {step.high} % of load; {MOST_LOAD_PCT} % is the"
        " most in one step",
        reason=_SMALL_STEPS,
        fix=f"No step up to {MOST_LOAD_PCT} % passes all rules here.",
        path=("progression", index, "then_load_pct"),
        trials=partial(_smaller_steps, index, step),
    )


def _smaller_steps(index: int, step: Span) -> Iterator[Trial]:
    low = min(step.low, MOST_LOAD_PCT // 2)
    for new in (Span(low, MOST_LOAD_PCT), Span(2, 5)):
        edit = Edit(("progression", index, "then_load_pct"), new)
        yield Trial(f"Write then_load_pct: {written(new)}.", (edit,))


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


def _loads(plan: Plan, now: Asked, last: Asked) -> Iterator[RuleFinding]:
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
            yield _big_rise(plan, now.week, last.week, load, most)


def _main_loads(week: Week) -> Iterator[Load]:
    for day in week.days:
        for lift in day.lifts:
            for item in lift.main:
                percent = load_of(item)
                if percent is not None:
                    yield Load(day.weekday, item, percent)


def _goes_on(load: Load, item: PlannedItem) -> bool:
    """Whether an item is the one of the earlier week, with the effort it had."""
    before = load.item
    return before.path == item.path and before.prescription.effort == item.prescription.effort


def _big_rise(plan: Plan, week: Week, last: Week, load: Load, before: float) -> RuleFinding:
    item, now = load.item, load.percent
    rise = 100 * (now / before - 1)
    return RuleFinding(
        rule="R13",
        severity=Severity.WARNING,
        week=week.number,
        day=load.weekday,
        sentence=f"{item.exercise.name} goes from {before:.0f} % of the maximum in week"
        f" {last.number} to {now:.0f} %, a rise of {rise:.0f} %",
        reason=_SMALL_STEPS,
        fix="No effort between the two passes all rules here.",
        path=item.path,
        trials=partial(_smaller, plan, item, before),
    )


def _smaller(plan: Plan, item: PlannedItem, before: float) -> Iterator[Trial]:
    """The nearest effort whose load is no big step; then more reps, which are lighter."""
    asked = item.prescription
    effort = asked.effort
    if effort is None or not written_out(plan.template, item.path):
        return
    path: Path = (*item.path, "load")
    if effort.percent_1rm is not None:
        tenths = math.floor(before * (10 + MOST_LOAD_PCT / 10) + _ROUNDING)
        for percent in dict.fromkeys((tenths / 10, float(tenths // 10))):
            edit = Edit((*path, "percent_1rm"), percent)
            yield Trial(f"Write percent_1rm: {percent:g}.", (edit,))
        return
    for more in range((effort.rir or 0) + 1, _MOST_RIR + 1):
        load = percent_1rm(asked.amount, more)
        if load is None or not rises_too_much(before, load):
            yield Trial(f"Write load: {{rir: {more}}}.", (Edit(path, rir(more)),))
    source = at(plan.template, item.path)
    for more in range(1, _MORE_REPS + 1):
        reps = Span(source.amount.low + more, max(source.amount.high, source.amount.low + more))
        edit = Edit((*item.path, source.measure.value), reps)
        yield Trial(f"Write {source.measure}: {written(reps)}.", (edit,))


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
        sentence=f"There are {now} main sets, {more} % more than the {before} of week"
        f" {last.week.number}",
        reason=_SMALL_STEPS,
        fix=f"No way to leave sets out until {most} are left passes all rules here.",
        path=("phases", index),
        trials=partial(_fewer, plan, week, last.week, now - most),
    )


@dataclass(slots=True)
class _Spare:
    """Sets that could be left out one at a time: those of an item, or rounds of a block."""

    name: str
    path: Path
    count: int
    each: int
    new: bool
    taken: int = 0

    @property
    def left(self) -> int:
        """Sets that stay."""
        return self.count - self.taken


def _fewer(plan: Plan, week: Week, last: Week, excess: int) -> Iterator[Trial]:
    """Sets to leave out, from the most down, first where the week before did not have them.

    A session that both weeks share loses its sets in both, so more may have to go than are too
    many. Then the phase may ask for a part of its sets.
    """
    index, phase = phase_of(plan, week)
    spares = list(_spares(plan, week, last))
    most_trials = _MOST_SET_TRIALS
    while most_trials and any(spare.left > 1 for spare in spares):
        best = max(
            (spare for spare in spares if spare.left > 1),
            key=lambda spare: (spare.new, spare.left, -spare.each),
        )
        best.taken += 1
        excess -= best.each
        if excess <= 0:
            most_trials -= 1
            taken = [spare for spare in spares if spare.taken]
            yield Trial(
                f"Do {listed(f'{spare.left} {spare.name}' for spare in taken)}.",
                tuple(Edit(spare.path, spare.left) for spare in taken),
            )
    for tenths in range(int(10 * (phase.sets_factor or 1)) - 1, 3, -1):
        yield Trial(
            f"Write sets_factor: {tenths / 10:g} for the phase of {weeks_of(phase.weeks)}.",
            (Edit(("phases", index, "sets_factor"), tenths / 10),),
        )


def _spares(plan: Plan, week: Week, last: Week) -> Iterator[_Spare]:
    """What may lose sets; rounds and sets as written, before an easier week takes some away."""
    known = {lift.session_id for lift in last.lifts}
    for lift in {lift.session_id: lift for lift in week.lifts}.values():
        new = lift.session_id not in known
        for block in lift.blocks:
            if block.kind is not BlockKind.MAIN or block.routine is not None:
                continue
            source = at(plan.template, block.path)
            if source.rounds is not None:
                name = f"rounds of the {source.format} in '{lift.session_id}'"
                path: Path = (*block.path, "rounds")
                yield _Spare(name, path, source.rounds, len(block.items), new)
                continue
            for item in block.exercises:
                sets = at(plan.template, item.path).sets
                name = f"sets of {item.exercise.name.lower()} in '{lift.session_id}'"
                yield _Spare(name, (*item.path, "sets"), sets, 1, new)


R13 = Rule(
    id="R13",
    title="Small steps",
    sentence="Against the last normal week no load rises by more than 10 percent, and the main sets"
    " of the week by no more than 20 percent.",
    basis=Basis.EVIDENCE,
    sources=("S27", "doi:10.1249/MSS.0b013e3181915670"),
    check=_check,
)
