"""Sites with mistakes: the small site with something laid over it.

Each folder in ``tests/sites/broken`` is one of them. Its files are laid over the small site as they
are. ``case.toml`` says what is wrong, and what else is done to the site: ``edit`` replaces a text
in a file, ``remove`` deletes files, ``link`` makes symbolic links. ``expected.txt`` is what a build
says of it.
"""

import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.pipeline.site import ROOT, SmallSite

FOLDER = ROOT / "tests/sites/broken"
EXPECTED = "expected.txt"
CASE = "case.toml"


@dataclass(frozen=True)
class BrokenSite:
    """One of them."""

    name: str

    @property
    def folder(self) -> Path:
        return FOLDER / self.name

    @property
    def case(self) -> dict[str, Any]:
        return tomllib.loads((self.folder / CASE).read_text(encoding="utf-8"))

    @property
    def is_told_by_check(self) -> bool:
        """Whether it can be known without drawing anything."""
        return bool(self.case.get("told_by_check", True))

    def lay_over(self, site: SmallSite) -> None:
        case = self.case
        ignored = shutil.ignore_patterns(CASE, EXPECTED)
        shutil.copytree(self.folder, site.root, ignore=ignored, dirs_exist_ok=True)
        for edit in case.get("edit", ()):
            site.edit(edit["file"], edit["old"], edit["new"])
        for path in case.get("remove", ()):
            site.file(path).unlink()
        for path, target in case.get("link", {}).items():
            site.file(path).symlink_to(target)


BROKEN = tuple(BrokenSite(folder.name) for folder in sorted(FOLDER.iterdir()))
