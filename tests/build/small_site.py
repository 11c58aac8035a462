"""A site of a few outputs with templates and a PDF maker that are simple but real."""

import hashlib
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from runlift_site.build.blobs import Blob
from runlift_site.build.engine import Made, make
from runlift_site.build.publish import Published
from runlift_site.build.sheets import PdfSettings
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Refused, Severity
from runlift_site.pages.outputs import Group, Output, Page, Sheet
from runlift_site.render.pdf_pool import PdfRequest, PdfResult

TOOL = "tool 1"
PAGE = "exercise.html"
SHEET = "sheet.html"


@dataclass(frozen=True, slots=True)
class ExerciseView:
    title: str
    cues: tuple[str, ...] = ()


class FormatTemplates:
    """Templates of ``str.format``; a line ``+name`` takes in another one."""

    def __init__(self, sources: Mapping[str, str], words: Mapping[str, str]) -> None:
        self._sources = dict(sources)
        self._words = dict(words)
        self.words_digest = _hash(repr(sorted(words.items())))
        self.drawn: list[str] = []

    def closure(self, name: str) -> tuple[str, ...]:
        if name not in self._sources:
            raise Refused([Finding("RL401", Severity.ERROR, f"there is no template '{name}'")])
        lines = self._sources[name].splitlines()
        inner = (self.closure(line[1:]) for line in lines if line.startswith("+"))
        return tuple(sorted({name, *(found for names in inner for found in names)}))

    def source_digest(self, name: str) -> str:
        return _hash(self._sources[name])

    def render(self, name: str, view: object) -> bytes:
        self.drawn.append(getattr(view, "title", name))
        return self._whole(name).format(view=view, words=self._words).encode()

    def _whole(self, name: str) -> str:
        lines = self._sources[name].splitlines()
        return "\n".join(self._whole(x[1:]) if x.startswith("+") else x for x in lines)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


SOURCES = {
    "base.html": "<header>{words[site]}</header>",
    "strip.html": "<ol>strip</ol>",
    PAGE: "+base.html\n+strip.html\n<h1>{view.title}</h1>{view.cues}",
    SHEET: "<h1>sheet {view.title}</h1>",
}
WORDS = {"site": "Runlift"}


class PaperPool:
    """Makes "PDFs" that show their HTML and the names of the assets; the last asked comes first."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self.asked: list[bytes] = []

    def render(self, requests: Iterable[PdfRequest]) -> Iterator[PdfResult]:
        for request in reversed(list(requests)):
            self.asked.append(request.html)
            if b"hangs" in request.html:
                yield PdfResult(request.key, None, "took longer than 20 s")
            elif b"vanishes" not in request.html:
                pdf = b"%PDF " + request.html + b"".join(self._assets.values())
                yield PdfResult(request.key, pdf, None)


@dataclass(slots=True)
class SmallSite:
    """What a build of it is made from; change a field and build again."""

    folder: Path
    titles: list[str] = field(default_factory=lambda: ["Deadlift", "Front squat"])
    sources: dict[str, str] = field(default_factory=lambda: dict(SOURCES))
    words: dict[str, str] = field(default_factory=lambda: dict(WORDS))
    assets: dict[str, bytes] = field(default_factory=lambda: {"sheet.css": b"h1{}"})
    with_pdf: bool = True
    pdf_tool: str = "pdf tool 1"
    tool: str = TOOL
    more: list[Group] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    printed: list[bytes] = field(default_factory=list)
    progress: list[tuple[str, int, int, str]] = field(default_factory=list)

    @property
    def store_folder(self) -> Path:
        return self.folder / ".runlift"

    def groups(self) -> list[Group]:
        return [*(self._group(title) for title in self.titles), *self.more]

    def _group(self, title: str) -> Group:
        name = title.lower().replace(" ", "-")

        def decide() -> tuple[Output, ...]:
            self.decided.append(title)
            view = ExerciseView(title, ("brace",))
            return (
                Page(f"exercises/{name}.html", PAGE, view),
                Sheet(f"sheets/{name}.pdf", SHEET, ExerciseView(title), 1, f"{name}, week 1"),
            )

        return Group(f"exercise {name}", (("title", _hash(title)),), decide)

    def build(self, published: Published | None = None) -> Made:
        """Build into the store; what was called lies in the lists afterwards."""
        for called in (self.decided, self.drawn, self.printed, self.progress):
            called.clear()
        templates = FormatTemplates(self.sources, self.words)
        pool = PaperPool(self.assets)

        def open_pool() -> AbstractContextManager[PaperPool]:
            return nullcontext(pool)

        pdf = PdfSettings(self.pdf_tool, self.assets, open_pool) if self.with_pdf else None
        with Store(self.store_folder, tool=self.tool) as store:
            made = make(
                self.groups(),
                templates,
                store,
                tool=self.tool,
                pdf=pdf,
                progress=lambda *step: self.progress.append(step),
                published=published,
            )
        self.drawn += templates.drawn
        self.printed += pool.asked
        return made

    def contents(self, made: Made) -> dict[str, bytes]:
        """Bytes of everything that was made."""
        with Store(self.store_folder, tool=self.tool) as store:
            found = {path: store.read(blob.digest) for path, blob in made.files.items()}
        return {path: data for path, data in found.items() if data is not None}


def tree_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and mode of every file below a folder; folders count with no bytes."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else b"",
            stat.S_IMODE(path.lstat().st_mode),
        )
        for path in folder.rglob("*")
    }


def blobs_of(contents: Mapping[str, bytes]) -> tuple[dict[str, Blob], dict[str, bytes]]:
    """Blobs by path, and bytes by digest."""
    blobs = {p: Blob(hashlib.sha256(d).hexdigest(), len(d)) for p, d in contents.items()}
    return blobs, {blobs[path].digest: data for path, data in contents.items()}
