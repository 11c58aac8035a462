"""Where a lift that stands badly could go instead."""

from collections.abc import Sequence

from runlift_site.training.rules.days import DayInPlace, run_of, run_on
from runlift_site.training.vocabulary import RunClass
from runlift_site.training.week import Day, Lift, Week


def better_day(lift: Lift, day: Day, week: Week, places: Sequence[DayInPlace]) -> str:
    """A sentence that names the nearest day of the week where the lift would raise nothing.

    Args:
        lift: The lift.
        day: The day it stands on.
        week: Its week, with the days to keep clear.
        places: The days of the week in place.
    """
    what = "the heavy leg work" if lift.heavy_leg else f"lift {lift.letter}"
    open_places = [place for place in places if _is_open(lift, place, day, week)]
    if open_places:
        best = min(open_places, key=lambda p: (abs(p.day.weekday - day.weekday), p.day.weekday))
        return f"Move {what} to {best.name}: {_why(best)}."
    if lift.heavy_leg:
        return (
            f"No other day of week {week.number} is open for heavy legs: make lift {lift.letter} an"
            " upper-body or bodyweight session, or make one of the runs easy."
        )
    return f"No other day of week {week.number} is open: leave {what} out, or make a run easy."


def _is_open(lift: Lift, place: DayInPlace, day: Day, week: Week) -> bool:
    """Whether a day has no other lift and would take this one without a finding."""
    if place.day.weekday == day.weekday or place.day.lifts or len(place.day.sessions) > 1:
        return False
    if run_of(place.day, RunClass.HARD, RunClass.LONG, RunClass.RACE) is not None:
        return False
    if not lift.heavy_leg:
        return True
    neighbours = (
        other for other in (place.before, place.after) if other is not None and other is not day
    )
    rested = not any(other.heavy_leg for near in neighbours for other in near.lifts)
    return rested and place.day.weekday not in week.clear


def _why(place: DayInPlace) -> str:
    runs = place.day.runs
    if runs:
        own = "the run there is easy"
    else:
        own = "no run that day" if place.day.sessions else "the day is free"
    following = run_of(place.after, RunClass.EASY)
    if following is None or place.after is None:
        return own
    too = " too" if runs else ""
    return f"{own}, and {run_on(place.after, following)} is easy{too}"
