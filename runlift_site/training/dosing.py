"""Which number of a range a week asks for: double progression, written out.

Each normal week in which a session is done takes its items one step up their range: one rep, 5
seconds, 5 metres. At the top, the next normal week adds load and begins again at the low end. What
cannot be made harder stays at the top. A range of one number holds: there is nothing to climb.

The count goes on across phases. It begins anew where a phase swaps the exercise, and, for exercises
that grow by load, where the effort changes: a harder effort at the old number of reps would be two
steps in one week.
"""

from dataclasses import dataclass
from functools import cache

from runlift_site.training.fields import Span
from runlift_site.training.loads import Growth
from runlift_site.training.vocabulary import Measure

STEPS = {
    Measure.REPS: 1,
    Measure.REPS_PER_SIDE: 1,
    Measure.SECONDS: 5,
    Measure.SECONDS_PER_SIDE: 5,
    Measure.METRES: 5,
    Measure.BREATHS: 1,
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an item has come.

    Attributes:
        exercise: Id of the exercise.
        rir: Reps in reserve asked for, None where effort is not counted in them.
        step: Normal weeks done before this one since the count began.
        harder: Whether the count began anew because the effort became harder.
    """

    exercise: str
    rir: int | None
    step: int = 0
    harder: bool = False


@dataclass(frozen=True, slots=True)
class WeekDose:
    """One number of a range, and whether the load goes up to reach it."""

    amount: int
    load_rises: bool = False


@cache
def climb(span: Span, measure: Measure) -> tuple[int, ...]:
    """The numbers of a range from low to high in the steps of its measure."""
    return (*range(span.low, span.high, STEPS[measure]), span.high)


def advanced(last: Progress | None, exercise: str, rir: int | None, growth: Growth) -> Progress:
    """Where an item stands in a normal week, given where it stood in the one before."""
    if last is None or last.exercise != exercise:
        return Progress(exercise, rir)
    if growth.by_load and last.rir != rir:
        harder = rir is not None and last.rir is not None and rir < last.rir
        return Progress(exercise, rir, harder=harder)
    return Progress(exercise, rir, last.step + 1, last.harder)


def kept(last: Progress | None, exercise: str, rir: int | None, growth: Growth) -> Progress:
    """Where an item stands in an easier week: as in the last normal one, if it is the same item."""
    if last is None or last.exercise != exercise or (growth.by_load and last.rir != rir):
        return Progress(exercise, rir)
    return last


def dose(span: Span, measure: Measure, progress: Progress, growth: Growth) -> WeekDose:
    """The number that double progression asks for.

    Args:
        span: The item's range.
        measure: What the range counts.
        progress: How far the item has come.
        growth: What can be made harder about it.
    """
    numbers = climb(span, measure)
    started_harder = progress.step == 0 and progress.harder
    if growth is Growth.NOTHING or len(numbers) == 1:
        return WeekDose(numbers[min(progress.step, len(numbers) - 1)], started_harder)
    again = progress.step % len(numbers)
    return WeekDose(numbers[again], started_harder or (again == 0 and progress.step > 0))
