"""The live preview: a server on this machine that follows every change as it is saved."""

import contextlib
import errno
import json
import mimetypes
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from runlift_site.diagnostics.model import Finding, Severity, worst
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.preview import Preview, Snapshot
from runlift_site.project import Project, packaged_templates
from runlift_site.serve.pages import FOLDER, SCRIPT, STYLE, bare_page, with_preview
from runlift_site.serve.watch import changes_in

HOST = "127.0.0.1"
HEARTBEAT_S = 15.0
"""An idle stream says this often that it is alive, and so finds out whether anybody listens."""


class PortInUse(Exception):
    """Something else listens on the port."""


class Changes:
    """Tells every open page what changed; each call of ``wait`` learns of what came after it."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._number = 0
        self._last = ""

    @property
    def number(self) -> int:
        """How many changes there were."""
        return self._number

    def tell(self, paths: tuple[str, ...], *, broken: bool) -> None:
        """Announce that files changed, or that the content has errors now."""
        with self._condition:
            self._number += 1
            change = {"number": self._number, "paths": paths, "broken": broken}
            self._last = json.dumps(change, sort_keys=True)
            self._condition.notify_all()

    def wait(self, after: int, timeout_s: float) -> tuple[int, str]:
        """Wait for a change later than number ``after``; gives its number and what it is."""
        with self._condition:
            self._condition.wait_for(lambda: self._number > after, timeout_s)
            return self._number, self._last if self._number > after else ""


class PreviewServer(ThreadingHTTPServer):
    """Serves snapshots of a site.

    Args:
        preview: Makes the snapshots.
        port: Port on this machine; 0 for any free one.

    Raises:
        PortInUse: Something else listens there.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        self.changes = Changes()
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            if error.errno in {errno.EADDRINUSE, errno.EACCES}:
                raise PortInUse from error
            raise

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def refresh(self) -> Snapshot:
        """Make a new snapshot and tell open pages how it differs."""
        before = self.preview.now
        now = self.preview.refresh()
        moved = tuple(
            path
            for path in sorted({*before.digests, *now.digests})
            if before.digests.get(path) != now.digests.get(path)
        )
        if moved or before.findings != now.findings:
            self.changes.tell(moved, broken=worst(now.findings) is Severity.ERROR)
        return now


def serve_preview(
    project: Project,
    port: int,
    *,
    drafts: bool,
    ready: Callable[[str], None],
    report: Callable[[tuple[Finding, ...]], None],
) -> None:
    """Serve a site until interrupted.

    Args:
        project: Where it is.
        port: Port on this machine; 0 for any free one.
        drafts: Whether drafts are shown.
        ready: Told the address once the site can be opened.
        report: Told the findings whenever they change.

    Raises:
        PortInUse: Something else listens there.
    """
    base_url = f"http://{HOST}:{port}/"
    preview = Preview(project, Options(base_url=base_url, drafts=drafts))
    server = PreviewServer(preview, port)
    told = server.refresh().findings
    report(told)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ready(server.address)
    folders = [project.content]
    folders.extend(f for f in (packaged_templates(), project.root / "templates") if f.is_dir())
    try:
        for _ in changes_in(folders):
            findings = server.refresh().findings
            if findings != told:
                told = findings
                report(findings)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/") or "index.html"
        with contextlib.suppress(ConnectionError):
            if path == f"{FOLDER}events":
                self._events()
            elif path == f"{FOLDER}preview.js":
                self._send(HTTPStatus.OK, "text/javascript", SCRIPT)
            elif path == f"{FOLDER}preview.css":
                self._send(HTTPStatus.OK, "text/css", STYLE)
            else:
                self._file(path)

    do_HEAD = do_GET  # noqa: N815 - the base class's name

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for findings."""

    def _file(self, path: str) -> None:
        now = self.server.preview.now
        data = now.files.get(path)
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        if data is not None and kind != "text/html":
            self._send(HTTPStatus.OK, kind, data)
        elif data is not None:
            self._page(HTTPStatus.OK, with_preview(data, now.findings))
        elif path.endswith(".pdf"):
            self._sheet(path)
        else:
            missing = now.files.get("404.html")
            page = with_preview(missing, now.findings) if missing else None
            page = page or bare_page("There is no page at this address", now.findings)
            self._page(HTTPStatus.NOT_FOUND, page)

    def _sheet(self, path: str) -> None:
        pdf, findings = self.server.preview.sheet(path)
        if pdf is not None:
            self._send(HTTPStatus.OK, "application/pdf", pdf)
        else:
            self._page(HTTPStatus.NOT_FOUND, bare_page("This sheet cannot be printed", findings))

    def _page(self, status: HTTPStatus, page: bytes) -> None:
        self._send(status, "text/html; charset=utf-8", page)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def _events(self) -> None:
        changes = self.server.changes
        number = changes.number
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        while True:
            number, change = changes.wait(number, HEARTBEAT_S)
            event = f"event: change\ndata: {change}\n\n" if change else ": alive\n\n"
            self.wfile.write(event.encode())
            self.wfile.flush()
