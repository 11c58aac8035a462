"""All commands, and how the command line is run."""

import sys

import click

from runlift_site import __version__
from runlift_site.cli.coaching import place, rules
from runlift_site.cli.explaining import explain
from runlift_site.cli.report import ended
from runlift_site.cli.site import build, check, serve

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def main() -> None:
    """Run the command line."""
    sys.exit(ended(_command_line))


def _command_line() -> int:
    try:
        cli.main(prog_name="runlift", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return 0


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="runlift", message="%(prog)s %(version)s")
def cli() -> None:
    """Build running-and-lifting plans and exercise guides into a website and printable sheets.

    Exit status: 0 when all is well (warnings included), 1 for errors in the content, 2 for wrong
    usage.
    """


for command in (build, check, serve, explain, place, rules):
    cli.add_command(command)
