"""The table of character widths against the fonts that sheets are printed with."""

from io import BytesIO
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont

from runlift_site.pages.paper_widths import BOLD, DISPLAY, REGULAR
from runlift_site.render.fonts import FontSet

FACES = {"rl-text-regular": REGULAR, "rl-text-bold": BOLD, "rl-display-black": DISPLAY}


@pytest.mark.parametrize("face", FACES)
def test_widths_when_held_against_the_font_are_right(fonts: FontSet, face: str) -> None:
    font = TTFont(BytesIO(fonts.print_[f"{face}.ttf"]))
    table = {c: width for width, characters in FACES[face].items() for c in characters}
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    tabular = _tabular(font)
    assert set(table) == {chr(code) for code in glyphs}
    for code, glyph in glyphs.items():
        advance, _ = widths[tabular.get(glyph, glyph)]
        hundredths = advance * 100 / font["head"].unitsPerEm
        assert hundredths <= table[chr(code)] < hundredths + 1, chr(code)


def _tabular(font: TTFont) -> dict[str, str]:
    """Figures of equal width, where they are not the usual ones."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    found.update(getattr(part, "ExtSubTable", part).mapping)
    return found


def test_widths_when_listed_go_from_narrow_to_wide() -> None:
    for table in FACES.values():
        assert all(a < b for a, b in pairwise(table))
