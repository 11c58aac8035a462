"""Problems of one file, collected while it is read on."""

from collections.abc import Sequence
from typing import NoReturn, TypeAlias

from runlift_site.diagnostics.model import Finding, Note, Place, Refused, Severity, in_order
from runlift_site.source.text import place_in

# Line and column from 0, and characters to underline; 0 of them for the rest of the line.
Span: TypeAlias = tuple[int, int, int]

# What comes after so many problems mostly follows from the first ones.
MAX_FINDINGS = 25


class Problems:
    """Collects findings about a file.

    Attributes:
        findings: What was found so far.
        muted: Whether findings are dropped, because they follow from one that was made.
    """

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.findings: list[Finding] = []
        self.muted = False
        self._file = file
        self._lines = lines

    def place(self, span: Span) -> Place:
        """The place of a stretch of the file."""
        line, column, length = span
        return place_in(self._file, self._lines, line, column, length or None)

    def add(self, code: str, message: str, span: Span, help: str, *notes: Note) -> None:
        """Add a finding.

        Raises:
            Refused: when there are too many.
        """
        if self.muted:
            return
        self.findings.append(Finding(code, Severity.ERROR, message, self.place(span), help, notes))
        if len(self.findings) >= MAX_FINDINGS:
            self.findings.append(
                Finding(
                    "RL150",
                    Severity.INFO,
                    f"the file has {MAX_FINDINGS} problems up to here, its rest was not read",
                    self.place(span),
                    "repair those that are listed and run again",
                )
            )
            self.refuse()

    def stop(self, code: str, message: str, span: Span, help: str) -> NoReturn:
        """Add a finding after which reading cannot go on.

        Raises:
            Refused: always.
        """
        self.muted = False
        self.add(code, message, span, help)
        self.refuse()

    def add_cause(self, finding: Finding) -> None:
        """Add what ended the reading, unless its line has a finding that will have caused it."""
        lines = {known.place.line for known in self.findings if known.place is not None}
        if finding.place is None or finding.place.line not in lines:
            self.findings.append(finding)

    def refuse(self) -> NoReturn:
        """Raise what was found.

        Raises:
            Refused: always.
        """
        raise Refused(in_order(self.findings))
