"""Guides: Markdown with weeks and questions in it becomes the parts of a page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift_site.authoring.content import Content
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Place, Severity
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.pages import urls
from runlift_site.pages.frame import Frame
from runlift_site.pages.outputs import Page
from runlift_site.pages.strip_view import StripView
from runlift_site.pipeline.links import resolver
from runlift_site.pipeline.plans import Plans
from runlift_site.render.prose import render_prose
from runlift_site.render.prose_source import Marker, check_prose, parts
from runlift_site.training.vocabulary import Tier

if TYPE_CHECKING:
    from runlift_site.pages.placement_part import PlacementPart
    from runlift_site.training.guide import GuideHead

PLACEMENT = "placement"
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

    def counted(self, name: str) -> "tuple[GuideHead, int]":
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
        return tuple(_mark(marker) for marker in _markers(body) if marker.name != PLACEMENT)

    def page(self, name: str, frame: Frame) -> Page:
        """The page of a guide without faults."""
        from runlift_site.pages.guide_page import guide_page, guide_parts

        head = self._content.guides[name]
        body = self._content.guides.entries[name].read.body
        prose = render_prose(body, resolver(urls.guide(name)))
        papers = self._content.bibliography().papers
        return guide_page(
            frame,
            head,
            guide_parts([self._piece(piece, frame) for piece in prose.pieces]),
            tuple((h.id, h.text) for h in prose.headings if h.level == 2),
            prose.words,
            tuple((key, papers[key]) for key in head.references),
        )

    def _marker_faults(self, marker: Marker) -> Iterator[tuple[str, str]]:
        if marker.name == PLACEMENT:
            if marker.arguments:
                yield "[[placement]] stands alone", "take out what follows the word"
            return
        if marker.name != "strip":
            yield f"nothing is called '{marker.name}' here", f"{_STRIP_FORM}; or [[placement]]"
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

    def _piece(self, piece: str | Marker, frame: Frame) -> "str | StripView | PlacementPart":
        if isinstance(piece, str):
            return piece
        if piece.name == PLACEMENT:
            from runlift_site.pages.placement_part import placement_part

            return placement_part(frame.words)
        mark = _mark(piece)
        from runlift_site.pages.strip import strip

        plan = self._plans.planning(mark.plan).plan(mark.tier)
        return strip(plan.weeks[mark.week - 1], frame.words)


def _markers(body: str) -> Iterator[Marker]:
    return (part for part in parts(body) if isinstance(part, Marker))


def _mark(marker: Marker) -> StripMark:
    """Read a marker's arguments.

    Raises:
        ValueError: They are not a plan, a variant and a week.
    """
    plan, tier, week = marker.arguments
    return StripMark(plan, Tier(tier), int(week))
