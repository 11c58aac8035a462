"""Publishing: the new tree is staged beside the old one and takes its place by renaming.

Files that did not change are linked from the old tree into the new one after their bytes were
hashed again. Hashing finds every edit made in the output by hand. A link costs a third of
writing the file and leaves the disk in peace; and since the old tree is deleted in the end, no
file stays shared with anything that somebody could edit.

Nothing waits for the disk. What a power cut leaves empty has another size than the manifest says,
so the next build makes it again.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from runlift_site.build.blobs import Blob
from runlift_site.build.manifest import KEPT_NAME, NAME, Manifest, beside, read_manifest
from runlift_site.build.paths import fault_of
from runlift_site.diagnostics.model import Finding, Refused, Severity

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_READ_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK

STEPS = ("begun", "written", "staged", "set aside", "swapped", "discarding", "done")
"""Steps of publishing over an older tree, told as each is reached."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What is to be published.

    Attributes:
        files: Each file's bytes, by path.
        tool: Digest of the program.
        inputs: Digest of everything the tree was made from, the program included, which
            ``current_manifest`` compares.
        said: The findings of the build, counted in words.
    """

    files: Mapping[str, Blob]
    tool: str
    inputs: str
    said: str = ""

    def listed(self) -> dict[str, tuple[str, int]]:
        """Digest and size of each file, as the manifest has them."""
        return {path: (blob.digest, blob.size) for path, blob in self.files.items()}


@dataclass(frozen=True, slots=True)
class Changes:
    """How a published tree differs from the one before it; paths are sorted."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


class Published:
    """What is published now, believed only as far as it was hashed again."""

    def __init__(self, destination: Path) -> None:
        self.destination = destination
        known = read_manifest(destination)
        self.files: Mapping[str, tuple[str, int]] = known.files if known else {}
        self._root = str(destination)
        self._stamps: dict[str, tuple[int, int, int] | None] = {}
        self._folders: dict[str, bool] = {"": True}

    def holds(self, path: str, digest: str) -> bool:
        """Whether the published file at this path has exactly these bytes and our mode."""
        listed = self.files.get(path)
        if listed is None or listed[0] != digest:
            return False
        if path not in self._stamps:
            self.read(path)
        return self._stamps[path] is not None

    def read(self, path: str) -> bytes | None:
        """Bytes of a published file, None if they are not those that were published."""
        digest, size = self.files[path]
        self._stamps[path] = None
        if not self._real(path.rpartition("/")[0]):
            return None
        try:
            descriptor = os.open(f"{self._root}/{path}", _READ_FLAGS)
            try:
                state = os.fstat(descriptor)
                data = os.read(descriptor, size + 1) if _ours(state, size) else b""
            finally:
                os.close(descriptor)
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() != digest or not _ours(state, size):
            return None
        self._stamps[path] = _stamp(state)
        return data

    def link(self, path: str, target: str) -> bool:
        """Link a file that is held to a new place; False if that is impossible here."""
        try:
            os.link(f"{self._root}/{path}", target, follow_symlinks=False)
        except OSError:
            return False
        # Between hashing and linking lies the making of all sheets. An edit in that time shows.
        if _stamp(os.lstat(target)) == self._stamps[path]:
            return True
        os.unlink(target)  # noqa: PTH108
        return False

    def _real(self, folder: str) -> bool:
        """Whether a folder is one, all the way down, and not a link to somewhere else."""
        known = self._folders.get(folder)
        if known is None:
            known = self._real(folder.rpartition("/")[0])
            try:
                known = known and stat.S_ISDIR(os.lstat(f"{self._root}/{folder}").st_mode)
            except OSError:
                known = False
            self._folders[folder] = known
        return known


def open_published(destination: Path) -> Published:
    """Look at what is published now, after clearing up what a crash may have left.

    Call it while the store is locked: another build in the middle of its swap looks like a crash.

    Raises:
        Refused: The folder holds something that is not ours to replace, or cannot be read.
    """
    try:
        destination = Path(os.path.realpath(destination))
        repair(destination)
        finding = _foreign(destination)
    except OSError as error:
        raise Refused([_unwritable(destination, error)]) from error
    if finding is not None:
        raise Refused([finding])
    return Published(destination)


def repair(destination: Path) -> None:
    """Bring a folder back to a whole tree after publishing was cut off at any point.

    Raises:
        OSError: Something cannot be renamed or deleted.
    """
    stage, aside, trash = beside(destination)
    if os.path.lexists(aside):
        if not os.path.lexists(destination) or _is_empty(destination):
            aside.rename(destination)
        else:
            _remove(trash)
            aside.rename(trash)
    _remove(stage)
    _remove(trash)


