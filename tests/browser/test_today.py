"""Today is marked in the strip of a plan's week: by script, for no build knows the day."""

import datetime

import pytest

from tests.browser.opened import OpenPage
from tests.browser.sites import SHIPPED

WEEK = "plans/big-four-8/gym/6.html"


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        ("2026-03-02T12:00:00Z", "UTC", "Monday"),
        ("2026-03-04T12:00:00Z", "UTC", "Wednesday"),
        ("2026-03-08T12:00:00Z", "UTC", "Sunday"),
        ("2026-03-04T23:30:00Z", "Pacific/Auckland", "Thursday"),
        ("2026-03-05T03:00:00Z", "America/Los_Angeles", "Wednesday"),
    ],
)
def test_day_is_marked_when_it_is_today_where_the_reader_is(
    open_page: OpenPage, server: str, now: str, zone: str, day: str
) -> None:
    page = open_page("about:blank", timezone_id=zone)
    page.clock.set_fixed_time(datetime.datetime.fromisoformat(now))
    page.goto(f"{server}{SHIPPED}{WEEK}")
    marked = page.locator("main [aria-current=date]")
    assert marked.count() == 1
    assert (marked.text_content() or "").strip().startswith(f"{day}:")
    name = marked.locator(".dn")
    assert name.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 224, 74)"


def test_no_day_is_marked_when_there_is_no_script(open_page: OpenPage, server: str) -> None:
    page = open_page(f"{server}{SHIPPED}{WEEK}", java_script_enabled=False)
    assert page.locator(".strip > li").count() == 7
    assert page.locator("[aria-current=date]").count() == 0


@pytest.mark.parametrize("path", ["index.html", "plans.html", "guides/anatomy-of-a-session.html"])
def test_no_day_is_marked_when_the_week_is_only_an_example(
    open_page: OpenPage, server: str, path: str
) -> None:
    page = open_page(f"{server}{SHIPPED}{path}")
    assert page.locator(".strip").count() > 0
    assert page.locator("[aria-current=date]").count() == 0


def test_current_week_is_in_sight_when_its_tab_is_far_to_the_right(
    open_page: OpenPage, server: str
) -> None:
    size = {"width": 320, "height": 700}
    page = open_page(f"{server}{SHIPPED}plans/big-four-8/gym/8.html", viewport=size)
    box = page.locator(".tabs [aria-current]").bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= 320 - box["width"]
