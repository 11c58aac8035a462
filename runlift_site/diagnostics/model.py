"""A finding: one thing that is wrong, where it stands, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters, gravest first. Errors stop publishing, warnings with --strict."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line in an author's file.

    Attributes:
        file: Path relative to the project folder, with forward slashes.
        line: Line number, counted from 1.
        column: Column of the first character, counted from 1 in code points.
        length: How many characters to underline, at least 1.
        text: The line itself, without its line break.
    """

    file: str
    line: int
    column: int
    length: int = 1
    text: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a finding, such as the first of two equal keys."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, said once.

    Attributes:
        code: Permanent code such as ``RL203``; see ``diagnostics.catalogue``.
        severity: What it does to the build.
        message: One plain sentence without a full stop: what is wrong.
        place: Where it stands; None for problems that belong to no file.
        help: What to do about it; empty where the message says it all.
        notes: Further places that belong to the same cause.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    help: str = ""
    notes: tuple[Note, ...] = ()


class Refused(Exception):
    """Work cannot go on; carries the findings that say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{f.code} {f.message}" for f in self.findings))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by file, line, column and code, each finding once; those without a place come first."""

    def key(finding: Finding) -> tuple[str, int, int, str, str]:
        place = finding.place
        if place is None:
            return ("", 0, 0, finding.code, finding.message)
        return (place.file, place.line, place.column, finding.code, finding.message)

    return tuple(sorted(dict.fromkeys(findings), key=key))


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among findings, None if there are none."""
    present = {finding.severity for finding in findings}
    return next((severity for severity in Severity if severity in present), None)
