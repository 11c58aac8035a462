"""Days with their neighbours: Sunday is followed by the next week's Monday."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runlift_site.training.vocabulary import RunClass, RunType
from runlift_site.training.week import Day, Run, Week

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

RUN_NAMES = {
    RunType.EASY: "easy run",
    RunType.RECOVERY: "recovery run",
    RunType.WALK_RUN: "walk-run",
    RunType.STRIDES: "strides",
    RunType.LONG: "long run",
    RunType.TEMPO: "tempo run",
    RunType.INTERVALS: "intervals",
    RunType.HILLS: "hill repeats",
    RunType.FARTLEK: "fartlek",
    RunType.RACE_PACE: "race-pace run",
    RunType.TIME_TRIAL: "time trial",
    RunType.PROGRESSION: "progression run",
    RunType.RACE: "race",
}


@dataclass(frozen=True, slots=True)
class DayInPlace:
    """A day with the days around it; None at the ends of a plan."""

    before: Day | None
    day: Day
    after: Day | None

    @property
    def name(self) -> str:
        """Name of the weekday."""
        return DAY_NAMES[self.day.weekday]


def in_place(
    week: Week, previous: Week | None = None, following: Week | None = None
) -> tuple[DayInPlace, ...]:
    """The days of a week between the Sunday before and the Monday after."""
    days = (
        previous.days[-1] if previous else None,
        *week.days,
        following.days[0] if following else None,
    )
    return tuple(
        DayInPlace(days[index], day, days[index + 2]) for index, day in enumerate(week.days)
    )


def weeks_in_place(weeks: Sequence[Week]) -> Iterator[tuple[Week, tuple[DayInPlace, ...]]]:
    """Each week of a plan with its days in place."""
    for index, week in enumerate(weeks):
        previous = weeks[index - 1] if index else None
        following = weeks[index + 1] if index + 1 < len(weeks) else None
        yield week, in_place(week, previous, following)


def run_of(day: Day | None, *classes: RunClass) -> Run | None:
    """The first run of a day that is of one of the classes, None if there is none."""
    if day is None:
        return None
    return next((run for run in day.runs if run.run_class in classes), None)


def run_on(day: Day, run: Run) -> str:
    """A run with its day: "Wednesday's tempo run"."""
    return f"{DAY_NAMES[day.weekday]}'s {RUN_NAMES[run.run_type]}"
