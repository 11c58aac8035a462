"""How an author's text is shown in a terminal: cells, visible control characters, cut lines."""

import unicodedata
from dataclasses import dataclass

TAB_CELLS = 4
_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_ELLIPSIS = "…"
_COMBINING = frozenset({"Mn", "Me"})


def visible(text: str) -> str:
    """Text with every character that cannot be seen, or would steer a terminal, spelled out."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    number = ord(char)
    if number < ord(" "):
        return chr(_CONTROL_PICTURES + number)
    if number == _DELETE:
        return "\u2421"
    # False for control and format characters (which turn the writing direction), blanks other than
    # the space, and code points without a meaning.
    return char if char.isprintable() else f"<U+{number:04X}>"


def cells(text: str) -> int:
    """How many terminal cells visible text takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if unicodedata.category(char) in _COMBINING:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is shown, with the stretch to underline.

    Attributes:
        text: The line, or a piece of it between ellipses.
        indent: Cells before the underline.
        width: Cells to underline, at least 1.
    """

    text: str
    indent: int
    width: int


def excerpt(line: str, column: int, length: int, *, room: int) -> Excerpt:
    """Show a line and the cells that stand under a stretch of it.

    Args:
        line: The line without its break.
        column: First character of the stretch, counted from 1; may stand just after the end.
        length: Characters in the stretch.
        room: Cells the line may take; a longer one is cut on both sides of the stretch.
    """
    first = min(max(column - 1, 0), len(line))
    last = min(first + max(length, 1), len(line))
    # A character takes no cell at least, so this much raw text is all that can matter, and the
    # work stays the same for a line of a million characters.
    left = max(0, first - room)
    right = min(len(line), first + room)
    pieces = _pieces(line[left:right])
    first, last = first - left, min(last, right) - left
    widths = [cells(piece) for piece in pieces]
    start, stop = 0, len(pieces)
    if left > 0 or right < len(line) or sum(widths) > room:
        start, stop = _window(widths, first, last, room - 2)
    before = _ELLIPSIS if start > 0 or left > 0 else ""
    after = _ELLIPSIS if stop < len(pieces) or right < len(line) else ""
    indent = len(before) + sum(widths[start:first])
    return Excerpt(
        text=before + "".join(pieces[start:stop]) + after,
        indent=indent,
        width=max(1, sum(widths[first : min(last, stop)])),
    )


def _pieces(line: str) -> list[str]:
    """Each character as it is shown; a tab becomes the spaces up to its tab stop."""
    pieces: list[str] = []
    column = 0
    for char in line:
        piece = " " * (TAB_CELLS - column % TAB_CELLS) if char == "\t" else _shown(char)
        pieces.append(piece)
        column += cells(piece)
    return pieces


def _window(widths: list[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Choose the pieces around the stretch that fit: a third of the room before it, then after."""
    start, used = first, 0
    while start > 0 and used + widths[start - 1] <= room // 3:
        start -= 1
        used += widths[start]
    stop = first
    while stop < len(widths) and used + widths[stop] <= room:
        used += widths[stop]
        stop += 1
    while start > 0 and stop >= last and used + widths[start - 1] <= room:
        start -= 1
        used += widths[start]
    return start, stop
