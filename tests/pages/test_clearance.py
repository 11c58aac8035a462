"""What to settle with a clinician first stands on every page of a plan that asks for it."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from runlift_site.pages.outputs import Page
from runlift_site.pages.plan_overview_page import plan_overview_page
from runlift_site.pages.week_page import week_page
from runlift_site.training.week import Plan
from tests.pages.builders import frame, plan
from tests.pages.small_pages import SCRIPT, Elements, check, draw

LINES = ["Begin with your clinician's clearance.", "Stop if pain rises."]


def overview_of(shown: Plan) -> Page:
    return plan_overview_page(frame(), (shown,), check())


def week_of(shown: Plan) -> Page:
    return week_page(frame(), shown, 1, check())


PAGES = pytest.mark.parametrize("page_of", [overview_of, week_of])


@PAGES
def test_clearance_stands_above_the_weeks_and_the_sessions(page_of: Callable[[Plan], Page]) -> None:
    html = draw(page_of(plan(clearance=LINES)))
    box = html.index('aria-labelledby="clearance"')
    assert box < html.index("Stop if pain rises.") < html.index('aria-labelledby="safety"')
    assert box < html.index("<svg", html.index("<main"))
    assert "Begin with your clinician&#39;s clearance." in html


@PAGES
def test_headings_stay_in_order_with_the_clearance(page_of: Callable[[Plan], Page]) -> None:
    elements = Elements(draw(page_of(plan(clearance=LINES)))).found
    levels = [int(tag[1]) for tag, _ in elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(below <= above + 1 for above, below in pairwise(levels))


@PAGES
def test_plan_without_clearance_has_no_box(page_of: Callable[[Plan], Page]) -> None:
    assert "clearance" not in draw(page_of(plan()))


@PAGES
def test_clearance_is_text_never_html(page_of: Callable[[Plan], Page]) -> None:
    assert SCRIPT not in draw(page_of(plan(clearance=[SCRIPT])))
