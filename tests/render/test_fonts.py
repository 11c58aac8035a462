import hashlib
import os
import subprocess
import sys
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from runlift_site.render.fonts import CHARACTERS, FACES, FontSet, font_recipe_digest

SITE_TEXT = (
    "Übung naïve Łódź 4 × 5 − “quote” \u2018x\u2019 – — … • ½ ⅓ 1\u20444 5′ 6″"
    " 60\u202fkg\u00a0\u2009€ ° ® ≤ ≥ ≈ \u2011 ←↑→↓ ✓"
)

DIGESTS = """
import hashlib
from runlift_site.render.fonts import build_fonts, font_recipe_digest
fonts = build_fonts()
for name, data in sorted({**fonts.web, **fonts.print_, **fonts.licences}.items()):
    print(name, hashlib.sha256(data).hexdigest())
print("recipe", font_recipe_digest())
"""


def opened(data: bytes) -> TTFont:
    return TTFont(BytesIO(data))


def test_build_fonts_when_built_makes_the_files_that_pages_and_paper_name(fonts: FontSet) -> None:
    assert list(fonts.web) == [
        "rl-display-black.woff2",
        "rl-text-regular.woff2",
        "rl-text-semibold.woff2",
    ]
    assert list(fonts.print_) == [
        "rl-display-black.ttf",
        "rl-text-regular.ttf",
        "rl-text-semibold.ttf",
        "rl-text-bold.ttf",
    ]
    assert all(data.startswith(b"wOF2") for data in fonts.web.values())
    assert all("fvar" not in opened(data) for data in fonts.print_.values())


def test_build_fonts_when_built_stays_small_enough_for_a_phone(fonts: FontSet) -> None:
    sizes = [len(data) for data in fonts.web.values()]
    assert max(sizes) < 17_000
    assert sum(sizes) <= 48_000


def test_build_fonts_when_built_names_no_font_by_its_reserved_name(fonts: FontSet) -> None:
    for data in (*fonts.web.values(), *fonts.print_.values()):
        names = opened(data)["name"]
        given = {n.nameID: str(n) for n in names.names}
        assert given[1].startswith(("RL Text", "RL Display"))
        for number in (1, 2, 3, 4, 6, 16, 17):
            assert "source" not in given.get(number, "").lower()
            assert "red hat" not in given.get(number, "").lower()


def test_build_fonts_when_built_keeps_copyright_and_licence(fonts: FontSet) -> None:
    for data in (*fonts.web.values(), *fonts.print_.values()):
        names = opened(data)["name"]
        assert "Copyright" in names.getDebugName(0)
        assert "SIL Open Font License" in names.getDebugName(13)
    assert len(fonts.licences) == 2
    assert all(b"SIL OPEN FONT LICENSE" in text for text in fonts.licences.values())


def test_build_fonts_when_built_names_weights_that_style_sheets_can_choose(fonts: FontSet) -> None:
    for face in FACES:
        font = opened(fonts.print_[f"{face.stem}.ttf"])
        assert font["OS/2"].usWeightClass == face.weight
        assert font["name"].getBestFamilyName() == face.family
        assert font["name"].getDebugName(4) == face.name
        assert " " not in font["name"].getDebugName(6)


def test_build_fonts_when_built_keeps_kerning_and_figure_features(fonts: FontSet) -> None:
    display = opened(fonts.web["rl-display-black.woff2"])
    text = opened(fonts.web["rl-text-regular.woff2"])
    for font, wanted in ((display, {"tnum", "frac", "case"}), (text, {"frac", "case"})):
        substitutions = {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord}
        positions = {r.FeatureTag for r in font["GPOS"].table.FeatureList.FeatureRecord}
        assert wanted <= substitutions
        assert "kern" in positions


def test_build_fonts_when_text_face_has_no_tabular_feature_its_figures_are_tabular(
    fonts: FontSet,
) -> None:
    font = opened(fonts.print_["rl-text-regular.ttf"])
    cmap = font.getBestCmap()
    assert len({font["hmtx"][cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize("face", ["RL Text Regular", "RL Text Semibold", "RL Text Bold"])
def test_covers_when_asked_for_what_the_site_writes_has_it_in_the_text_face(
    fonts: FontSet, face: str
) -> None:
    assert {chr(c) for c in map(ord, SITE_TEXT) if c not in fonts.covers[face]} == set()


def test_covers_when_asked_for_the_display_face_has_letters_figures_and_dashes(
    fonts: FontSet,
) -> None:
    covered = fonts.covers["RL Display Black"]
    assert {*map(ord, "Übung naïve Łódź 4 × 5 − “q” – … ½ 5′ 6″ 60 kg \u2011")} <= covered
    assert ord("✓") not in covered


def test_covers_when_compared_with_the_files_says_what_is_in_them(fonts: FontSet) -> None:
    for face in FACES:
        assert (
            set(opened(fonts.print_[f"{face.stem}.ttf"]).getBestCmap()) == fonts.covers[face.name]
        )
        assert fonts.covers[face.name] <= CHARACTERS
    web = opened(fonts.web["rl-text-regular.woff2"])
    assert set(web.getBestCmap()) == fonts.covers["RL Text Regular"]


def test_build_fonts_when_built_in_other_processes_makes_the_same_bytes(fonts: FontSet) -> None:
    here = "".join(
        f"{name} {hashlib.sha256(data).hexdigest()}\n"
        for name, data in sorted({**fonts.web, **fonts.print_, **fonts.licences}.items())
    )
    for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo")):
        said = subprocess.run(
            [sys.executable, "-c", DIGESTS],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert said.stdout == f"{here}recipe {font_recipe_digest()}\n"
