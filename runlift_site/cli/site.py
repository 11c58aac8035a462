"""Commands that build, check and preview a site."""

import gc
import sys
import time
from pathlib import Path
from typing import NoReturn

import click

from runlift_site.cli.options import (
    base_url,
    drafts_option,
    format_option,
    project_option,
    site_at,
    strict_option,
)
from runlift_site.cli.report import ProgressLine, build_and_show, processors, show, status
from runlift_site.diagnostics.model import Finding, Refused, Severity, worst
from runlift_site.pipeline.build import check as check_site
from runlift_site.pipeline.options import Options
from runlift_site.project import Project


@click.command(short_help="Build the site into output/.")
@project_option
@click.option(
    "--destination",
    "-d",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to publish into; output/ by default.",
)
@click.option(
    "--base-url", callback=base_url, help="Public address, in place of that in site.yaml."
)
@click.option("--pdf/--no-pdf", default=True, help="Print week sheets (the default), or not.")
@drafts_option
@strict_option
@format_option
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
    sys.exit(build_and_show(site_at(project, destination), options, form))


@click.command(short_help="Check all content, write nothing.")
@project_option
@click.option("--plan", help="Tell only what concerns this plan, by its id.")
@drafts_option
@strict_option
@format_option
def check(project: Path, plan: str | None, drafts: bool, strict: bool, form: str) -> None:
    """Check all content without building: fields, references, plans, coaching rules."""
    if plan is not None:
        _check_plan(site_at(project, None), plan, Options(drafts=drafts, strict=strict), form)
    options = Options(drafts=drafts, strict=strict)
    with ProgressLine(time.monotonic()) as line:
        outcome = check_site(site_at(project, None), options, line.show)
    show(outcome.findings, form)
    if form == "text" and not outcome.findings:
        click.echo("no findings")
    sys.exit(status(outcome.findings, strict))


@click.command(short_help="Preview the site at an address on this machine.")
@project_option
@click.option("--port", "-p", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--drafts/--no-drafts", default=True, help="Show drafts (the default), or not.")
def serve(project: Path, port: int, drafts: bool) -> None:
    """Show the site at http://127.0.0.1:PORT/ and follow every change as it is saved.

    Nothing is written into output/. An error in the content is shown on the page. Ctrl-C ends,
    with exit status 0.
    """
    gc.enable()  # unlike other commands this one lives on
    from runlift_site.serve.preview import serve_preview
    from runlift_site.serve.server import PortUnavailable

    def ready(address: str) -> None:
        click.echo(f"The site is at {address} (Ctrl-C ends)")

    def report(findings: tuple[Finding, ...]) -> None:
        show(findings, "text", remarks=False)
        if worst(findings) not in {Severity.ERROR, Severity.WARNING}:
            click.echo("There are no errors and no warnings", err=True)

    try:
        serve_preview(site_at(project, None), port, drafts=drafts, ready=ready, report=report)
    except PortUnavailable as why:
        raise click.UsageError(
            f"{why}: choose another with --port, or 0 for any free one"
        ) from None


def _check_plan(project: Project, plan: str, options: Options, form: str) -> NoReturn:
    """Show what there is to say about one plan, and end."""
    from runlift_site.pipeline.plan_report import NoPlan, plan_report

    try:
        report = plan_report(project, options, plan)
    except NoPlan as fault:
        raise click.UsageError(str(fault)) from None
    except Refused as refusal:
        show(refusal.findings, form)
        sys.exit(1)
    show(report.findings, form)
    if form == "text":
        click.echo(report.line)
    sys.exit(status(report.findings, options.strict) if report.checked else 1)
