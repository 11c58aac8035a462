import datetime

from runlift_site.pages.guide_page import (
    GuideView,
    QuestionsPart,
    TextPart,
    WeekPart,
    guide_page,
    guide_parts,
)
from runlift_site.pages.strip import strip
from runlift_site.training.guide import GuideHead, Reference
from tests.pages.builders import frame, sample_week, words

WEEK = strip(sample_week(), words())
HEAD = GuideHead(
    id="where-lifts-go",
    title="Where the lifts go",
    lead="On easy days.",
    card="Easy days, never beside hard ones.",
    date=datetime.date(2026, 1, 2),
    reviewed=datetime.date(2026, 3, 1),
    references=(),
)
QUESTIONS = '<h2 id="questions">Questions</h2>\n<h3 id="a">Run first?</h3>\n<p>Yes.</p>'
PAPER = Reference(
    authors="Blagrove RC",
    year="2018",
    title="Economy",
    journal="Sports Med",
    doi="10.1007/x",
    note="Economy improved.",
)


def page(sections: tuple[tuple[str, str], ...] = (), word_count: int = 900) -> GuideView:
    parts = guide_parts(["<p>Text.</p>"])
    papers = [("blagrove-2018", PAPER)]
    view = guide_page(frame(), HEAD, parts, sections, word_count, papers).view
    assert isinstance(view, GuideView)
    return view


def test_week_takes_the_paragraph_in_italics_after_it_as_caption() -> None:
    parts = guide_parts(["<p>Before.</p>", WEEK, "<p><em>A <a>real</a> week.</em></p>\n<p>On.</p>"])
    assert parts == (
        TextPart("<p>Before.</p>"),
        WeekPart(WEEK, "A <a>real</a> week."),
        TextPart("<p>On.</p>"),
    )


def test_paragraph_that_only_begins_in_italics_is_no_caption() -> None:
    _, text = guide_parts([WEEK, "<p><em>Never</em> skip <em>it</em></p>"])
    assert text == TextPart("<p><em>Never</em> skip <em>it</em></p>")


def test_section_of_questions_opens_one_by_one() -> None:
    text, questions, after = guide_parts([f'<p>A.</p>{QUESTIONS}<h2 id="b">B</h2><p>C.</p>'])
    assert text == TextPart('<p>A.</p><h2 id="questions">Questions</h2>')
    assert isinstance(questions, QuestionsPart)
    (question,) = questions.questions
    assert (question.id, question.title_html) == ("a", "Run first?")
    assert question.answer_html == "<p>Yes.</p>"
    assert after == TextPart('<h2 id="b">B</h2><p>C.</p>')


def test_section_with_other_headings_stays_text() -> None:
    for html in (
        QUESTIONS.replace("Run first?", "Run first"),
        QUESTIONS.replace("\n<h3", "<p>An introduction.</p><h3"),
    ):
        assert guide_parts([html]) == (TextPart(html),)


def test_meta_tells_reading_time_and_month() -> None:
    assert page().meta == "4 min read · updated March 2026"
    assert page(word_count=20).meta.startswith("1 min read")


def test_contents_end_with_the_references() -> None:
    assert [section.text for section in page((("a", "One"),)).contents] == ["One", "References"]
    assert page().contents == ()


def test_reference_links_to_its_doi() -> None:
    (paper,) = page().references
    assert (paper.id, paper.text) == ("paper-blagrove-2018", "Blagrove RC (2018)")
    assert paper.href == "https://doi.org/10.1007/x"
