"""The store: what earlier builds made and worked out, found again by what it was made from.

It lies in a folder of its own, is never relative to the last build, and may be deleted at any
time. Whatever is missing or damaged in it is made again. With ``pack``, the only door to msgspec.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from msgspec.msgpack import Decoder, Encoder

from runlift_site.build.blobs import Blob, Blobs
from runlift_site.build.lock import Lock, LockedError
from runlift_site.build.pack import Pack, load_pack
from runlift_site.diagnostics.model import Finding, Refused, Severity

T = TypeVar("T")

_ENCODER = Encoder()
_INDEX = "index-"
_KIND = re.compile(r"[a-z][a-z0-9-]*")


class Store:
    """An open store; use it in a ``with`` statement.

    What was added is written at the end, also after a failure, so that finished PDFs are kept.

    Args:
        folder: Folder of the store; made if it is not there.
        tool: Digest of the program; memos of another one are not seen.
        on_wait: Called once when another build is at work, before waiting for its end. Without
            it a second build is refused.
    """

    def __init__(
        self, folder: Path, *, tool: str, on_wait: Callable[[], None] | None = None
    ) -> None:
        self._folder = folder
        self._tool = tool
        self._on_wait = on_wait
        self._blobs = Blobs(folder / "blobs")
        self._packs: dict[str, Pack] = {}
        self._decoders: dict[Any, Decoder[Any]] = {}
        self._lock: Lock | None = None

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            Refused: Another build is at work, or the folder cannot be written.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = Lock(self._folder / "lock", self._on_wait)
        except LockedError:
            raise Refused([_busy(self._folder)]) from None
        except OSError as error:
            raise Refused([_unwritable(self._folder, error)]) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        lock = self._lock
        assert lock is not None, "a store is left only after it was entered"
        complete = False
        try:
            self._write_packs(prune=kind is None, sweep=lock.interrupted)
            complete = True
        except OSError as unwritten:
            if kind is None:
                raise Refused([_unwritable(self._folder, unwritten)]) from unwritten
        finally:
            lock.release(finished=complete)

    def memo(self, kind: str, key: str, type_: type[T], compute: Callable[[], T]) -> T:
        """A value that was worked out before, or work it out and keep it.

        Args:
            kind: Family of values, such as "exercises"; lower-case letters, digits and hyphens.
            key: Digest of everything that ``compute`` reads, apart from the program.
            type_: Type of the value, made of frozen dataclasses, tuples, enums and plain values.
            compute: Works the value out; if it raises, nothing is kept.

        Raises:
            TypeError: The value does not come back equal, so it cannot be kept.
        """
        decoder = self._decoder(type_)
        pack = self._pack(kind)
        salted = self._tool + key
        value = _decoded(pack.get(salted), decoder)
        if value is None:
            fresh = compute()
            packed = _ENCODER.encode((fresh,))
            # What is given back has been through the store in the first build too, so that an
            # int in the place of a float cannot make a second build differ from the first.
            value = _decoded(packed, decoder)
            if value != (fresh,):
                raise TypeError(f"memo '{kind}' loses something of {type_}")
            pack.put(salted, packed)
        return value[0]

    def recall(self, kind: str, key: str, type_: type[T]) -> T | None:
        """What was recorded under a key, None if that is nothing or not of this type."""
        value = _decoded(self._pack(kind).get(key), self._decoder(type_))
        return None if value is None else value[0]

    def record(self, kind: str, key: str, value: object) -> None:
        """Keep a value under a key in the place of what was there; no program is part of it."""
        self._pack(kind).put(key, _ENCODER.encode((value,)))

    def forget(self, kind: str, wanted: Callable[[str], bool]) -> None:
        """Drop the records of a kind whose keys are not wanted; the others count as used."""
        self._pack(kind).keep_only(wanted)

    def shelf(self, kind: str) -> "Shelf":
        """Bytes under keys, for libraries that bring a form of their own."""
        return Shelf(self, kind)

    def made(self, family: str, fingerprint: str) -> Blob | None:
        """The blob that a fingerprint led to; whether it is sound is another question."""
        return self.recall(_INDEX + family, fingerprint, Blob)

    def keep(self, family: str, fingerprint: str, data: bytes) -> Blob:
        """Keep the bytes that a fingerprint led to.

        Raises:
            Refused: The bytes cannot be written.
        """
        try:
            blob = self._blobs.put(data)
        except OSError as error:
            raise Refused([_unwritable(self._folder, error)]) from error
        self.record(_INDEX + family, fingerprint, blob)
        return blob

    def read(self, digest: str) -> bytes | None:
        """Bytes of a blob, None if they are missing or damaged."""
        return self._blobs.read(digest)

    def sound(self, digest: str) -> bool:
        """Whether a blob is there with its right bytes."""
        return self._blobs.sound(digest)

    def _decoder(self, type_: type[T]) -> Decoder[tuple[T]]:
        decoder = self._decoders.get(type_)
        if decoder is None:
            decoder = self._decoders[type_] = Decoder(tuple[type_])  # type: ignore[valid-type]
        return decoder

    def _pack(self, kind: str) -> Pack:
        pack = self._packs.get(kind)
        if pack is None:
            if not _KIND.fullmatch(kind):
                raise ValueError(f"'{kind}' is no name for a kind of records")
            pack = self._packs[kind] = load_pack(self._folder / f"{kind}.pack")
        return pack

    def _write_packs(self, *, prune: bool, sweep: bool) -> None:
        dropped: list[bytes] = []
        for kind, pack in sorted(self._packs.items()):
            gone = pack.close(self._folder / f"{kind}.pack", prune=prune)
            if kind.startswith(_INDEX):
                dropped += gone
                sweep = sweep or pack.lost
        if not (dropped or sweep):
            return
        wanted = set(self._wanted())
        if sweep:
            self._blobs.sweep(wanted)
        for blob in self._named(dropped):
            if blob.digest not in wanted:
                self._blobs.drop(blob.digest)

    def _wanted(self) -> Iterator[str]:
        for file in sorted(self._folder.glob(f"{_INDEX}*.pack")):
            pack = self._pack(file.stem)
            for blob in self._named(value for _, value in pack.rows.values()):
                yield blob.digest

    def _named(self, values: Iterable[bytes]) -> Iterator[Blob]:
        decoder = self._decoder(Blob)
        for value in values:
            named = _decoded(value, decoder)
            if named is not None:
                yield named[0]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Bytes under keys within a store."""

    store: Store
    kind: str

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key, exactly as they were put, None if there are none."""
        return self.store.recall(self.kind, key, bytes)

    def put(self, key: str, value: bytes) -> None:
        """Keep bytes under a key."""
        self.store.record(self.kind, key, value)


def _decoded(packed: bytes | None, decoder: Decoder[tuple[T]]) -> tuple[T] | None:
    if packed is None:
        return None
    try:
        return decoder.decode(packed)
    except (ValueError, TypeError):
        return None


def _busy(folder: Path) -> Finding:
    return Finding(
        "RL501",
        Severity.ERROR,
        f"another build is at work in {folder.parent}",
        help="wait until it has ended, then build again",
    )


def _unwritable(folder: Path, error: OSError) -> Finding:
    cause = error.strerror or type(error).__name__
    return Finding(
        "RL502",
        Severity.ERROR,
        f"the cache {folder} cannot be written: {cause}",
        help="make room or give yourself the right to write there, or delete the folder",
    )
