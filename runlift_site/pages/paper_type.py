"""The type of printed sheets: what each kind of text is set in, and how wide it comes out.

A sheet never wraps and never shrinks a text, so whether a text fits must be known beforehand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runlift_site.pages.paper_widths import BOLD, DISPLAY, REGULAR

_MM_A_POINT = 25.4 / 72
_MM_AN_EM_HUNDREDTH = _MM_A_POINT / 100


def _by_character(table: Mapping[int, str]) -> dict[str, int]:
    return {character: width for width, characters in table.items() for character in characters}


_REGULAR, _BOLD, _DISPLAY = (_by_character(table) for table in (REGULAR, BOLD, DISPLAY))


@dataclass(frozen=True, slots=True)
class Type:
    """A face in a size.

    Attributes:
        widths: Width of each of its characters, hundredths of an em.
        size_pt: Size in points.
        tracking_em: Space added after each character.
    """

    widths: Mapping[str, int]
    size_pt: float
    tracking_em: float = 0.0

    def width_mm(self, text: str) -> float:
        """How wide a text comes out; a character the face lacks counts as one em."""
        ems = sum(self.widths.get(character, 100) for character in text)
        return (ems + 100 * self.tracking_em * len(text)) * self.size_pt * _MM_AN_EM_HUNDREDTH

    def fits(self, text: str, room_mm: float) -> bool:
        """Whether a text is no wider than the room it has."""
        return self.width_mm(text) <= room_mm

    def first_fitting(self, texts: Iterable[str], room_mm: float) -> str:
        """The first of several ways to say something that fits, else the last of them."""
        said = ""
        for text in texts:
            said = text
            if self.fits(text, room_mm):
                break
        return said

    def missing(self, text: str) -> str:
        """The characters of a text that the face cannot draw, each once."""
        return "".join(dict.fromkeys(c for c in text if c not in self.widths))


TITLE = Type(_DISPLAY, 19, -0.02)
ABOUT = Type(_REGULAR, 10.5)
ABOUT_BOLD = Type(_BOLD, 10.5)
KEY = Type(_REGULAR, 8.5)
SESSION_NAME = Type(_DISPLAY, 14, -0.015)
WHEN = Type(_REGULAR, 10)
LINE = Type(_REGULAR, 9.5)
LINE_BOLD = Type(_BOLD, 9.5)
SMALL = Type(_REGULAR, 8.5)
SMALL_BOLD = Type(_BOLD, 8.5)
NAME = Type(_BOLD, 11.5)
DOSE = Type(_DISPLAY, 12.5)
CELL = Type(_REGULAR, 10.5)
CAPTION = Type(_REGULAR, 10.5)
CAPTION_BOLD = Type(_BOLD, 10.5)
BADGE = Type(_DISPLAY, 9.9)
