"""Makes many PDFs at once in processes of their own, so that no document can take the build along.

A document that hangs, asks for too much memory or ends its process fails alone; the process is
replaced and the others go on.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from signal import Signals
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType
from typing import Any, Self

START_LIMIT_S = 60.0
"""How long a worker may take to import WeasyPrint and read the fonts."""

MEMORY_BYTES = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class PdfRequest:
    """A document to make.

    Attributes:
        key: What the caller calls it.
        html: The document, UTF-8; it names assets as ``asset:NAME``.
        expected_pages: Page count that was worked out beforehand.
    """

    key: str
    html: bytes
    expected_pages: int


@dataclass(frozen=True, slots=True)
class PdfResult:
    """What became of a request: the PDF, or why there is none, to be read after "sheet X"."""

    key: str
    pdf: bytes | None
    failure: str | None


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, its connection, and what it is doing until when."""

    process: "subprocess.Popen[bytes]"
    connection: "Connection[Any, Any]"
    deadline: float
    ready: bool = False
    request: PdfRequest | None = None

    @property
    def idle(self) -> bool:
        return self.ready and self.request is None


class PdfPool:
    """Worker processes that share a set of assets; use it as a context manager.

    Args:
        jobs: How many processes may run at once. The PDFs do not depend on it.
        assets: Style sheets, fonts and pictures by name, handed to each process once.
        timeout_s: How long one document may take.
        memory_bytes: Address space of one process.
    """

    def __init__(
        self,
        jobs: int,
        assets: Mapping[str, bytes],
        timeout_s: float = 20,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        self._jobs = max(1, jobs)
        self._assets = dict(sorted(assets.items()))
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._workers: list[_Worker] = []
        self._folder: TemporaryDirectory[str] | None = None
        self._broken = ""

    def __enter__(self) -> Self:
        # Fonts are unpacked into files; a worker that is killed cannot remove its own.
        self._folder = TemporaryDirectory(prefix="runlift-pdf-")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in list(self._workers):
            self._end(worker)
        if self._folder:
            self._folder.cleanup()

    def render(self, requests: Iterable[PdfRequest]) -> Iterator[PdfResult]:
        """Make all documents; results come as they get done, in no certain order."""
        queue = _Queue(iter(requests))
        try:
            while queue.waiting() or any(worker.request for worker in self._workers):
                if not self._jobs:
                    yield from _all_failed(queue, self._broken)
                self._hand_out(queue)
                for worker in self._reporting():
                    yield from self._hear(worker)
                for worker in [w for w in self._workers if w.deadline <= monotonic()]:
                    yield from self._too_late(worker)
        finally:
            # If the caller stops early, what is under way is of no use to anyone.
            for worker in [worker for worker in self._workers if worker.request]:
                self._end(worker)

    def _hand_out(self, queue: "_Queue") -> None:
        for worker in [worker for worker in self._workers if worker.idle]:
            request = queue.take()
            if request is None:
                return
            worker.request = request
            worker.deadline = monotonic() + self._timeout_s
            with suppress(OSError):
                _send(worker.connection, {"pages": request.expected_pages}, request.html)
        starting = sum(not worker.ready for worker in self._workers)
        while len(self._workers) < self._jobs and starting < queue.waiting(self._jobs):
            self._workers.append(self._started())
            starting += 1

    def _reporting(self) -> list[_Worker]:
        by_connection = {w.connection: w for w in self._workers if not w.idle}
        if not by_connection:
            return []
        until = min(worker.deadline for worker in by_connection.values())
        found = wait(list(by_connection), timeout=max(0.0, until - monotonic()))
        return [by_connection[connection] for connection in found]  # type: ignore[index]

    def _hear(self, worker: _Worker) -> Iterator[PdfResult]:
        try:
            answer = json.loads(worker.connection.recv_bytes())
            has_pdf = worker.ready and answer["failure"] is None
            pdf = worker.connection.recv_bytes() if has_pdf else None
        except (EOFError, OSError):
            said = _ending(self._end(worker, grace_s=1))
            if worker.request:
                failure = f"ended its worker process ({said})"
                yield PdfResult(worker.request.key, None, failure)
            else:
                self._give_up_one(f"the worker process ended ({said})")
            return
        if answer.get("spent") or (not worker.ready and answer["failure"]):
            self._end(worker)
        if worker.request:
            yield PdfResult(worker.request.key, pdf, answer["failure"])
        elif answer["failure"]:
            self._give_up_one(answer["failure"])
        worker.ready, worker.request, worker.deadline = True, None, float("inf")

    def _too_late(self, worker: _Worker) -> Iterator[PdfResult]:
        self._end(worker)
        if worker.request:
            failure = f"took longer than {self._timeout_s:g} s"
            yield PdfResult(worker.request.key, None, failure)
        else:
            self._give_up_one("the worker process took too long to start")

    def _give_up_one(self, why: str) -> None:
        """A worker that cannot start is not started again, or this would go on for ever."""
        self._jobs -= 1
        self._broken = why

    def _started(self) -> _Worker:
        if self._folder is None:
            raise RuntimeError("the pool is used outside its 'with' block")
        ours, theirs = Pipe()
        # A group of its own keeps Ctrl-C away from it: the pool ends it, without a traceback.
        # -P keeps files of the author's folder from being taken for modules.
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "runlift_site.render.pdf_worker", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": self._folder.name},
            process_group=0,
        )
        theirs.close()
        worker = _Worker(process, ours, monotonic() + START_LIMIT_S)
        start = {
            "names": list(self._assets),
            "memory_bytes": self._memory_bytes,
            "limit_s": int(self._timeout_s) + 10,
        }
        with suppress(OSError):  # if it has died already, the closed connection says so
            _send(ours, start, *self._assets.values())
        return worker

    def _end(self, worker: _Worker, grace_s: float = 0) -> int:
        """Take a worker out and say how its process ended; it has nothing to save.

        One that has hung up is ending by itself, and gets the grace to show how.
        """
        self._workers.remove(worker)
        worker.connection.close()
        try:
            return worker.process.wait(grace_s)
        except subprocess.TimeoutExpired:
            worker.process.kill()
            return worker.process.wait()


@dataclass(slots=True)
class _Queue:
    """Requests that nobody works on yet, read no further ahead than needed."""

    source: Iterator[PdfRequest]
    ahead: list[PdfRequest] = field(default_factory=list)

    def waiting(self, most: int = 1) -> int:
        """How many requests wait, counted up to ``most``."""
        while len(self.ahead) < most:
            request = next(self.source, None)
            if request is None:
                break
            self.ahead.append(request)
        return len(self.ahead)

    def take(self) -> PdfRequest | None:
        """The next request; None if there is none."""
        return self.ahead.pop(0) if self.waiting() else None


def _all_failed(queue: _Queue, failure: str) -> Iterator[PdfResult]:
    """Without a worker there is no PDF at all; another one would fail alike."""
    while request := queue.take():
        yield PdfResult(request.key, None, failure)


def _send(connection: "Connection[Any, Any]", message: dict[str, object], *parts: bytes) -> None:
    connection.send_bytes(json.dumps(message).encode())
    for part in parts:
        connection.send_bytes(part)


def _ending(code: int) -> str:
    if code < 0:
        return Signals(-code).name
    return f"exit status {code}"
