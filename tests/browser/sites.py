"""The sites that the browser tests look at, and a server that knows nothing but files."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from runlift_site.pipeline.build import build
from runlift_site.pipeline.options import Options
from runlift_site.project import Project
from tests.pipeline.site import ROOT, small_site

SHIPPED = "/runlift/"
SMALL = "/small/"
ELSEWHERE = "/club/files/"
"""Where the shipped site is served a second time, although it was built for another path."""


@dataclass(frozen=True)
class Site:
    """A published site.

    Attributes:
        base: The path it was built for.
        root: The published folder.
    """

    base: str
    root: Path

    def files(self) -> tuple[str, ...]:
        """Everything that is published, by path."""
        found = (path for path in self.root.rglob("*") if path.is_file())
        return tuple(sorted(path.relative_to(self.root).as_posix() for path in found))

    def pages(self) -> tuple[str, ...]:
        """The HTML pages among it."""
        return tuple(path for path in self.files() if path.endswith(".html"))


@dataclass(frozen=True)
class Sites:
    """Both sites: all shipped content without sheets, and the small site with its sheets."""

    shipped: Site
    small: Site


def build_sites(folder: Path) -> Sites:
    """Build both sites below a folder."""
    shipped = folder / "shipped"
    shutil.copytree(ROOT / "content", shipped / "content")
    options = Options(base_url=f"https://example.org{SHIPPED}", pdf=False)
    built = build(Project(shipped, shipped / "output"), options)
    assert built.published, built.findings
    small = small_site(folder / "small")
    # The cut fonts depend on nothing in a site and take seconds to make.
    (small.root / ".runlift").mkdir()
    shutil.copy(shipped / ".runlift/fonts.pack", small.root / ".runlift/fonts.pack")
    built = small.build(Options(base_url=f"https://example.org{SMALL}"))
    assert built.published, built.findings
    return Sites(Site(SHIPPED, shipped / "output"), Site(SMALL, small.output))


@contextmanager
def served(folders: Mapping[str, Path]) -> Iterator[str]:
    """Serve folders under base paths; gives the server's address without a slash at its end.

    What is not there is answered with the site's own page for it, as hosts for plain files do.
    """

    class Handler(SimpleHTTPRequestHandler):
        def send_head(self):  # type: ignore[no-untyped-def] # the library's type is private
            path = urlsplit(self.path).path
            base = next((base for base in folders if path.startswith(base)), None)
            if base is None:
                return self.send_error(HTTPStatus.NOT_FOUND)
            self.directory = str(folders[base])
            self.path = self.path[len(base) - 1 :]
            if Path(self.translate_path(self.path)).exists():
                return super().send_head()
            lost = (folders[base] / "404.html").read_text(encoding="utf-8")
            self.error_message_format = lost.replace("%", "%%")
            return self.send_error(HTTPStatus.NOT_FOUND)

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
