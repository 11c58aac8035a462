"""Days with their neighbours: Sunday is followed by the next week's Monday."""

from runlift_site.training.vocabulary import DAY_NAMES, RunClass, RunType
from runlift_site.training.week import Day, DayInPlace, Run, Week

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


def run_of(day: Day | None, *classes: RunClass) -> Run | None:
    """The first run of a day that is of one of the classes, None if there is none."""
    if day is None:
        return None
    for run in day.runs:
        if run.run_class in classes:
            return run
    return None


def run_on(day: Day, run: Run) -> str:
    """A run with its day: "Wednesday's tempo run"."""
    return f"{DAY_NAMES[day.weekday]}'s {RUN_NAMES[run.run_type]}"
