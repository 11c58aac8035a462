"""The HTML of every published page of both sites."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from tests.browser.markup import Markup, markup
from tests.browser.sites import Site, Sites

MAY_HOLD_NO_LINE = re.compile(r"style|on[a-z]+")


def faults(sites: Sites, look: Callable[[Markup], Iterable[str]]) -> list[str]:
    """What is wrong on any page, with its path."""
    return [
        f"{site.base}{path}: {fault}"
        for site in (sites.shipped, sites.small)
        for path in site.pages()
        for fault in look(markup(site.root / path))
    ]


def ids(page: Markup) -> Iterable[str]:
    """Ids that stand twice, and names of ids that stand nowhere."""
    counted = Counter(page.ids())
    yield from (f"id '{name}' stands {n} times" for name, n in counted.items() if n > 1)
    yield from (f"no id '{name}'" for name in page.references() if name not in counted)


def headings(page: Markup) -> Iterable[str]:
    """A page has one heading of the first level, comes first with it, and leaves no level out."""
    levels = [level for level, _ in page.headings()]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    if levels[:1] == [1]:
        deeper = pairwise(page.headings())
        yield from (f"h{b} '{text}' after h{a}" for (a, _), (b, text) in deeper if b > a + 1)
    else:
        yield "does not begin with its main heading"
    yield from (f"h{level} without text" for level, text in page.headings() if not text)


def head(page: Markup) -> Iterable[str]:
    """Language, encoding and description are said."""
    if page.root.get("lang") != "en":
        yield f"language {page.root.get('lang')!r}"
    if page.root.find("head/meta[@charset='utf-8']") is None:
        yield "no encoding"
    if not page.meta("description"):
        yield "no description"
    if "width=device-width" not in page.meta("viewport"):
        yield "not made for phones"


def attributes_the_policy_forbids(page: Markup) -> Iterable[str]:
    """Styles and scripts in attributes would be ignored by browsers."""
    for one in page.root.iter():
        for name in one.attrib:
            if MAY_HOLD_NO_LINE.fullmatch(str(name)):
                yield f"<{one.tag} {name}>"


def embedded(page: Markup) -> Iterable[str]:
    """So would be styles and scripts between the page's own lines."""
    for one in page.root.iter():
        if one.tag == "style" or (one.tag == "script" and "src" not in one.attrib):
            yield f"<{one.tag}>"


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(lambda page: page.errors, id="grammar"),
        ids,
        headings,
        head,
        attributes_the_policy_forbids,
        embedded,
    ],
)
def test_page_has_no_faults_when_read(
    look: Callable[[Markup], Iterable[str]], sites: Sites
) -> None:
    assert faults(sites, look) == []


def test_faults_are_found_when_there_are_some(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("faulty") / "page.html"
    file.write_text(
        "<!doctype html><html lang=de><title>T</title><h2 id=a>B</h2><p><ul></ul></p>"
        "<h4 id=a style='x' aria-labelledby=b></h4><script>1</script>"
    )
    page = markup(file)
    assert len(page.errors) == 1
    assert list(ids(page)) == ["id 'a' stands 2 times", "no id 'b'"]
    assert len(list(headings(page))) == 3
    assert len(list(head(page))) == 4
    assert list(attributes_the_policy_forbids(page)) == ["<h4 style>"]
    assert list(embedded(page)) == ["<script>"]


@pytest.mark.parametrize("name", ["shipped", "small"])
def test_title_is_there_and_not_that_of_another_page(name: str, sites: Sites) -> None:
    site: Site = getattr(sites, name)
    titles = Counter(markup(site.root / path).title() for path in site.pages())
    assert titles[""] == 0
    assert [title for title, count in titles.items() if count > 1] == []
