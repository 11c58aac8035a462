"""How much: a measure with a range, the sets, and the words for both."""

import re
from dataclasses import dataclass

from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import Measure

_DOSE = re.compile(
    r"(?P<sets>[1-9][0-9]?) x (?P<low>[0-9]{1,3})(-(?P<high>[0-9]{1,3}))?"
    r"(?P<unit> s| m| breaths)?(?P<side> per side)?"
)
_UNITS = {None: "reps", " s": "seconds", " m": "metres", " breaths": "breaths"}


@dataclass(frozen=True, slots=True)
class DoseRange:
    """Sets and the range of one set.

    Attributes:
        sets: How many sets.
        measure: What one set counts.
        amount: Range of one set in the measure's unit (reps, seconds, metres or breaths).
    """

    sets: int
    measure: Measure
    amount: Span


def parse_dose(text: str) -> DoseRange | None:
    """Read a dose such as ``4 x 4-6``, ``3 x 8 per side`` or ``2 x 30 s per side``.

    Returns:
        The dose, or None if the text is no dose.
    """
    match = _DOSE.fullmatch(text)
    if not match:
        return None
    low = int(match["low"])
    high = int(match["high"] or low)
    name = _UNITS[match["unit"]] + ("_per_side" if match["side"] else "")
    if low > high or low == 0 or name not in set(Measure):
        return None
    return DoseRange(int(match["sets"]), Measure(name), Span(low, high))
