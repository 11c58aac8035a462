"""The manifest: what a published folder holds and what it was made from.

This is read before anything else in a build, so it imports nothing that takes time.
"""

import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path

NAME = ".runlift-manifest.json"
KEPT_NAME = ".gitkeep"
"""A file in the root of the folder that is none of ours and stays."""

_VERSION = 1


class Manifest:
    """What a published folder is said to hold.

    Attributes:
        tool: Digest of the program that made it.
        inputs: Digest of everything it was made from, the program included.
        files: Digest and size of each file by its path, the manifest itself not among them.
        said: The findings of that build, counted in words; empty if there were none.
    """

    __slots__ = ("files", "inputs", "said", "tool")

    def __init__(
        self, tool: str, inputs: str, files: Mapping[str, tuple[str, int]], said: str = ""
    ) -> None:
        self.tool = tool
        self.inputs = inputs
        self.files = files
        self.said = said

    def to_bytes(self) -> bytes:
        """The manifest as a file: one line a path, sorted, without dates."""
        rows = [json.dumps([path, *self.files[path]]) for path in sorted(self.files)]
        head = f'{{"version": {_VERSION}, "tool": {json.dumps(self.tool)}, '
        head += (
            f'"inputs": {json.dumps(self.inputs)}, "said": {json.dumps(self.said)}, "files": [\n'
        )
        return (head + ",\n".join(rows) + "\n]}\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a published folder, None if there is none that can be understood."""
    try:
        record = json.loads((folder / NAME).read_bytes())
        if record["version"] != _VERSION:
            return None
        files = {str(path): (str(digest), int(size)) for path, digest, size in record["files"]}
        return Manifest(str(record["tool"]), str(record["inputs"]), files, str(record["said"]))
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def beside(destination: Path) -> tuple[Path, Path, Path]:
    """Where a new tree is staged, the old one is set aside, and what to delete is put."""
    name = destination.name
    return (
        destination.with_name(f".{name}.runlift-new"),
        destination.with_name(f".{name}.runlift-old"),
        destination.with_name(f".{name}.runlift-trash"),
    )


def is_cut_off(destination: Path) -> bool:
    """Whether publishing was cut off here and left something to clear up."""
    return any(os.path.lexists(path) for path in beside(Path(os.path.realpath(destination))))


def current_manifest(destination: Path, input_digest: str) -> Manifest | None:
    """The manifest of a folder that was published from these inputs and still looks as it did then.

    Each file is there with its size and nothing was added. Bytes are not read: an edit in place
    that keeps the size is found when the next real build checks what it can take over.
    """
    manifest = read_manifest(destination)
    if (
        manifest is None
        or manifest.inputs != input_digest
        or not _is_whole(destination, manifest.files)
    ):
        return None
    return manifest


def _is_whole(destination: Path, files: Mapping[str, tuple[str, int]]) -> bool:
    folders = {path[:end] for path in files for end in _slashes(path)}
    waiting = [""]
    seen = 0
    try:
        while waiting:
            prefix = waiting.pop()
            with os.scandir(os.path.join(destination, prefix)) as entries:  # noqa: PTH118
                for entry in entries:
                    path = prefix + entry.name
                    if path in (NAME, KEPT_NAME):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        if path not in folders:
                            return False
                        waiting.append(path + "/")
                        continue
                    state = entry.stat(follow_symlinks=False)
                    listed = files.get(path)
                    if listed is None or listed[1] != state.st_size:
                        return False
                    if not stat.S_ISREG(state.st_mode):
                        return False
                    seen += 1
    except OSError:
        return False
    return seen == len(files)


def _slashes(path: str) -> list[int]:
    return [place for place, character in enumerate(path) if character == "/"]
