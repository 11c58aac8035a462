"""Targets that a thumb hits, text at twice its size, and no motion for those who want none."""

import pytest
from playwright.sync_api import Page

from tests.browser.layout import asked, resize, sideways, text_on_text
from tests.browser.opened import Address, OpenPage, Themed
from tests.browser.sites import SHIPPED, SMALL

# A link in a sentence is as tall as its line; everything else is a target of its own. A card's
# link reaches over the card.
SMALL_TARGETS = """least => {
  const found = [];
  for (const one of document.querySelectorAll("a[href], button, input, summary")) {
    if (!one.checkVisibility({visibilityProperty: true}) || one.matches(".skip")) continue;
    if (one.closest(".prose, .references, figcaption")) continue;
    if (one.closest("p:not(.buttons, .print-line, .next, .name)")) continue;
    let box = one.getBoundingClientRect();
    if (one.matches(".cover")) {
      let over = one.parentElement;
      while (getComputedStyle(over).position === "static") over = over.parentElement;
      box = over.getBoundingClientRect();
    }
    const width = Math.round(box.width), height = Math.round(box.height);
    if (height < least || width < Math.min(least, 24)) {
      found.push(`${one.localName} "${one.innerText.trim().slice(0, 30)}": ${width} x ${height}`);
    }
  }
  return found;
}"""
MOVING = """longest => [...document.querySelectorAll("*")].flatMap(one => {
  const style = getComputedStyle(one);
  const seconds = style.transitionDuration.split(",").map(parseFloat);
  const moves = style.animationName !== "none" || style.scrollBehavior === "smooth";
  return moves || Math.max(...seconds) > longest ? [one.localName + "." + one.className] : [];
})"""


def twice_the_size(page: Page) -> None:
    """Make all text twice as large, as a reader's settings can."""
    page.evaluate("() => { document.documentElement.style.fontSize = '32px' }")


def test_target_is_large_enough_for_a_thumb(address: Address, themed: Themed) -> None:
    themed.light.goto(address.url)
    for width in (320, 1280):
        resize(themed.light, width)
        assert asked(themed.light, SMALL_TARGETS, 44) == []


def test_page_fits_when_text_is_twice_as_large(address: Address, themed: Themed) -> None:
    resize(themed.light, 390)
    themed.light.goto(address.url)
    twice_the_size(themed.light)
    assert sideways(themed.light) == []
    assert text_on_text(themed.light) == []


@pytest.mark.parametrize(
    "path",
    [f"{SHIPPED}index.html", f"{SHIPPED}exercises.html", f"{SMALL}plans/first-steps/home/1.html"],
)
def test_motion_is_brief_and_stops_when_the_reader_wants_none(
    open_page: OpenPage, server: str, path: str
) -> None:
    page = open_page(f"{server}{path}", reduced_motion="no-preference")
    assert asked(page, MOVING, 0.12) == []
    page.emulate_media(reduced_motion="reduce")
    assert asked(page, MOVING, 0) == []
