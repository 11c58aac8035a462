"""How much heavy leg work a week of running has room for, over all weeks that could be.

Nothing here is known beforehand: every way to lay out the hard runs of a week is tried, and for
each the lifts are placed by the search that also places them in plans.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise

from runlift_site.training.layout import Layout, LiftlessWeek, Weight, repeating, stand_in
from runlift_site.training.placement import layouts
from runlift_site.training.rules.clear_zone import clear_days
from runlift_site.training.vocabulary import WEEKDAYS, PhaseName, RunType
from runlift_site.training.week import Day, Run, Week

MOST_HARD_RUNS = 3
_DAYS = len(WEEKDAYS)
_SUNDAY = _DAYS - 1
_MOST_HEAVY = 3
_HARD = (RunType.TEMPO, RunType.INTERVALS, RunType.HILLS)
_MINUTES = {RunType.LONG: 90, RunType.EASY: 40}
_HARD_MINUTES = 45
_LIFT_MINUTES = 50
_LIFTS_A_WEEK = 2


@dataclass(frozen=True, slots=True)
class Room:
    """What a week with a long run and some hard runs has room for.

    Attributes:
        hard_runs: How many hard runs.
        without_errors: Most sessions of heavy legs that raise no error; None where hard days could
            not be kept apart.
        without_warnings: Most of them that raise no warning either.
    """

    hard_runs: int
    without_errors: int | None
    without_warnings: int | None


@cache
def rooms() -> tuple[Room, ...]:
    """The table: from no hard run to three, beside a long run."""
    return tuple(
        Room(hard, _most(hard, accept_warnings=True), _most(hard, accept_warnings=False))
        for hard in range(MOST_HARD_RUNS + 1)
    )


@cache
def example_week(hard_runs: int, long_day: int) -> Week:
    """A week with two lifts where they stand best, as much of it heavy legs as goes well.

    Args:
        hard_runs: How many hard runs; there must be a way to keep them apart.
        long_day: Weekday of the long run, 0 is Monday.

    Raises:
        ValueError: The hard runs cannot be kept apart.
    """
    for heavy in range(_LIFTS_A_WEEK, -1, -1):
        weights = (Weight.HEAVY,) * heavy + (Weight.FULL,) * (_LIFTS_A_WEEK - heavy)
        for week in _weeks(hard_runs, long_day):
            found = layouts(week, weights)
            if found:
                return _drawn(week, found[0])
    raise ValueError(hard_runs)


def _most(hard_runs: int, *, accept_warnings: bool) -> int | None:
    # The week repeats, so that a long run on another day is the same week turned round.
    weeks = tuple(_weeks(hard_runs, _SUNDAY))
    if not weeks:
        return None
    return max(
        count
        for week in weeks
        for count in range(_MOST_HEAVY + 1)
        if layouts(week, (Weight.HEAVY,) * count, accept_warnings=accept_warnings)
    )


def _weeks(hard_runs: int, long_day: int) -> Iterator[LiftlessWeek]:
    """All weeks with so many hard runs, none of them beside another or beside the long run."""
    others = [day for day in range(_DAYS) if day != long_day]
    for hard in combinations(others, hard_runs):
        demanding = sorted((*hard, long_day))
        around = pairwise([*demanding, demanding[0] + _DAYS])
        if all(later - earlier > 1 for earlier, later in around):
            kinds = dict(zip(hard, _HARD, strict=False)) | {long_day: RunType.LONG}
            yield repeating(tuple(_day(day, kinds.get(day)) for day in range(_DAYS)))


def _day(weekday: int, kind: RunType | None) -> Day:
    runs = () if kind is None else (_run(weekday, kind),)
    return Day(weekday, runs, (WEEKDAYS[weekday],))


def _run(weekday: int, kind: RunType) -> Run:
    return Run(kind, _MINUTES.get(kind, _HARD_MINUTES), 0.0, False, (WEEKDAYS[weekday],))


def _drawn(week: LiftlessWeek, layout: Layout) -> Week:
    """The week with its lifts; what is left goes to easy runs, one day stays free if it can."""
    placed = dict(zip(layout.days, layout.weights, strict=True))
    lifting = sorted(placed)
    letters = {day: "ABC"[place] for place, day in enumerate(lifting)}
    free = [n for n, day in enumerate(week.days) if not day.sessions and n not in placed]
    easy = free if len(free) < 2 else free[:-1]
    days = []
    for weekday, day in enumerate(week.days):
        if weekday in placed:
            lift = replace(
                stand_in(placed[weekday]), letter=letters[weekday], minutes=_LIFT_MINUTES
            )
            days.append(replace(day, sessions=(*day.sessions, lift)))
        elif weekday in easy:
            days.append(_day(weekday, RunType.EASY))
        else:
            days.append(day)
    bare = Week(1, PhaseName.BASE, "", None, False, tuple(days), frozenset())
    return replace(bare, clear=clear_days(bare, bare, bare))
