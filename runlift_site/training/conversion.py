"""How a dose changes when another exercise stands in for the one that was written.

| Written range ends at | Home             | Bodyweight                                      |
|-----------------------|------------------|-------------------------------------------------|
| 5 reps or fewer       | 6 to 8           | 6 to 10 each side, or 8 to 12; tempo 3-1-1-0    |
| 6 to 8 reps           | 8 to 10          | 8 to 12 each side, or 10 to 15                  |
| more                  | 10 to 12         | 12 to 20                                        |
| jumps and hops        | the same count   | the same count: never more landings             |
| holds and carries     | the same time    | the same time                                   |

Sets, rest and effort stay. A number of reps never falls, and none goes above 20. "Each side" goes
by how the stand-in is measured. Between kinds of measure: a repetition takes about 3 s, a breath
about 5 s, and a carry covers about a metre a second; times are rounded to 5 s.
"""

from dataclasses import dataclass

from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import JUMP_PATTERNS, Measure, Tier

MOST_REPS = 20
SLOW_TEMPO = "3-1-1-0"
"""Three seconds down: makes a light movement hard enough for few reps."""

_REPS = frozenset({Measure.REPS, Measure.REPS_PER_SIDE})
_SECONDS_EACH = {
    Measure.REPS: 3,
    Measure.REPS_PER_SIDE: 3,
    Measure.SECONDS: 1,
    Measure.SECONDS_PER_SIDE: 1,
    Measure.METRES: 1,
    Measure.BREATHS: 5,
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: for written ranges that end at ``top`` reps or fewer."""

    top: int
    home: Span
    bodyweight: Span
    bodyweight_per_side: Span
    slow: bool = False


ROWS = (
    Row(5, Span(6, 8), Span(8, 12), Span(6, 10), slow=True),
    Row(8, Span(8, 10), Span(10, 15), Span(8, 12)),
    Row(999, Span(10, 12), Span(12, 20), Span(12, 20)),
)


@dataclass(frozen=True, slots=True)
class Converted:
    """A dose for a stand-in."""

    measure: Measure
    amount: Span
    tempo: str | None


def converted(
    written: Exercise,
    stand_in: Exercise,
    tier: Tier,
    measure: Measure,
    amount: Span,
    tempo: str | None,
) -> Converted:
    """The dose of a stand-in.

    Args:
        written: The exercise as written.
        stand_in: The exercise that takes its place.
        tier: Kit of the session.
        measure: What the written dose counts.
        amount: Its range.
        tempo: Its tempo.
    """
    counts_reps = measure in _REPS
    if counts_reps != (stand_in.measure in _REPS) or not counts_reps:
        return Converted(stand_in.measure, _across(measure, stand_in.measure, amount), tempo)
    if written.pattern in JUMP_PATTERNS:
        return Converted(stand_in.measure, amount, tempo)
    row = next(row for row in ROWS if amount.high <= row.top)
    if tier is Tier.HOME:
        return Converted(stand_in.measure, _not_fewer(row.home, amount), tempo)
    span = row.bodyweight_per_side if stand_in.measure.per_side else row.bodyweight
    return Converted(stand_in.measure, _not_fewer(span, amount), SLOW_TEMPO if row.slow else tempo)


def _not_fewer(span: Span, written: Span) -> Span:
    """Where lighter work was already written with more reps, they stay."""
    low, high = max(span.low, written.low), max(span.high, written.high)
    return Span(min(low, MOST_REPS), min(high, MOST_REPS))


def _across(old: Measure, new: Measure, amount: Span) -> Span:
    """The same time under tension in another measure."""
    if _SECONDS_EACH[old] == _SECONDS_EACH[new] and (old in _REPS) == (new in _REPS):
        return amount
    low, high = (
        _rounded(end * _SECONDS_EACH[old] / _SECONDS_EACH[new], to=_grain(new))
        for end in (amount.low, amount.high)
    )
    if new in _REPS:
        low, high = min(low, MOST_REPS), min(high, MOST_REPS)
    return Span(low, high)


def _grain(measure: Measure) -> int:
    return 1 if measure in _REPS or measure is Measure.BREATHS else 5


def _rounded(value: float, *, to: int) -> int:
    return max(to, int(value / to + 0.5) * to)
