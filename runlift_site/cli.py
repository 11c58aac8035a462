"""The command line: reads flags, calls one function, shows what it found, sets the exit status."""

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from runlift_site import __version__
from runlift_site.diagnostics.machine import render_github, render_json
from runlift_site.diagnostics.model import Finding, Refused, Severity, worst
from runlift_site.diagnostics.terminal import render_text
from runlift_site.pipeline.build import Outcome, Progress
from runlift_site.pipeline.build import build as build_site
from runlift_site.pipeline.build import check as check_site
from runlift_site.pipeline.options import Options
from runlift_site.project import NoProject, Project, find_project

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
SHOW_PROGRESS_EVERY_S = 2.0
"""On a terminal, long work says how far it is this often."""


def main() -> None:
    """Run the command line; the entry point of the program."""
    try:
        cli.main(prog_name="runlift")
    except Exception as error:
        if os.environ.get("RUNLIFT_TRACEBACK"):
            raise
        click.echo(
            f"Runlift itself has failed, and nothing was published: {type(error).__name__}: {error}"
            "\nSet RUNLIFT_TRACEBACK=1 and run it again for what its developers need to know.",
            err=True,
        )
        sys.exit(70)


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="runlift", message="%(prog)s %(version)s")
def cli() -> None:
    """Build running-and-lifting plans and exercise guides into a website and printable sheets.

    Exit status: 0 when all is well (warnings included), 1 for errors in the content, 2 for wrong
    usage.
    """


def _base_url(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.startswith(("http://", "https://")):
        raise click.BadParameter("an address beginning with http:// or https:// is needed")
    return value if value is None or value.endswith("/") else f"{value}/"


_project = click.option(
    "--project",
    "-C",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder of the site; the one you are in by default.",
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


@cli.command()
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
    watcher = _Watcher(began)
    outcome = build_site(_found(project, destination), options, watcher.progress())
    watcher.end()
    _show(outcome.findings, form)
    if form == "text":
        click.echo(_summary(outcome, time.monotonic() - began))
    sys.exit(_status(outcome.findings, strict))


@cli.command()
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


@cli.command()
@_project
@click.option("--port", "-p", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--drafts/--no-drafts", default=True, help="Show drafts (the default), or not.")
def serve(project: Path, port: int, drafts: bool) -> None:
    """Show the site at http://127.0.0.1:PORT/ and follow every change as it is saved.

    Nothing is written into output/. An error in the content is shown on the page.
    """
    from runlift_site.serve.preview import PortInUse, serve_preview

    def ready(address: str) -> None:
        click.echo(f"The site is at {address} (Ctrl-C ends)")

    def report(findings: Iterable[Finding]) -> None:
        _show(tuple(findings), "text")

    try:
        serve_preview(_found(project, None), port, drafts=drafts, ready=ready, report=report)
    except PortInUse:
        raise click.UsageError(
            f"port {port} is in use: choose another with --port, or 0 for any free one"
        ) from None


@cli.command()
@_project
@click.argument("path")
def explain(project: Path, path: str) -> None:
    """Say what a published file is made of and why it was last rebuilt, or what a code means.

    PATH is a file in output/ (such as exercises/deadlift.html) or a code (such as RL203).
    """
    from runlift_site.diagnostics.catalogue import catalogue

    code = catalogue().get(path.upper())
    if code is not None:
        click.echo(f"{code.code}: {code.title}\n\n{code.why}\n{code.fix}")
        return
    from runlift_site.pipeline.explain import explained

    found = _found(project, None)
    name = path.removeprefix(f"{found.destination.name}/").removeprefix("./")
    try:
        text = explained(found, name)
    except Refused as refusal:
        _show(refusal.findings, "text")
        sys.exit(1)
    if text is None:
        raise click.UsageError(f"nothing is published at '{name}', and no code has this name")
    click.echo(text)


@cli.command()
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


@cli.command()
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
        return "Nothing was published; what was there before is untouched"
    pages = f"{outcome.pages} pages ({outcome.drawn} drawn)"
    sheets = f"{outcome.sheets} PDFs ({outcome.printed} printed)"
    found = f"{len(outcome.findings) or 'no'} finding{'s' * (len(outcome.findings) != 1)}"
    return f"Built {pages}, {sheets}, {found}, in {seconds:.1f} s"


class _Watcher:
    """Shows progress on a terminal, on one line; says nothing when piped."""

    def __init__(self, began: float) -> None:
        self._last = began
        self._shown = False
        self._live = sys.stderr.isatty()

    def progress(self) -> Progress:
        """What the build tells of its work."""

        def tell(kind: str, done: int, total: int, path: str) -> None:
            del path
            if kind == "waiting":
                click.echo("Another build is at work on this site; waiting for it.", err=True)
                return
            now = time.monotonic()
            if not self._live or now - self._last < SHOW_PROGRESS_EVERY_S:
                return
            self._last, self._shown = now, True
            what = "week sheets printed" if kind == "sheets" else "groups decided"
            click.echo(f"\r{done} of {total} {what}   ", err=True, nl=False)

        return tell

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            click.echo("\r" + " " * 60 + "\r", err=True, nl=False)


if __name__ == "__main__":
    main()
