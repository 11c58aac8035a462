"""What holds for the HTML of every page kind, drawn with the real templates."""

import posixpath
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from runlift_site.build.digest import digest
from runlift_site.pages.exercise_page import exercise_page
from runlift_site.pages.guide_index_page import guide_index_page
from runlift_site.pages.plan_index_page import plan_index_page
from runlift_site.pages.plan_parts import plan_card
from runlift_site.pages.week_page import week_page
from tests.pages.builders import (
    ASSETS,
    TUE,
    frame,
    lift,
    plan,
    template,
    week,
)
from tests.pages.sample_exercises import (
    LIBRARY,
    exercise,
)
from tests.pages.small_pages import SCRIPT, Elements, check, draw, drawn, guide, pages, variants

KINDS = (
    "index.html",
    "plans.html",
    "plans/half-marathon.html",
    "plans/half-marathon/gym/2.html",
    "plans/half-marathon/gym/3.html",
    "plans/half-marathon/bodyweight/1.html",
    "exercises.html",
    "exercises/front-squat.html",
    "guides.html",
    "guides/where-lifts-go.html",
    "rules.html",
    "rules/r4.html",
    "rules/r22.html",
    "404.html",
)


@pytest.fixture(params=KINDS)
def html(request: pytest.FixtureRequest) -> str:
    return drawn()[request.param]


def test_page_has_title_description_language_and_one_h1(html: str) -> None:
    assert '<html lang="en">' in html
    assert re.search(r"<title>[^<]+</title>", html)
    assert re.search(r'<meta name="description" content="[^"]+">', html)
    assert html.count("<h1>") == 1
    assert not re.search(r">\s*None\s*<", html)


def test_page_has_landmarks_and_a_skip_link(html: str) -> None:
    elements = Elements(html)
    assert [len(elements.all(tag)) for tag in ("header", "main", "footer")][1:] == [1, 1]
    assert elements.all("a")[0] == {"class": "skip", "href": "#content"}
    assert elements.all("main") == [{"id": "content"}]


def test_page_carries_no_inline_style_or_script(html: str) -> None:
    elements = Elements(html)
    assert not elements.all("style")
    assert all(set(script) == {"src"} for script in elements.all("script"))
    for _, attributes in elements.found:
        assert not {name for name in attributes if name == "style" or name.startswith("on")}


