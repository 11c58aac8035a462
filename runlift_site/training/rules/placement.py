"""R20, R21 and R22: where in the week a lift may stand.

Each rule judges one lift on one day between its neighbours. So the same judgement serves the plan
check, which asks about the lifts of a plan, and the clear zone, which asks about a session of heavy
leg work that is not there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.rules.days import RUN_NAMES, run_of, run_on
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.vocabulary import Basis, RunClass, SessionKind
from runlift_site.training.week import DayInPlace, Lift, Plan

_NO_DAY = "No other day of the week passes all rules."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says about a lift on a day."""

    rule: str
    severity: Severity
    sentence: str
    reason: str


def _shown(lift: Lift) -> str:
    if lift.heavy_leg:
        return "Heavy legs"
    return "An add-on" if lift.kind is SessionKind.ADD_ON else f"Lift {lift.letter}"


# R20: not on the day of a hard run


def on_hard_day(lift: Lift, place: DayInPlace) -> Iterator[Verdict]:
    """Judge a lift on the day of a hard run."""
    run = run_of(place.day, RunClass.HARD)
    if run is None:
        return
    if lift.heavy_leg:
        severity = Severity.ERROR
    elif lift.kind is SessionKind.ADD_ON:
        severity = Severity.INFO
    else:
        severity = Severity.WARNING
    yield Verdict(
        "R20",
        severity,
        f"{_shown(lift)} on {place.name}, the day of the {RUN_NAMES[run.run_type]}",
        "A hard run and a lift on one day spoil each other; lifts belong on the days of easy runs.",
    )


# R21: the long run and the race have their day to themselves


def on_long_day(lift: Lift, place: DayInPlace) -> Iterator[Verdict]:
    """Judge a lift on the day of a long run or race."""
    run = run_of(place.day, RunClass.RACE, RunClass.LONG)
    if run is None:
        return
    add_on = lift.kind is SessionKind.ADD_ON
    yield Verdict(
        "R21",
        Severity.WARNING if add_on else Severity.ERROR,
        f"{_shown(lift)} on {place.name}, the day of the {RUN_NAMES[run.run_type]}",
        "The long run or race is enough for one day: it needs fresh legs, and rest afterwards.",
    )


# R22: heavy legs keep a day's distance from hard running


def near_hard_day(lift: Lift, place: DayInPlace) -> Iterator[Verdict]:
    """Judge heavy leg work by the runs of the day before and the day after."""
    if not lift.heavy_leg:
        return
    hard_before = run_of(place.before, RunClass.HARD, RunClass.RACE)
    if hard_before is not None and place.before is not None:
        yield Verdict(
            "R22",
            Severity.WARNING,
            f"Heavy legs on {place.name}, the day after {run_on(place.before, hard_before)}",
            "Legs that are tired from hard running lift badly and recover slowly.",
        )
    hard_after = run_of(place.after, RunClass.HARD, RunClass.RACE)
    long_after = run_of(place.after, RunClass.LONG)
    if hard_after is not None and place.after is not None:
        yield Verdict(
            "R22",
            Severity.ERROR,
            f"Heavy legs on {place.name}, the day before {run_on(place.after, hard_after)}",
            "Heavy leg work costs speed, and running feels harder until the next day or longer.",
        )
    elif long_after is not None and place.after is not None:
        yield Verdict(
            "R22",
            Severity.WARNING,
            f"Heavy legs on {place.name}, the day before {run_on(place.after, long_after)}",
            "After heavy leg work the next run should be easy; a long run is not.",
        )


Judge = Callable[[Lift, DayInPlace], Iterable[Verdict]]


def _check(judge: Judge) -> Callable[[Plan, Library], Iterable[RuleFinding]]:
    """The check of a rule that judges lifts one by one."""

    def check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
        for week, places in plan.places:
            for place in places:
                for lift in place.day.lifts:
                    for verdict in judge(lift, place):
                        yield RuleFinding(
                            rule=verdict.rule,
                            severity=verdict.severity,
                            week=week.number,
                            day=place.day.weekday,
                            sentence=verdict.sentence,
                            reason=verdict.reason,
                            fix=_NO_DAY,
                            path=lift.path,
                            move=lift.path,
                        )

    return check


R20 = Rule(
    id="R20",
    title="No lifting on hard-run days",
    sentence="Lifts stand on the days of easy runs or on days without a run, never on the day of a"
    " hard run; heavy leg work least of all.",
    basis=Basis.ARTICLE,
    sources=("S53", "S57", "S58", "S59", "S70"),
    check=_check(on_hard_day),
)
R21 = Rule(
    id="R21",
    title="The long run stands alone",
    sentence="The day of the long run or race holds nothing else.",
    basis=Basis.ARTICLE,
    sources=("S55",),
    check=_check(on_long_day),
)
R22 = Rule(
    id="R22",
    title="Heavy legs away from hard runs",
    sentence="Heavy leg work never comes the day before a hard run or race, better not the day"
    " after one, and the next day's run is easy.",
    basis=Basis.ARTICLE,
    sources=(
        "S70",
        "S71",
        "S72",
        "S73",
        "S74",
        "doi:10.1139/apnm-2012-0362",
        "doi:10.1007/s40279-017-0758-3",
    ),
    check=_check(near_hard_day),
)
PLACEMENT_JUDGES: tuple[Judge, ...] = (on_hard_day, on_long_day, near_hard_day)


def faults(lift: Lift, place: DayInPlace) -> tuple[Verdict, ...]:
    """The errors and warnings of R20, R21 and R22 about a lift on a day.

    Notes are left out: they do not keep a lift from a day.
    """
    return tuple(
        verdict
        for judge in PLACEMENT_JUDGES
        for verdict in judge(lift, place)
        if verdict.severity is not Severity.INFO
    )
