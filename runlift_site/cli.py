"""The command line: reads flags, calls one function, shows what it found, sets the exit status."""

import os
import re
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

import click

from runlift_site import __version__
from runlift_site.diagnostics.machine import render_github, render_json
from runlift_site.diagnostics.model import Finding, Refused, Severity, worst
from runlift_site.diagnostics.terminal import render_text, summary
from runlift_site.pipeline.build import Outcome
from runlift_site.pipeline.build import build as build_site
from runlift_site.pipeline.build import check as check_site
from runlift_site.pipeline.options import Options
from runlift_site.project import NoProject, Project, find_project

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
SHOW_PROGRESS_EVERY_S = 0.2
"""On a terminal, long work says how far it is this often."""

FAILED, INTERRUPTED = 70, 130
"""Exit statuses: a fault of the program itself (EX_SOFTWARE), and Ctrl-C as shells count it."""

ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/")
"""What ``base_url`` may be, as in the site file; said again so that no build has to load that."""


def main() -> None:
    """Run the command line; the entry point of the program."""
    for stream in (sys.stdout, sys.stderr):
        # A message with a letter that this terminal does not know is still a message.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        sys.exit(cli.main(prog_name="runlift", standalone_mode=False))
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except click.Abort:
        click.echo("Interrupted", err=True)
        sys.exit(INTERRUPTED)
    except Exception as error:
        if os.environ.get("RUNLIFT_TRACEBACK"):
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        click.echo(
            f"Runlift itself has failed ({said}); with RUNLIFT_TRACEBACK=1 it says where", err=True
        )
        sys.exit(FAILED)


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="runlift", message="%(prog)s %(version)s")
def cli() -> None:
    """Build running-and-lifting plans and exercise guides into a website and printable sheets.

    Exit status: 0 when all is well (warnings included), 1 for errors in the content, 2 for wrong
    usage.
    """


def _base_url(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    address = value if value.endswith("/") else f"{value}/"
    if not ADDRESS.fullmatch(address):
        raise click.BadParameter(
            f"'{value}' is not a public address such as https://example.org/training/"
        )
    return address


_project = click.option(
    "--project",
    "-C",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder of the site, or one inside it; the one you are in by default.",
)
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How findings are shown.",
)
_strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
_drafts = click.option("--drafts", is_flag=True, help="Publish drafts too.")


@cli.command(short_help="Build the site into output/.")
@_project
@click.option(
    "--destination",
    "-d",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to publish into; output/ by default.",
)
@click.option(
    "--base-url", callback=_base_url, help="Public address, in place of that in site.yaml."
)
@click.option("--pdf/--no-pdf", default=True, help="Print week sheets (the default), or not.")
@_drafts
@_strict
@_format
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, 64),
    help="Processes that print sheets; as many as the machine has by default.",
)
def build(
    project: Path,
    destination: Path | None,
    base_url: str | None,
    pdf: bool,
    drafts: bool,
    strict: bool,
    form: str,
    jobs: int | None,
) -> None:
    """Build the site into output/. What did not change is not made again."""
    options = Options(base_url, pdf, drafts, strict, jobs or processors())
    began = time.monotonic()
    with _ProgressLine(began) as line:
        outcome = build_site(_found(project, destination), options, line.show)
    _show(outcome.findings, form)
    if form == "text":
        click.echo(_summary(outcome, time.monotonic() - began), err=not outcome.published)
    sys.exit(_status(outcome.findings, strict))


@cli.command(short_help="Check all content, write nothing.")
@_project
@click.option("--plan", help="Tell only what concerns this plan, by its id.")
@_drafts
@_strict
@_format
def check(project: Path, plan: str | None, drafts: bool, strict: bool, form: str) -> None:
    """Check all content without building: fields, references, plans, coaching rules."""
    if plan is not None:
        _check_plan(_found(project, None), plan, Options(drafts=drafts, strict=strict), form)
    outcome = check_site(_found(project, None), Options(drafts=drafts, strict=strict))
    _show(outcome.findings, form)
    if form == "text" and not outcome.findings:
        click.echo("no findings")
    sys.exit(_status(outcome.findings, strict))


