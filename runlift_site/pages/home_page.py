"""The start page: one sentence, one real week, plans and guides."""

from collections.abc import Sequence
from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.frame import Frame, Head, Link, head
from runlift_site.pages.guide_index_page import GuideCard, guide_card
from runlift_site.pages.outputs import Page
from runlift_site.pages.plan_card import PlanCard
from runlift_site.pages.strip import strip
from runlift_site.pages.strip_view import StripView
from runlift_site.training.guide import GuideHead
from runlift_site.training.week import Plan


@dataclass(frozen=True, slots=True)
class HomeView:
    """The start page.

    Attributes:
        head: Head of the page.
        headline: The headline without its marked end.
        marked: The highlighted end of the headline.
        lead: What the site does.
        plans_link: Main button.
        guide_link: Second button: the first guide.
        week_plan: Plan of the week shown, linked to that week.
        week_of: "week 3 of 8".
        strip: That week drawn.
        cards: Plans to start with.
        guides: Guides to read first.
    """

    head: Head
    headline: str
    marked: str
    lead: str
    plans_link: Link
    guide_link: Link | None
    week_plan: Link
    week_of: str
    strip: StripView
    cards: tuple[PlanCard, ...]
    guides: tuple[GuideCard, ...]


def home_page(
    frame: Frame,
    week_plan: Plan,
    plans: Sequence[PlanCard],
    guides: Sequence[tuple[GuideHead, int]],
) -> Page:
    """The start page.

    Args:
        frame: What all pages share.
        week_plan: The plan variant that ``settings.home.week`` names.
        plans: Cards of the plans that ``settings.home.plans`` names, made for a page at the top.
        guides: The guides that ``settings.home.guides`` names, each with its number of words.
    """
    home, words, path = frame.settings.home, frame.words, urls.HOME
    number = home.week.week
    week_href = urls.week(week_plan.template.id, week_plan.tier, number)
    cards = tuple(guide_card(guide, count, words, path) for guide, count in guides)
    view = HomeView(
        head=head(frame, path, "", home.lead),
        headline=home.headline.removesuffix(home.marked).rstrip(),
        marked=home.marked,
        lead=home.lead,
        plans_link=Link(words("home.find"), urls.relative(path, urls.PLANS)),
        guide_link=Link(cards[0].title, cards[0].href) if cards else None,
        week_plan=Link(week_plan.template.name, urls.relative(path, week_href)),
        week_of=words("home.week_of", n=number, total=len(week_plan.weeks)),
        strip=strip(week_plan.weeks[number - 1], words),
        cards=tuple(plans),
        guides=cards,
    )
    return Page(path, "home/home.html", view)
