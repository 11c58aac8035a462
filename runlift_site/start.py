"""Where the program starts. A plain build, which is what people repeat, begins here.

Loading the command line takes longer than reading and hashing a whole site, and such a build has
no flags to read.
"""

import gc
import os
import sys
import time
from dataclasses import replace

from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import Standing, nothing_to_do_line, standing
from runlift_site.project import NoProject, Project, find_project

PLAIN = {("build",): Options(), ("build", "--no-pdf"): Options(pdf=False)}
"""Command lines that need no parsing, and what they ask for."""


def main() -> None:
    """Run the program; the entry point of the command."""
    began = time.monotonic()
    # What a run makes lives to its end: looking for garbage takes time and finds none.
    gc.disable()
    # No add-on of the validator may change what is valid, and looking for some takes time.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    options = PLAIN.get(tuple(sys.argv[1:]))
    project = None if options is None else _project()
    if options is None or project is None:
        from runlift_site.cli.commands import main as command_line

        command_line()
        return
    known = _standing(project, options)
    if known is not None and known.said is not None:
        sys.stdout.write(nothing_to_do_line(known.said, time.monotonic() - began) + "\n")
        return
    from runlift_site.cli.report import build_and_show, ended, processors

    asked = replace(options, jobs=processors())
    sys.exit(ended(lambda: build_and_show(project, asked, known=known)))


def _project() -> Project | None:
    try:
        return find_project()
    except (NoProject, OSError):
        return None  # the command line says what is wrong


def _standing(project: Project, options: Options) -> Standing | None:
    try:
        return standing(project, options)
    except OSError:
        return None  # the build meets it again and says what is wrong


if __name__ == "__main__":
    main()
