"""The command line: reads flags, calls one function, shows what it found, sets the exit status."""

import os
import sys

import click

from runlift_site import __version__
from runlift_site.cli.coaching import place, rules
from runlift_site.cli.explaining import explain
from runlift_site.cli.site import build, check, serve
from runlift_site.pipeline.unchanged import Standing

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

FAILED, INTERRUPTED = 70, 130
"""Exit statuses: a fault of the program itself (EX_SOFTWARE), and Ctrl-C as shells count it."""


def main(known: Standing | None = None) -> None:
    """Run the command line.

    Args:
        known: How the site of a plain build stands, if that was looked at.
    """
    for stream in (sys.stdout, sys.stderr):
        # A message with a letter that this terminal does not know is still a message.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        sys.exit(cli.main(prog_name="runlift", standalone_mode=False, obj=known))
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


for command in (build, check, serve, explain, place, rules):
    cli.add_command(command)
