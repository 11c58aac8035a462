"""The command that explains: a published file, or the code of a finding."""

import re
import sys
from pathlib import Path

import click

from runlift_site.cli.options import project_option, site_at
from runlift_site.cli.report import show
from runlift_site.diagnostics.model import Refused
from runlift_site.project import Project


@click.command(short_help="Say what a published file is made of, or what a code means.")
@project_option
@click.argument("path", metavar="PATH|CODE|RULE")
def explain(project: Path, path: str) -> None:
    """Say what a published file is made of and why it was last rebuilt, or what a code means.

    PATH is a file in output/ (such as exercises/deadlift.html), CODE is that of a finding (such as
    RL203), RULE a coaching rule (such as R20).
    """
    if re.fullmatch(r"[Rr]\d+", path):
        from runlift_site.cli.coaching import rule_text

        click.echo(rule_text(path, "text"))
        return
    if re.fullmatch(r"[Rr][Ll]\d+", path):
        _explain_code(path.upper())
        return
    from runlift_site.pipeline.explain import explained, published_path

    found = site_at(project, None)
    name = published_path(found, path)
    try:
        text = explained(found, name)
    except Refused as refusal:
        show(refusal.findings, "text")
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
