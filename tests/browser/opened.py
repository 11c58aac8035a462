"""What the fixtures hand to tests: pages of a browser, and addresses for them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.sites import Site

OpenPage = Callable[..., Page]
"""Opens an address in a window of its own, with the options of a browser context."""


@dataclass(frozen=True)
class Themed:
    """An open page for each theme the system may ask for."""

    light: Page
    dark: Page

    def __iter__(self) -> Iterator[Page]:
        return iter((self.light, self.dark))


@dataclass(frozen=True)
class Address:
    """A page to open.

    Attributes:
        site: Where it is from.
        path: Its path in the site.
        url: Its address.
        base: What the addresses of all that it needs begin with.
    """

    site: Site
    path: str
    url: str
    base: str
