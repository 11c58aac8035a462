"""The browser's own print of a page."""

import pytest

from tests.browser.opened import OpenPage
from tests.browser.sites import SHIPPED, SMALL

WEEK = "plans/big-four-8/gym/6.html"
NOT_ON_PAPER = (
    "header nav a",
    ".theme",
    ".switch",
    ".tabs",
    ".downloads",
    ".print-line",
    ".button",
    "footer",
    ".filters",
)
HIDDEN_TEXT = """() => [...document.querySelectorAll("details > :not(summary)")]
  .filter(one => !one.checkVisibility() || one.getBoundingClientRect().height < 5)
  .map(one => one.textContent.trim())"""


@pytest.mark.parametrize(
    "path",
    [
        f"{SHIPPED}{WEEK}",
        f"{SHIPPED}guides/should-runners-lift.html",
        f"{SHIPPED}exercises.html",
        f"{SHIPPED}plans/big-four-8.html",
        f"{SMALL}plans/first-steps/home/1.html",
    ],
)
def test_page_on_paper_has_all_the_text_and_nothing_to_click(
    open_page: OpenPage, server: str, path: str
) -> None:
    page = open_page(f"{server}{path}")
    page.emulate_media(media="print")
    assert page.evaluate(HIDDEN_TEXT) == []
    for selector in NOT_ON_PAPER:
        assert [one for one in page.locator(selector).all() if one.is_visible()] == [], selector
    assert page.locator("h1").is_visible()
    marks = (
        "[...document.querySelectorAll('summary')].map(o => getComputedStyle(o, '::after').content)"
    )
    assert set(page.evaluate(marks)) <= {"none"}


def test_folds_are_closed_on_the_screen(open_page: OpenPage, server: str) -> None:
    page = open_page(f"{server}{SHIPPED}{WEEK}")
    folds = page.locator("details").count()
    assert folds > 2
    assert len(page.evaluate(HIDDEN_TEXT)) >= folds


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_paper_is_white_when_the_screen_is_dark(
    open_page: OpenPage, server: str, chosen: str
) -> None:
    page = open_page(f"{server}{SHIPPED}{WEEK}", color_scheme="dark")
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", chosen)
    page.emulate_media(media="print", color_scheme="dark")
    style = "getComputedStyle(document.body)"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{style}.color") == "rgb(20, 24, 27)"
    assert page.evaluate(f"{style}.fontSize") == "14px"  # 10.5 pt
    cards = "[...document.querySelectorAll('.card')].map(o => getComputedStyle(o).backgroundColor)"
    assert set(page.evaluate(cards)) == {"rgb(255, 255, 255)"}


def test_paper_names_the_sheet_when_there_is_one(open_page: OpenPage, server: str) -> None:
    with_sheets = open_page(f"{server}{SMALL}plans/first-steps/home/1.html")
    line = with_sheets.locator(".on-paper")
    assert not line.is_visible()
    with_sheets.emulate_media(media="print")
    assert line.is_visible()
    assert "sheet" in line.inner_text()
    without = open_page(f"{server}{SHIPPED}{WEEK}")
    without.emulate_media(media="print")
    assert without.locator(".on-paper").count() == 0


def test_bars_keep_their_colours_on_paper(open_page: OpenPage, server: str) -> None:
    page = open_page(f"{server}{SHIPPED}{WEEK}")
    page.emulate_media(media="print")
    bars = page.locator(".bar, .plates i")
    assert bars.count() > 10
    adjust = "all => all.map(one => getComputedStyle(one).printColorAdjust)"
    assert set(bars.evaluate_all(adjust)) == {"exact"}
