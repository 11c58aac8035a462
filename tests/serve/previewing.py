"""A preview in a process of its own, and what a browser would ask of it."""

import json
import re
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from subprocess import Popen
from typing import Any
from urllib.parse import urlsplit

from tests.cli.program import PATIENCE_S, Ended, line_of, started
from tests.pipeline.site import SmallSite


@dataclass(frozen=True)
class Answer:
    """An answer of the server."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def mark(self) -> str:
        """How much of the changes this page knows."""
        found = re.search(r'data-mark="([^"]+)"', self.text)
        assert found is not None, self.text
        return found[1]


@dataclass
class Stream:
    """An open stream of changes."""

    response: HTTPResponse

    def next(self) -> dict[str, Any]:
        """Wait for the next change, and give what is told of it with its mark."""
        fields: dict[str, str] = {}
        while "data" not in fields or (line := self._line()):
            if "data" not in fields:
                line = self._line()
            name, _, value = line.partition(": ")
            fields[name] = value
        assert fields["event"] == "change"
        return {**json.loads(fields["data"]), "mark": fields["id"]}

    def until(self, path: str) -> None:
        """Wait for a change of a path."""
        while path not in self.next()["paths"]:
            pass

    def _line(self) -> str:
        line = self.response.readline()
        assert line, "the stream ended"
        return line.decode("utf-8").rstrip("\n")


@dataclass
class Previewing:
    """A running preview.

    Attributes:
        site: The site that is shown.
        process: The program.
        address: Where it said that it is.
    """

    site: SmallSite
    process: "Popen[str]"
    address: str

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    def ask(self, path: str, method: str = "GET") -> Answer:
        """Ask for a path; nothing is done to it on its way."""
        connection = HTTPConnection(self.host, timeout=PATIENCE_S)
        try:
            connection.request(method, path)
            response = connection.getresponse()
            return Answer(response.status, dict(response.headers), response.read())
        finally:
            connection.close()

    @contextmanager
    def following(self, mark: str, header: str = "") -> Iterator[Stream]:
        """Follow changes from a mark on."""
        connection = HTTPConnection(self.host, timeout=PATIENCE_S)
        try:
            headers = {"Last-Event-ID": header} if header else {}
            connection.request("GET", f"/-/events?after={mark}", headers=headers)
            response = connection.getresponse()
            with response:
                kind = response.headers["Content-Type"]
                assert (response.status, kind) == (200, "text/event-stream")
                yield Stream(response)
        finally:
            connection.close()

    def interrupt(self) -> Ended:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE_S)
        return Ended(self.process.returncode, out, err)


@contextmanager
def previewing(site: SmallSite, *args: str) -> Iterator[Previewing]:
    """Start a preview on any free port, and end it in the end."""
    command = ("-m", "runlift_site", "serve", "--port", "0", *args)
    with started(*command, cwd=site.root) as process:
        try:
            said = line_of(process.stdout)
            found = re.fullmatch(
                r"The site is at (http://127\.0\.0\.1:\d+/) \(Ctrl-C ends\)\n", said
            )
            assert found is not None, said
            yield Previewing(site, process, found[1])
        finally:
            if process.poll() is None:
                process.kill()
