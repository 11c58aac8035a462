"""All guides as ruled headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.frame import Frame, Head, head
from runlift_site.pages.outputs import Page
from runlift_site.pages.wording import Wording
from runlift_site.training.guide import GuideHead

WORDS_A_MINUTE = 220
"""Reading speed of plain non-fiction."""


@dataclass(frozen=True, slots=True)
class GuideCard:
    """A guide in a list."""

    title: str
    href: str
    line: str
    time: str


@dataclass(frozen=True, slots=True)
class GuideIndexView:
    """The page of all guides, with a link to all rules."""

    head: Head
    guides: tuple[GuideCard, ...]
    rules: str


def reading_time(word_count: int, words: Wording) -> str:
    """How long a text takes to read: "4 min read"."""
    return words("guide.minutes", n=max(1, round(word_count / WORDS_A_MINUTE)))


def guide_card(guide: GuideHead, word_count: int, words: Wording, path: str) -> GuideCard:
    """A guide as it stands in a list on the page at ``path``."""
    href = urls.relative(path, urls.guide(guide.id))
    return GuideCard(guide.title, href, guide.card.rstrip("."), reading_time(word_count, words))


def guide_index_page(frame: Frame, guides: Sequence[tuple[GuideHead, int]]) -> Page:
    """The guide index; each guide comes with its number of words, in the order to show."""
    words, path = frame.words, urls.GUIDES
    view = GuideIndexView(
        head=head(frame, path, words("guides.title"), words("guides.description"), "guides"),
        guides=tuple(guide_card(guide, count, words, path) for guide, count in guides),
        rules=urls.relative(path, urls.RULES),
    )
    return Page(path, "guide/index.html", view)
