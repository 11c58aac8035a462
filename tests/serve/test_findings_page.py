import re

from runlift_site.diagnostics.model import Finding, Note, Place, Severity
from runlift_site.serve.findings_page import AROUND, findings_html
from runlift_site.serve.pages import bare_page, with_preview

PLACE = Place("content/plans/base.yaml", 41, 8, 5, "rest: {'a&b': <i>}")


def error(place: Place | None = PLACE, **more: object) -> Finding:
    return Finding("RL203", Severity.ERROR, "unknown <exercise>", place, **more)  # type: ignore[arg-type]


def test_finding_shows_its_place_its_line_and_its_help() -> None:
    html = findings_html([error(help="add 'it' & go on")])
    assert "<h2>unknown &lt;exercise&gt;</h2>" in html
    assert "<code>RL203</code> content/plans/base.yaml, line 41, column 8" in html
    assert "rest: {<mark>&#x27;a&amp;b&#x27;</mark>: &lt;i&gt;}" in html
    assert "<p>add &#x27;it&#x27; &amp; go on</p>" in html


def test_finding_shows_its_notes() -> None:
    note = Note(Place("content/site.yaml", 3, 1, 5, "title: A"), "it stands here first")
    html = findings_html([error(notes=(note,))])
    assert "it stands here first" in html
    assert "content/site.yaml, line 3, column 1" in html
    assert "<mark>title</mark>: A" in html


def test_finding_without_a_place_is_shown() -> None:
    html = findings_html([error(None)])
    assert "unknown &lt;exercise&gt;" in html
    assert "<pre>" not in html


def test_place_after_the_end_of_a_line_is_marked() -> None:
    html = findings_html([error(Place("a.yaml", 1, 6, 1, "name:"))])
    assert "name:<mark>\u00a0</mark>" in html


def test_long_line_is_cut_around_its_place() -> None:
    html = findings_html([error(Place("a.yaml", 1, 5001, 2, "x" * 5000 + "no" + "y" * 5000))])
    assert f"…{'x' * AROUND}<mark>no</mark>{'y' * AROUND}…" in html
    assert len(html) < 1500


def test_characters_that_cannot_be_seen_are_spelled_out() -> None:
    html = findings_html([error(Place("a.yaml", 1, 1, 3, "a\u202eb\x00"))])
    assert "a&lt;U+202E&gt;b</mark>␀" in html


def test_number_of_errors_is_said() -> None:
    assert "1 error in the content" in findings_html([error()])
    assert "2 errors in the content" in findings_html([error(), error(None)])


def test_page_shows_errors_and_not_warnings() -> None:
    warning = Finding("RL306", Severity.WARNING, "rests too long")
    page = b"<html><body><p>Hi</p></body></html>"
    assert b"runlift-findings" not in with_preview(page, [warning], "1-2")
    shown = with_preview(page, [warning, error()], "1-2")
    assert b"RL203" in shown
    assert b"RL306" not in shown
    assert shown.endswith(b"</details></body></html>")


def test_page_holds_nothing_that_its_policy_forbids() -> None:
    page = bare_page("<Gone>", [error(help="<script>alert(1)</script>")], '"><script>').decode()
    assert re.findall(r"<script[^>]*>", page) == [
        '<script src="/-/preview.js" data-mark="&quot;&gt;&lt;script&gt;" defer>'
    ]
    assert "<title>&lt;Gone&gt;</title>" in page
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page)
