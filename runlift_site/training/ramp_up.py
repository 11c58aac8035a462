"""Ramp-up sets: the lighter sets before a heavy lift.

House rule. A heavy item is approached in sets that get heavier and shorter, none of them tiring:

| Set | Part of the working weight | Reps |
|-----|----------------------------|------|
| 1   | 50 %                       | 5    |
| 2   | 70 %                       | 3    |
| 3   | 85 %                       | 1    |

The third belongs only to working weights of 80 % of the one-rep maximum or more: below that, the
step from 70 % is small. What is not heavy needs no ramp, its first set is light enough to be one. A
set of the ramp never has more reps than the work, and counts for no rule and no number of sets.

The weight stays the same while reps climb within their range, so the ramp goes by the low end of
the range: it does not change from week to week until the exercise, the effort or the range does.
"""

from runlift_site.training.load_reps import percent_1rm
from runlift_site.training.vocabulary import Measure
from runlift_site.training.week import Prescription, RampSet

FULL_RAMP = (RampSet(50, 5), RampSet(70, 3), RampSet(85, 1))
NEAR_MAXIMUM_PERCENT = 80.0
"""From here on, the last step of the ramp is taken."""


def ramp_up(asked: Prescription) -> tuple[RampSet, ...]:
    """The sets before the working sets of a heavy item; none where it is not counted in reps."""
    if asked.measure not in {Measure.REPS, Measure.REPS_PER_SIDE}:
        return ()
    steps = FULL_RAMP if _near_maximum(asked) else FULL_RAMP[:-1]
    return tuple(RampSet(step.percent, min(step.reps, asked.range.low)) for step in steps)


def _near_maximum(asked: Prescription) -> bool:
    effort = asked.effort
    if effort is None:
        return False
    if effort.percent_1rm is not None:
        return effort.percent_1rm >= NEAR_MAXIMUM_PERCENT
    percent = None if effort.rir is None else percent_1rm(asked.range.low, effort.rir)
    return percent is not None and percent >= NEAR_MAXIMUM_PERCENT
