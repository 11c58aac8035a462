"""A recipe: what an output is made from, and the fingerprints that follow from it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from runlift_site.build.blobs import Blob, blob_of
from runlift_site.build.digest import digest, fields_digests
from runlift_site.pages.outputs import Asset, Output, Page, Sheet

Parts = tuple[tuple[str, str], ...]
"""Label and digest of each thing that decides an output."""


class Templates(Protocol):
    """What the engine asks of templates."""

    @property
    def words_digest(self) -> str:
        """Digest of the interface words."""

    def closure(self, name: str) -> tuple[str, ...]:
        """Names of the templates that a template depends on, itself included, sorted."""

    def source_digest(self, name: str) -> str:
        """Digest of a template's source."""

    def render(self, name: str, view: object) -> bytes:
        """Draw a view."""


class Kind(StrEnum):
    """Kinds of outputs, by the way they are made."""

    PAGE = "page"
    SHEET = "sheet"
    TEXT = "text"
    ASSET = "asset"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is remembered of an output, instead of its view.

    Attributes:
        kind: How it is made.
        path: Where it is published.
        parts: Label and digest of each field of its view, or of its whole text or bytes.
        content: Digest over ``parts``, or of the text or bytes themselves.
        template: Name of its template; empty for a text or an asset.
        pages: Page count of a sheet.
        label: What an author calls a sheet.
    """

    kind: Kind
    path: str
    parts: Parts
    content: str
    template: str = ""
    pages: int = 0
    label: str = ""


def recipe_of(output: Output) -> Recipe:
    """What an output is made from.

    Raises:
        TypeError: The view holds a value that has no digest.
    """
    if isinstance(output, (Page, Sheet)):
        parts = fields_digests(output.view)
        if isinstance(output, Page):
            return Recipe(Kind.PAGE, output.path, parts, digest(parts), output.template)
        drawn = (parts, digest(parts), output.template)
        return Recipe(Kind.SHEET, output.path, *drawn, output.pages, output.label)
    kind = Kind.ASSET if isinstance(output, Asset) else Kind.TEXT
    name = blob_of(bytes_of(output)).digest
    return Recipe(kind, output.path, ((kind, name),), name)


def bytes_of(output: Output) -> bytes:
    """Bytes of an output that needs no drawing."""
    if isinstance(output, Asset):
        return output.data
    if isinstance(output, (Page, Sheet)):
        raise TypeError(f"{output.path} is drawn from a template")
    return output.text.encode()


class Fingerprints:
    """Fingerprints of outputs under the templates, words and program of this build."""

    def __init__(self, templates: Templates, tool: str) -> None:
        self._templates = templates
        self._common = (("words", templates.words_digest), ("tool", digest(tool)))
        self._parts: dict[str, Parts] = {}
        self._bases: dict[str, str] = {}

    def html(self, recipe: Recipe) -> str:
        """Fingerprint of a page, or of the print HTML of a sheet.

        Raises:
            Refused: The template or one that it depends on cannot be read.
        """
        base = self._bases.get(recipe.template)
        if base is None:
            base = digest((recipe.template, self.around(recipe.template)))
            self._bases[recipe.template] = base
        return hashlib.sha256(f"{base} {recipe.content}".encode()).hexdigest()

    def around(self, template: str) -> Parts:
        """Everything but the view that decides a page: templates, words, program."""
        parts = self._parts.get(template)
        if parts is None:
            closure = self._templates.closure(template)
            sources = tuple(
                (f"templates/{name}", self._templates.source_digest(name)) for name in closure
            )
            parts = self._parts[template] = sources + self._common
        return parts


class PdfFingerprints:
    """Fingerprints of PDFs under the assets and the PDF program of this build."""

    def __init__(self, tool: str, assets: Mapping[str, bytes]) -> None:
        self.parts: Parts = (
            *((f"print asset {name}", blob_of(assets[name]).digest) for name in sorted(assets)),
            ("pdf tool", digest(tool)),
        )
        self._base = digest(self.parts)

    def pdf(self, recipe: Recipe, html: Blob) -> str:
        """Fingerprint of the PDF that is made from print HTML."""
        return hashlib.sha256(f"{self._base} {recipe.pages} {html.digest}".encode()).hexdigest()
