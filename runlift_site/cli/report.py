"""How commands show what they found: findings, the summary, how far long work is.

Knows nothing of flags, so that a plain build needs no command line library.
"""

import os
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from runlift_site.diagnostics.model import Finding, Severity, worst
from runlift_site.pipeline.build import Outcome, build
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import Standing, nothing_to_do_line
from runlift_site.project import Project

FAILED, INTERRUPTED = 70, 130
"""Exit statuses: a fault of the program itself (EX_SOFTWARE), and Ctrl-C as shells count it."""

SHOW_PROGRESS_EVERY_S = 0.2
"""On a terminal, long work says how far it is this often."""


def say(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Write a text at once, to standard output or standard error."""
    stream = sys.stderr if err else sys.stdout
    stream.write(text + end)
    stream.flush()


def ended(work: Callable[[], int]) -> int:
    """Exit status of some work; a fault of the program itself is told in one line."""
    for stream in (sys.stdout, sys.stderr):
        # A message with a letter that this terminal does not know is still a message.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        return work()
    except KeyboardInterrupt:
        say("Interrupted", err=True)
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("RUNLIFT_TRACEBACK"):
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        where = "with RUNLIFT_TRACEBACK=1 it says where"
        say(f"Runlift itself has failed ({said}); {where}", err=True)
        return FAILED


def build_and_show(
    project: Project, options: Options, form: str = "text", known: Standing | None = None
) -> int:
    """Build a site and say what came of it; gives the exit status."""
    began = time.monotonic()
    with ProgressLine(began) as line:
        outcome = build(project, options, line.show, known)
    show(outcome.findings, form, remarks=False)  # those are for whoever asks for a check
    if form == "text":
        say(summary_line(outcome, time.monotonic() - began), err=not outcome.published)
    return status(outcome.findings, options.strict)


def show(findings: tuple[Finding, ...], form: str, *, remarks: bool = True) -> None:
    """Show findings in one of the forms: text goes to standard error, data to standard output.

    Args:
        findings: What was found.
        form: "text", "json" or "github".
        remarks: Whether the text shows remarks, or only counts them.
    """
    if form != "text":
        from runlift_site.diagnostics.machine import render_github, render_json

        render = render_json if form == "json" else render_github
        say(render(findings), end="")
    elif findings:
        from runlift_site.diagnostics.terminal import render_text

        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        text = render_text(findings, colour=colour, remarks=remarks)
        if text:
            say(text, err=True)


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
            say("Another build is at work on this site; waiting for it", err=True)
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
            say(f"\r{text}{' ' * (self._length - len(text))}\r", err=True, end="")
            self._length = len(text)


def processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
