"""What the preview adds to pages: its style, its script, and the errors of the content."""

from collections.abc import Iterable
from html import escape

from runlift_site.diagnostics.model import Finding, Severity
from runlift_site.serve.findings_page import findings_html

FOLDER = "-/"
"""Addresses below this are the preview's own; no site has such a folder."""

STYLE = b"""\
#runlift-findings { position: fixed; inset: auto 0 0; z-index: 99; margin: 0; overflow: auto;
  background: light-dark(#f4f6f5, #0f1315); color: light-dark(#14181b, #eff2f0);
  border-top: 4px solid light-dark(#c43d14, #ff7646);
  font: 400 1rem/1.5 "RL Text", system-ui, sans-serif; overflow-wrap: anywhere }
#runlift-findings[open] { top: 0 }
#runlift-findings > * { max-width: 60rem; margin: 0 auto; padding: 0 16px }
#runlift-findings summary { padding-block: 12px; cursor: pointer; font-weight: 600;
  color: light-dark(#b03510, #ff9670) }
#runlift-findings article { margin: 0 0 16px; padding: 16px 20px; border-radius: 12px;
  background: light-dark(#fff, #181d20); border: 1px solid light-dark(#d3d9d6, #30383c) }
#runlift-findings h2 { margin: 0 0 4px; max-width: none;
  font: 600 1.125rem/1.4 "RL Text", system-ui, sans-serif; letter-spacing: 0; text-wrap: wrap }
#runlift-findings p { margin: 4px 0 0; max-width: none }
#runlift-findings .place { font-size: .875rem; color: light-dark(#465055, #b9c2c2) }
#runlift-findings .place code { margin-right: 8px }
#runlift-findings pre { display: flex; gap: 16px; margin: 12px 0; padding: 10px 14px;
  border-radius: 6px; background: light-dark(#e9edeb, #242b2f); white-space: pre-wrap;
  font: .875rem/1.6 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace }
#runlift-findings pre span { flex: none; color: light-dark(#5f6a6e, #929da0); user-select: none }
#runlift-findings code { font: .875rem/1.6 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas,
  monospace }
#runlift-findings mark { background: #ffe04a; color: #14181b; border-radius: 3px;
  padding: 1px 0; box-decoration-break: clone; -webkit-box-decoration-break: clone }
#runlift-findings :focus-visible { outline: 3px solid currentcolor; outline-offset: -3px }
"""

SCRIPT = b"""\
// Follows the preview: a page reloads when it changed, or when other errors are in the content.
"use strict";
const here = decodeURIComponent(location.pathname.slice(1)) || "index.html";
let mark = document.currentScript.dataset.mark;
let source;
const follow = () => {
  source = new EventSource(`/-/events?after=${encodeURIComponent(mark)}`);
  source.addEventListener("change", (event) => {
    const news = JSON.parse(event.data);
    mark = event.lastEventId;
    if (news.errors || news.stranger || news.paths.includes(here)) location.reload();
  });
};
// A browser holds few connections to one server: a tab that nobody sees gives its own back.
document.addEventListener("visibilitychange", () => document.hidden ? source?.close() : follow());
if (!document.hidden) follow();
"""


def with_preview(page: bytes, findings: Iterable[Finding], mark: str) -> bytes:
    """A page with the preview's script, and the errors of the content laid over it.

    Args:
        page: The page as it would be published.
        findings: All findings; errors are shown.
        mark: How much of the changes the page knows.
    """
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    added = (
        '<link rel="stylesheet" href="/-/preview.css">'
        f'<script src="/-/preview.js" data-mark="{escape(mark)}" defer></script>'
        f"{findings_html(errors) if errors else ''}"
    )
    before, end, after = page.rpartition(b"</body>")
    return before + added.encode() + end + after if end else page + added.encode()


def bare_page(title: str, findings: Iterable[Finding], mark: str) -> bytes:
    """A page for when there is none to lay findings over."""
    text = escape(title)
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>'
        f'{text}</title><meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"></head><body><p>{text}</p></body></html>'
    )
    return with_preview(page.encode(), findings, mark)
