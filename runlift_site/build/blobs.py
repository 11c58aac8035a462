"""Blobs: bytes kept in files that are named by their digest."""

import hashlib
import os
from collections.abc import Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_READ_FLAGS = os.O_RDONLY | os.O_NOFOLLOW


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that are kept.

    Attributes:
        digest: SHA-256 of the bytes as 64 hex digits.
        size: How many bytes.
    """

    digest: str
    size: int


def blob_of(data: bytes) -> Blob:
    """Name of some bytes."""
    return Blob(hashlib.sha256(data).hexdigest(), len(data))


class Blobs:
    """A folder of blobs.

    A blob is believed only after its bytes were hashed again. So a file that was torn by a crash,
    cut off or edited is simply not there, and new blobs need no detour over a temporary file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = str(folder)
        self._shelves: set[str] = set()
        self._sound: set[str] = set()

    def put(self, data: bytes) -> Blob:
        """Keep some bytes.

        Raises:
            OSError: The file cannot be written.
        """
        blob = blob_of(data)
        if blob.digest in self._sound:
            return blob
        shelf = blob.digest[:2]
        if shelf not in self._shelves:
            (self._folder / shelf).mkdir(parents=True, exist_ok=True)
            self._shelves.add(shelf)
        file = self._folder / shelf / blob.digest[2:]
        try:
            with file.open("xb") as stream:
                stream.write(data)
        except FileExistsError:
            if not self.sound(blob.digest):
                write_whole(file, data)
        self._sound.add(blob.digest)
        return blob

    def read(self, digest: str) -> bytes | None:
        """Bytes of a blob, None if they are not there or are not what their name says."""
        try:
            descriptor = os.open(f"{self._root}/{digest[:2]}/{digest[2:]}", _READ_FLAGS)
            try:
                # One byte more than it should be: a file that grew meanwhile does not pass.
                data = os.read(descriptor, os.fstat(descriptor).st_size + 1)
            finally:
                os.close(descriptor)
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() != digest:
            return None
        self._sound.add(digest)
        return data

    def sound(self, digest: str) -> bool:
        """Whether a blob is there with its right bytes; looked at once a build."""
        return digest in self._sound or self.read(digest) is not None

    def sweep(self, wanted: Set[str]) -> None:
        """Delete every file that is not a wanted blob."""
        with suppress(OSError):
            for shelf in self._folder.iterdir():
                for file in shelf.iterdir():
                    if shelf.name + file.name not in wanted:
                        file.unlink()

    def drop(self, digest: str) -> None:
        """Delete a blob if it is there."""
        with suppress(OSError):
            (self._folder / digest[:2] / digest[2:]).unlink()


def write_whole(file: Path, data: bytes) -> None:
    """Replace a file so that a reader sees the old bytes or the new ones, never a mixture."""
    new = file.with_name(file.name + ".new")
    new.write_bytes(data)
    new.replace(file)
