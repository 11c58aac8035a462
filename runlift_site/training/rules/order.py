"""R23 and R24: two sessions on one day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit
from runlift_site.training.layout import run_comes_first
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import lift_named, opening, session_named
from runlift_site.training.rules.placement import faults
from runlift_site.training.rules.spacing import HeavyLegs, heavy_legs_of, too_close
from runlift_site.training.vocabulary import DAY_NAMES, Basis, SessionKind, Slot
from runlift_site.training.week import Day, DayInPlace, Lift, Path, Plan, Run, Session, Week

# R23: which of two sessions comes first

_RUN_FIRST = "What comes first is done fresh, and in a plan that leads to a race that is the run."
_LIFT_FIRST = (
    "Coming back from an injury, strength is what matters most, so it is the part done fresh."
)


def _preferred(plan: Plan, week: Week, day: Day) -> Session | None:
    """The session that should come first on a day with a run and a lift; None where either may.

    An add-on follows its run by what it is, so it is never asked to come first.
    """
    if not day.runs or not day.lifts:
        return None
    run_leads = run_comes_first(plan.template.goal.race, week.phase)
    if run_leads is None or (not run_leads and day.lifts[0].kind is SessionKind.ADD_ON):
        return None
    return day.runs[0] if run_leads else day.lifts[0]


def _check_order(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for week in plan.weeks:
        for day in week.days:
            if len(day.sessions) < 2:
                continue
            first, second = day.sessions[:2]
            preferred = _preferred(plan, week, day)
            if first.slot is None or second.slot is None:
                yield _unordered(week, day, preferred)
            elif preferred is second:
                yield _reversed(week, day, isinstance(second, Run))


def _unordered(week: Week, day: Day, preferred: Session | None) -> RuleFinding:
    first, second = day.sessions[:2]
    early = preferred or next(iter(day.runs), first)
    late = second if early is first else first
    return RuleFinding(
        rule="R23",
        severity=Severity.ERROR,
        week=week.number,
        day=day.weekday,
        sentence=f"{DAY_NAMES[day.weekday]} holds {session_named(first)} and"
        f" {session_named(second)}, but not which comes first",
        reason="The earlier session of a day gets the best effort, so the order has to be said.",
        fix=_NO_ORDER,
        path=day.path,
        trials=partial(_orders, early, late, preferred is None),
    )


def _reversed(week: Week, day: Day, run_leads: bool) -> RuleFinding:
    first, second = day.sessions[:2]
    return RuleFinding(
        rule="R23",
        severity=Severity.WARNING,
        week=week.number,
        day=day.weekday,
        sentence=f"{opening(session_named(first))} comes before {session_named(second)} on"
        f" {DAY_NAMES[day.weekday]}",
        reason=_RUN_FIRST if run_leads else _LIFT_FIRST,
        fix=_NO_ORDER,
        path=day.path,
        trials=partial(_orders, second, first, False),
    )


_NO_ORDER = "Neither order passes all rules."


def _orders(early: Session, late: Session, either: bool) -> Iterator[Trial]:
    """The order to write, and where either will do the other one too."""
    for one, other in ((early, late), (late, early))[: 2 if either else 1]:
        yield Trial(
            f"Write slot: am for {session_named(one)} and slot: pm for {session_named(other)}.",
            (Edit((*one.path, "slot"), Slot.AM), Edit((*other.path, "slot"), Slot.PM)),
        )


R23 = Rule(
    id="R23",
    title="The first session gets the best",
    sentence="Two sessions on one day say which comes first: the run where the plan leads to a"
    " race, the lift when coming back from an injury, otherwise either.",
    basis=Basis.ARTICLE,
    sources=(
        "S50",
        "S51",
        "S52",
        "doi:10.1139/apnm-2012-0362",
        "doi:10.3389/fphys.2023.1072679",
    ),
    check=_check_order,
)


# R24: room for a day of its own

MOST_RUN_DAYS = 5
"""With more run days in the week, a lift has to share its day."""


def _check_room(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    weeks = plan.places
    free: dict[Path, tuple[int, ...]] = {}
    for week, places in weeks:
        if sum(1 for day in week.days if day.runs) > MOST_RUN_DAYS:
            continue
        for place in places:
            lift = _moveable(place.day)
            if lift is None:
                continue
            if lift.path not in free:
                free[lift.path] = _free_days(plan, weeks, lift.path)
            if free[lift.path]:
                yield _with_room(lift, place, week, free[lift.path])


def _moveable(day: Day) -> Lift | None:
    """The lift that shares its day; an add-on stays with its run, since that is what it is for."""
    if len(day.sessions) < 2:
        return None
    return next((lift for lift in day.lifts if lift.kind is not SessionKind.ADD_ON), None)


def _free_days(
    plan: Plan, weeks: Sequence[tuple[Week, tuple[DayInPlace, ...]]], path: Path
) -> tuple[int, ...]:
    """Weekdays without a session that would take a lift without a finding of R20, R21, R22 or R26.

    A lift that moves in a week pattern moves in every week that follows it, so the day has to suit
    all of them.
    """
    homes = [
        (places, lift)
        for _, places in weeks
        for place in places
        for lift in place.day.lifts
        if lift.path == path
    ]
    heavy = heavy_legs_of(plan)
    return tuple(
        weekday
        for weekday in range(len(DAY_NAMES))
        if all(
            not places[weekday].day.sessions and not faults(lift, places[weekday])
            for places, lift in homes
        )
        and not _crowded(heavy, path, weekday)
    )


def _crowded(heavy: Sequence[HeavyLegs], path: Path, weekday: int) -> bool:
    """Whether heavy leg work is too close to other heavy legs once it stands on a weekday."""
    # On a day of its own nothing needs a time of day, so whole days count.
    moved = sorted(
        (
            HeavyLegs(one.day - one.weekday + weekday, replace(one.lift, slot=None))
            if one.lift.path == path
            else one
            for one in heavy
        ),
        key=lambda one: one.day,
    )
    return any(
        too_close(one, other) for one, other in pairwise(moved) if path in {one.path, other.path}
    )


def _with_room(lift: Lift, place: DayInPlace, week: Week, free: Sequence[int]) -> RuleFinding:
    here = place.day.weekday
    nearest = min(free, key=lambda day: (abs(day - here), day))
    other = next(one for one in place.day.sessions if one is not lift)
    return RuleFinding(
        rule="R24",
        severity=Severity.INFO,
        week=week.number,
        day=here,
        sentence=f"{opening(lift_named(lift))} shares {place.name} with {session_named(other)},"
        f" though {DAY_NAMES[nearest]} is free",
        reason="With room in the week, run and lift each go better on a day of their own; better,"
        " not required.",
        fix="No free day passes all rules.",
        path=lift.path,
        move=lift.path,
    )


R24 = Rule(
    id="R24",
    title="A day each where there is room",
    sentence="A lift shares its day only if no free day of the week could take it; in weeks of six"
    " run days or more it has to.",
    basis=Basis.ARTICLE,
    sources=("S76", "S56"),
    check=_check_room,
)
