"""What the preview adds to pages: its script, and findings shown over the page."""

from collections.abc import Iterable
from html import escape

from runlift_site.diagnostics.model import Finding, Severity

FOLDER = "-/"
"""Addresses below this are the preview's own; no site has such a folder."""

_ADDED = '<link rel="stylesheet" href="/-/preview.css"><script src="/-/preview.js" defer></script>'

STYLE = b"""\
#runlift-findings { position: fixed; inset: 0; z-index: 99; overflow: auto; margin: 0;
  padding: 24px max(16px, calc(50vw - 480px)); background: #fff; color: #14181b;
  font: 1rem/1.5 system-ui, sans-serif }
#runlift-findings h1 { font-size: 1.5rem; margin: 0 0 16px; font-weight: 700 }
#runlift-findings h2 { font-size: 1.0625rem; margin: 24px 0 4px; font-weight: 600 }
#runlift-findings p { margin: 0; max-width: none }
#runlift-findings pre { background: #e9edeb; padding: 8px 12px; border-radius: 6px; margin: 8px 0;
  overflow: auto; font: .875rem/1.5 ui-monospace, monospace }
"""

SCRIPT = b"""\
// Follows the preview: a page reloads when it changed, or when errors come or go.
"use strict";
const here = decodeURIComponent(location.pathname.slice(1)) || "index.html";
const broken = document.getElementById("runlift-findings") !== null;
const source = new EventSource("/-/events");
source.addEventListener("change", (event) => {
  const change = JSON.parse(event.data);
  if (change.broken || broken || change.paths.includes(here)) location.reload();
});
"""


def with_preview(page: bytes, findings: Iterable[Finding]) -> bytes:
    """A page with the preview's script, and the errors of the content laid over it."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    over = findings_html(errors) if errors else ""
    added = (_ADDED + over).encode()
    before, end, after = page.rpartition(b"</body>")
    return before + added + end + after if end else page + added


def bare_page(title: str, findings: Iterable[Finding]) -> bytes:
    """A page for when there is none to lay findings over."""
    text = escape(title)
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{text}</title></head>'
        f"<body><p>{text}</p></body></html>"
    )
    return with_preview(page.encode(), findings)


def findings_html(findings: Iterable[Finding]) -> str:
    """Findings as a list, each with its place and its line."""
    shown = "".join(_finding(finding) for finding in findings)
    return (
        '<section id="runlift-findings" aria-label="Findings"><h1>This has to be put right first'
        f"</h1>{shown}</section>"
    )


def _finding(finding: Finding) -> str:
    parts = [f"<h2>{escape(finding.message)}</h2>"]
    place = finding.place
    if place is not None:
        parts.append(f"<p>{escape(place.file)}, line {place.line}, column {place.column}</p>")
        mark = " " * (place.column - 1) + "^" * place.length
        parts.append(f"<pre>{escape(place.text)}\n{mark}</pre>")
    tell = f"{escape(finding.help)} " if finding.help else ""
    parts.append(f"<p>{tell}({finding.severity} {escape(finding.code)})</p>")
    return "".join(parts)
