"""Guides: Markdown with weeks and questions in it becomes the parts of a page."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift_site.authoring.content import Content
from runlift_site.authoring.kinds import PLAN
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Place, Severity, worst
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.pages import urls
from runlift_site.pages.frame import Frame
from runlift_site.pages.outputs import Page
from runlift_site.pages.strip_view import StripView
from runlift_site.pipeline.links import dead_links, mentions, resolver
from runlift_site.pipeline.plans import Plans
from runlift_site.render.prose import render_prose
from runlift_site.render.prose_source import Marker, ProseFault, check_prose, parts
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

        faults = check_prose(body)
        for fault in _first_of_each_run(faults):
            text = lines[fault.line - 1] if lines else ""
            blanks = len(text) - len(text.lstrip())
            column = max(fault.column, blanks + 1)
            yield Finding("RL420", Severity.ERROR, fault.message, place(fault.line, column))
        for link in dead_links(body) if not faults else ():
            where = place(link.line, link.column, len(link.target))
            message = f"the link '{link.target}' leads nowhere"
            yield Finding("RL421", Severity.ERROR, message, where, self._meant(link.target))
        listed = self._content.guides[name].references
        for kind, paper, line, column in mentions(body) if not faults else ():
            if kind == "paper" and paper not in listed:
                message = f"the text cites '{paper}', which this guide's references leave out"
                where = place(line, column, len(paper))
                yield Finding("RL425", Severity.ERROR, message, where, "add it under references")
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
            if PLAN.file_of(mark.plan) in self._content.files:
                yield from self._unpublished(mark.plan)
                return
            close = near_miss(mark.plan, self._content.plans)
            yield f"unknown plan '{mark.plan}'", f"did you mean '{close}'?" if close else ""
            return
        weeks = self._plans.study(mark.plan).weeks
        if weeks and mark.tier not in weeks:
            yield f"'{mark.plan}' has no {mark.tier} variant", f"it has: {', '.join(weeks)}"
        elif weeks and not 1 <= mark.week <= weeks[mark.tier]:
            yield f"'{mark.plan}' has {weeks[mark.tier]} weeks, not {mark.week}", ""

    def _unpublished(self, plan: str) -> Iterator[tuple[str, str]]:
        """A plan that is there but not published: a draft, unless it has faults of its own."""
        if worst(self._content.findings) is not Severity.ERROR:
            tell = "take 'status: draft' out of its file, or build with --drafts"
            yield f"the plan '{plan}' is a draft, and drafts are not published", tell

    def _meant(self, target: str) -> str:
        """What to write in the place of a link that leads nowhere."""
        name = target.partition("#")[0].rpartition("/")[2].rpartition(":")[2]
        name = name.removesuffix(".html").removesuffix(".md").removesuffix(".yaml")
        content = self._content
        shelves: dict[str, Container[str]] = {
            "exercise": content.exercises,
            "plan": content.plans,
            "guide": content.guides,
        }
        kind = next((kind for kind, shelf in shelves.items() if name in shelf), None)
        if kind is not None:
            return f"did you mean '{kind}:{name}'?"
        if target.startswith("#"):
            return "no heading of this text has this id"
        return "write exercise:, plan:, guide: or paper: with an id, or a full https address"

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


def _first_of_each_run(faults: Iterable[ProseFault]) -> Iterator[ProseFault]:
    """The first of faults that go on from line to line: a deep list is one mistake."""
    last: ProseFault | None = None
    for fault in faults:
        if last is None or fault.message != last.message or fault.line > last.line + 1:
            yield fault
        last = fault


def _markers(body: str) -> Iterator[Marker]:
    return (part for part in parts(body) if isinstance(part, Marker))


def _mark(marker: Marker) -> StripMark:
    """Read a marker's arguments.

    Raises:
        ValueError: They are not a plan, a variant and a week.
    """
    plan, tier, week = marker.arguments
    return StripMark(plan, Tier(tier), int(week))
