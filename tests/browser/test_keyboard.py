"""Going through pages with the Tab key."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.opened import OpenPage
from tests.browser.sites import SHIPPED, SMALL

PATHS = (
    f"{SHIPPED}index.html",
    f"{SHIPPED}plans/big-four-8.html",
    f"{SHIPPED}plans/big-four-8/home/4.html",
    f"{SHIPPED}exercises.html",
    f"{SHIPPED}exercises/deadlift.html",
    f"{SHIPPED}guides/should-runners-lift.html",
    f"{SMALL}plans/first-steps/home/1.html",
)
STOP = """() => {
  const one = document.activeElement;
  // A chip's box is invisible and lies on the label that shows its state.
  const ring = getComputedStyle(one.matches(".chip input") ? one.nextElementSibling : one);
  const box = one.getBoundingClientRect();
  const header = document.querySelector(".top").getBoundingClientRect();
  const inHeader = one.closest(".top, .skip") !== null;
  const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
  const y = Math.min((box.top + box.bottom) / 2, innerHeight - 2);
  const found = document.elementFromPoint(x, y);
  const faults = [];
  if (ring.outlineStyle === "none" || parseFloat(ring.outlineWidth) < 2) faults.push("no ring");
  if (!inHeader && box.top < header.bottom) faults.push("under the header");
  // Browsers leave a row where it is as long as a part of the target can be seen.
  if (box.right < 12 || box.left > innerWidth - 12) faults.push("beside the window");
  if (box.top < 0 || box.top > innerHeight - 8) faults.push("above or below the window");
  if (!found || !(one.contains(found) || found.contains(one) || one.parentElement.contains(found)))
    faults.push("covered");
  return {
    name: (one.getAttribute("aria-label") || one.textContent || one.id).trim().slice(0, 40),
    faults,
  };
}"""
FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, summary")]
  .filter(one => one.checkVisibility({visibilityProperty: true})).length"""


def walk(page: Page, key: str, stops: int) -> list[dict[str, Any]]:
    """Press a key so often, and look where the focus stops."""
    seen: list[dict[str, Any]] = []
    for _ in range(stops):
        page.keyboard.press(key)
        seen.append(page.evaluate(STOP))
    return seen


@pytest.mark.parametrize("path", PATHS)
def test_focus_is_always_seen_when_going_through_a_page(
    open_page: OpenPage, server: str, path: str
) -> None:
    page = open_page(f"{server}{path}", viewport={"width": 390, "height": 700})
    stops = page.evaluate(FOCUSABLE)
    forth = walk(page, "Tab", stops)
    assert forth[0]["name"] == "Skip to content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")  # and out of the page
    back = walk(page, "Shift+Tab", stops)
    assert [stop["name"] for stop in back] == [stop["name"] for stop in reversed(forth)]
    faults = [(stop["name"], stop["faults"]) for stop in (*forth, *back) if stop["faults"]]
    assert faults == []


def test_header_is_skipped_when_the_first_link_is_followed(
    open_page: OpenPage, server: str
) -> None:
    page = open_page(f"{server}{SHIPPED}plans/big-four-8/home/4.html")
    skip = page.get_by_role("link", name="Skip to content")
    assert (skip.bounding_box() or {"y": 0})["y"] < 0
    page.keyboard.press("Tab")
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_place_on_the_page_is_not_under_the_header_when_a_link_leads_there(
    open_page: OpenPage, server: str
) -> None:
    size = {"width": 390, "height": 700}
    page = open_page(f"{server}{SHIPPED}plans/big-four-8/gym/6.html", viewport=size)
    for link in page.locator("a.day").all():
        link.press("Enter")
        target = page.locator((link.get_attribute("href") or "") + " h3")
        header = page.locator(".top").bounding_box()
        box = target.bounding_box()
        assert header is not None and box is not None
        assert header["y"] + header["height"] <= box["y"] < size["height"]


def test_filters_work_when_only_keys_are_used(open_page: OpenPage, server: str) -> None:
    page = open_page(f"{server}{SHIPPED}exercises.html")
    page.locator("#p-squat").focus()
    page.keyboard.press("Space")
    assert page.locator("#p-squat").is_checked()
    assert not page.get_by_role("link", name="Deadlift", exact=True).is_visible()
