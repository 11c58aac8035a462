"""Runs of a week: distances and times between the first and last week of a phase."""

from runlift_site.training.calendar import PlanWeek
from runlift_site.training.fields import Span
from runlift_site.training.plan import CrossTrainEntry, Pace, RunEntry
from runlift_site.training.vocabulary import RunClass
from runlift_site.training.week import CrossTraining, Path, Run

SHORT_MINUTES = 20
"""Below this, times are worked out to the minute; above, to 5 minutes."""


def planned_run(entry: RunEntry, week: PlanWeek, pace: Pace, path: Path) -> Run:
    """A run in one week.

    What the author wrote stays as it is; what is worked out between two amounts, or for an easier
    week, is a whole number of kilometres or a multiple of five minutes. A race is never shortened.

    Args:
        entry: The run as written, with a distance or a time.
        week: The week.
        pace: Pace by class of run; a race counts as hard.
        path: Where the run is written.
    """
    race = entry.run.run_class is RunClass.RACE
    factor = 1.0 if race else week.run_factor
    seconds_a_km = {
        RunClass.EASY: pace.easy,
        RunClass.LONG: pace.long,
        RunClass.HARD: pace.hard,
        RunClass.RACE: pace.hard,
    }[entry.run.run_class]
    if entry.km is not None:
        km = float(_whole_km(_between(entry.km, week), factor))
        minutes = max(1, int(km * seconds_a_km / 60 + 0.5))
    else:
        assert entry.minutes is not None
        minutes = _even_minutes(entry.minutes, week, factor)
        km = round(minutes * 60 / seconds_a_km, 1)
    return Run(
        run_type=entry.run,
        minutes=minutes,
        km=km,
        by_distance=entry.km is not None,
        path=path,
        slot=entry.slot,
        treadmill_ok=entry.treadmill_ok,
        note=entry.note,
    )


def planned_cross_training(entry: CrossTrainEntry, week: PlanWeek, path: Path) -> CrossTraining:
    """Cross-training in one week; easier weeks leave it as it is."""
    return CrossTraining(
        activity=entry.cross_train,
        minutes=_even_minutes(entry.minutes, week, 1.0),
        path=path,
        slot=entry.slot,
    )


def _between(span: Span, week: PlanWeek) -> float:
    """The amount of a week: even steps from the low end to the high end."""
    if not week.run_steps:
        return float(span.low)
    return span.low + (span.high - span.low) * week.run_step / week.run_steps


def _whole_km(km: float, factor: float) -> int:
    # The usual week is rounded first, so that the easier one is a part of what was really run.
    return max(1, int(int(km + 0.5) * factor + 0.5))


def _even_minutes(span: Span, week: PlanWeek, factor: float) -> int:
    exact = _between(span, week)
    usual = int(exact) if exact in {span.low, span.high} else _rounded(exact)
    usual = min(max(usual, span.low), span.high)
    return usual if factor == 1.0 else max(1, _rounded(usual * factor))


def _rounded(minutes: float) -> int:
    grain = 5 if minutes >= SHORT_MINUTES else 1
    return int(minutes / grain + 0.5) * grain