@cli.command(short_help="Preview the site at an address on this machine.")
@_project
@click.option("--port", "-p", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--drafts/--no-drafts", default=True, help="Show drafts (the default), or not.")
def serve(project: Path, port: int, drafts: bool) -> None:
    """Show the site at http://127.0.0.1:PORT/ and follow every change as it is saved.

    Nothing is written into output/. An error in the content is shown on the page. Ctrl-C ends,
    with exit status 0.
    """
    from runlift_site.serve.preview import serve_preview
    from runlift_site.serve.server import PortUnavailable

    def ready(address: str) -> None:
        click.echo(f"The site is at {address} (Ctrl-C ends)")

    def report(findings: tuple[Finding, ...]) -> None:
        _show(findings, "text")
        if not findings:
            click.echo("All findings are gone", err=True)

    try:
        serve_preview(_found(project, None), port, drafts=drafts, ready=ready, report=report)
    except PortUnavailable as why:
        raise click.UsageError(
            f"{why}: choose another with --port, or 0 for any free one"
        ) from None


@cli.command(short_help="Say what a published file is made of, or what a code means.")
@_project
@click.argument("path", metavar="PATH|CODE")
def explain(project: Path, path: str) -> None:
    """Say what a published file is made of and why it was last rebuilt, or what a code means.

    PATH is a file in output/ (such as exercises/deadlift.html), CODE is that of a finding (such as
    RL203).
    """
    if re.fullmatch(r"[Rr][Ll]\d+", path):
        _explain_code(path.upper())
        return
    from runlift_site.pipeline.explain import explained, published_path

    found = _found(project, None)
    name = published_path(found, path)
    try:
        text = explained(found, name)
    except Refused as refusal:
        _show(refusal.findings, "text")
        sys.exit(1)
    if text is None:
        raise click.UsageError(_unknown_path(found, name))
    click.echo(text, nl=False)


def _explain_code(name: str) -> None:
    from runlift_site.diagnostics.catalogue import catalogue

    code = catalogue().get(name)
    if code is None:
        raise click.UsageError(f"no finding has the code {name}")
    click.echo(f"{code.code}: {code.title}\n")
    click.echo(click.wrap_text(code.why, 80) + "\n")
    click.echo(click.wrap_text(code.fix, 80))


def _unknown_path(found: Project, name: str) -> str:
    from runlift_site.diagnostics.suggest import near_miss
    from runlift_site.pipeline.explain import published_paths

    paths = published_paths(found)
    if not paths:
        return "nothing is published yet: run 'runlift build' first"
    close = near_miss(name, paths)
    return f"nothing is published at '{name}'" + (f": did you mean '{close}'?" if close else "")


@cli.command(short_help="Say where lifts fit in a week of runs.")
@click.argument("week")
@click.option(
    "--lifts", "-n", type=click.IntRange(1, 6), default=2, show_default=True, help="How many lifts."
)
@click.option(
    "--heavy",
    type=click.IntRange(0, 6),
    help="How many of them are heavy-leg lifts; two at most by default.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def place(week: str, lifts: int, heavy: int | None, form: str) -> None:
    """Say on which days of a week of running to lift, and why.

    WEEK names the days with their runs, such as "tue easy 40, wed tempo 50, thu easy, sun long 95";
    days that are not named are free. The week is taken as one that repeats.

    Exit status: 0 when the lifts fit, 1 when they do not, 2 for wrong usage.
    """
    from runlift_site.pipeline.placing import NotAWeek, placing

    if heavy is not None and heavy > lifts:
        raise click.UsageError(f"--heavy {heavy} is more than --lifts {lifts}")
    try:
        answer = placing(week, lifts, heavy)
    except NotAWeek as fault:
        raise click.UsageError(str(fault)) from None
    click.echo(answer.json() if form == "json" else answer.text())
    sys.exit(0 if answer.fits else 1)


@cli.command(short_help="List the coaching rules, or explain one.")
@click.argument("rule", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def rules(rule: str | None, form: str) -> None:
    """List the coaching rules, or say what one of them (such as R20) asks, why, and its sources."""
    from runlift_site.pipeline.rule_texts import NoRule, rule_details, rule_list

    try:
        click.echo(rule_list(form) if rule is None else rule_details(rule, form))
    except NoRule as fault:
        raise click.UsageError(str(fault)) from None


def processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _check_plan(project: Project, plan: str, options: Options, form: str) -> NoReturn:
    """Show what there is to say about one plan, and end."""
    from runlift_site.pipeline.plan_report import NoPlan, plan_report

    try:
        report = plan_report(project, options, plan)
    except NoPlan as fault:
        raise click.UsageError(str(fault)) from None
    except Refused as refusal:
        _show(refusal.findings, form)
        sys.exit(1)
    _show(report.findings, form)
    if form == "text":
        click.echo(report.line)
    sys.exit(_status(report.findings, options.strict))


def _found(start: Path, destination: Path | None) -> Project:
    try:
        return find_project(start, destination)
    except NoProject as missing:
        raise click.UsageError(
            f"there is no site in {missing} or above it: content/site.yaml is missing"
        ) from None


def _show(findings: tuple[Finding, ...], form: str) -> None:
    if form == "json":
        click.echo(render_json(findings), nl=False)
    elif form == "github":
        click.echo(render_github(findings), nl=False)
    elif findings:
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        click.echo(render_text(findings, colour=colour), err=True, color=colour)


def _status(findings: tuple[Finding, ...], strict: bool) -> int:
    stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if worst(findings) in stops else 0


def _summary(outcome: Outcome, seconds: float) -> str:
    if outcome.nothing_to_do:
        return f"Nothing to do: output is up to date ({seconds:.2f} s)"
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


class _ProgressLine:
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


if __name__ == "__main__":
    main()