def publish(
    tree: Tree,
    read: Callable[[str], bytes | None],
    published: Published,
    at_step: Callable[[str], None] = lambda _: None,
) -> Changes:
    """Put a whole tree in the place of what is published now.

    Args:
        tree: What to publish.
        read: Gives the bytes of a digest, None if it cannot.
        published: What is there now, from ``open_published``; it is out of date afterwards.
        at_step: Told each of ``STEPS`` as it is reached.

    Raises:
        Refused: The tree could not be written; what was published before is still there.
    """
    destination = published.destination
    try:
        try:
            _stage(tree, read, published, at_step)
            _swap(destination, at_step)
        except BaseException:
            repair(destination)
            raise
    except OSError as error:
        raise Refused([_unwritable(destination, error)]) from error
    with suppress(OSError):  # what cannot be deleted now is met by the next build's repair
        _remove(beside(destination)[2])
    at_step("done")
    return _changes(published.files, tree.listed())


def _stage(
    tree: Tree,
    read: Callable[[str], bytes | None],
    published: Published,
    at_step: Callable[[str], None],
) -> None:
    destination = published.destination
    stage = beside(destination)[0]
    destination.parent.mkdir(parents=True, exist_ok=True)
    stage.mkdir()
    stage.chmod(_FOLDER_MODE)
    at_step("begun")
    root = str(stage)
    folders = {""}
    for path, blob in sorted(tree.files.items()):
        fault = fault_of(path)
        if fault is not None:
            raise ValueError(f"'{path}' cannot be published: {fault}")
        _make_folder(root, path.rpartition("/")[0], folders)
        target = f"{root}/{path}"
        held = published.holds(path, blob.digest)
        if held and published.link(path, target):
            continue
        data = published.read(path) if held else None
        if data is None:
            data = read(blob.digest)
        if data is None:
            raise Refused([_vanished(path)])
        _write_file(target, data)
    kept = destination / KEPT_NAME
    if kept.is_file() and not kept.is_symlink():
        _write_file(f"{root}/{KEPT_NAME}", kept.read_bytes())
    at_step("written")
    manifest = Manifest(tree.tool, tree.inputs, tree.listed(), tree.said)
    _write_file(f"{root}/{NAME}", manifest.to_bytes())
    at_step("staged")


def _swap(destination: Path, at_step: Callable[[str], None]) -> None:
    stage, aside, trash = beside(destination)
    replaces = os.path.lexists(destination)
    if replaces:
        destination.rename(aside)
    at_step("set aside")
    stage.rename(destination)
    at_step("swapped")
    if replaces:
        # A tree in the middle of its deletion must never pass for one that can be put back.
        aside.rename(trash)
    at_step("discarding")


def _foreign(destination: Path) -> Finding | None:
    """A finding if a folder holds something that a build did not put there."""
    if not os.path.lexists(destination):
        return None
    if not destination.is_dir():
        return _refusal(f"{destination} is a file, not a folder")
    names = {entry.name for entry in destination.iterdir()} - {KEPT_NAME}
    if names and NAME not in names:
        return _refusal(f"{destination} holds files that did not come from a build")
    if ".git" in names:
        return _refusal(f"{destination} is a git working copy, which a build would delete")
    return None


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _make_folder(root: str, folder: str, made: set[str]) -> None:
    if folder not in made:
        _make_folder(root, folder.rpartition("/")[0], made)
        os.mkdir(f"{root}/{folder}", _FOLDER_MODE)  # noqa: PTH102
        os.chmod(f"{root}/{folder}", _FOLDER_MODE)  # noqa: PTH101
        made.add(folder)


def _write_file(target: str, data: bytes) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
    try:
        os.fchmod(descriptor, _FILE_MODE)  # whatever the umask took away
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def _ours(state: os.stat_result, size: int) -> bool:
    return (
        stat.S_ISREG(state.st_mode)
        and stat.S_IMODE(state.st_mode) == _FILE_MODE
        and state.st_nlink == 1
        and state.st_size == size
    )


def _stamp(state: os.stat_result) -> tuple[int, int, int]:
    return (state.st_ino, state.st_size, state.st_mtime_ns)


def _changes(
    before: Mapping[str, tuple[str, int]], after: Mapping[str, tuple[str, int]]
) -> Changes:
    changed = tuple(sorted(p for p in after if p in before and before[p] != after[p]))
    added = tuple(sorted(after.keys() - before.keys()))
    removed = tuple(sorted(before.keys() - after.keys()))
    return Changes(added, changed, removed, len(after) - len(added) - len(changed))


def _refusal(message: str) -> Finding:
    return Finding(
        "RL521",
        Severity.ERROR,
        message,
        help="choose another --destination, or move what lies there out of the way",
    )


def _unwritable(destination: Path, error: OSError) -> Finding:
    cause = error.strerror or type(error).__name__
    where = f" ({error.filename})" if error.filename else ""
    return Finding("RL522", Severity.ERROR, f"{destination} cannot be written: {cause}{where}")


def _vanished(path: str) -> Finding:
    return Finding(
        "RL503",
        Severity.ERROR,
        f"the cache lost {path} while the build was at work",
        help="build again",
    )
