"""Every kind of page, opened in both themes and at three widths."""

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import PAGES, kind
from tests.browser.layout import resize, sideways, text_on_text
from tests.browser.opened import Address, Themed
from tests.browser.sites import ELSEWHERE, SHIPPED, Sites
from tests.browser.watch import Watch

WIDTHS_PX = (320, 390, 1280)
FONTS = "document.fonts.ready.then(all => [...all].map(one => `${one.family} ${one.status}`))"


def visit(page: Page, url: str, base: str) -> list[str]:
    """Everything that goes wrong with a page at any width."""
    resize(page, WIDTHS_PX[0])
    with Watch(page, base) as watch:
        page.goto(url, wait_until="load")
        missing = [font for font in page.evaluate(FONTS) if not font.endswith("loaded")]
    found = [*watch.problems, *(f"font {font}" for font in missing)]
    for width in WIDTHS_PX:
        resize(page, width)
        found.extend(f"{width} px: {line}" for line in (*sideways(page), *text_on_text(page)))
    return found


def test_every_kind_of_page_is_among_those_opened(sites: Sites) -> None:
    published = {kind(path) for site in (sites.shipped, sites.small) for path in site.pages()}
    assert {kind(path) for _, path in PAGES} == published


def test_page_is_quiet_and_fits_when_opened(address: Address, themed: Themed) -> None:
    problems = [visit(page, address.url, address.base) for page in themed]
    assert problems == [[], []]


def from_disk(page: tuple[str, str]) -> bool:
    """Whether a page can be opened from a disk; the one for lost addresses is for servers."""
    return page[0] == SHIPPED and page[1] != "404.html"


@pytest.mark.parametrize("path", [path for _, path in filter(from_disk, PAGES)])
def test_page_is_quiet_and_fits_when_opened_from_a_disk(
    path: str, sites: Sites, themed: Themed
) -> None:
    root = sites.shipped.root
    assert visit(themed.light, (root / path).as_uri(), root.as_uri()) == []


def test_site_works_when_served_under_another_path_than_it_was_built_for(
    server: str, themed: Themed
) -> None:
    page = themed.light
    with Watch(page, f"{server}{ELSEWHERE}") as watch:
        page.goto(f"{server}{ELSEWHERE}index.html")
        for link in ("Plans", "Big Four", "Gym", "Exercises", "Deadlift", "Guides"):
            page.get_by_role("link", name=link).first.click()
            page.wait_for_load_state("load")
            assert page.url.startswith(f"{server}{ELSEWHERE}")
            assert page.locator("h1").count() == 1
    assert watch.problems == []


def test_lost_reader_finds_back_when_an_address_is_unknown(server: str, themed: Themed) -> None:
    page = themed.light
    url = f"{server}{SHIPPED}plans/no-such-plan/gym/3.html"
    with Watch(page, f"{server}{SHIPPED}") as watch:
        page.goto(url, wait_until="load")
        heading = page.get_by_role("heading", level=1)
        assert heading.evaluate("one => getComputedStyle(one).fontWeight") == "900"
        page.get_by_role("main").get_by_role("link", name="Plans").click()
        page.wait_for_url(f"{server}{SHIPPED}plans.html")
    # That the address is unknown is said twice: by the server, and by Chromium in the console.
    assert len(watch.problems) == 2
    assert all("404" in line for line in watch.problems)
