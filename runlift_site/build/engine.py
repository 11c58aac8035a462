"""The engine: each output is found again under its fingerprint, or made.

There is no question of what changed, only whether this exact thing was made before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from runlift_site.build.blobs import Blob
from runlift_site.build.digest import digest
from runlift_site.build.explain import Origin, remember
from runlift_site.build.failures import Failures
from runlift_site.build.paths import Owners
from runlift_site.build.recipe import (
    Fingerprints,
    Kind,
    PdfFingerprints,
    Recipe,
    Templates,
    bytes_of,
    recipe_of,
)
from runlift_site.build.sheets import FAMILY as PDF
from runlift_site.build.sheets import PdfSettings, Progress, Wanted, make_sheets
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Refused, Severity, in_order, worst
from runlift_site.pages.outputs import Group, Output, Page, Sheet

_HTML = "html"
_FILE = "file"
_GROUPS = "groups"


class Holder(Protocol):
    """Something besides the store that may have bytes already, such as the published folder."""

    def holds(self, path: str, digest: str) -> bool:
        """Whether it has exactly these bytes for a path."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a build led to.

    Attributes:
        files: Bytes of every output by path, sorted; whole only if there are no errors.
        findings: What went wrong, in order.
        pages: How many pages were drawn, print HTML of sheets included.
        sheets: How many PDFs were made.
        groups: How many groups had to be decided.
    """

    files: Mapping[str, Blob]
    findings: tuple[Finding, ...]
    pages: int
    sheets: int
    groups: int


def _silent(kind: str, done: int, total: int, path: str) -> None:
    del kind, done, total, path


def make(
    groups: Iterable[Group],
    templates: Templates,
    store: Store,
    *,
    tool: str,
    pdf: PdfSettings | None,
    progress: Progress = _silent,
    published: Holder | None = None,
    explained: bool = True,
) -> Made:
    """Make every output of a site, or find it in the store.

    Failures are findings, and the work goes on to find them all.

    Args:
        groups: What the site is made of.
        templates: Draws pages.
        store: Open store.
        tool: Digest of the program.
        pdf: How PDFs are made; None leaves all sheets out.
        progress: Told of each group ("groups") and of each PDF that is made ("sheets").
        published: Where bytes may lie besides the store. What it holds needs no second look
            there.
        explained: Whether this counts as a build that later builds are compared with.

    Raises:
        Refused: The store cannot be written.
    """
    work = _Work(templates, store, tool, pdf, published)
    todo = tuple(groups)
    for done, group in enumerate(todo, 1):
        work.do(group)
        progress("groups", done, len(todo), group.name)
    sheets = work.make_sheets(progress)
    findings = in_order((*work.findings, *work.failures.findings()))
    items = sorted(work.items, key=lambda item: item.recipe.path)
    if explained and worst(findings) is not Severity.ERROR:
        work.remember()
    files = {item.recipe.path: item.blob for item in items if item.blob is not None}
    return Made(files, findings, work.pages, sheets, work.decided)


@dataclass(slots=True)
class _Item:
    """An output on its way.

    Attributes:
        recipe: What it is made from.
        group: Name of its group.
        fingerprint: Its fingerprint, for a sheet that of its PDF.
        blob: Its bytes; None for a sheet whose PDF has yet to be made.
        html: Print HTML of a sheet.
    """

    recipe: Recipe
    group: str
    fingerprint: str
    blob: Blob | None
    html: Blob | None = None


class _Work:
    """One run of the engine."""

    def __init__(
        self,
        templates: Templates,
        store: Store,
        tool: str,
        pdf: PdfSettings | None,
        published: Holder | None,
    ) -> None:
        self._templates = templates
        self._store = store
        self._tool = tool
        self._pdf = pdf
        self._published = published
        self._fingerprints = Fingerprints(templates, tool)
        self._pdf_fingerprints = PdfFingerprints(pdf.tool, pdf.assets) if pdf else None
        self._owners = Owners()
        self.failures = Failures()
        self.findings: list[Finding] = []
        self.items: list[_Item] = []
        self.pages = 0
        self.decided = 0

    def do(self, group: Group) -> None:
        """Find what a group leads to, or decide and draw it."""
        key = digest(("group", group.name, group.inputs, self._tool))
        recipes = self._store.recall(_GROUPS, key, tuple[Recipe, ...])
        if recipes is not None and self._found(group, recipes):
            return
        self.decided += 1
        try:
            outputs = group.decide()
        except Refused as refused:
            self.findings += refused.findings
            return
        recipes = tuple(recipe_of(output) for output in outputs)
        for output, recipe in zip(outputs, recipes, strict=True):
            if self._claims(recipe, group) and self._is_wanted(recipe):
                self._draw(output, recipe, group)
        self._store.record(_GROUPS, key, recipes)

    def _found(self, group: Group, recipes: tuple[Recipe, ...]) -> bool:
        """Take everything from the store, or nothing."""
        items: list[_Item] = []
        for recipe in filter(self._is_wanted, recipes):
            try:
                item = self._find(recipe, group)
            except Refused:
                return False
            if item is None:
                return False
            items.append(item)
        free = {recipe.path for recipe in recipes if self._claims(recipe, group)}
        self.items += [item for item in items if item.recipe.path in free]
        return True

    def _find(self, recipe: Recipe, group: Group) -> _Item | None:
        """An output in the store; of a sheet at least its print HTML."""
        if recipe.kind in (Kind.TEXT, Kind.ASSET):
            return self._finished(_FILE, recipe.content, recipe, group)
        fingerprint = self._fingerprints.html(recipe)
        if recipe.kind is Kind.PAGE:
            return self._finished(_HTML, fingerprint, recipe, group)
        html = self._store.made(_HTML, fingerprint)
        return None if html is None else self._sheet(recipe, group, html)

    def _finished(
        self, family: str, fingerprint: str, recipe: Recipe, group: Group
    ) -> _Item | None:
        blob = self._store.made(family, fingerprint)
        if blob is None or not self._there(recipe.path, blob):
            return None
        return _Item(recipe, group.name, fingerprint, blob)

    def _sheet(self, recipe: Recipe, group: Group, html: Blob) -> _Item | None:
        """A sheet whose print HTML is known: finished, or waiting for its PDF."""
        assert self._pdf_fingerprints is not None, "without PDFs no sheet is wanted"
        fingerprint = self._pdf_fingerprints.pdf(recipe, html)
        item = self._finished(PDF, fingerprint, recipe, group)
        if item is None:
            if not self._store.sound(html.digest):
                return None
            item = _Item(recipe, group.name, fingerprint, None)
        item.html = html
        return item

    def _draw(self, output: Output, recipe: Recipe, group: Group) -> None:
        try:
            item = self._find(recipe, group)
        except Refused as refused:
            self.failures.undrawn(recipe, refused)
            return
        if item is None:
            if isinstance(output, (Page, Sheet)):
                item = self._drawn(output, recipe, group)
            else:
                blob = self._store.keep(_FILE, recipe.content, bytes_of(output))
                item = _Item(recipe, group.name, recipe.content, blob)
        if item is not None:
            self.items.append(item)

    def _drawn(self, output: Page | Sheet, recipe: Recipe, group: Group) -> _Item | None:
        try:
            data = self._templates.render(output.template, output.view)
        except Exception as error:  # a template may do anything; the other pages go on
            self.failures.undrawn(recipe, error)
            return None
        self.pages += 1
        fingerprint = self._fingerprints.html(recipe)
        blob = self._store.keep(_HTML, fingerprint, data)
        if recipe.kind is Kind.PAGE:
            return _Item(recipe, group.name, fingerprint, blob)
        return self._sheet(recipe, group, blob)

    def _there(self, path: str, blob: Blob) -> bool:
        published = self._published
        if published is not None and published.holds(path, blob.digest):
            return True
        return self._store.sound(blob.digest)

    def _is_wanted(self, recipe: Recipe) -> bool:
        return recipe.kind is not Kind.SHEET or self._pdf is not None

    def _claims(self, recipe: Recipe, group: Group) -> bool:
        finding = self._owners.claim(recipe.path, group.name)
        if finding is not None:
            self.findings.append(finding)
        return finding is None

    def make_sheets(self, progress: Progress) -> int:
        """Make the PDFs that are still missing; how many were made."""
        waiting = [item for item in self.items if item.blob is None]
        if self._pdf is None or not waiting:
            return 0
        wanted = {
            item.fingerprint: Wanted(item.recipe, item.html)
            for item in waiting
            if item.html is not None
        }
        try:
            made = make_sheets(wanted, self._pdf, self._store, self.failures, progress)
        except Refused as refused:
            self.findings += refused.findings
            return 0
        for item in waiting:
            item.blob = made.get(item.fingerprint)
        return len(made)

    def remember(self) -> None:
        """Note what each output was made from, for ``explain``."""
        items = {item.recipe.path: item for item in self.items}
        fingerprints = {path: item.fingerprint for path, item in items.items()}
        whole = self._pdf is not None
        remember(self._store, fingerprints, lambda path: self._origin(items[path]), whole=whole)

    def _origin(self, item: _Item) -> Origin:
        recipe = item.recipe
        parts = recipe.parts
        if recipe.template:
            parts += self._fingerprints.around(recipe.template)
        if item.html is not None and self._pdf_fingerprints is not None:
            parts += (("print html", item.html.digest), *self._pdf_fingerprints.parts)
        assert item.blob is not None, "without errors every output has its bytes"
        return Origin(
            recipe.kind,
            item.group,
            recipe.template,
            item.fingerprint,
            item.blob.digest,
            item.blob.size,
            parts,
        )
