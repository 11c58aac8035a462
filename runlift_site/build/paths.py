"""Paths of outputs: what may be one, and that each has a single owner."""

import re
import unicodedata

from runlift_site.build import manifest
from runlift_site.diagnostics.model import Finding, Severity

_LONGEST_NAME = 255
"""Bytes of one file name, the limit of the common file systems."""

_RESERVED = {manifest.NAME, manifest.KEPT_NAME, ".git"}

_NAME = r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}"
_PLAIN = re.compile(f"{_NAME}(?:/{_NAME})*")
"""Nearly every path; these need no closer look."""


def fault_of(path: str) -> str | None:
    """Why a path cannot be published, None if it can."""
    if _PLAIN.fullmatch(path):
        return None
    if not path.isprintable():
        return "it contains a control character or another one that cannot be printed"
    names = path.split("/")
    faults = (
        ("\\" in path, "it contains a backslash"),
        (path.startswith("/"), "it is absolute"),
        (not {"", ".", ".."}.isdisjoint(names), "it contains an empty name, '.' or '..'"),
        (names[0].lower() in _RESERVED, f"'{names[0]}' is reserved"),
        (
            any(len(name.encode()) > _LONGEST_NAME for name in names),
            f"it contains a name of more than {_LONGEST_NAME} bytes",
        ),
    )
    return next((text for wrong, text in faults if wrong), None)


class Owners:
    """Which group owns which path.

    Two paths that differ in upper and lower case, or in the way an accent is written, are one
    file on many hosts and count as the same. So do a file and a folder of the same name.
    """

    def __init__(self) -> None:
        self._files: dict[str, tuple[str, str]] = {}
        self._folders: dict[str, tuple[str, str]] = {}

    def claim(self, path: str, group: str) -> Finding | None:
        """Give a path to a group; a finding if it cannot have it."""
        fault = fault_of(path)
        if fault is not None:
            return Finding(
                "RL512", Severity.ERROR, f"{group} wants to publish '{path}', but {fault}"
            )
        mine = (path, group)
        folded = _folded(path)
        other = self._files.setdefault(folded, mine)
        if other is mine:
            other = self._folders.get(folded, mine)
        place = folded.find("/")
        while other is mine and place >= 0:
            folder = folded[:place]
            self._folders.setdefault(folder, mine)
            other = self._files.get(folder, mine)
            place = folded.find("/", place + 1)
        return None if other is mine else _clash(mine, other)


def _folded(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", path).casefold()


def _clash(mine: tuple[str, str], other: tuple[str, str]) -> Finding:
    (path, group), (other_path, other_group) = mine, other
    groups = f"{other_group} and {group}" if group != other_group else f"{group} twice"
    paths = f"'{path}'" if path == other_path else f"'{other_path}' and '{path}'"
    return Finding(
        "RL511",
        Severity.ERROR,
        f"{paths}: one path, but wanted by {groups}",
        help="each path has one owner; upper and lower case count as the same",
    )
