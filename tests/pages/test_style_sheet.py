"""The style sheet: its weight, its colours in both themes, the classes that pages rely on."""

import re
from functools import cache

import pytest

from tests.pages.builders import ROOT
from tests.pages.small_pages import drawn

LIGHT, DARK = 0, 1
_TOKEN = re.compile(r"--([a-z0-9-]+):(?:light-dark\((#\w+),(#\w+)\)|(#\w+))")


@cache
def css() -> str:
    return (ROOT / "templates/assets/site.css").read_text(encoding="utf-8")


@cache
def tokens() -> dict[str, tuple[str, str]]:
    root = css().split(":root{", 1)[1].split("}", 1)[0]
    return {m[1]: (m[2] or m[4], m[3] or m[4]) for m in _TOKEN.finditer(root)}


def luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


TEXT = [
    *((text, ground) for text in ("ink", "ink-2", "ink-3") for ground in ("bg", "surface", "sunk")),
    *((f"{run}-t", ground) for run in ("easy", "long", "hard") for ground in ("surface", "bg")),
    *((f"on-{fill}", fill) for fill in ("easy", "long", "hard", "mark", "cta")),
    ("bg", "ink"),
]
MARKS = [
    *(("edge", ground) for ground in ("bg", "surface")),
    ("easy-t", "surface"),
    ("long", "surface"),
    ("hard", "surface"),
    ("ink", "surface"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out_from_its_ground(text: str, ground: str, theme: int) -> None:
    assert contrast(tokens()[text][theme], tokens()[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_stand_out_from_their_ground(mark: str, ground: str, theme: int) -> None:
    assert contrast(tokens()[mark][theme], tokens()[ground][theme]) >= 3


def test_easy_is_the_lightest_run_in_both_themes() -> None:
    for theme in (LIGHT, DARK):
        values = {run: luminance(tokens()[run][theme]) for run in ("easy", "long", "hard")}
        assert max(values, key=lambda run: values[run]) == "easy"


def test_style_sheet_weighs_at_most_20_kb() -> None:
    assert len(css().encode()) <= 20_000


def test_dark_theme_has_one_source() -> None:
    assert "prefers-color-scheme" not in css()
    assert css().count("[data-theme=dark]") == 1


def test_rules_use_only_tokens_that_exist() -> None:
    defined = set(re.findall(r"(--[a-z0-9-]+):", css()))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", css()))
    assert used <= defined


def test_colours_stand_in_tokens_alone() -> None:
    rules = css().split("--display:", 1)[1]
    named = set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", rules))
    assert named <= {"#0000", "#fff"}  # nothing, and paper


def test_every_class_of_a_page_is_styled_or_means_something() -> None:
    used = {
        name
        for html in drawn().values()
        for found in re.findall(r' class="([^"]*)"', html)
        for name in found.split()
    }
    sheets = (ROOT / "templates/assets").glob("*.css")
    rules = "".join(sheet.read_text(encoding="utf-8") for sheet in sorted(sheets))
    styled = set(re.findall(r"\.([a-z][a-z0-9-]*)", rules))
    filters = {name for name in used if re.match(r"[pkl]-", name)}
    unstyled = used - styled - filters
    assert unstyled <= {"f0", "icon", "logo", "rows", "rest"}


@pytest.mark.parametrize("height", [*range(20, 53, 2), *range(32, 113, 4)])
def test_every_bar_height_has_its_rule(height: int) -> None:
    assert f".h{height}{{height:{height}px}}" in css()


@pytest.mark.parametrize("fill", range(10, 101, 10))
def test_every_fill_of_a_week_tab_has_its_rule(fill: int) -> None:
    assert f".f{fill}{{--fill:{fill}%}}" in css()
