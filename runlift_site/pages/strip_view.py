"""The week strip as values: runs above the line, lifts below it, stripes where it stays light.

Every drawing of a week (page, mini, print) is made from these values alone.
"""

from dataclasses import dataclass
from enum import StrEnum


class BarShape(StrEnum):
    """Shape of the top of a run bar."""

    ROUND = "round"
    FLAT = "flat"
    POINTED = "pointed"
    DASHED = "dashed"


@dataclass(frozen=True, slots=True)
class RunBar:
    """A run (or cross-training) above the line.

    Attributes:
        run_class: easy, long, hard, race or cross, as a word for the style sheet.
        letter: E, W, L, T, S, R or X.
        shape: Top of the bar.
        minutes: Length; the drawing turns it into a height.
    """

    run_class: str
    letter: str
    shape: BarShape
    minutes: int


@dataclass(frozen=True, slots=True)
class PlateStack:
    """A lift below the line.

    Attributes:
        letter: Letter of the session in this week.
        plates: 1 to 3.
        allowed: Whether heavy plates stand on stripes by an allowance (shown as an asterisk).
    """

    letter: str
    plates: int
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class StripDay:
    """One column.

    Attributes:
        name: Short day name, such as "Mon".
        sentence: The day in words for those who do not see the drawing.
        href: Fragment of the session card of the day's lift, or None.
        run: The run, or None.
        lift: The lift, or None.
        clear: Whether the column is striped.
        caption: Word under the line, such as "Easy" or "Rest".
        caption_class: easy, long, hard, race, cross or rest.
        time: Minutes as text, such as "40 min" or "1 h 35"; empty for rest.
    """

    name: str
    sentence: str
    href: str | None
    run: RunBar | None
    lift: PlateStack | None
    clear: bool
    caption: str
    caption_class: str
    time: str


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A mark that occurs in the strip, with its meaning.

    Attributes:
        mark: easy, walk, long, steady, fast, race, cross, heavy, loaded, light or clear.
        letter: Letter on the mark; empty for plates and stripes.
        text: What it means.
    """

    mark: str
    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class StripView:
    """A week as drawn."""

    days: tuple[StripDay, ...]
    key: tuple[KeyEntry, ...]
