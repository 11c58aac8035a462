"""Templates: what belongs to a page's template, and drawing a view with it. The door to Jinja."""

import re
from collections.abc import Iterator, Mapping, MutableMapping
from hashlib import sha256
from importlib.metadata import version
from json import dumps, loads
from marshal import dumps as code_bytes
from marshal import loads as code_from
from pathlib import Path
from sys import implementation
from traceback import walk_tb
from types import CodeType
from typing import TYPE_CHECKING, Any, Protocol

from runlift_site.diagnostics.model import Finding, Place, Refused, Severity
from runlift_site.render.words import (
    FillError,
    MissingWordError,
    Words,
    fill,
    words_digest,
)

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from jinja2.nodes import Template as Tree

FOLDER = "templates/"
_NO_FIELD = re.compile(r"'[\w. ]* object' has no attribute")
"""How Python says that a view has no such field; a class name means nothing to a template."""

GLOBALS = ("namespace", "range")
"""What Jinja offers a template besides ``view`` and ``words``. Nothing random, nothing to read."""

FILTERS = (
    "batch", "capitalize", "count", "dictsort", "e", "escape", "first", "float", "groupby",
    "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject",
    "rejectattr", "replace", "reverse", "round", "safe", "select", "selectattr", "slice", "sort",
    "string", "sum", "title", "trim", "unique", "upper", "urlencode",
)  # fmt: skip
"""Jinja's filters that only look at their value. ``default`` is left out: it hides mistakes."""


