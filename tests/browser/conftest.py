"""A browser, and the sites it opens; both are made once and shared."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.kinds import PAGES
from tests.browser.opened import Address, OpenPage, Themed
from tests.browser.sites import ELSEWHERE, Sites, build_sites, served


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Both sites, built."""
    return build_sites(tmp_path_factory.mktemp("sites"))


@pytest.fixture(scope="session")
def server(sites: Sites) -> Iterator[str]:
    """Address of the server that has both sites."""
    shipped, small = sites.shipped, sites.small
    folders = {shipped.base: shipped.root, small.base: small.root, ELSEWHERE: shipped.root}
    with served(folders) as address:
        yield address


@pytest.fixture(scope="session")
def themed(browser: Browser) -> Iterator[Themed]:
    """Pages that all tests share: go where you like with them, but keep nothing in them."""
    light = browser.new_context(color_scheme="light")
    dark = browser.new_context(color_scheme="dark")
    yield Themed(light.new_page(), dark.new_page())
    light.close()
    dark.close()


@pytest.fixture(scope="session")
def scriptless(browser: Browser) -> Iterator[Page]:
    """A shared page that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(params=PAGES, ids=lambda page: "".join(page).strip("/"))
def address(request: pytest.FixtureRequest, sites: Sites, server: str) -> Address:
    """One page of each kind after the other."""
    base, path = request.param
    site = sites.shipped if base == sites.shipped.base else sites.small
    return Address(site, path, f"{server}{base}{path}", f"{server}{base}")


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open an address in a window of its own: ``open_page(url, color_scheme="dark")``."""
    contexts: list[BrowserContext] = []

    def opened(url: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
