"""Files: every source file is found, read and hashed once."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from errno import ELOOP
from io import FileIO
from pathlib import Path

from runlift_site.diagnostics.model import Finding, Place, Refused, Severity
from runlift_site.source.text import MAX_BYTES, too_large

_TEXT_SUFFIXES = (".yaml", ".yml", ".md")
# vim writes a file of this name to try whether the folder can be written to.
_VIM_PROBE = "4913"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was when it was read.

    Attributes:
        path: Path relative to the project folder, with forward slashes.
        data: Its bytes.
        digest: SHA-256 of the bytes, in hexadecimal digits.
    """

    path: str
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The files below a folder.

    Attributes:
        files: By path, in sorted order; none if the folder is missing.
        findings: A finding for each file that cannot be used.
    """

    files: Mapping[str, SourceFile]
    findings: tuple[Finding, ...] = ()


def read_tree(root: Path, folder: str, *, suffixes: frozenset[str] | None = None) -> Tree:
    """Read every file below a folder.

    Hidden files and folders and what editors leave behind are passed over. Links are followed, but
    no folder is read twice.

    Args:
        root: The project folder.
        folder: Path of the folder relative to it, with forward slashes.
        suffixes: Endings such as ``.yaml`` to read; files with others are passed over.
    """
    if not os.path.lexists(root / folder):
        return Tree({})
    walk = _Walk(os.fspath(root), suffixes)
    walk.read(folder)
    return Tree(dict(sorted(walk.files.items())), tuple(walk.findings))


def read_file(root: Path | str, path: str) -> SourceFile:
    """Read one file.

    Args:
        root: The project folder.
        path: Path relative to it, with forward slashes.

    Raises:
        Refused: if it cannot be read, or is a text file that is too large.
    """
    try:
        with FileIO(f"{os.fspath(root)}/{path}") as file:
            if path.endswith(_TEXT_SUFFIXES) and os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise Refused([too_large(path, MAX_BYTES)])
            data = file.readall()
    except OSError as error:
        raise Refused([_unreadable(path, error)]) from None
    return SourceFile(path, data, hashlib.sha256(data).hexdigest())


class _Walk:
    """A walk through a folder.

    Attributes:
        files: What was read so far.
        findings: What could not be.
    """

    def __init__(self, root: str, suffixes: frozenset[str] | None) -> None:
        self.files: dict[str, SourceFile] = {}
        self.findings: list[Finding] = []
        self._root = root
        self._suffixes = suffixes
        self._known: set[tuple[int, int]] = set()
        self._folders: list[str] = []
        # Linked folders wait until all real ones are known, so that a link that leads back into
        # the tree is what gets reported, wherever it stands.
        self._links: list[str] = []

    def read(self, folder: str) -> None:
        """Read everything below a folder."""
        self._folders.append(folder)
        while self._folders or self._links:
            path = self._folders.pop() if self._folders else self._links.pop(0)
            try:
                self._read_folder(path)
            except OSError as error:
                self.findings.append(_unreadable(path, error))

    def _read_folder(self, folder: str) -> None:
        with os.scandir(f"{self._root}/{folder}") as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
        status = (Path(self._root) / folder).stat()
        identity = (status.st_dev, status.st_ino)
        if identity in self._known:
            self._report("RL104", "the link leads to a folder that is read already", folder)
            return
        self._known.add(identity)
        for entry in listed:
            name = entry.name
            if name.startswith(".") or name == _VIM_PROBE or name.endswith("~"):
                continue
            if name.startswith("#") and name.endswith("#"):
                continue
            path = f"{folder}/{name}"
            try:
                self._read_entry(entry, path)
            except OSError as error:
                self.findings.append(_unreadable(path, error))
            except Refused as refused:
                self.findings.extend(refused.findings)

    def _read_entry(self, entry: os.DirEntry[str], path: str) -> None:
        if not entry.name.isprintable():
            self._report("RL103", "the file name holds characters that cannot be used", path)
        elif entry.is_dir(follow_symlinks=False):
            self._folders.append(path)
        elif entry.is_dir():
            self._links.append(path)
        elif self._suffixes is not None and not self._is_wanted(entry.name):
            return
        elif entry.is_file():
            self.files[path] = read_file(self._root, path)
        elif entry.is_symlink():
            self._report("RL104", "the link leads nowhere", path)
        else:
            self._report("RL105", "this is neither a file nor a folder", path)

    def _is_wanted(self, name: str) -> bool:
        dot = name.rfind(".")
        return dot > 0 and self._suffixes is not None and name[dot:] in self._suffixes

    def _report(self, code: str, message: str, path: str) -> None:
        help = "rename it" if code == "RL103" else "remove it"
        self.findings.append(Finding(code, Severity.ERROR, message, _start_of(path), help))


def _unreadable(path: str, error: OSError) -> Finding:
    place = _start_of(path)
    if error.errno == ELOOP:
        return Finding("RL104", Severity.ERROR, "the link leads to itself", place, "remove it")
    reason = (error.strerror or "input error").lower()
    return Finding("RL101", Severity.ERROR, f"it cannot be read: {reason}", place)


def _start_of(path: str) -> Place:
    from runlift_site.diagnostics.display import visible  # few runs have a file to complain of

    return Place(visible(path), 1, 1)
