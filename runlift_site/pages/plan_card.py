"""A plan as a card, which other pages and the memory of builds know it by."""

from dataclasses import dataclass

from runlift_site.pages.strip_view import StripView


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan in a row of cards."""

    name: str
    href: str
    line: str
    strip: StripView
    facts: str
