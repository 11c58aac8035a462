"""Changes to an expanded plan, to try what a fix would do.

A lift is known by where its week pattern names it. Who moves it there moves it in every week that
follows the pattern, so that is what is tried.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from runlift_site.training.layout import (
    Edge,
    LiftlessWeek,
    heavy_legs_in,
    run_comes_first,
    slots_on,
    weight_of,
)
from runlift_site.training.vocabulary import Slot
from runlift_site.training.week import Day, Lift, Path, Plan, Session, Week


def home_of(week: Week, path: Path) -> tuple[Day, Lift] | None:
    """The day of a week that holds a lift, and the lift; None where the week has none."""
    return next(((day, lift) for day in week.days for lift in day.lifts if lift.path == path), None)


def run_first(plan: Plan, week: Week) -> bool | None:
    """Whether a run comes before a lift on the same day, after it (False), or either way (None)."""
    return run_comes_first(plan.template.goal.race, week.phase)


def without(plan: Plan, path: Path, week: Week) -> LiftlessWeek:
    """A week without one of its lifts, between the days around every week that has the lift."""
    bare = [tuple(_without_lift(day, path) for day in each.days) for each in plan.weeks]
    here = [n for n, each in enumerate(plan.weeks) if home_of(each, path) is not None]
    before = [bare[n - 1] if n else None for n in here]
    after = [bare[n + 1] if n + 1 < len(bare) else None for n in here]
    return LiftlessWeek(
        days=tuple(_without_lift(day, path) for day in week.days),
        edges=tuple(
            Edge(early[-1] if early else None, late[0] if late else None)
            for early, late in zip(before, after, strict=True)
        ),
        around=(
            *(heavy for days in before if days for heavy in heavy_legs_in(days, -1)),
            *(heavy for days in after if days for heavy in heavy_legs_in(days, 1)),
        ),
        run_first=run_first(plan, week),
    )


def moved(plan: Plan, path: Path, weekday: int) -> Plan:
    """A plan with a lift on another day, in every week that has it."""

    def change(week: Week) -> Week:
        home = home_of(week, path)
        if home is None:
            return week
        days = list(week.days)
        old = home[0].weekday
        days[old] = replace(days[old], sessions=_others(days[old], path))
        days[weekday] = _joined(days[weekday], home[1], run_first(plan, week))
        return replace(week, days=tuple(days))

    return _changed(plan, change)


def exchanged(plan: Plan, path: Path, other: Path) -> Plan:
    """A plan with two lifts on each other's days, in every week that has both."""

    def change(week: Week) -> Week:
        one, two = home_of(week, path), home_of(week, other)
        if one is None or two is None:
            return week
        places = {path: two[1], other: one[1]}
        days = tuple(
            replace(day, sessions=tuple(_exchange(session, places) for session in day.sessions))
            for day in week.days
        )
        return replace(week, days=days)

    return _changed(plan, change)


def lightened(plan: Plan, path: Path) -> Plan:
    """A plan with a lift that does without heavy legs, in every week that has it."""

    def lighter(session: Session) -> Session:
        if isinstance(session, Lift) and session.path == path:
            return replace(session, heavy_leg=False, leg_dominant=False)
        return session

    def change(week: Week) -> Week:
        if home_of(week, path) is None:
            return week
        days = tuple(
            replace(day, sessions=tuple(lighter(session) for session in day.sessions))
            for day in week.days
        )
        return replace(week, days=days)

    return _changed(plan, change)


def _joined(day: Day, lift: Lift, first: bool | None) -> Day:
    """A day with a lift added, morning and afternoon settled where it held a session already."""
    if not day.sessions:
        return replace(day, sessions=(replace(lift, slot=None),))
    slots = slots_on(day, weight_of(lift), first)
    if slots is None:
        return replace(day, sessions=(*day.sessions, lift))
    there, here = slots
    both: Sequence[Session] = (replace(day.sessions[0], slot=there), replace(lift, slot=here))
    return replace(day, sessions=tuple(both if there is Slot.AM else reversed(both)))


def _changed(plan: Plan, change: Callable[[Week], Week]) -> Plan:
    return replace(plan, weeks=tuple(change(week) for week in plan.weeks))


def _others(day: Day, path: Path) -> tuple[Session, ...]:
    return tuple(s for s in day.sessions if not (isinstance(s, Lift) and s.path == path))


def _without_lift(day: Day, path: Path) -> Day:
    return replace(day, sessions=_others(day, path)) if day.lifts else day


def _exchange(session: Session, places: dict[Path, Lift]) -> Session:
    if isinstance(session, Lift) and session.path in places:
        return replace(places[session.path], slot=session.slot)
    return session
