"""Sheets: print HTML goes to the renderer, PDFs come back in any order and are kept at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from runlift_site.build.blobs import Blob
from runlift_site.build.failures import Failures
from runlift_site.build.recipe import Recipe
from runlift_site.build.store import Store

if TYPE_CHECKING:  # starting processes takes modules that most builds do not need
    from runlift_site.render.pdf_pool import PdfRequest, PdfResult

FAMILY = "pdf"


class Progress(Protocol):
    """Told after each step: what kind of step, how many of how many are done, and which it was."""

    def __call__(self, kind: str, done: int, total: int, path: str) -> None:
        """Show it."""


class Pool(Protocol):
    """Something that makes PDFs."""

    def render(self, requests: Iterable["PdfRequest"]) -> Iterator["PdfResult"]:
        """Make PDFs; each is given as soon as it is ready, in any order."""


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """How PDFs are made in this build.

    Attributes:
        tool: Digest of the PDF program and of every library below it.
        assets: What a sheet may use besides its HTML, by name: style sheet, fonts, pictures.
        open_pool: Starts the renderer; called only if there is something to make.
    """

    tool: str
    assets: Mapping[str, bytes]
    open_pool: Callable[[], AbstractContextManager[Pool]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A PDF that has to be made: its recipe and its print HTML."""

    recipe: Recipe
    html: Blob


def make_sheets(
    wanted: Mapping[str, Wanted],
    settings: PdfSettings,
    store: Store,
    failures: Failures,
    progress: Progress,
) -> dict[str, Blob]:
    """Make PDFs by their fingerprints; those that fail are missing and stand in ``failures``.

    Raises:
        Refused: The renderer cannot be started, or the store cannot be written.
    """
    from runlift_site.render.pdf_pool import PdfRequest

    made: dict[str, Blob] = {}
    waiting = dict(sorted(wanted.items(), key=lambda item: item[1].recipe.path))

    def requests() -> Iterator[PdfRequest]:
        for fingerprint, sheet in list(waiting.items()):
            html = store.read(sheet.html.digest)
            if html is not None:
                yield PdfRequest(fingerprint, html, sheet.recipe.pages)

    with settings.open_pool() as pool:
        for result in pool.render(requests()):
            sheet = waiting.pop(result.key)
            if result.pdf is None:
                failures.unprinted(sheet.recipe, result.failure or "no cause was given")
            else:
                made[result.key] = store.keep(FAMILY, result.key, result.pdf)
            done = len(wanted) - len(waiting)
            progress("sheets", done, len(wanted), sheet.recipe.path)
    for sheet in waiting.values():
        failures.unprinted(sheet.recipe, "it did not come back from the renderer")
    return made
