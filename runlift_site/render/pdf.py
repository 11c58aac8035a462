"""HTML becomes a PDF, in a closed world and the same bytes every time. The door to WeasyPrint.

Importing this module imports WeasyPrint, which takes half a second: only the workers of the pool
do so.
"""

import gc
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SCHEME = "asset:"
MAX_PICTURES = 400
"""How many read pictures are kept for the next documents."""

_FACE = re.compile(rb"""@font-face\s*\{[^}]*?font-family:\s*["']?([^"';}]+)""")
_PICTURE = "data:image/"
_KINDS = {".css": "text/css", ".jpg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml"}
_SLOWER_ONLY = "Using fontTools instead of HarfBuzz-Subset"


class PdfError(Exception):
    """A document cannot be made into a PDF; says why."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF and how many pages it has."""

    pdf: bytes
    pages: int


class Renderer:
    """Makes PDFs out of HTML that may use nothing but the given assets.

    Documents name assets as ``asset:NAME``. Style sheets among them (``*.css``) are read once and
    apply to every document, in the order of their names; documents do not link them.

    Args:
        assets: Style sheets, fonts and pictures by name.

    Raises:
        PdfError: A style sheet or a font is faulty.
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._fetcher = _ClosedWorld(assets)
        self._fonts = FontConfiguration()
        self._pictures: dict[str, Any] = {}
        with _strict():
            self._sheets = [
                CSS(
                    string=assets[name].decode(),
                    url_fetcher=self._fetcher,
                    font_config=self._fonts,
                )
                for name in sorted(assets)
                if name.endswith(".css")
            ]
        self._families = {
            family.decode().strip()
            for name in sorted(assets)
            for family in _FACE.findall(assets[name] if name.endswith(".css") else b"")
        }

    def render(self, html: bytes, expected_pages: int | None = None) -> Drawn:
        """Make one PDF, tagged, as PDF/UA-1.

        Args:
            html: The document, UTF-8.
            expected_pages: If given, another number of pages is an error.

        Raises:
            PdfError: WeasyPrint warns about something, the document asks for anything but an
                asset, it uses a font that is not an asset, or it has another number of pages.
        """
        with _strict(), _no_collecting():
            document = HTML(string=html.decode(), url_fetcher=self._fetcher).render(
                font_config=self._fonts,
                stylesheets=self._sheets,
                cache=self._pictures,
                pdf_variant="pdf/ua-1",
            )
            pages = len(document.pages)
            if expected_pages is not None and pages != expected_pages:
                raise PdfError(f"came out as {_pages(pages)}, {expected_pages} was worked out")
            pdf = document.write_pdf(pdf_variant="pdf/ua-1", cache=self._pictures)
            strange = sorted({f.family for f in document.fonts.values()} - self._families)
        if strange:
            raise PdfError(f"has characters that only '{strange[0]}' of this computer can draw")
        # A document is full of cycles: cleared away whole, a process stays half as large, and with
        # all else frozen (see the worker) it takes no time worth counting.
        gc.collect()
        if len(self._pictures) > MAX_PICTURES:
            self._pictures.clear()
        return Drawn(bytes(pdf), pages)


class _ClosedWorld(URLFetcher):  # type: ignore[misc]
    """Serves assets and pictures written into the document; anything else ends the rendering."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(fail_on_errors=True, allow_redirects=False)
        self._assets = assets

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Answer a request of WeasyPrint."""
        if url.startswith(_PICTURE):
            return super().fetch(url, headers)
        name = url.removeprefix(SCHEME)
        if url == name or name not in self._assets:
            # Other errors are swallowed by WeasyPrint: the picture would just be absent.
            raise FatalURLFetchingError(f"asks for '{url}', which is not one of its assets")
        kind = _KINDS.get(PurePosixPath(name).suffix, "application/octet-stream")
        return URLFetcherResponse(url, self._assets[name], {"Content-Type": kind})


class _Complaints(logging.Handler):
    """Collects what WeasyPrint warns about, which it would otherwise only log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note one warning."""
        said = record.getMessage()
        if not said.startswith(_SLOWER_ONLY):
            self.said.append(said)


@contextmanager
def _strict() -> Iterator[None]:
    """Turn each warning and each refused request into an error."""
    logger = logging.getLogger("weasyprint")
    complaints = _Complaints()
    logger.addHandler(complaints)
    try:
        yield
    except FatalURLFetchingError as error:
        raise PdfError(str(error)) from error
    finally:
        logger.removeHandler(complaints)
    if complaints.said:
        raise PdfError("; ".join(dict.fromkeys(complaints.said)))


@contextmanager
def _no_collecting() -> Iterator[None]:
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
