"""Options that several commands share."""

import re
from pathlib import Path

import click

from runlift_site.project import NoProject, Project, find_project

ADDRESS = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/")
"""What ``base_url`` may be, as in the site file; said again so that no build has to load that."""


def base_url(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """A public address with its last slash.

    Raises:
        BadParameter: It is none.
    """
    if value is None:
        return None
    address = value if value.endswith("/") else f"{value}/"
    if not ADDRESS.fullmatch(address):
        raise click.BadParameter(
            f"'{value}' is not a public address such as https://example.org/training/"
        )
    return address


project_option = click.option(
    "--project",
    "-C",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder of the site, or one inside it; the one you are in by default.",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How findings are shown.",
)
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
drafts_option = click.option("--drafts", is_flag=True, help="Publish drafts too.")


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
