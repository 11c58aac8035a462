"""Shelves that notice what is taken from them, so that work is redone only for what it read."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


class Noticed(Mapping[str, V], Generic[V]):
    """A mapping that remembers which of its values were asked for.

    Looking at the keys is not noticed: whoever remembers work must take the set of keys into
    account anyway.
    """

    def __init__(self, values: Mapping[str, V]) -> None:
        self._values = values
        self._read: set[str] = set()

    def __getitem__(self, key: str) -> V:
        value = self._values[key]
        self._read.add(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values

    @property
    def read(self) -> tuple[str, ...]:
        """Keys whose values were asked for, sorted."""
        return tuple(sorted(self._read))


class Only(Mapping[str, V], Generic[V]):
    """The part of a mapping that some work may see."""

    def __init__(self, values: Mapping[str, V], keys: frozenset[str]) -> None:
        self._values = values
        self._keys = tuple(sorted(key for key in keys if key in values))

    def __getitem__(self, key: str) -> V:
        if key not in self._keys:
            raise KeyError(key)
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
