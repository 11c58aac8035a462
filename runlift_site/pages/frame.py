"""What every page has in common: the head, the navigation, and what they are made from."""

from collections.abc import Callable
from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.wording import Wording
from runlift_site.settings import Settings

ProseHtml = Callable[[str, str], str]
"""Turns Markdown into clean HTML for the page at a path: ``prose(markdown, page_path)``."""


@dataclass(frozen=True, slots=True)
class AssetPaths:
    """Published paths of the files that pages load, from the top of the site.

    Attributes:
        style: The style sheet.
        filters: The generated rules of the exercise filters.
        script: The script that remembers the theme.
        icon: The icon of the site.
        coaching: The style sheet of rules and of the guide that places lifts.
    """

    style: str
    filters: str
    script: str
    icon: str
    coaching: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What page functions need besides the thing the page is about.

    Attributes:
        settings: The site file.
        words: Interface words.
        assets: Where the loaded files are published.
        prose: Turns the Markdown of records into HTML.
        pdf: Whether sheets are printed, so that links to them lead somewhere.
    """

    settings: Settings
    words: Wording
    assets: AssetPaths
    prose: ProseHtml
    pdf: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the navigation; ``current`` for the part of the site the page belongs to."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Head:
    """Head, header and footer of a page; every address is relative to it.

    Attributes:
        title: Title of the document.
        description: One or two sentences for search results.
        canonical: Public address; empty for a page that has none.
        language: Language of the page.
        site: Name of the site.
        root: Prefix that leads to the top of the site.
        home: Link to the start page.
        nav: Navigation.
        css: Style sheet.
        more_css: Further style sheets of this page kind.
        script: Script that remembers the theme.
        icon: Icon of the site.
        footer_html: Footer text.
    """

    title: str
    description: str
    canonical: str
    language: str
    site: str
    root: str
    home: str
    nav: tuple[NavItem, ...]
    css: str
    more_css: tuple[str, ...]
    script: str
    icon: str
    footer_html: str


_NAV = (("plans", urls.PLANS), ("exercises", urls.EXERCISES), ("guides", urls.GUIDES))


def head(
    frame: Frame,
    path: str,
    title: str,
    description: str,
    section: str = "",
    more_css: tuple[str, ...] = (),
) -> Head:
    """The head of the page at ``path``.

    Args:
        frame: What all pages share.
        path: Path of the page.
        title: Title without the site's name; empty for the start page.
        description: One or two sentences.
        section: Key of the navigation entry the page belongs to.
        more_css: Paths of further style sheets.
    """
    settings, assets = frame.settings, frame.assets

    def to(target: str) -> str:
        return urls.relative(path, target)

    return Head(
        title=f"{title} | {settings.title}" if title else f"{settings.title}: {settings.tagline}",
        description=description,
        canonical=urls.public(settings.base_url, path),
        language=settings.language,
        site=settings.title,
        root=urls.root_of(path),
        home=to(urls.HOME),
        nav=tuple(
            NavItem(frame.words(f"nav.{key}"), to(target), key == section) for key, target in _NAV
        ),
        css=to(assets.style),
        more_css=tuple(to(sheet) for sheet in more_css),
        script=to(assets.script),
        icon=to(assets.icon),
        footer_html=frame.prose(settings.footer, path),
    )