class Keep(Protocol):
    """Where compiled templates are kept from one build to the next.

    What ``get`` answers must be exactly what ``put`` was given: it is run as code.
    """

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, None if there are none."""

    def put(self, key: str, value: bytes) -> None:
        """Keep bytes under a key."""


class Templates:
    """A set of templates, read beforehand, and the interface words they use.

    Args:
        sources: Bytes of each template by its name, which is its path below ``templates/``.
        words: Interface words; nested mappings of texts and lists of texts.
        keep: Where compiled templates are kept; without it each run compiles what it draws.
    """

    def __init__(
        self, sources: Mapping[str, bytes], words: Mapping[str, object], keep: Keep | None = None
    ) -> None:
        self.words_digest = words_digest(words)
        self._sources = dict(sources)
        self._words = Words(words)
        self._keep = keep
        self._texts: dict[str, str] = {}
        self._references: dict[str, tuple[str, ...]] = {}
        self._ready: Environment | None = None

    def closure(self, name: str) -> tuple[str, ...]:
        """All templates that can take part in drawing ``name``, itself included, sorted.

        Raises:
            Refused: A template is unknown, cannot be read, or names another one by an expression.
        """
        if name not in self._sources:
            raise Refused([_error("RL401", f"there is no template '{name}'", None)])
        found = {name}
        waiting = [name]
        while waiting:
            for other in self._referenced(waiting.pop()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return tuple(sorted(found))

    def source_digest(self, name: str) -> str:
        """Digest of the bytes of one template.

        Raises:
            Refused: There is no such template.
        """
        if name not in self._sources:
            raise Refused([_error("RL401", f"there is no template '{name}'", None)])
        return sha256(self._sources[name]).hexdigest()

    def render(self, name: str, view: object) -> bytes:
        """Draw ``view`` with the template ``name``: UTF-8 text that ends with a line break.

        Raises:
            Refused: The template, its words and its view do not fit together.
        """
        try:
            drawn = self._template(name).render(view=view)
        except Refused:
            raise
        except Exception as error:
            raise Refused([self._finding(name, error)]) from error
        return (drawn if drawn.endswith("\n") else drawn + "\n").encode()

    def _text(self, name: str) -> str:
        text = self._texts.get(name)
        if text is None:
            raw = self._sources[name]
            try:
                text = raw.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                line = raw.count(b"\n", 0, error.start) + 1
                place = Place(FOLDER + name, line, 1)
                raise Refused([_error("RL408", "this file is not UTF-8 text", place)]) from error
            self._texts[name] = text
        return text

    def _place(self, name: str, line: int) -> Place:
        lines = self._text(name).splitlines()
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        shown = text.strip()
        column = text.index(shown) + 1 if shown else 1
        return Place(FOLDER + name, line, column, max(1, len(shown)), text)

    def _finding(self, name: str, error: Exception) -> Finding:
        """Say an error of a template in the author's terms, at the innermost template line."""
        from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

        if isinstance(error, TemplateSyntaxError):
            written = self._place(error.name or name, error.lineno)
            return _error("RL403", _sentence(str(error.message)), written)
        if isinstance(error, TemplateNotFound):
            return _error("RL401", f"there is no template '{error.name}'", None)
        place = self._innermost(error)
        if isinstance(error, UndefinedError):
            return _error("RL404", _sentence(_NO_FIELD.sub("there is no field", str(error))), place)
        if isinstance(error, MissingWordError):
            return _error("RL405", str(error), place)
        if isinstance(error, FillError):
            return _error("RL406", str(error), place)
        said = _sentence(str(error) or type(error).__name__)
        return _error("RL407", f"this cannot be worked out: {said}", place)

    def _innermost(self, error: Exception) -> Place | None:
        place = None
        for frame, line in walk_tb(error.__traceback__):
            file = frame.f_code.co_filename
            if file.startswith(FOLDER) and file.removeprefix(FOLDER) in self._sources:
                place = self._place(file.removeprefix(FOLDER), line)
        return place

    # What a template refers to.

    def _referenced(self, name: str) -> tuple[str, ...]:
        known = self._references.get(name)
        if known is None:
            key = self._key("references", name)
            kept = self._keep.get(key) if self._keep else None
            # The names are kept, not the answer: whether they exist depends on the other files.
            lines = loads(kept) if kept else self._read_references(name)
            if self._keep and kept is None:
                self._keep.put(key, dumps(lines).encode())
            wrong = [
                _error("RL401", f"there is no template '{other}'", self._place(name, line))
                for other, line in lines
                if other not in self._sources
            ]
            if wrong:
                raise Refused(wrong)
            known = tuple(dict.fromkeys(other for other, _ in lines))
            self._references[name] = known
        return known

    def _read_references(self, name: str) -> list[tuple[str, int]]:
        from jinja2 import TemplateSyntaxError

        try:
            tree = self._environment().parse(self._text(name), name, FOLDER + name)
        except TemplateSyntaxError as error:
            raise Refused([self._finding(name, error)]) from error
        references = list(_references(tree))
        wrong = [
            _error(
                "RL402",
                "the name of another template must be written out in quotes",
                self._place(name, line),
            )
            for other, line in references
            if other is None
        ]
        if wrong:
            raise Refused(wrong)
        return [(other, line) for other, line in references if other is not None]

    # The environment and its compiled templates.

    def _template(self, name: str) -> "Template":
        self.closure(name)
        return self._environment().get_template(name)

    def _environment(self) -> "Environment":
        if self._ready is None:
            self._ready = self._open()
        return self._ready

    def _open(self) -> "Environment":
        # Jinja is imported when something has to be drawn: a build with nothing to do skips it.
        from jinja2 import BaseLoader, Environment, StrictUndefined
        from jinja2 import Template as Compiled

        templates = self

        class Loader(BaseLoader):
            """Serves the templates read beforehand, compiled if that was kept."""

            def load(
                self,
                environment: Environment,
                name: str,
                globals: MutableMapping[str, Any] | None = None,
            ) -> Compiled:
                code = templates._code(environment, name)
                return Compiled.from_code(environment, code, globals or {}, None)

        environment = Environment(
            loader=Loader(),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_shown,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        environment.globals = {name: environment.globals[name] for name in GLOBALS}
        environment.globals["words"] = self._words
        environment.filters = {name: environment.filters[name] for name in FILTERS}
        environment.filters["fill"] = fill
        return environment

    def _code(self, environment: "Environment", name: str) -> CodeType:
        key = self._key("code", name)
        kept = self._keep.get(key) if self._keep else None
        if kept is not None:
            code = code_from(kept)
            if isinstance(code, CodeType):
                return code
        code = environment.compile(self._text(name), name, FOLDER + name)
        if self._keep:
            self._keep.put(key, code_bytes(code))
        return code

    def _key(self, what: str, name: str) -> str:
        parts = (what, name, _recipe().hex(), sha256(self._sources[name]).hexdigest())
        return f"template-{what}-{sha256(repr(parts).encode()).hexdigest()}"


_RECIPE: list[bytes] = []


def _recipe() -> bytes:
    """Digest of what compiles templates, worked out once: this file, Jinja and Python."""
    if not _RECIPE:
        parts = (version("jinja2"), version("markupsafe"), implementation.cache_tag)
        _RECIPE.append(sha256(repr(parts).encode() + Path(__file__).read_bytes()).digest())
    return _RECIPE[0]


def _references(tree: "Tree") -> Iterator[tuple[str | None, int]]:
    """Each template that a template names, with its line; None for a name worked out later."""
    from jinja2.nodes import Const, Extends, FromImport, Import, Include

    for node in tree.find_all((Extends, FromImport, Import, Include)):
        named = getattr(node, "template", None)
        name = named.value if isinstance(named, Const) else None
        yield (name if isinstance(name, str) else None, node.lineno)


def _shown(value: object) -> object:
    """Let through what reads the same everywhere; None and stray objects are mistakes."""
    if type(value) is str:  # nearly all of them, and an ABC's isinstance costs much more
        return value
    if isinstance(value, str | float) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if hasattr(value, "__html__"):
        return value
    # An undefined value, or a section of words, says itself what is wrong with it.
    said = str(value)
    raise TypeError(f"{said if value is None else type(value).__name__} is not text")


def _sentence(text: str) -> str:
    return text.strip().rstrip(".")


def _error(code: str, message: str, place: Place | None) -> Finding:
    return Finding(code, Severity.ERROR, message, place)
