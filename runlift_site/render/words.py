"""The words of the interface as templates see them: read-only, nested, never silently missing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from json import dumps
from typing import Protocol, runtime_checkable

_FIELD = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}|[{}]")


class MissingWordError(Exception):
    """A template asks for an interface word that the strings file does not have."""


class FillError(Exception):
    """A word and the values to be filled into it do not fit together."""


@runtime_checkable
class SafeText(Protocol):
    """Text that is already HTML, such as the result of a macro."""

    def __html__(self) -> str:
        """The HTML itself."""


class Words:
    """A section of interface words: ``words.plan.week`` or ``words["plan"]["week"]``.

    Asking for a word that is not there raises ``MissingWordError``, also where a template only
    tests for it: a word that is missing is always a mistake.
    """

    __slots__ = ("_path", "_words")

    def __init__(self, words: Mapping[str, object], path: str = "words") -> None:
        self._path = path
        self._words = {key: _opened(value, f"{path}.{key}") for key, value in sorted(words.items())}

    def __getitem__(self, key: object) -> object:
        if not isinstance(key, str):
            raise MissingWordError(f"{self._path} is asked for {key!r}, which is not a name")
        try:
            return self._words[key]
        except KeyError:
            raise MissingWordError(f"there is no word '{self._path}.{key}'") from None

    def __getattr__(self, name: str) -> object:
        # Only Python's own machinery asks for dunder names, and it must hear "no" in its own way.
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __contains__(self, key: object) -> bool:
        return key in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __str__(self) -> str:
        raise MissingWordError(f"'{self._path}' is a section of words, not a word")


def _opened(value: object, path: str) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return Words(value, path)
    if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise TypeError(f"{path} must be text, a list of texts or a section, not {value!r}")


def words_digest(words: Mapping[str, object]) -> str:
    """Digest of all interface words, the same for the same words in any order of keys."""
    text = dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def fill(text: object, **values: object) -> str:
    """Put values into the named places of a word: ``"{n} weeks"`` with ``n=8`` is "8 weeks".

    A word may be a section with ``one`` and ``other``; the value ``n`` chooses between them.
    Places are plain names: no attributes, indexes or formats, so a word can reach nothing but the
    values given. ``{{`` and ``}}`` stand for braces. If a value is HTML, the rest is escaped and
    the result is HTML; otherwise the result is plain text.
    """
    if isinstance(text, Words):
        text = text["one" if values.get("n") == 1 and "one" in text else "other"]
    if not isinstance(text, str):
        raise FillError(f"only a word can be filled, not {text!r}")
    as_html = any(isinstance(value, SafeText) for value in (text, *values.values()))
    if not as_html:
        return _fill(text, {name: _said(name, value) for name, value in values.items()})

    from markupsafe import Markup, escape

    said = {
        name: value if isinstance(value, SafeText) else _said(name, value)
        for name, value in values.items()
    }
    return Markup(_fill(escape(text), {name: escape(value) for name, value in said.items()}))


def _said(name: str, value: object) -> str:
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    raise FillError(f"the value of '{name}' is {value!r}, which is neither text nor a whole number")


def _fill(text: str, values: Mapping[str, str]) -> str:
    def put(match: re.Match[str]) -> str:
        found = match.group()
        if found in ("{{", "}}"):
            return found[0]
        name = match.group(1)
        if name is None:
            raise FillError(f"the word '{text}' has a single '{found}'")
        if name not in values:
            raise FillError(f"the word '{text}' needs a value for '{name}'")
        return values[name]

    return _FIELD.sub(put, str(text))
