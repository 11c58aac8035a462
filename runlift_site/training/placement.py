"""Where the lifts of a week can stand: every layout that raises no error or warning, best first.

The days that a lift may take are told by the same judgement that checks plans, so what is found
here passes there. All layouts are tried; there are few enough.

Layouts are ranked by, in this order:

1. warnings, where the search may accept any;
2. days of their own for the lifts, heavy legs above all; in weeks of six or seven runs, where lifts
   must share days anyway, it is the day of rest that is kept; an add-on follows an easy run;
3. an easy run or rest on the day after heavy legs, with no other lift on it;
4. days between sessions of heavy legs, up to three;
5. no lifts on two days in a row;
6. lifts other than heavy legs away from the days around hard and long runs;
7. lifts spread evenly over the week;
8. lifts early in the week.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from runlift_site.diagnostics.model import Severity
from runlift_site.training.layout import Layout, LiftlessWeek, Weight, slots_on, stand_in
from runlift_site.training.rules.days import run_of
from runlift_site.training.rules.order import MOST_RUN_DAYS
from runlift_site.training.rules.placement import Verdict, faults
from runlift_site.training.rules.spacing import HeavyLegs, too_close
from runlift_site.training.vocabulary import RunClass
from runlift_site.training.week import Day, Run

_HEAVY_LEGS = stand_in(Weight.HEAVY)
_MIDDLE = frozenset({Weight.FULL, Weight.LIGHT})
_DEMANDING = (RunClass.HARD, RunClass.LONG, RunClass.RACE)
_DAYS = 7
_WIDE_GAP_DAYS = 3
_CLOSE_GAP_DAYS = 2

Cost = tuple[int, ...]


def layouts(
    week: LiftlessWeek, weights: Sequence[Weight], *, accept_warnings: bool = False
) -> tuple[Layout, ...]:
    """All ways to place lifts in a week, best first; empty where they do not fit.

    Lifts of one weight stand in the order they are given.

    Args:
        week: The week.
        weights: The lifts.
        accept_warnings: Whether R20, R21 and R22 may warn. Errors and heavy legs less than 48 hours
            apart are never accepted.
    """
    search = _Search(week, frozenset(weights), accept_warnings)
    ranked = sorted((search.cost(days, weights), days) for days in search.all_days(weights))
    return tuple(Layout(tuple(weights), days, search.accepted(days, weights)) for _, days in ranked)


def open_days(week: LiftlessWeek, weight: Weight) -> tuple[int, ...]:
    """Weekdays that a single lift of some weight could take without an error or warning."""
    return _Search(week, frozenset({weight}), accept_warnings=False).open_days[weight]


class _Search:
    """What is known of each day before any lift is placed.

    Args:
        week: The week.
        weights: The weights of the lifts.
        accept_warnings: Whether warnings may stand.
    """

    def __init__(
        self, week: LiftlessWeek, weights: frozenset[Weight], accept_warnings: bool
    ) -> None:
        self._week = week
        self._weights = tuple(weight for weight in Weight if weight in weights)
        self._faults = {
            (weight, weekday): _faults(week, weight, weekday)
            for weight in self._weights
            for weekday in range(_DAYS)
        }
        grave = frozenset({Severity.ERROR}) if accept_warnings else frozenset(Severity)
        self.open_days = {
            weight: tuple(
                weekday
                for weekday, day in enumerate(week.days)
                if _takes_a_lift(day, weight, week.run_first)
                and not any(one.severity in grave for one in self._faults[weight, weekday])
                and not (weight is Weight.HEAVY and _crowded(week, weekday))
            )
            for weight in self._weights
        }
        self._around = [self._next_to_hard(weekday) for weekday in range(_DAYS)]
        self._shares = {
            (weight, weekday): _crowds(week, weight, day)
            for weight in self._weights
            for weekday, day in enumerate(week.days)
        }
        self._standing = [weekday for weekday, day in enumerate(week.days) if day.lifts]

    def all_days(self, weights: Sequence[Weight]) -> Iterator[tuple[int, ...]]:
        """The days of every layout, in the order of the lifts."""
        groups = [(w, [i for i, one in enumerate(weights) if one is w]) for w in self._weights]
        found = [0] * len(weights)

        def place(group: int, taken: frozenset[int]) -> Iterator[tuple[int, ...]]:
            if group == len(groups):
                yield tuple(found)
                return
            weight, indexes = groups[group]
            free = [day for day in self.open_days[weight] if day not in taken]
            for chosen in combinations(free, len(indexes)):
                if weight is Weight.HEAVY and not self._apart(chosen):
                    continue
                for index, day in zip(indexes, chosen, strict=True):
                    found[index] = day
                yield from place(group + 1, taken | set(chosen))

        return place(0, frozenset())

    def accepted(self, days: Sequence[int], weights: Sequence[Weight]) -> tuple[Verdict, ...]:
        """The warnings that a layout raises."""
        return tuple(
            fault
            for weight, day in zip(weights, days, strict=True)
            for fault in self._faults[weight, day]
        )

    def cost(self, days: tuple[int, ...], weights: Sequence[Weight]) -> Cost:
        """What speaks against a layout, the gravest first."""
        placed = list(zip(weights, days, strict=True))
        heavy = sorted(day for weight, day in placed if weight is Weight.HEAVY)
        lifting = sorted([*days, *self._standing])
        gaps = days_between(lifting, repeats=True)
        return (
            sum(len(self._faults[one]) for one in placed),
            sum(self._shares[one] for one in placed),
            sum(self._shares[Weight.HEAVY, day] for day in heavy),
            sum(self._busy_after(day, lifting) for day in heavy),
            -min([_WIDE_GAP_DAYS, *days_between(heavy, self._week.repeats)]),
            -min([_CLOSE_GAP_DAYS, *gaps]),
            sum(self._around[day] for weight, day in placed if weight in _MIDDLE),
            -min(gaps, default=0),
            sum(gap * gap for gap in gaps),
            *days,
        )

    def _apart(self, heavy: tuple[int, ...]) -> bool:
        sessions = [_heavy_legs(self._week, day) for day in heavy]
        if self._week.repeats and sessions:
            first = sessions[0]
            sessions.append(HeavyLegs(first.day + _DAYS, first.lift))
        return not any(too_close(one, other) for one, other in pairwise(sessions))

    def _busy_after(self, weekday: int, lifting: Sequence[int]) -> bool:
        """Whether the day after holds more than an easy run."""
        if weekday == _DAYS - 1 and not self._week.repeats:
            after = [edge.after for edge in self._week.edges]
            return any(day is not None and is_busy(day) for day in after)
        following = (weekday + 1) % _DAYS
        return following in lifting or is_busy(self._week.days[following])

    def _next_to_hard(self, weekday: int) -> int:
        """How many of the days around a day hold hard or long running, at most."""
        places = self._week.places(weekday)
        return max(
            sum(run_of(day, *_DEMANDING) is not None for day in (place.before, place.after))
            for place in places
        )


def _faults(week: LiftlessWeek, weight: Weight, weekday: int) -> tuple[Verdict, ...]:
    lift = stand_in(weight)
    found = (fault for place in week.places(weekday) for fault in faults(lift, place))
    return tuple(dict.fromkeys(found))


def _takes_a_lift(day: Day, weight: Weight, run_first: bool | None) -> bool:
    if day.lifts:
        return False
    return not day.sessions or slots_on(day, weight, run_first) is not None


def _heavy_legs(week: LiftlessWeek, weekday: int) -> HeavyLegs:
    """Heavy legs on a day that takes them, with their time of day where it matters."""
    day = week.days[weekday]
    slots = slots_on(day, Weight.HEAVY, week.run_first) if day.sessions else None
    return HeavyLegs(weekday, replace(_HEAVY_LEGS, slot=slots[1] if slots else None))


def _crowded(week: LiftlessWeek, weekday: int) -> bool:
    """Whether heavy legs would come too close to some that stand in the week or around it."""
    here = _heavy_legs(week, weekday)
    return any(too_close(here, standing) for standing in week.heavy_legs)


def _crowds(week: LiftlessWeek, weight: Weight, day: Day) -> int:
    if weight is Weight.ADD_ON:
        return run_of(day, RunClass.EASY) is None
    if week.run_days > MOST_RUN_DAYS:
        return not day.sessions
    return bool(day.sessions)


def is_busy(day: Day) -> bool:
    """Whether a day holds more than an easy run."""
    return any(
        not (isinstance(session, Run) and session.run_class is RunClass.EASY)
        for session in day.sessions
    )


def days_between(days: Sequence[int], repeats: bool) -> list[int]:
    """Days from each to the next; also round the week where it repeats."""
    return [later - earlier for earlier, later in pairwise([*days, *_next(days, repeats)])]


def _next(days: Sequence[int], repeats: bool) -> list[int]:
    return [days[0] + _DAYS] if repeats and len(days) > 1 else []
