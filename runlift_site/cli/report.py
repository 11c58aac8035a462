"""How commands show what they found: findings, the summary, how far long work is."""

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import click

from runlift_site.diagnostics.model import Finding, Severity, worst
from runlift_site.pipeline.build import Outcome
from runlift_site.pipeline.unchanged import nothing_to_do_line
from runlift_site.project import NoProject, Project, find_project

SHOW_PROGRESS_EVERY_S = 0.2
"""On a terminal, long work says how far it is this often."""


def site_at(start: Path, destination: Path | None) -> Project:
    """The site that a folder belongs to.

    Raises:
        UsageError: There is none.
    """
    try:
        return find_project(start, destination)
    except NoProject as missing:
        raise click.UsageError(
            f"there is no site in {missing} or above it: content/site.yaml is missing"
        ) from None


def show(findings: tuple[Finding, ...], form: str) -> None:
    """Show findings in one of the forms: text goes to standard error, data to standard output."""
    if form != "text":
        from runlift_site.diagnostics.machine import render_github, render_json

        render = render_json if form == "json" else render_github
        click.echo(render(findings), nl=False)
    elif findings:
        from runlift_site.diagnostics.terminal import render_text

        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        click.echo(render_text(findings, colour=colour), err=True, color=colour)


def status(findings: tuple[Finding, ...], strict: bool) -> int:
    """Exit status of a command with these findings."""
    stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if worst(findings) in stops else 0


def summary_line(outcome: Outcome, seconds: float) -> str:
    """What a build comes to, in one line."""
    from runlift_site.diagnostics.terminal import summary

    if outcome.nothing_to_do:
        return nothing_to_do_line(outcome.said, seconds)
    if not outcome.published:
        because = "" if outcome.failed else " (--strict: warnings count as errors)"
        return f"Nothing was published{because}; what was there before is untouched"
    parts = [_counted(outcome.pages, "page"), _counted(outcome.sheets, "PDF")]
    changes = outcome.changes
    if changes is not None:
        told = (("new", changes.added), ("changed", changes.changed), ("removed", changes.removed))
        said = [f"{len(paths)} {how}" for how, paths in told if paths]
        parts.append(f"files: {', '.join(said) or 'none changed'}")
    parts.append(summary(outcome.findings))
    return f"Built {', '.join(parts[:2])} in {seconds:.1f} s ({'; '.join(parts[2:])})"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


class ProgressLine:
    """Tells on one line of a terminal how far long work is; says nothing when piped."""

    def __init__(self, began: float) -> None:
        self._last = began
        self._length = 0
        self._live = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._put("")

    def show(self, kind: str, done: int, total: int, path: str) -> None:
        """Tell what the build says of its work, every now and then."""
        del path
        if kind == "waiting":
            click.echo("Another build is at work on this site; waiting for it", err=True)
            return
        now = time.monotonic()
        # A line that is seen ends with all done, however soon after the step before.
        due = now - self._last >= SHOW_PROGRESS_EVERY_S or (done == total and self._length)
        if self._live and due:
            self._last = now
            what = "week sheets printed" if kind == "sheets" else "parts of the site made"
            self._put(f"{done} of {total} {what}")

    def _put(self, text: str) -> None:
        """Write over what the line says."""
        if self._length or text:
            # Blanks over what is longer, and back to the start for whoever writes next.
            click.echo(f"\r{text}{' ' * (self._length - len(text))}\r", err=True, nl=False)
            self._length = len(text)
