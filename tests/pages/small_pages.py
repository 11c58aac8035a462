"""A small site drawn with the real templates: every page kind, every link."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

from runlift_site.diagnostics.model import Severity
from runlift_site.pages.exercise_index_page import exercise_index_page
from runlift_site.pages.exercise_page import exercise_page
from runlift_site.pages.exercise_uses import exercise_uses
from runlift_site.pages.frame import Frame
from runlift_site.pages.guide_index_page import guide_index_page
from runlift_site.pages.guide_page import guide_page, guide_parts
from runlift_site.pages.home_page import home_page
from runlift_site.pages.not_found_page import not_found_page
from runlift_site.pages.outputs import Page
from runlift_site.pages.placement_part import placement_part
from runlift_site.pages.plan_check import PlanCheck
from runlift_site.pages.plan_index_page import plan_index_page
from runlift_site.pages.plan_overview_page import plan_overview_page
from runlift_site.pages.plan_parts import plan_card
from runlift_site.pages.strip import strip
from runlift_site.pages.week_page import week_page
from runlift_site.pipeline.rules import rule_pages
from runlift_site.render.templates import Templates
from runlift_site.training.guide import GuideHead, Reference
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import RunType, Tier
from runlift_site.training.week import Plan
from tests.pages.builders import (
    FRI,
    MON,
    ROOT,
    SAT,
    SUN,
    TUE,
    WED,
    bodyweight_plan,
    cross,
    frame,
    lift,
    plan,
    run,
    week,
    words_mapping,
)
from tests.pages.sample_exercises import (
    LIBRARY,
)

SCRIPT = "<script>alert(1)</script>"


@cache
def templates() -> Templates:
    folder = ROOT / "templates"
    files = sorted(folder.rglob("*.html"))
    sources = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return Templates(sources, words_mapping())


def draw(page: Page) -> str:
    return templates().render(page.template, page.view).decode()


def variants() -> tuple[Plan, ...]:
    """A plan in three variants of ten weeks; the second week has every mark there is."""
    gym = plan()
    marks = week(
        {
            MON: (run(RunType.WALK_RUN, 30), lift("A", heavy_leg=True)),
            TUE: (run(RunType.INTERVALS, 200),),
            WED: (cross("cycling", 45),),
            FRI: (lift("B"),),
            SAT: (run(RunType.RECOVERY, 5),),
            SUN: (run(RunType.RACE, 60),),
        },
        (MON, TUE, SAT, SUN),
        number=2,
    )
    gym = replace(gym, weeks=(gym.weeks[0], marks, *gym.weeks[2:]))
    only = bodyweight_plan().weeks[0]
    lower = tuple(replace(only, number=number) for number in range(1, 11))
    return (
        gym,
        replace(gym, tier=Tier.HOME),
        replace(gym, tier=Tier.BODYWEIGHT, weeks=lower),
    )


def check() -> PlanCheck:
    allowed = RuleFinding(
        "R22",
        Severity.ERROR,
        2,
        MON,
        "heavy legs stand before a hard run",
        "Tired legs spoil speed work.",
        "Move it.",
        ("week_pattern",),
        allowed_because="No other evening is free.",
    )
    return PlanCheck(5, (allowed,))


def guide(guide_id: str = "where-lifts-go", title: str = "Where the lifts go") -> GuideHead:
    day = datetime.date(2026, 3, 1)
    return GuideHead(
        id=guide_id, title=title, lead="Here.", card="Short.", date=day, reviewed=day, references=()
    )


def guide_pages(site: Frame, shown: Plan) -> tuple[Page, ...]:
    html = (
        '<h2 id="why">Why</h2><p>Because.</p>',
        strip(shown.weeks[1], site.words),
        '<p><em>A real week.</em></p><h2 id="questions">Questions</h2>'
        '<h3 id="first">Run first?</h3><p>Yes.</p><h3 id="heavy">Heavy?</h3><p>Yes.</p>',
        placement_part(site.words),
    )
    paper = Reference(
        authors="Blagrove RC",
        year="2018",
        title="Economy",
        journal="Sports Med",
        doi="10.1007/x",
        note="Economy improved.",
    )
    sections = (("why", "Why"), ("questions", "Questions"))
    parts = guide_parts(html)
    return (
        guide_page(site, guide(), parts, sections, 900, [("blagrove-2018", paper)]),
        guide_index_page(site, [(guide(), 900)]),
    )


def pages() -> tuple[Page, ...]:
    """Every page of the small site."""
    site, plans = frame(), variants()
    cards = (plan_card(plans[0], site.words, "plans.html"),)
    uses = exercise_uses(plans, site.words)
    return (
        home_page(site, plans[0], cards, [(guide(), 900)]),
        plan_index_page(site, cards),
        plan_overview_page(site, plans, check()),
        *(week_page(site, one, w.number, check()) for one in plans for w in one.weeks),
        *(
            exercise_page(site, one, LIBRARY, uses.get(one.id, ()))
            for one in LIBRARY.exercises.values()
        ),
        exercise_index_page(site, LIBRARY.exercises.values()),
        *guide_pages(site, plans[0]),
        *rule_pages(site, {}),
        not_found_page(site),
    )


@cache
def drawn() -> Mapping[str, str]:
    """HTML of every page by its path."""
    return {page.path: draw(page) for page in pages()}


class Elements(HTMLParser):
    """Start tags of a document with their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.found if tag in tags]
