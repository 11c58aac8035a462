"""What to settle with a clinician first, as short as a sheet has room for it."""

from collections.abc import Iterator, Sequence

from runlift_site.pages.paper_type import SMALL
from runlift_site.pages.sheet_measures import SESSION_MM

MOST_LINES = 2
LINE_MM = 4.2
SPACE_MM = 1.8
"""Above and below the lines, border included."""
_INSET_MM = 2.0
_ENDS = ". "


def clearance_lines(clearance: Sequence[str]) -> tuple[str, ...]:
    """The first sentence of each part, two lines at most; the web page has all of them.

    A sentence that does not fit any more is left out whole.
    """
    room = SESSION_MM - 2 * _INSET_MM
    lines: list[str] = []
    for sentence in _sentences(clearance):
        longer = f"{lines[-1]} {sentence}" if lines else sentence
        if lines and SMALL.fits(longer, room):
            lines[-1] = longer
        elif len(lines) < MOST_LINES and SMALL.fits(sentence, room):
            lines.append(sentence)
    return tuple(lines)


def clearance_mm(clearance: Sequence[str]) -> float:
    """Height that the lines take on a sheet."""
    lines = len(clearance_lines(clearance))
    return lines * LINE_MM + SPACE_MM if lines else 0.0


def _sentences(clearance: Sequence[str]) -> Iterator[str]:
    for part in clearance:
        first, _, _ = part.partition(_ENDS)
        yield f"{first.rstrip('.')}."
