"""A process that makes PDFs for the pool, one after the other, within limits of its own.

It speaks over one connection: a JSON message says what follows, bytes follow it. Nothing is
pickled, so neither side can be made to run what the other sends.

    pool to worker    {"names": [...], "memory_bytes": n, "limit_s": n}, the assets; then, again and
                      again, {"pages": n} and the document
    worker to pool    {"failure": null or why} once it is ready; then, for each document, the same
                      and the PDF if there is one, with "spent" if the worker ends after it
"""

import gc
import json
import resource
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runlift_site.render.pdf import Renderer


def main(handle: int) -> None:
    """Serve the pool that holds the other end of the connection until it closes it."""
    connection: Connection[Any, Any] = Connection(handle)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        start = json.loads(connection.recv_bytes())
        assets = {name: connection.recv_bytes() for name in start["names"]}
        _limit_memory(start["memory_bytes"])
        renderer = _ready(connection, assets)
        while renderer:
            ask = json.loads(connection.recv_bytes())
            # The pool ends this process in time; the alarm does it if the pool itself is gone.
            signal.alarm(start["limit_s"])
            going_on = _serve(connection, renderer, connection.recv_bytes(), ask["pages"])
            signal.alarm(0)
            if not going_on:
                break


def _limit_memory(memory_bytes: int) -> None:
    """Bound the address space. macOS refuses; there only the time limit holds."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _ready(connection: "Connection[Any, Any]", assets: dict[str, bytes]) -> "Renderer | None":
    try:
        from runlift_site.render.pdf import Renderer

        renderer = Renderer(assets)
    except Exception as error:
        _say(connection, {"failure": _reason(error)})
        return None
    # What is loaded now stays to the end: collecting garbage need not look at it again.
    gc.collect()
    gc.freeze()
    _say(connection, {"failure": None})
    return renderer


def _serve(
    connection: "Connection[Any, Any]", renderer: "Renderer", html: bytes, pages: int
) -> bool:
    try:
        pdf = renderer.render(html, pages).pdf
    except MemoryError:
        _say(connection, {"failure": "needs too much memory", "spent": True})
        return False
    except Exception as error:
        _say(connection, {"failure": _reason(error)})
        return True
    _say(connection, {"failure": None})
    connection.send_bytes(pdf)
    return True


def _reason(error: Exception) -> str:
    from runlift_site.render.pdf import PdfError

    said = " ".join(str(error).split())
    return said if isinstance(error, PdfError) else f"{type(error).__name__}: {said}"


def _say(connection: "Connection[Any, Any]", message: dict[str, object]) -> None:
    connection.send_bytes(json.dumps(message).encode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
