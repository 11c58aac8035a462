"""A guide: text, weeks drawn in it, questions, references."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.frame import Frame, Head, Link, head
from runlift_site.pages.guide_index_page import reading_time
from runlift_site.pages.outputs import Page
from runlift_site.pages.papers import PaperView, papers
from runlift_site.pages.placement_part import PlacementPart
from runlift_site.pages.strip_view import StripView
from runlift_site.training.guide import GuideHead, Reference

_SECTION = re.compile(r"(?=<h2[ >])")
_QUESTION = re.compile(r'<h3 id="([^"]+)">(.*?)</h3>', re.DOTALL)
_CAPTION = re.compile(r"\s*<p><em>((?:(?!</?em>|</p>).)*)</em></p>\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer; the title is HTML too."""

    id: str
    title_html: str
    answer_html: str


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of text."""

    html: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class WeekPart:
    """A week drawn in the text, with its caption."""

    strip: StripView
    caption_html: str
    kind: str = "week"


@dataclass(frozen=True, slots=True)
class QuestionsPart:
    """Questions that open one by one."""

    questions: tuple[Question, ...]
    kind: str = "questions"


GuidePart = TextPart | WeekPart | QuestionsPart | PlacementPart


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the contents box."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class GuideView:
    """A guide's page.

    Attributes:
        head: Head of the page.
        crumb: Link to the guides.
        title: Its title.
        lead: The answer in one or two sentences.
        meta: Reading time and date.
        contents: Sections, for the contents box; empty for short guides.
        parts: Text, weeks and questions in their order.
        references: Papers cited.
    """

    head: Head
    crumb: Link
    title: str
    lead: str
    meta: str
    contents: tuple[Section, ...]
    parts: tuple[GuidePart, ...]
    references: tuple[PaperView, ...]


def guide_parts(pieces: Sequence[str | StripView | PlacementPart]) -> tuple[GuidePart, ...]:
    """Turn rendered prose and what is drawn between it into the parts of a guide.

    A paragraph in italics right after a week is its caption. A section that is made of questions
    alone (each h3 ends with a question mark, nothing stands before the first) opens one by one.

    Args:
        pieces: HTML, drawn weeks and the placement of lifts in reading order.
    """
    parts: list[GuidePart] = []
    for piece in pieces:
        if isinstance(piece, StripView):
            parts.append(WeekPart(piece, ""))
            continue
        if isinstance(piece, PlacementPart):
            parts.append(piece)
            continue
        html = piece
        if parts and isinstance(parts[-1], WeekPart) and (caption := _CAPTION.match(html)):
            parts[-1] = WeekPart(parts[-1].strip, caption[1])
            html = html[caption.end() :]
        parts.extend(_text_parts(html))
    return tuple(parts)


def _text_parts(html: str) -> Iterator[TextPart | QuestionsPart]:
    waiting = ""
    for section in _SECTION.split(html):
        before, *rest = _QUESTION.split(section)
        titles = rest[1::3]
        heading = re.sub(r"<h2.*?</h2>", "", before, flags=re.DOTALL).strip()
        if titles and not heading and all(title.endswith("?") for title in titles):
            yield TextPart((waiting + before).strip())
            waiting = ""
            triples = zip(rest[0::3], titles, rest[2::3], strict=True)
            yield QuestionsPart(tuple(Question(n, t, a.strip()) for n, t, a in triples))
        else:
            waiting += section
    if waiting.strip():
        yield TextPart(waiting.strip())


def _style_sheets(frame: Frame, parts: Sequence[GuidePart]) -> tuple[str, ...]:
    """Style sheets that a guide needs beside the common one."""
    chooses = any(isinstance(part, PlacementPart) for part in parts)
    return (frame.assets.coaching,) if chooses else ()


def guide_page(
    frame: Frame,
    guide: GuideHead,
    parts: Sequence[GuidePart],
    sections: Sequence[tuple[str, str]],
    word_count: int,
    references: Sequence[tuple[str, Reference]],
) -> Page:
    """The page of a guide.

    Args:
        frame: What all pages share.
        guide: Its head.
        parts: Its text in order, as ``guide_parts`` makes it.
        sections: Id and words of each h2 heading.
        word_count: How many words it has.
        references: Key and record of the papers it cites, in the order of its head.
    """
    words, path = frame.words, urls.guide(guide.id)
    contents = [Section(name, text) for name, text in sections]
    if references and contents:
        contents.append(Section("references", words("guide.references")))
    month = words.list("months")[guide.reviewed.month - 1]
    updated = words("guide.updated", month=month, year=guide.reviewed.year)
    view = GuideView(
        head=head(frame, path, guide.title, guide.lead, "guides", _style_sheets(frame, parts)),
        crumb=Link(words("nav.guides"), urls.relative(path, urls.GUIDES)),
        title=guide.title,
        lead=guide.lead,
        meta=f"{reading_time(word_count, words)} · {updated}",
        contents=tuple(contents) if len(contents) > 1 else (),
        parts=tuple(parts),
        references=tuple(papers(references, words)),
    )
    return Page(path, "guide/guide.html", view)
