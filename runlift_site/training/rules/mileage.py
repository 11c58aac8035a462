"""R27: running that grows in steps a body can follow."""

from collections.abc import Iterator
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, at
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.plan import Deload
from runlift_site.training.rules.days import run_of, run_on
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import opening, session_named
from runlift_site.training.rules.remedies import written
from runlift_site.training.rules.work import pattern_path
from runlift_site.training.vocabulary import DAY_NAMES, Basis, PhaseName, RunClass, RunType
from runlift_site.training.week import DayInPlace, Plan, Run, Week

MOST_GROWTH_PCT = 10
LONGEST_WITHOUT_EASE = 4
"""Weeks in a row that may all be hard; the fifth is easier."""
SHORT_PLAN_WEEKS = 5
_M_A_TENTH_KM = 100
_M_A_KM = 1000
_EVEN_MINUTES = 5


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    yield from _hard_days_in_a_row(plan)
    yield from _jumps_in_distance(plan)
    yield from _too_long_without_ease(plan)


def _hard_days_in_a_row(plan: Plan) -> Iterator[RuleFinding]:
    for week, places in plan.places:
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
                fix="Neither another day for one of the two nor an easy run in its place passes all"
                " rules.",
                path=run.path,
                trials=partial(_apart, plan, week, place, run, before),
            )


def _apart(plan: Plan, week: Week, place: DayInPlace, run: Run, before: Run) -> Iterator[Trial]:
    """Days that change their runs, the nearest first; then one of the two hard runs made easy."""
    here = place.day
    for day in sorted(week.days, key=lambda day: abs(day.weekday - here.weekday)):
        if day is here or len(day.sessions) > 1 or len(here.sessions) > 1 or day.lifts:
            continue
        other = run_of(day, RunClass.EASY)
        if day.sessions and other is None:
            continue
        with_what = f"change days with {run_on(day, other)}" if other else "move to "
        where = "" if other else DAY_NAMES[day.weekday]
        edits = (
            Edit(here.path, at(plan.template, day.path)),
            Edit(day.path, at(plan.template, here.path)),
        )
        yield Trial(f"Let {run_on(here, run)} {with_what}{where}.", edits)
    hard = ((here, run), (place.before, before))
    for its_day, one in hard:
        if its_day is not None:
            edit = Edit((*one.path, "run"), RunType.EASY)
            yield Trial(f"Make {run_on(its_day, one)} an easy run.", (edit,))


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
                    sentence=f"There are {_km(now)} of running, {_percent(now, before)} more than"
                    f" the {_km(before)} of week {usual.number}",
                    reason="Distance that grows by a tenth or less gives bones and tendons time to"
                    " follow.",
                    fix=f"No single run can be shortened until {_km(most)} are left without a new"
                    " finding.",
                    path=pattern_path(plan, week),
                    trials=partial(_shorter, plan, week, now - most),
                )
        if week.normal:
            usual = week


def _shorter(plan: Plan, week: Week, excess_m: int) -> Iterator[Trial]:
    """One run of the week written shorter, the longest first: where it begins, or throughout."""
    runs = sorted(
        ((day, run) for day in week.days for run in day.runs), key=lambda pair: -pair[1].km
    )
    for day, run in runs:
        written_run = at(plan.template, run.path)
        key = "km" if written_run.km is not None else "minutes"
        span = getattr(written_run, key)
        less = -(-excess_m // _M_A_KM)
        if key == "minutes":
            a_minute_m = _M_A_KM * run.km / run.minutes
            less = _EVEN_MINUTES * -(-excess_m // int(_EVEN_MINUTES * a_minute_m))
        for more in (0, 1):
            cut = less + more * (1 if key == "km" else _EVEN_MINUTES)
            if span.low <= cut:
                break
            shorter = Span(span.low - cut, span.high - cut)
            from_here = Span(span.low - cut, span.high)
            for new in (shorter, from_here) if span.is_single else (from_here, shorter):
                yield Trial(
                    f"Write {key}: {written(new)} for {run_on(day, run)}.",
                    (Edit((*run.path, key), new),),
                )


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
            week=first,
            further=tuple(range(first + 1, week.number + 1)),
            day=None,
            sentence="There is no easier week",
            reason="Training settles in easier weeks; without them tiredness adds up.",
            fix="No week among them can be an easier one without a new error or warning.",
            path=("deload", "weeks") if plan.template.deload else ("weeks",),
            trials=partial(_eased, plan, first, week.number),
        )
        in_a_row = 0  # the next stretch is told about when it is as long again


def _eased(plan: Plan, first: int, last: int) -> Iterator[Trial]:
    """Each of the weeks as an easier one, the last first."""
    deload = plan.template.deload
    for number in range(last, first - 1, -1):
        weeks = tuple(sorted((*(deload.weeks if deload else ()), number)))
        if deload is None:
            new = Deload.model_validate({"weeks": weeks})
        else:
            new = deload.model_copy(update={"weeks": weeks})
        text = f"Write deload: {{weeks: [{', '.join(map(str, weeks))}]}}."
        if deload is not None:
            text = f"Add week {number} to deload.weeks."
        yield Trial(text, (Edit(("deload",), new),))


R27 = Rule(
    id="R27",
    title="Running grows in steps",
    sentence="No two hard runs on days in a row, a tenth more distance at most than in the last"
    " normal week, and in plans of more than five weeks an easier one at least every fifth.",
    basis=Basis.HOUSE,
    sources=(),
    check=_check,
)
