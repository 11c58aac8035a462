"""A pack: all records of a kind in one file, to which every build adds a segment.

A segment is a length, a checksum and its records, so that adding one record to thousands costs as
much as the record. Whatever follows a damaged segment is lost, which is only a miss. Now and then
the file is written anew, without what nobody has used for long.
"""

import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import DecodeError
from msgspec.msgpack import Decoder, Encoder

from runlift_site.build.blobs import write_whole

KEEP_BUILDS = 10
"""How many builds that added something of a kind an unused entry of that kind outlives at least.

Builds that add nothing do not count, nor do builds that leave a kind alone: a week of builds
without PDFs must not cost the PDFs.
"""
MOST_SEGMENTS = 8
"""A file of more segments is written anew."""

_MAGIC = b"RLP2"
_HEAD = struct.Struct("<4sII")
_ENCODER = Encoder()
Row = tuple[int, bytes]
"""One record: the pack's count at its last known use, and the value."""
_DECODER = Decoder(tuple[int, dict[str, Row]])


@dataclass(slots=True)
class Pack:
    """The records of a kind.

    Attributes:
        count: How many builds added or dropped records.
        rows: The records by their keys.
        lost: The file was missing or damaged.
    """

    count: int = 0
    rows: dict[str, Row] = field(default_factory=dict)
    lost: bool = False
    _segments: int = 0
    _sound_end: int = 0
    _fresh: dict[str, Row] = field(default_factory=dict)
    _dropped: bool = False
    _used: set[str] = field(default_factory=set)

    def get(self, key: str) -> bytes | None:
        """A value, None if it is not there; it counts as used."""
        row = self.rows.get(key)
        if row is None:
            return None
        self._used.add(key)
        return row[1]

    def put(self, key: str, value: bytes) -> None:
        """Add or replace a record."""
        self.rows[key] = self._fresh[key] = (self.count + 1, value)
        self._used.add(key)

    def keep_only(self, wanted: Callable[[str], bool]) -> None:
        """Drop the records whose keys are not wanted; the others count as used."""
        for key in list(self.rows):
            if wanted(key):
                self._used.add(key)
            else:
                del self.rows[key]
                self._fresh.pop(key, None)
                self._dropped = True

    def close(self, file: Path, *, prune: bool) -> list[bytes]:
        """Bring the file up to date if anything changed; give the values that grew too old."""
        if not self._fresh and not self._dropped:
            return []
        self.count += 1
        if self._dropped or self.lost or self._segments >= MOST_SEGMENTS:
            return self._write_anew(file, prune=prune)
        with file.open("r+b") as stream:
            stream.seek(self._sound_end)
            self._sound_end += stream.write(_segment(self.count, self._fresh))
            stream.truncate()
        self._segments += 1
        self._fresh.clear()
        return []

    def _write_anew(self, file: Path, *, prune: bool) -> list[bytes]:
        kept: dict[str, Row] = {}
        old: list[bytes] = []
        for key, (marked, value) in self.rows.items():
            used = self.count if key in self._used else min(marked, self.count)
            if prune and self.count - used >= KEEP_BUILDS:
                old.append(value)
            else:
                kept[key] = (used, value)
        data = _segment(self.count, kept)
        write_whole(file, data)
        self.rows = kept
        self._segments, self._sound_end, self.lost = 1, len(data), False
        self._fresh.clear()
        self._dropped = False
        return old


def load_pack(file: Path) -> Pack:
    """Read a pack; one that is missing or damaged comes back with ``lost`` set."""
    pack = Pack(lost=True)
    with suppress(OSError):
        content = memoryview(file.read_bytes())
        end = 0
        while end < len(content):
            found = _read_segment(content, end)
            if found is None:
                return pack
            end, count, rows = found
            pack.rows.update(rows)
            pack.count = max(pack.count, count)
            pack._segments += 1
            pack._sound_end = end
        pack.lost = end == 0
    return pack


def _segment(count: int, rows: dict[str, Row]) -> bytes:
    body = _ENCODER.encode((count, rows))
    return _HEAD.pack(_MAGIC, len(body), zlib.crc32(body)) + body


def _read_segment(content: memoryview, start: int) -> tuple[int, int, dict[str, Row]] | None:
    """End, count and rows of the segment at an offset; None if it is damaged."""
    begin = start + _HEAD.size
    if begin > len(content):
        return None
    magic, length, check = _HEAD.unpack(content[start:begin])
    body = content[begin : begin + length]
    if magic != _MAGIC or len(body) != length or zlib.crc32(body) != check:
        return None
    try:
        count, rows = _DECODER.decode(body)
    except (DecodeError, ValueError):
        return None
    return begin + length, count, rows
