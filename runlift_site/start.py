"""Where the program starts: a build with nothing to do ends here, all else is for the command line.

Loading the command line takes longer than reading and hashing a whole site. So the plain build,
which is what people and scripts repeat, is looked at first.
"""

import gc
import sys
import time

from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import Standing, nothing_to_do_line, standing
from runlift_site.project import NoProject, find_project

PLAIN = {("build",): Options(), ("build", "--no-pdf"): Options(pdf=False)}
"""Command lines that need no parsing, and what they ask for."""


def main() -> None:
    """Run the program; the entry point of the command."""
    began = time.monotonic()
    # What a run makes lives to its end: looking for garbage takes time and finds none.
    gc.disable()
    known = _known()
    if known is not None and known.said is not None:
        sys.stdout.write(nothing_to_do_line(known.said, time.monotonic() - began) + "\n")
        return
    from runlift_site.cli import main as command_line

    command_line(known)


def _known() -> Standing | None:
    """How the site stands to a plain build; None for any other command, or without a site."""
    options = PLAIN.get(tuple(sys.argv[1:]))
    if options is None:
        return None
    try:
        return standing(find_project(), options)
    except (NoProject, OSError):
        return None  # the command line says what is wrong


if __name__ == "__main__":
    main()
