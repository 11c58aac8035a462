"""How load and repetitions belong together: the one formula that everything here goes by.

A load that can be lifted ``n`` times at most is about 100 / (1 + n / 30) percent of the load that
can be lifted once (Epley's formula). A set of so many reps with so many left in reserve is done at
the load for ``n`` = reps + reserve. One repetition at most is the whole of it: 100 percent. Beyond
15 repetitions endurance decides more than strength, and the formula says nothing.
"""

import math
from fractions import Fraction

MOST_REPS_TO_FAILURE = 15
"""Where the formula ends."""
_EPLEY = 30


def part_of_maximum(possible: int) -> Fraction | None:
    """The part of the one-rep maximum that can be lifted so often, exactly.

    Args:
        possible: Repetitions that are possible, at least 1.

    Returns:
        The part; None beyond the formula.
    """
    if possible > MOST_REPS_TO_FAILURE:
        return None
    return Fraction(1) if possible <= 1 else Fraction(_EPLEY, _EPLEY + possible)


def percent_1rm(reps: int, rir: int) -> float | None:
    """The load of a set, in percent of the one-rep maximum.

    Args:
        reps: Repetitions done, at least 1.
        rir: Repetitions left in reserve.

    Returns:
        The percentage; None where reps and reserve come to more than 15, beyond the formula.
    """
    possible = reps + rir
    if possible > MOST_REPS_TO_FAILURE:
        return None
    return 100.0 if possible <= 1 else 100 * _EPLEY / (_EPLEY + possible)


def reps_to_failure(percent: float) -> int:
    """How often a load can be lifted at most: the same formula the other way, at least once.

    Args:
        percent: The load in percent of the one-rep maximum, above 0.
    """
    return max(1, math.floor(_EPLEY * (100 / percent - 1) + 0.5))
