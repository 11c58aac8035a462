"""All plans as cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.frame import Frame, Head, head
from runlift_site.pages.outputs import Page
from runlift_site.pages.plan_card import PlanCard


@dataclass(frozen=True, slots=True)
class PlanIndexView:
    """The page of all plans."""

    head: Head
    cards: tuple[PlanCard, ...]


def plan_index_page(frame: Frame, cards: Sequence[PlanCard]) -> Page:
    """The plan index.

    Args:
        frame: What all pages share.
        cards: Each plan's card, made for a page at the top of the site, in the order to show.
    """
    words, path = frame.words, urls.PLANS
    view = PlanIndexView(
        head=head(frame, path, words("plans.title"), words("plans.description"), "plans"),
        cards=tuple(cards),
    )
    return Page(path, "plan/index.html", view)
