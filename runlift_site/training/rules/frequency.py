"""R1, R2 and R3: how many days of a week hold a strength session."""

from collections.abc import Iterator
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding, Trials
from runlift_site.training.rules.strength_days import (
    NO_ROOM,
    NONE_TO_SPARE,
    Stretch,
    fewer_days,
    more_days,
    stretches,
)
from runlift_site.training.rules.work import AROUND_A_RACE
from runlift_site.training.vocabulary import Basis, PhaseName, SessionKind
from runlift_site.training.week import Plan

ROOM_FOR_STRENGTH = frozenset({PhaseName.OFF_SEASON, PhaseName.RETURN_FROM_INJURY})
MOST_DAYS = {
    PhaseName.BASE: 4,
    PhaseName.BUILD: 4,
    PhaseName.PEAK: 3,
    PhaseName.TAPER: 3,
}
"""Most strength days of the phases in which running comes first; two are the fewest."""
_WHERE = {
    PhaseName.OFF_SEASON: "far from a race",
    PhaseName.RETURN_FROM_INJURY: "while coming back from an injury",
    PhaseName.BASE: "in a base phase",
    PhaseName.BUILD: "in a build phase",
    PhaseName.PEAK: "in a peak phase",
    PhaseName.TAPER: "in a taper",
}


def _found(
    rule: str,
    severity: Severity,
    stretch: Stretch,
    text: tuple[str, str, str],
    trials: Trials,
) -> RuleFinding:
    """A finding about weeks: sentence, reason, and what to say where nothing passes."""
    sentence, reason, fix = text
    return RuleFinding(
        rule=rule,
        severity=severity,
        week=stretch.first.number,
        further=tuple(range(stretch.first.number + 1, stretch.last + 1)),
        day=None,
        sentence=sentence,
        reason=reason,
        fix=fix,
        path=(*stretch.path, "strength_per_week"),
        trials=trials,
    )


# R1: strength in every week


def _every_week(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for stretch in stretches(plan):
        week = stretch.first
        small = week.phase in AROUND_A_RACE
        if stretch.days or (small and week.lifts):
            continue
        kind = SessionKind.ADD_ON if small else SessionKind.SHORT
        yield _found(
            "R1",
            Severity.WARNING,
            stretch,
            (
                f"There is no strength {'session, not even an add-on' if small else 'day'}",
                "Strength fades when it is left out, and some strength work beats none.",
                NO_ROOM,
            ),
            partial(more_days, plan, stretch, 1, kind),
        )


R1 = Rule(
    id="R1",
    title="Strength in every week",
    sentence="Every week has a strength day, easier weeks and the taper too; in the week of the"
    " race and after it an add-on is enough.",
    basis=Basis.ARTICLE,
    sources=("S69", "S2"),
    check=_every_week,
)


# R2: three or four days while there is room


def _while_there_is_room(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for stretch in stretches(plan):
        if stretch.first.phase not in ROOM_FOR_STRENGTH or len(stretch.days) in {3, 4}:
            continue
        severity = Severity.INFO if len(stretch.days) == 2 else Severity.WARNING
        yield _outside("R2", severity, plan, stretch, (3, 4))


def _outside(
    rule: str, severity: Severity, plan: Plan, stretch: Stretch, bounds: tuple[int, int]
) -> RuleFinding:
    count = len(stretch.days)
    fewest, most = bounds
    usual = f"{fewest} to {most} are right {_WHERE[stretch.first.phase]}"
    many = "More days leave too little time to recover between lifts and runs."
    few = {
        "R2": "With little running there is room to get strong; that pays off later.",
        "R3": "Two days a week still pay when running takes the most time.",
    }
    sentence = (
        f"There {'is' if count == 1 else 'are'} {count} strength"
        f" {'day' if count == 1 else 'days'} a week, and {usual}"
    )
    if count < fewest:
        more = partial(more_days, plan, stretch, fewest - count, SessionKind.SHORT)
        return _found(rule, severity, stretch, (sentence, few[rule], NO_ROOM), more)
    fewer = partial(fewer_days, plan, stretch, most)
    return _found(rule, severity, stretch, (sentence, many, NONE_TO_SPARE), fewer)


R2 = Rule(
    id="R2",
    title="Three or four lifts with room",
    sentence="Far from a race, and while coming back from an injury, 3 or 4 days a week are"
    " strength days; 2 are a few less than there is room for.",
    basis=Basis.ARTICLE,
    sources=("S29", "S30", "S32"),
    check=_while_there_is_room,
)


# R3: two or more days beside full running


def _beside_running(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for stretch in stretches(plan):
        most = MOST_DAYS.get(stretch.first.phase)
        if most is not None and not 2 <= len(stretch.days) <= most:
            yield _outside("R3", Severity.WARNING, plan, stretch, (2, most))


R3 = Rule(
    id="R3",
    title="Two lifts beside full running",
    sentence="In base and build phases 2 to 4 days a week are strength days, near the race 2 or 3.",
    basis=Basis.ARTICLE,
    sources=("S31", "S32"),
    check=_beside_running,
)
