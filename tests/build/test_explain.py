from pathlib import Path

import pytest

from runlift_site.build.explain import Explanation, explain, render_explanation
from runlift_site.build.pack import KEEP_BUILDS
from runlift_site.build.store import Store
from runlift_site.pages.outputs import Group, Text
from tests.build.small_site import SmallSite

PAGE_PATH = "exercises/deadlift.html"
SHEET_PATH = "sheets/deadlift.pdf"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def known(site: SmallSite, path: str) -> Explanation | None:
    with Store(site.store_folder, tool=site.tool) as store:
        return explain(store, path)


def told(site: SmallSite, path: str) -> Explanation:
    explanation = known(site, path)
    assert explanation is not None
    return explanation


def labels(explanation: Explanation) -> list[str]:
    return [label for label, _ in explanation.origin.parts]


def test_explanation_names_everything_that_a_page_is_made_of(site: SmallSite) -> None:
    site.build()
    explanation = told(site, PAGE_PATH)
    assert labels(explanation) == [
        "view",
        "view.title",
        "view.cues",
        "templates/base.html",
        "templates/exercise.html",
        "templates/strip.html",
        "words",
        "tool",
    ]
    assert explanation.origin.group == "exercise deadlift"
    assert (explanation.is_new, explanation.changed) == (True, ())


def test_explanation_names_everything_that_a_sheet_is_made_of(site: SmallSite) -> None:
    site.build()
    assert labels(told(site, SHEET_PATH)) == [
        "view",
        "view.title",
        "view.cues",
        "templates/sheet.html",
        "words",
        "tool",
        "print html",
        "print asset sheet.css",
        "pdf tool",
    ]


def test_explanation_names_the_template_that_changed(site: SmallSite) -> None:
    site.build()
    site.sources["strip.html"] += "<li>"
    site.build()
    explanation = told(site, PAGE_PATH)
    assert explanation.changed == ("templates/strip.html",)
    assert (explanation.is_new, explanation.same_bytes, explanation.builds_ago) == (False, False, 0)


def test_explanation_says_how_long_a_page_is_unchanged(site: SmallSite) -> None:
    site.build()
    site.words["site"] = "Other"
    site.build()
    site.build()
    site.build()
    explanation = told(site, PAGE_PATH)
    assert (explanation.changed, explanation.builds_ago) == (("words",), 2)


def test_explanation_of_a_sheet_is_about_its_pdf_not_its_html(site: SmallSite) -> None:
    site.build()
    site.words["site"] = "Other"
    site.build()
    assert told(site, SHEET_PATH).is_new
    site.assets["sheet.css"] = b"new"
    site.build()
    assert told(site, SHEET_PATH).changed == ("print asset sheet.css", "words")


def test_explanation_says_when_the_bytes_came_out_the_same(site: SmallSite) -> None:
    site.build()
    site.words["unused"] = "x"
    site.build()
    explanation = told(site, PAGE_PATH)
    assert (explanation.changed, explanation.same_bytes) == (("words",), True)


def test_explanation_compares_with_the_version_before_after_a_step_back(site: SmallSite) -> None:
    site.build()
    site.words["site"] = "Other"
    site.build()
    site.words["site"] = "Runlift"
    site.build()
    explanation = told(site, PAGE_PATH)
    assert (explanation.changed, explanation.builds_ago) == (("words",), 0)


def test_explanation_is_missing_for_what_is_not_published(site: SmallSite) -> None:
    site.build()
    assert known(site, "absent.html") is None
    site.titles.remove("Deadlift")
    site.build()
    assert known(site, PAGE_PATH) is None
    assert known(site, SHEET_PATH) is None


def test_explanation_of_a_sheet_outlives_a_build_without_pdfs(site: SmallSite) -> None:
    site.build()
    site.with_pdf = False
    site.build()
    assert known(site, SHEET_PATH) is not None
    assert known(site, PAGE_PATH) is not None


def test_explanation_stays_when_a_build_fails(site: SmallSite) -> None:
    site.build()
    site.sources["exercise.html"] = "{view.absent}"
    assert site.build().findings
    assert told(site, PAGE_PATH).is_new


def test_explanation_as_text_tells_cause_and_parts(site: SmallSite) -> None:
    site.build()
    site.sources["strip.html"] += "<li>"
    site.build()
    lines = render_explanation(told(site, PAGE_PATH)).splitlines()
    digests = dict(told(site, PAGE_PATH).origin.parts)
    assert lines[:6] == [
        "exercises/deadlift.html",
        "  page of exercise deadlift, 71 bytes",
        "  drawn from templates/exercise.html",
        "  rebuilt in the newest build because of a change in",
        "    templates/strip.html",
        "  made from",
    ]
    assert lines[6] == f"    view                     {digests['view']}"
    assert len(lines) == 6 + len(digests)


def test_explanation_as_text_of_a_file_that_is_new(site: SmallSite) -> None:
    site.more = [Group("site map", (), lambda: (Text("sitemap.xml", "<x/>"),))]
    site.build()
    site.build()
    lines = render_explanation(told(site, "sitemap.xml")).splitlines()
    assert lines[:3] == [
        "sitemap.xml",
        "  text of site map, 4 bytes",
        "  made for the first time one build ago",
    ]


def test_explanation_is_written_again_when_it_was_lost(site: SmallSite) -> None:
    site.build()
    (site.store_folder / "explain.pack").write_bytes(b"damaged")
    site.build()
    assert told(site, PAGE_PATH).is_new


def test_explanation_lasts_as_long_as_the_page(site: SmallSite) -> None:
    site.build()
    for number in range(2 * KEEP_BUILDS):
        site.titles[1] = f"Front squat {number}"
        site.build()
    assert told(site, PAGE_PATH).builds_ago == 2 * KEEP_BUILDS
    assert site.decided == [f"Front squat {number}"]
