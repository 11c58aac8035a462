"""R27: running that grows in steps a body can follow."""

from collections.abc import Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.rules.days import run_of, run_on, weeks_in_place
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.phrases import opening, session_named
from runlift_site.training.rules.work import pattern_path
from runlift_site.training.vocabulary import Basis, PhaseName, RunClass
from runlift_site.training.week import Plan, Week

MOST_GROWTH_PCT = 10
LONGEST_WITHOUT_EASE = 4
"""Weeks in a row that may all be hard; the fifth is easier."""
SHORT_PLAN_WEEKS = 5
_M_A_TENTH_KM = 100


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    yield from _hard_days_in_a_row(plan)
    yield from _jumps_in_distance(plan)
    yield from _too_long_without_ease(plan)


def _hard_days_in_a_row(plan: Plan) -> Iterator[RuleFinding]:
    for week, places in weeks_in_place(plan.weeks):
        for place in places:
            before = run_of(place.before, RunClass.HARD)
            run = run_of(place.day, RunClass.HARD)
            if before is None or run is None or place.before is None:
                continue
            yield RuleFinding(
                rule="R27",
                severity=Severity.WARNING,
                week=week.number,
                day=place.day.weekday,
                sentence=f"{opening(session_named(run))} on {place.name} follows"
                f" {run_on(place.before, before)}",
                reason="Two hard days in a row leave no time to recover: the second is run on tired"
                " legs.",
                fix=f"Make {run_on(place.day, run)} an easy run, or move it so that an easy day"
                " lies between.",
                path=run.path,
            )


def _jumps_in_distance(plan: Plan) -> Iterator[RuleFinding]:
    usual: Week | None = None
    for week in plan.weeks:
        if usual is not None:
            now, before = distance_m(week), distance_m(usual)
            most = before * (100 + MOST_GROWTH_PCT) // 100
            if before and now > most:
                yield RuleFinding(
                    rule="R27",
                    severity=Severity.INFO,
                    week=week.number,
                    day=None,
                    sentence=f"Week {week.number} has {_km(now)} of running,"
                    f" {_percent(now, before)} more than the {_km(before)} of week {usual.number}",
                    reason="Distance that grows by a tenth or less gives bones and tendons time to"
                    " follow.",
                    fix=f"Run {_km(most)} or less in week {week.number}, or a little more before.",
                    path=pattern_path(plan, week),
                )
        if week.normal:
            usual = week


def distance_m(week: Week) -> int:
    """Distance run in a week, metres; in race week without the race, which no plan can shorten."""
    runs = (
        run
        for run in week.runs
        if week.phase is not PhaseName.RACE_WEEK or run.run_class is not RunClass.RACE
    )
    return sum(round(run.km * 10) for run in runs) * _M_A_TENTH_KM


def _km(metres: int) -> str:
    """Kilometres with one decimal, cut off so that a limit is never printed too high."""
    tenths = metres // _M_A_TENTH_KM
    return f"{tenths // 10}.{tenths % 10} km" if tenths % 10 else f"{tenths // 10} km"


def _percent(now: int, before: int) -> str:
    """Growth in whole percent, rounded up so that it is never printed as what is allowed."""
    return f"{-(-100 * (now - before) // before)} %"


def _too_long_without_ease(plan: Plan) -> Iterator[RuleFinding]:
    if len(plan.weeks) <= SHORT_PLAN_WEEKS:
        return
    in_a_row = 0
    for week in plan.weeks:
        in_a_row = in_a_row + 1 if week.normal else 0
        if in_a_row <= LONGEST_WITHOUT_EASE:
            continue
        first = week.number - LONGEST_WITHOUT_EASE
        yield RuleFinding(
            rule="R27",
            severity=Severity.INFO,
            week=week.number,
            day=None,
            sentence=f"Weeks {first} to {week.number} hold no easier week",
            reason="Training settles in easier weeks; without them tiredness adds up.",
            fix=f"Add week {week.number} to deload.weeks.",
            path=("deload", "weeks") if plan.template.deload else ("weeks",),
        )
        in_a_row = 0  # the next stretch is told about when it is as long again


R27 = Rule(
    id="R27",
    title="Running grows in steps",
    sentence="No two hard runs on days in a row, a tenth more distance at most than in the last"
    " normal week, and in plans of more than five weeks an easier one at least every fifth.",
    basis=Basis.HOUSE,
    sources=(),
    check=_check,
)
