"""R12: a percentage of the one-rep maximum agrees with the reps."""

from collections.abc import Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.load_reps import MOST_REPS_TO_FAILURE, percent_1rm
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.sessions import first_of_each
from runlift_site.training.rules.written import REP_MEASURES
from runlift_site.training.vocabulary import Basis
from runlift_site.training.week import Plan, PlannedItem

POINTS_OFF = 5.0
"""By how many points of percent the formula may be missed: people differ."""
_MOST_RIR = 10
_ROUNDING = 1e-9


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in first_of_each(plan):
        for block in lift.blocks:
            for item in block.exercises:
                asked = item.prescription
                effort = asked.effort
                if effort is None or effort.percent_1rm is None:
                    continue
                if asked.measure not in REP_MEASURES:
                    continue
                if not agrees(effort.percent_1rm, asked.range, effort.rir):
                    yield _disagree(week, day, item, effort.percent_1rm, effort.rir)


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


def _disagree(
    week: int, day: int, item: PlannedItem, percent: float, rir: int | None
) -> RuleFinding:
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
        fix=_fix(percent, reps, rir, low, high),
        path=(*item.path, "load"),
    )


def _fix(percent: float, reps: Span, rir: int | None, low: float, high: float) -> str:
    """The load that the formula gives, or the reserve that the load leaves, where there is one."""
    load = round(min(max(percent, low), high))
    assert agrees(load, reps, rir), "the formula agrees with itself"
    fits = [other for other in range(_MOST_RIR + 1) if rir is not None and other != rir]
    fits = [other for other in fits if agrees(percent, reps, other)]
    if rir is None or not fits:
        return f"Write percent_1rm: {load}."
    return f"Write percent_1rm: {load}, or rir: {min(fits, key=lambda n: (abs(n - rir), n))}."


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
