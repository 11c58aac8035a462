"""Links that authors write as ``exercise:deadlift``: where they lead, and where they stand."""

from collections.abc import Callable, Iterator

from runlift_site.pages import urls
from runlift_site.render.prose import render_prose
from runlift_site.render.prose_source import ProseLink, find_links

_PAGES: dict[str, Callable[[str], str]] = {
    "exercise": urls.exercise,
    "plan": urls.plan,
    "guide": urls.guide,
    "rule": urls.rule,
}
MENTIONED = frozenset({*_PAGES, "paper"})
"""Kinds of records that a link may name."""


def resolver(path: str) -> Callable[[str], str | None]:
    """Turns targets into links for the page at ``path``; None for what leads nowhere."""

    def resolve(target: str) -> str | None:
        kind, _, name = target.partition(":")
        if kind == "paper":
            return f"#{urls.paper_anchor(name)}"
        page = _PAGES.get(kind)
        return urls.relative(path, page(name)) if page and name else None

    return resolve


def mentions(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Every mention of a record in a text's links: kind, id, line and column of the id."""
    for link in find_links(text):
        kind, colon, name = link.target.partition(":")
        if colon and kind in MENTIONED:
            yield kind, name, link.line, link.column + len(kind) + 1


def dead_links(text: str) -> Iterator[ProseLink]:
    """Every link of a text that is no mention of a record, and no heading of the text itself.

    The text must be without faults.
    """
    own: frozenset[str] | None = None
    for link in find_links(text):
        kind, colon, _ = link.target.partition(":")
        if colon and kind in MENTIONED:
            continue
        if link.target.startswith("#"):
            if own is None:
                headings = render_prose(text, lambda _: None).headings
                own = frozenset(f"#{heading.id}" for heading in headings)
            if link.target in own:
                continue
        yield link


def prose_html(markdown: str, path: str) -> str:
    """Markdown of a record as HTML for the page at ``path``."""
    return render_prose(markdown, resolver(path)).html
