"""The small site of the tests, with the things one does to a site."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from runlift_site.pipeline.build import Outcome, build, check
from runlift_site.pipeline.options import Options
from runlift_site.project import Project, packaged_templates

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/sites/small"


@dataclass(frozen=True)
class SmallSite:
    """A site in a folder of its own."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def project(self) -> Project:
        return Project(self.root, self.output)

    def build(self, options: Options | None = None) -> Outcome:
        return build(self.project, options or Options())

    def check(self, options: Options | None = None) -> Outcome:
        return check(self.project, options or Options())

    def file(self, path: str) -> Path:
        return self.root / path

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file; the test is wrong if it is not there."""
        file = self.file(path)
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new), encoding="utf-8")

    def own_template(self, name: str) -> Path:
        """Copy a packaged template into the site, where it takes the packaged one's place."""
        target = self.root / "templates" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(packaged_templates() / name, target)
        return target

    def tree(self) -> dict[str, bytes]:
        """Every published file with its bytes, the manifest included."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in sorted(self.output.rglob("*"))
            if path.is_file()
        }

    def clean_copy(self, root: Path) -> "SmallSite":
        """The same sources in a fresh folder, with nothing built.

        The cut fonts come along: they depend on nothing in the site and take seconds to make.
        """
        ignored = shutil.ignore_patterns("output", ".runlift")
        shutil.copytree(self.root, root, ignore=ignored)
        (root / ".runlift").mkdir()
        shutil.copy(self.root / ".runlift/fonts.pack", root / ".runlift/fonts.pack")
        return SmallSite(root)


def small_site(root: Path) -> SmallSite:
    """Write the small site into a folder, with the interface words of the shipped one."""
    shutil.copytree(SMALL, root)
    strings = root / "content/strings"
    strings.mkdir(exist_ok=True)
    shutil.copy(ROOT / "content/strings/en.yaml", strings / "en.yaml")
    return SmallSite(root)
