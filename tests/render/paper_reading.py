"""A printed sheet as it lies on the table: stretches of text and drawn lines, in millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

import pdfplumber

MM = 25.4 / 72
# Ink of Latin text around its baseline, in em; fonts name taller boxes than letters fill.
ASCENT, DESCENT = 0.74, 0.22


@dataclass(frozen=True)
class Stretch:
    """Text set in one go: one face, one size, one baseline, no wide gap. Millimetres from top left.

    Attributes:
        text: What it says.
        family: Face it is set in.
        size_pt: Size of type, in points.
        left: Left edge.
        right: Right edge.
        top: Top of its tall letters.
        bottom: Bottom of its deep letters.
    """

    text: str
    family: str
    size_pt: float
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """A drawn horizontal or vertical line."""

    x0: float
    x1: float
    y0: float
    y1: float
    width: float


@dataclass(frozen=True)
class SheetPage:
    """One page."""

    width: float
    height: float
    stretches: tuple[Stretch, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class PaperReading:
    """All pages, and all text in the order in which it is read aloud."""

    pages: tuple[SheetPage, ...]
    aloud: str


def read_paper(pdf: bytes) -> PaperReading:
    with pdfplumber.open(BytesIO(pdf)) as document:
        pages = tuple(_page(page) for page in document.pages)
        aloud = " ".join(_aloud(document))
    return PaperReading(pages, aloud)


def _page(page: Any) -> SheetPage:
    lines = tuple(
        Line(x["x0"] * MM, x["x1"] * MM, x["top"] * MM, x["bottom"] * MM, x["linewidth"] * MM)
        for x in page.lines
    )
    stretches = tuple(_stretch(chars, page.height) for chars in _grouped(page.chars))
    return SheetPage(page.width * MM, page.height * MM, stretches, lines)


def _grouped(chars: list[Any]) -> Iterator[list[Any]]:
    group = chars[:1]
    for before, char in pairwise(chars):
        if not _goes_on(before, char):
            yield group
            group = []
        group.append(char)
    if group:
        yield group


def _goes_on(before: Any, char: Any) -> bool:
    if before["fontname"] != char["fontname"] or before["upright"] != char["upright"]:
        return False
    if not char["upright"]:
        return bool(abs(before["matrix"][4] - char["matrix"][4]) < 0.1)
    gap = char["x0"] - before["x1"]
    same = abs(before["matrix"][5] - char["matrix"][5]) < 0.1
    return bool(same and abs(before["size"] - char["size"]) < 0.05 and -1 < gap < 1)


def _stretch(chars: list[Any], page_height: float) -> Stretch:
    first = chars[0]
    family = first["fontname"].partition("+")[2]
    text = "".join(char["text"] for char in chars)
    left, right = min(c["x0"] for c in chars), max(c["x1"] for c in chars)
    if first["upright"]:
        size = first["size"]
        baseline = page_height - first["matrix"][5]
        top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
    else:
        # Turned a quarter: the size lies across the page.
        size = right - left
        top, bottom = min(c["top"] for c in chars), max(c["bottom"] for c in chars)
        left, right = first["matrix"][4] - ASCENT * size, first["matrix"][4] + DESCENT * size
    return Stretch(text, family, size, left * MM, right * MM, top * MM, bottom * MM)


def _aloud(document: Any) -> Iterator[str]:
    said: dict[tuple[int, int], str] = {}
    for page in document.pages:
        for char in page.chars:
            if char["mcid"] is not None:
                key = (page.page_number, char["mcid"])
                said[key] = said.get(key, "") + char["text"]

    def walk(node: Any, page: int | None) -> Iterator[str]:
        page = node.get("page_number", page)
        for mcid in node.get("mcids", ()):
            yield said.get((page, mcid), "")
        for child in node.get("children", ()):
            yield from walk(child, page)

    for root in document.structure_tree:
        yield from walk(root, None)
