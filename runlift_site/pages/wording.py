"""The words of the interface as page modules use them: looked up by path, their places filled."""

import re
from collections.abc import Mapping, Sequence

from runlift_site.diagnostics.model import Finding, Refused, Severity

_FIELD = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]*)\}|[{}]")


class Wording:
    """Interface words of one language.

    Args:
        words: Nested mapping of texts; a section with ``one`` and ``other`` is a word that
            depends on the number ``n``.
    """

    __slots__ = ("_found", "_parts", "_words")

    def __init__(self, words: Mapping[str, object]) -> None:
        self._words = words
        self._found: dict[str, object] = {}
        self._parts: dict[str, tuple[str, ...]] = {}

    def __call__(self, path: str, **values: str | int) -> str:
        """The word at a dotted path, with values put into its ``{named}`` places.

        Raises:
            Refused: There is no such word, or it and the values do not fit together.
        """
        word = self._found.get(path) or self._at(path)
        if isinstance(word, Mapping) and "other" in word:
            word = word["one" if values.get("n") == 1 and "one" in word else "other"]
        if not isinstance(word, str):
            raise _refused("RL405", f"there is no word '{path}'")
        parts = self._parts.get(word)
        if parts is None:
            parts = self._parts[word] = _parts(path, word)
        if len(parts) == 1:
            return parts[0]
        try:
            return "".join(
                [str(values[part]) if index % 2 else part for index, part in enumerate(parts)]
            )
        except KeyError as missing:
            place = f"{{{missing.args[0]}}}"
            raise _refused(
                "RL406", f"the word '{path}' has a place {place} that nothing fills"
            ) from None

    def list(self, path: str) -> tuple[str, ...]:
        """The list of words at a dotted path.

        Raises:
            Refused: There is no such list.
        """
        word = self._at(path)
        if isinstance(word, str) or not isinstance(word, Sequence):
            raise _refused("RL405", f"there is no list of words '{path}'")
        return tuple(str(item) for item in word)

    def _at(self, path: str) -> object:
        found: object = self._words
        for step in path.split("."):
            if not isinstance(found, Mapping) or step not in found:
                raise _refused("RL405", f"there is no word '{path}'")
            found = found[step]
        self._found[path] = found
        return found


def _parts(path: str, word: str) -> tuple[str, ...]:
    """Cut a word at its places: texts at even positions, names at odd ones.

    Raises:
        Refused: The word has a brace that is neither a place nor written twice.
    """
    parts = [""]
    end = 0
    for match in _FIELD.finditer(word):
        parts[-1] += word[end : match.start()]
        end = match.end()
        found = match.group()
        if found in {"{{", "}}"}:
            parts[-1] += found[0]
        elif match.group(1) is None:
            raise _refused("RL406", f"the word '{path}' has a place {found} that nothing fills")
        else:
            parts += [match.group(1), ""]
    parts[-1] += word[end:]
    return tuple(parts)


def _refused(code: str, message: str) -> Refused:
    return Refused([Finding(code, Severity.ERROR, message, help="see content/strings/")])
