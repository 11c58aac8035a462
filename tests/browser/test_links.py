"""Every address on every page of both sites leads somewhere."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.markup import Link, markup
from tests.browser.sites import Site, Sites

NAMES = ("shipped", "small")
OUTWARDS = "https://doi.org/"
NOT_PUBLIC = (".runlift-manifest.json",)


@pytest.fixture(params=NAMES)
def site(request: pytest.FixtureRequest, sites: Sites) -> Site:
    """One site after the other."""
    found: Site = getattr(sites, request.param)
    return found


def destination(site: Site, path: str, target: str) -> tuple[str, str]:
    """Path and fragment that an address leads to from a page."""
    parts = urlsplit(target)
    if not parts.path:
        return path, unquote(parts.fragment)
    found = unquote(parts.path)
    if path == "404.html" and found.startswith(site.base):
        # Served at addresses that are not known, so its own addresses are whole.
        found = found.removeprefix(site.base)
    elif found.startswith("/"):
        raise AssertionError(f"{path} links to {target}, which is right under one path only")
    else:
        found = normpath(join(dirname(path), found))
    return found or "index.html", unquote(parts.fragment)


def inside(site: Site, path: str) -> Iterator[Link]:
    """Addresses on a page that lead to the site itself."""
    for link in markup(site.root / path).links():
        if not urlsplit(link.target).scheme:
            yield link


def test_link_leads_to_a_file_and_a_place_in_it(site: Site) -> None:
    files = set(site.files())
    broken = []
    for path in site.pages():
        for link in inside(site, path):
            file, fragment = destination(site, path, link.target)
            if file not in files:
                broken.append(f"{path}: no file {link.target}")
            elif fragment and fragment not in markup(site.root / file).ids():
                broken.append(f"{path}: no such place {link.target}")
    assert broken == []


def test_link_says_where_it_leads(site: Site) -> None:
    links = [
        (path, link)
        for path in site.pages()
        for link in markup(site.root / path).links()
        if link.element == "a"
    ]
    assert len(links) > 100
    assert [f"{path}: {link.target}" for path, link in links if not link.text] == []
    empty = [f"{path}: {link.text}" for path, link in links if link.target in ("", "#")]
    assert empty == []


def test_link_to_another_host_is_a_source_or_the_page_itself(site: Site) -> None:
    for path in site.pages():
        own = f"https://example.org{site.base}{'' if path == 'index.html' else path}"
        for link in markup(site.root / path).links():
            if urlsplit(link.target).scheme:
                assert (link.element == "a" and link.target.startswith(OUTWARDS)) or (
                    link.element == "link" and link.target == own
                ), f"{path}: {link}"


def test_style_sheet_names_files_that_are_there(site: Site) -> None:
    files = set(site.files())
    sheets = [path for path in files if path.endswith(".css")]
    assert len(sheets) == 3
    for sheet in sheets:
        for target in re.findall(r"url\(\"?([^)\"]*)\"?\)", (site.root / sheet).read_text()):
            assert normpath(join(dirname(sheet), target)) in files


def test_every_file_is_reached_from_the_home_page(site: Site) -> None:
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            if path.endswith(".html"):
                links = inside(site, path)
                waiting.extend(destination(site, path, link.target)[0] for link in links)
    apart = {"404.html", *NOT_PUBLIC}
    fonts = {path for path in site.files() if path.startswith("assets/rl-")}
    assert set(site.files()) - reached == apart | (fonts - reached)


def test_week_page_leads_to_its_sheets_when_there_are_sheets(sites: Sites) -> None:
    weeks = [path for path in sites.small.pages() if re.fullmatch(r"plans/.*/\d+\.html", path)]
    assert len(weeks) == 4
    for path in weeks:
        sheets = {link.target for link in inside(sites.small, path) if ".pdf" in link.target}
        plan, tier, week = path.removesuffix(".html").split("/")[1:]
        assert sheets == {f"{plan}-{tier}-week-{week}-a4.pdf"}


def test_no_page_speaks_of_sheets_when_there_are_none(sites: Sites) -> None:
    for path in sites.shipped.pages():
        assert ".pdf" not in (sites.shipped.root / path).read_text(encoding="utf-8")
