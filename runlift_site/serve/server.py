"""The server of the preview: pages, files, sheets on demand, and a stream of changes."""

import contextlib
import errno
import json
import socketserver
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from runlift_site.diagnostics.model import Finding, Severity
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.preview import Preview, Snapshot
from runlift_site.project import Project
from runlift_site.serve.changes import Changes
from runlift_site.serve.pages import FOLDER, SCRIPT, STYLE, bare_page, with_preview

HOST = "127.0.0.1"
HEARTBEAT_S = 15.0
"""An idle stream says this often that it is alive, and so finds out whether anybody listens."""

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
"""Kinds of files by ending; the same on every machine, whatever it has been told of kinds."""


class PortUnavailable(Exception):
    """The port cannot be listened on; says why."""


class PreviewServer(ThreadingHTTPServer):
    """Serves snapshots of a site.

    Args:
        project: Where the site is.
        port: Port on this machine; 0 for any free one.
        drafts: Whether drafts are shown.

    Raises:
        PortUnavailable: Something else listens there, or that is not allowed.
    """

    daemon_threads = True

    def __init__(self, project: Project, port: int, *, drafts: bool) -> None:
        self.changes = Changes()
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortUnavailable(f"port {port} is in use") from error
            if error.errno == errno.EACCES:
                raise PortUnavailable(f"port {port} may not be used without more rights") from error
            raise
        self.preview = Preview(project, Options(base_url=self.address, drafts=drafts))

    def server_bind(self) -> None:
        """Bind without asking a name server what this machine is called, which can take long."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def refresh(self, report: Callable[[tuple[Finding, ...]], None] = lambda _: None) -> Snapshot:
        """Make a new snapshot, report its findings, then tell open pages how it differs."""
        before = self.preview.now
        now = self.preview.refresh()
        report(now.findings)
        moved = tuple(
            path
            for path in sorted({*before.digests, *now.digests})
            if before.digests.get(path) != now.digests.get(path)
        )
        others = _errors(before) != _errors(now)
        if moved or others:
            self.changes.tell(moved, errors=others)
        return now


def _errors(snapshot: Snapshot) -> list[Finding]:
    return [finding for finding in snapshot.findings if finding.severity is Severity.ERROR]


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).removeprefix("/") or "index.html"
        with contextlib.suppress(ConnectionError):
            if path == f"{FOLDER}events":
                self._events()
            elif path == f"{FOLDER}preview.js":
                self._send(HTTPStatus.OK, KINDS[".js"], SCRIPT)
            elif path == f"{FOLDER}preview.css":
                self._send(HTTPStatus.OK, KINDS[".css"], STYLE)
            else:
                self._file(path)

    do_HEAD = do_GET  # noqa: N815 - the base class's name

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for findings."""

    def _file(self, path: str) -> None:
        mark = self.server.changes.mark  # before the snapshot: a page may know more than it says
        now = self.server.preview.now
        data = now.files.get(path)
        kind = KINDS.get(PurePosixPath(path).suffix, "application/octet-stream")
        if data is None and path.endswith(".pdf"):
            self._sheet(path, mark)
        elif data is None:
            missing = now.files.get("404.html")
            page = with_preview(missing, now.findings, mark) if missing else None
            page = page or bare_page("There is no page at this address", now.findings, mark)
            self._send(HTTPStatus.NOT_FOUND, KINDS[".html"], page)
        elif path.endswith(".html"):
            self._send(HTTPStatus.OK, kind, with_preview(data, now.findings, mark))
        else:
            self._send(HTTPStatus.OK, kind, data)

    def _sheet(self, path: str, mark: str) -> None:
        pdf, findings = self.server.preview.sheet(path)
        if pdf is not None:
            self._send(HTTPStatus.OK, KINDS[".pdf"], pdf)
        elif findings:
            page = bare_page("This sheet could not be printed", findings, mark)
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, KINDS[".html"], page)
        else:
            page = bare_page("There is no sheet at this address", (), mark)
            self._send(HTTPStatus.NOT_FOUND, KINDS[".html"], page)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def _events(self) -> None:
        """Tell one page of changes until it goes away.

        A browser that connects again by itself says how far it came in a header.
        """
        changes = self.server.changes
        asked = parse_qs(urlsplit(self.path).query).get("after", [changes.mark])[0]
        mark = self.headers.get("Last-Event-ID") or asked
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        while self.command == "GET":
            news = changes.wait(mark, HEARTBEAT_S)
            mark = news.mark
            told = {"paths": news.paths, "errors": news.errors, "stranger": news.stranger}
            event = f"id: {mark}\nevent: change\ndata: {json.dumps(told)}\n\n"
            self.wfile.write(event.encode() if news.is_any else b": alive\n\n")
            self.wfile.flush()
