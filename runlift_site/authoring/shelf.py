"""Records of one kind, made only when somebody asks for one."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from runlift_site.authoring.kinds import Kind
from runlift_site.authoring.record_file import RecordFile
from runlift_site.source.files import SourceFile

if TYPE_CHECKING:
    from pydantic import BaseModel

R = TypeVar("R", bound="BaseModel")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record's file and what was read from it."""

    file: SourceFile
    read: RecordFile


class Shelf(Mapping[str, R], Generic[R]):
    """A read-only mapping from id to record, in the order of ids.

    A record whose file has faults is not on the shelf. Making a record costs time, so it is made
    when it is first asked for and kept.

    Args:
        kind: Kind of the records.
        entries: What was read, by id.
        adapt: Applied to each record that is handed out.
    """

    def __init__(
        self,
        kind: Kind,
        entries: Mapping[str, Entry],
        adapt: Callable[[R], R] | None = None,
    ) -> None:
        self._kind = kind
        self._adapt = adapt
        self.entries = {name: entries[name] for name in sorted(entries)}
        self._made: dict[str, R] = {}

    def __getitem__(self, name: str) -> R:
        if name not in self._made:
            model = cast("type[R]", self._kind.model())
            record = model.model_validate(json.loads(self.entries[name].read.values))
            self._made[name] = self._adapt(record) if self._adapt else record
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, name: object) -> bool:
        return name in self.entries

    def adapted(self, adapt: Callable[[R], R]) -> "Shelf[R]":
        """The same records, each passed through a function when it is made."""
        return Shelf(self._kind, self.entries, adapt)

    def shared(self, name: str) -> str:
        """Digest of what other pages may show of a record."""
        return self.entries[name].read.shared

    def digest(self, name: str) -> str:
        """Digest of a record's file."""
        return self.entries[name].file.digest

    def without(self, names: Collection[str]) -> "Shelf[R]":
        """The same records but for some."""
        kept = {name: entry for name, entry in self.entries.items() if name not in names}
        return Shelf(self._kind, kept, self._adapt)
