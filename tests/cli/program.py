"""The program as its users start it: in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.pipeline.site import SmallSite

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 120
"""How long anything may take before a test gives up."""


@dataclass(frozen=True)
class Ended:
    """How the program ended and what it said."""

    status: int
    out: str
    err: str


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a terminal of no kind, which finds the program from any folder."""
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    return {**kept, "PYTHONPATH": str(ROOT), **(more or {})}


def built_line(site: SmallSite) -> str:
    """How a build tells how much it has built."""
    ends = [path.rpartition(".")[2] for path in site.tree()]
    return f"Built {ends.count('html')} pages, {ends.count('pdf')} PDFs in "


def runlift(*args: str, cwd: Path, env: Mapping[str, str] | None = None) -> Ended:
    """Run the program to its end, with its output piped."""
    return python("-m", "runlift_site", *args, cwd=cwd, env=env)


def python(*args: str, cwd: Path, env: Mapping[str, str] | None = None) -> Ended:
    """Run Python to its end."""
    done = subprocess.run(
        [sys.executable, *args],
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def started(*args: str, cwd: Path) -> "subprocess.Popen[str]":
    """Start Python, with its input and its output piped."""
    return subprocess.Popen(
        [sys.executable, *args],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def line_of(stream: IO[str] | None) -> str:
    """The next line of a piped stream."""
    assert stream is not None
    return stream.readline()
