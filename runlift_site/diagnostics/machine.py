"""Findings for programs: JSON for editors and scripts, annotations for GitHub's review pages."""

import json
from collections.abc import Iterable

from runlift_site.diagnostics.catalogue import catalogue
from runlift_site.diagnostics.display import visible
from runlift_site.diagnostics.model import Finding, Place, Severity, in_order

# Raise it when a field changes its meaning or goes away; a new field alone does not need it.
JSON_VERSION = 1

_GITHUB_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def render_json(findings: Iterable[Finding]) -> str:
    """Findings as one JSON object, ending in a line break.

    The shape is stable::

        {"version": 1,
         "counts": {"error": 1, "warning": 0, "info": 0},
         "findings": [
           {"code": "RL203", "severity": "error", "message": "...", "help": "...",
            "place": {"file": "content/plans/base.yaml", "line": 41, "column": 24, "length": 12},
            "notes": [{"message": "...", "place": {...}}]}]}

    ``place`` is null for problems that belong to no file; ``help`` may be empty and ``notes`` may
    be an empty list. Lines and columns count from 1, columns and lengths in code points.
    """
    ordered = in_order(findings)
    report = {
        "version": JSON_VERSION,
        "counts": {
            str(severity): sum(finding.severity is severity for finding in ordered)
            for severity in Severity
        },
        "findings": [
            {
                "code": finding.code,
                "severity": str(finding.severity),
                "message": finding.message,
                "help": finding.help,
                "place": _place(finding.place),
                "notes": [
                    {"message": note.message, "place": _place(note.place)} for note in finding.notes
                ],
            }
            for finding in ordered
        ],
    }
    return json.dumps(report, indent=2, ensure_ascii=True) + "\n"


def _place(place: Place | None) -> dict[str, str | int] | None:
    if place is None:
        return None
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "length": place.length,
    }


def render_github(findings: Iterable[Finding]) -> str:
    """Findings as workflow commands, one a line, which GitHub shows beside the changed lines."""
    return "".join(f"{_command(finding)}\n" for finding in in_order(findings))


def _command(finding: Finding) -> str:
    entry = catalogue().get(finding.code)
    title = f"{finding.code}: {entry.title}" if entry else finding.code
    properties: dict[str, str] = {}
    if (place := finding.place) is not None:
        properties = {
            "file": visible(place.file),
            "line": str(place.line),
            "col": str(place.column),
            # GitHub marks the columns from the first to the last one, both included.
            "endColumn": str(place.column + max(place.length, 1) - 1),
        }
    properties["title"] = visible(title)
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    lines = [visible(finding.message)]
    lines += [visible(f"{note.message}: line {note.place.line}") for note in finding.notes]
    if finding.help:
        lines.append(f"help: {visible(finding.help)}")
    return f"::{_GITHUB_COMMANDS[finding.severity]} {told}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
