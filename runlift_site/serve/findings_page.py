"""Findings as a part of a page: each with its place, its line and what to do about it."""

from collections.abc import Iterable
from html import escape

from runlift_site.diagnostics.display import visible
from runlift_site.diagnostics.model import Finding, Place

AROUND = 160
"""How many characters of a long line are shown on each side of the place."""

NO_BREAK_SPACE = "\u00a0"


def findings_html(findings: Iterable[Finding]) -> str:
    """Findings as a sheet over the page that can be folded away to look at what is under it."""
    shown = [_finding(finding) for finding in findings]
    count = "1 error" if len(shown) == 1 else f"{len(shown)} errors"
    return (
        '<details id="runlift-findings" open>'
        f"<summary>{count} in the content</summary>"
        f"<div>{''.join(shown)}</div></details>"
    )


def _finding(finding: Finding) -> str:
    parts = [
        f"<article><h2>{_text(finding.message)}</h2>",
        _place(finding.place, finding.code),
        f"<p>{_text(finding.help)}</p>" if finding.help else "",
        *(f"<p>{_text(note.message)}</p>{_place(note.place)}" for note in finding.notes),
        "</article>",
    ]
    return "".join(parts)


def _place(place: Place | None, code: str = "") -> str:
    said = [f"<code>{escape(code)}</code>"] if code else []
    if place is not None:
        said.append(f"{_text(place.file)}, line {place.line}, column {place.column}")
    line = f"<pre>{_line(place)}</pre>" if place is not None and place.text else ""
    return f'<p class="place">{" ".join(said)}</p>{line}'


def _line(place: Place) -> str:
    """The line with its stretch marked; of a long line, what stands around it."""
    first = min(place.column - 1, len(place.text))
    last = first + place.length
    left, right = max(0, first - AROUND), last + AROUND
    before = ("…" if left else "") + visible(place.text[left:first])
    marked = visible(place.text[first:last][:AROUND]) or NO_BREAK_SPACE
    after = visible(place.text[last:right]) + ("…" if right < len(place.text) else "")
    number = f'<span aria-hidden="true">{place.line}</span>'
    return f"{number}<code>{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}</code>"


def _text(text: str) -> str:
    return escape(visible(text))
