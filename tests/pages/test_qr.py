"""QR codes as one path."""

import re

import segno

from runlift_site.pages.qr import qr_code

ADDRESS = "https://example.org/runlift/plans/half-marathon/gym/3.html"


def drawn_modules(path: str) -> set[tuple[int, int]]:
    """Column and row of each module that a path of horizontal lines covers."""
    found: set[tuple[int, int]] = set()
    for row in re.findall(r"M(\d+) (\d+)\.5((?:h\d+|m\d+ 0)*)", path):
        x, y = int(row[0]), int(row[1])
        for kind, length in re.findall(r"([hm])(\d+)", row[2]):
            if kind == "h":
                found.update((x + step, y) for step in range(int(length)))
            x += int(length)
    return found


def test_code_when_drawn_has_exactly_the_dark_modules() -> None:
    code = qr_code(ADDRESS)
    matrix = segno.make(ADDRESS, error="m", micro=False, boost_error=False).matrix
    dark = {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert code.modules == len(matrix)
    assert drawn_modules(code.path) == dark


def test_code_when_made_again_is_the_same() -> None:
    assert qr_code(ADDRESS) == qr_code(ADDRESS)
    assert qr_code(ADDRESS) != qr_code(f"{ADDRESS}?")
