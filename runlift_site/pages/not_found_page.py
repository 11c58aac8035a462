"""The page a server shows for an address that does not exist."""

from dataclasses import dataclass, replace

from runlift_site.pages import urls
from runlift_site.pages.frame import Frame, Head, Link, NavItem, head
from runlift_site.pages.outputs import Page


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The 404 page; its links work at any depth."""

    head: Head
    links: tuple[Link, ...]


def not_found_page(frame: Frame) -> Page:
    """The 404 page: a server shows it in place of any address, so its links start at the root."""
    words = frame.words
    top = urls.base_path(frame.settings.base_url)
    below = head(frame, urls.NOT_FOUND, words("not_found.title"), words("not_found.line"))
    absolute = replace(
        below,
        canonical="",
        root=top,
        home=top,
        nav=tuple(NavItem(item.text, top + item.href, current=False) for item in below.nav),
        css=top + below.css,
        script=top + below.script,
        icon=top + below.icon,
    )
    links = tuple(Link(item.text, item.href) for item in absolute.nav)
    return Page(urls.NOT_FOUND, "error/not-found.html", NotFoundView(absolute, links))
