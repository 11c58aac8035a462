"""Guides: Markdown with weeks and questions in it becomes the parts of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from runlift_site.authoring.content import Content
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Place, Severity
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.pages import urls
from runlift_site.pages.frame import Frame, Link
from runlift_site.pages.guide_page import GuidePart, TextPart, WeekPart, guide_page, questions_of
from runlift_site.pages.outputs import Page
from runlift_site.pages.strip import strip
from runlift_site.pipeline.links import resolver
from runlift_site.pipeline.plans import Plans
from runlift_site.render.prose import Prose, render_prose
from runlift_site.render.prose_source import Marker, check_prose, parts
from runlift_site.training.guide import GuideHead
from runlift_site.training.vocabulary import Tier

_HEADING = re.compile(r'(?=<h2 id="questions">)')
_CAPTION = re.compile(r"\s*<p><em>(?P<caption>.*?)</em></p>", re.DOTALL)
_STRIP_FORM = "a week is shown with [[strip PLAN VARIANT WEEK]], such as [[strip base gym 3]]"


@dataclass(frozen=True, slots=True)
class StripMark:
    """A week to draw in a guide."""

    plan: str
    tier: Tier
    week: int


class Guides:
    """All guides of a site, in the order that the site file gives."""

    def __init__(self, content: Content, plans: Plans, store: Store) -> None:
        self._content = content
        self._plans = plans
        self._store = store

    def word_count(self, name: str) -> int:
        """How many words a guide has."""
        body = self._content.guides.entries[name].read.body
        key = self._content.guides.digest(name)
        return self._store.memo(
            "guide-words", key, int, lambda: render_prose(body, lambda _: "#").words
        )

    def counted(self, name: str) -> tuple[GuideHead, int]:
        """A guide's head with its number of words, as lists take it."""
        return self._content.guides[name], self.word_count(name)

    def findings(self, name: str) -> Iterator[Finding]:
        """Faults of a guide's text, each at its line."""
        entry = self._content.guides.entries[name]
        body = entry.read.body
        lines = body.splitlines()

        def place(line: int, column: int, length: int = 1) -> Place:
            number = entry.read.body_line + line - 1
            return Place(entry.file.path, number, column, length, lines[line - 1] if lines else "")

        for fault in check_prose(body):
            yield Finding("RL420", Severity.ERROR, fault.message, place(fault.line, fault.column))
        for marker in _markers(body):
            for message, tell in self._marker_faults(marker):
                length = len(lines[marker.line - 1])
                yield Finding("RL424", Severity.ERROR, message, place(marker.line, 1, length), tell)

    def strips(self, name: str) -> tuple[StripMark, ...]:
        """The weeks that a guide shows."""
        body = self._content.guides.entries[name].read.body
        return tuple(_mark(marker) for marker in _markers(body))

    def page(self, name: str, frame: Frame) -> Page:
        """The page of a guide without faults."""
        head = self._content.guides[name]
        body = self._content.guides.entries[name].read.body
        prose = render_prose(body, resolver(urls.guide(name)))
        bibliography = self._content.bibliography
        papers = bibliography.papers if bibliography else {}
        return guide_page(
            frame,
            head,
            tuple(self._parts(prose, frame, urls.guide(name))),
            tuple((h.id, h.text) for h in prose.headings if h.level == 2),
            prose.words,
            tuple((key, papers[key]) for key in head.references),
        )

    def _marker_faults(self, marker: Marker) -> Iterator[tuple[str, str]]:
        if marker.name != "strip":
            yield f"nothing is called '{marker.name}' here", _STRIP_FORM
            return
        try:
            mark = _mark(marker)
        except ValueError:
            yield "this is not a week of a plan", _STRIP_FORM
            return
        if mark.plan not in self._content.plans:
            close = near_miss(mark.plan, self._content.plans)
            yield f"unknown plan '{mark.plan}'", f"did you mean '{close}'?" if close else ""
            return
        weeks = self._plans.study(mark.plan).weeks
        if weeks and mark.tier not in weeks:
            yield f"'{mark.plan}' has no {mark.tier} variant", f"it has: {', '.join(weeks)}"
        elif weeks and not 1 <= mark.week <= weeks[mark.tier]:
            yield f"'{mark.plan}' has {weeks[mark.tier]} weeks", "name one of them"

    def _parts(self, prose: Prose, frame: Frame, path: str) -> Iterator[GuidePart]:
        pieces = list(prose.pieces)
        for index, piece in enumerate(pieces):
            if isinstance(piece, Marker):
                caption = ""
                if index + 1 < len(pieces) and isinstance(pieces[index + 1], str):
                    caption, pieces[index + 1] = _captioned(str(pieces[index + 1]))
                yield self._week(_mark(piece), frame, path, caption)
            else:
                yield from _text_parts(piece)

    def _week(self, mark: StripMark, frame: Frame, path: str, caption: str) -> WeekPart:
        plan = self._plans.plan(mark.plan, mark.tier)
        target = urls.relative(path, urls.week(mark.plan, mark.tier, mark.week))
        source = Link(
            frame.words("guide.strip_source", plan=plan.template.name, n=mark.week), target
        )
        return WeekPart(strip(plan.weeks[mark.week - 1], frame.words), caption, source)


def _markers(body: str) -> Iterator[Marker]:
    return (part for part in parts(body) if isinstance(part, Marker))


def _mark(marker: Marker) -> StripMark:
    """Read a marker's arguments.

    Raises:
        ValueError: They are not a plan, a variant and a week.
    """
    plan, tier, week = marker.arguments
    return StripMark(plan, Tier(tier), int(week))


def _captioned(html: str) -> tuple[str, str]:
    """Take the paragraph in italics that follows a drawing for its caption."""
    match = _CAPTION.match(html)
    return (match["caption"], html[match.end() :]) if match else ("", html)


def _text_parts(html: str) -> Iterator[GuidePart]:
    """Text up to the questions, and the questions one by one."""
    text, *rest = _HEADING.split(html)
    if text.strip():
        yield TextPart(text.strip())
    for part in rest:
        heading, _, questions = part.partition("</h2>")
        yield TextPart(heading + "</h2>")
        yield from questions_of(questions)