def test_page_allows_only_its_own_files(html: str) -> None:
    (policy,) = [
        attributes["content"]
        for attributes in Elements(html).all("meta")
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; manifest-src 'self'; connect-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_page_loads_nothing_from_another_host(html: str) -> None:
    elements = Elements(html)
    loaded = [e["src"] for _, e in elements.found if "src" in e]
    loaded += [e["href"] for e in elements.all("link") if e["rel"] != "canonical"]
    assert loaded
    assert not [address for address in loaded if re.match(r"[a-z]+:|//", address)]


def test_headings_go_down_one_level_at_a_time(html: str) -> None:
    levels = [int(tag[1]) for tag, _ in Elements(html).found if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    steps = pairwise(levels)
    assert all(below <= above + 1 for above, below in steps)


def test_ids_are_used_once(html: str) -> None:
    ids = [attributes["id"] for _, attributes in Elements(html).found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_labels_refer_to_ids_of_the_page(html: str) -> None:
    elements = Elements(html).found
    ids = {attributes.get("id") for _, attributes in elements}
    labels = [a["aria-labelledby"] for _, a in elements if "aria-labelledby" in a]
    assert not [label for label in labels if label not in ids]


def test_every_link_leads_to_a_page_and_its_anchor() -> None:
    site = drawn()
    files = {ASSETS.style, ASSETS.filters, ASSETS.coaching, ASSETS.script, ASSETS.icon}
    ids = {
        path: {a["id"] for _, a in Elements(html).found if "id" in a} for path, html in site.items()
    }
    for path, html in site.items():
        for attributes in Elements(html).all("a", "link", "script"):
            address = attributes.get("href", attributes.get("src", ""))
            if address.startswith("https://"):
                continue
            if path == "404.html":
                # Shown at any depth, so its links start at the top of the site.
                assert address.startswith(("/runlift/", "#")), address
                address = address.removeprefix("/runlift/") or "index.html"
            target, _, anchor = address.partition("#")
            folder = posixpath.dirname(path)
            found = posixpath.normpath(posixpath.join(folder, target)) if target else path
            if found in files or found.endswith(".pdf"):
                continue
            assert found in site, f"{path}: {address}"
            assert not anchor or anchor in ids[found], f"{path}: {address}"


def test_navigation_marks_the_part_of_the_site() -> None:
    site = drawn()

    def current(path: str) -> list[tuple[str, str]]:
        return re.findall(r'<li><a href="([^"]+)" aria-current="(\w+)">\w+</a></li>', site[path])

    assert current("plans.html") == [("plans.html", "page")]
    assert ("../../../plans.html", "true") in current("plans/half-marathon/gym/3.html")
    assert current("exercises/deadlift.html") == [("../exercises.html", "true")]
    assert current("index.html") == []


def test_canonical_address_is_public_and_absent_where_there_is_none() -> None:
    site = drawn()
    base = "https://example.org/runlift/"
    assert f'<link rel="canonical" href="{base}">' in site["index.html"]
    assert f'<link rel="canonical" href="{base}plans.html">' in site["plans.html"]
    assert "canonical" not in site["404.html"]


def test_week_page_marks_week_and_variant_as_current() -> None:
    html = drawn()["plans/half-marathon/gym/3.html"]
    marked = [a for a in Elements(html).all("a") if a.get("aria-current") == "page"]
    assert [a["href"] for a in marked] == ["3.html", "3.html"]
    assert "Week 3, 4 h 05 of running" in html


def test_strip_is_a_list_of_seven_sentences_with_hidden_drawings() -> None:
    html = drawn()["plans/half-marathon/gym/3.html"]
    strip = re.search(r'<ol class="strip".*?</ol>', html, re.DOTALL)
    assert strip
    items = strip[0].split("<li>")[1:]
    assert len(items) == 7
    for item in items:
        assert '<span class="vh">' in item
        assert item.count('aria-hidden="true"') == 1
    assert '<a class="day" href="#session-a">' in items[TUE]
    assert items[TUE].count("<i></i>") == 3


def test_bar_heights_are_even_classes_within_the_area() -> None:
    html = "".join(drawn().values())
    heights = {int(height) for height in re.findall(r'class="bar \w+ h(\d+)"', html)}
    assert heights
    assert all(height % 2 == 0 and 20 <= height <= 112 for height in heights)
    full = re.findall(r'class="bar hard h(\d+)"', drawn()["plans/half-marathon/gym/2.html"])
    assert full == ["112"]


def test_heavy_plates_on_stripes_show_asterisk_and_reason() -> None:
    html = drawn()["plans/half-marathon/gym/2.html"]
    assert "<b>A*</b>" in html
    assert "* Monday: No other evening is free." in html


def test_swapped_exercise_tells_how_good_the_match_is() -> None:
    html = drawn()["plans/half-marathon/bodyweight/1.html"]
    assert "instead of front squat, <b>poor match</b>" in html
    assert re.search(r"instead of overhead press\s*</p>", html)


def test_guide_opens_its_first_question_only() -> None:
    html = drawn()["guides/where-lifts-go.html"]
    assert [("open" in e) for e in Elements(html).all("details")] == [True, False]
    assert "<figcaption" in html


def test_page_without_sheets_offers_no_downloads() -> None:
    page = week_page(replace(frame(), pdf=False), variants()[0], 3, check())
    assert ".pdf" not in draw(page)


def test_names_are_text_never_html() -> None:
    hostile = template(name="<b>Bold", lead=SCRIPT, not_for=SCRIPT)
    evil = exercise("evil", name=SCRIPT, short_name="Evil", cues=["<i>a", "b", "c"], summary=SCRIPT)
    main = lift("A", name="<script>x").blocks
    of = replace(plan(), template=hostile)
    shown = (
        week_page(frame(), of, 3, check()),
        plan_index_page(frame(), [plan_card(of, frame().words, "plans.html")]),
        exercise_page(frame(), evil, LIBRARY, ()),
        guide_index_page(frame(), [(guide(title=SCRIPT), 10)]),
        week_page(
            frame(),
            replace(of, weeks=(week({TUE: (lift("A", name="<script>x", blocks=main),)}),)),
            1,
            check(),
        ),
    )
    for page in shown:
        html = draw(page)
        assert "<script>" not in html, page.path
        assert "&lt;" in html, page.path


def test_views_can_be_fingerprinted() -> None:
    assert all(len(digest(page.view)) == 64 for page in pages())


def test_pages_are_the_same_when_drawn_again() -> None:
    again = {page.path: draw(page) for page in pages()}
    assert again == drawn()
