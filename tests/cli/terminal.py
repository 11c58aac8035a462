"""The program in a terminal, where it may use colour and tell how far it is."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from types import TracebackType
from typing import Self

from tests.cli.program import PATIENCE_S, environment


@dataclass
class Terminal:
    """A started program whose standard error is a terminal.

    Attributes:
        args: Arguments of the program.
        cwd: Where it is started.
        env: More environment variables.
        said: What it said on the terminal so far.
    """

    args: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str] = field(default_factory=dict)
    said: str = ""

    def __enter__(self) -> Self:
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "runlift_site", *self.args],
            cwd=self.cwd,
            env=environment({"TERM": "xterm-256color", **self.env}),
            stdout=subprocess.DEVNULL,
            stderr=theirs,
        )
        os.close(theirs)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def read_until(self, text: str) -> None:
        """Read on until a text was said."""
        while text not in self.said:
            assert self._read(), f"it ended without saying {text!r}: {self.said!r}"

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def end(self) -> int:
        """Read to the end; gives the exit status."""
        while self._read():
            pass
        return self.process.wait(PATIENCE_S)

    def _read(self) -> bool:
        assert select([self._ours], [], [], PATIENCE_S)[0], f"it says nothing: {self.said!r}"
        data = b""
        with suppress(OSError):  # how a terminal says that nobody is at its other end
            data = os.read(self._ours, 4096)
        self.said += data.decode("utf-8")
        return bool(data)
