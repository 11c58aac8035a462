"""R12: a percentage of the one-rep maximum agrees with the reps."""

from collections.abc import Iterator
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.load_reps import MOST_REPS_TO_FAILURE, percent_1rm
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.remedies import written_out
from runlift_site.training.rules.written import REP_MEASURES
from runlift_site.training.vocabulary import Basis
from runlift_site.training.week import Path, Plan, PlannedItem

POINTS_OFF = 5.0
"""By how many points of percent the formula may be missed: people differ."""
_MOST_RIR = 10
_ROUNDING = 1e-9


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in plan.first_lifts:
        for block in lift.blocks:
            for item in block.exercises:
                asked = item.prescription
                effort = asked.effort
                if effort is None or effort.percent_1rm is None:
                    continue
                if asked.measure not in REP_MEASURES:
                    continue
                if not agrees(effort.percent_1rm, asked.range, effort.rir):
                    yield _disagree(plan, week, day, item, effort)


def agrees(percent: float, reps: Span, rir: int | None) -> bool:
    """Whether a load, reps and reps in reserve fit together, by the load-rep formula.

    Of a range of reps one fitting number is enough: the load stays while the reps rise. Without
    reps in reserve the load only has to be possible at all. Where reps and reserve come to more
    than the formula covers, there is nothing to disagree with.
    """
    bounds = _bounds(reps, rir)
    if bounds is None:
        return True
    low, high = bounds
    return low - POINTS_OFF - _ROUNDING <= percent <= high + POINTS_OFF + _ROUNDING


def _bounds(reps: Span, rir: int | None) -> tuple[float, float] | None:
    """The loads of a range of reps, lightest and heaviest; None beyond the formula."""
    high = percent_1rm(reps.low, rir or 0)
    if high is None:
        return None
    if rir is None:
        return 0.0, high
    most = min(reps.high, MOST_REPS_TO_FAILURE - rir)
    low = percent_1rm(most, rir)
    return (high if low is None else low), high


def _disagree(plan: Plan, week: int, day: int, item: PlannedItem, effort: Effort) -> RuleFinding:
    percent, rir = effort.percent_1rm, effort.rir
    assert percent is not None, "without a load there is nothing to disagree with"
    reps = item.prescription.range
    shown = f"{reps.low}" if reps.is_single else f"{reps.low} to {reps.high}"
    left = "" if rir is None else f" with {rir} in reserve"
    low, high = _bounds(reps, rir) or (percent, percent)
    fits = f"{high:.0f}" if rir is None or round(low) == round(high) else f"{low:.0f} to {high:.0f}"
    at_most = "at most " if rir is None else ""
    return RuleFinding(
        rule="R12",
        severity=Severity.WARNING,
        week=week,
        day=day,
        sentence=f"{item.exercise.name} is {shown} reps{left} at {percent:g} % of the maximum,"
        f" where the formula gives {at_most}{fits} %",
        reason="How many reps can be done depends on how heavy the weight is.",
        fix="No load and no reserve that the formula gives pass all rules here; where the block"
        " follows a routine, its efforts stand in the routine's own file.",
        path=(*item.path, "load"),
        trials=partial(_agreeing, plan, item, percent, rir),
    )


def _agreeing(plan: Plan, item: PlannedItem, percent: float, rir: int | None) -> Iterator[Trial]:
    """The nearest load that the formula gives, then the reserve that the load leaves."""
    if not written_out(plan.template, item.path):
        return
    reps = item.prescription.range
    low, high = _bounds(reps, rir) or (percent, percent)
    load = round(min(max(percent, low), high))
    assert agrees(load, reps, rir), "the formula agrees with itself"
    path: Path = (*item.path, "load")
    if load > 0:
        edit = Edit((*path, "percent_1rm"), float(load))
        yield Trial(f"Write percent_1rm: {load}.", (edit,))
    if rir is None:
        return
    fits = [other for other in range(_MOST_RIR + 1) if agrees(percent, reps, other)]
    for other in sorted(fits, key=lambda n: (abs(n - rir), n)):
        yield Trial(f"Write rir: {other}.", (Edit((*path, "rir"), other),))


R12 = Rule(
    id="R12",
    title="Load and reps agree",
    sentence="A load in percent of the one-rep maximum is within 5 points of what the load-rep"
    " formula gives for its reps and reps in reserve: 100 / (1 + n / 30) percent, n being both"
    " together.",
    basis=Basis.ARTICLE,
    sources=("S38",),
    check=_check,
)
