"""Where things are: the folders of a site, found from where the author stands."""

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


class NoProject(Exception):
    """No site was found from here upwards."""


@dataclass(frozen=True, slots=True)
class Project:
    """Folders of one site.

    Attributes:
        root: The folder that holds ``content/``.
        destination: Where the site is published.
    """

    root: Path
    destination: Path

    @property
    def content(self) -> Path:
        """What authors write."""
        return self.root / "content"

    @property
    def cache(self) -> Path:
        """What builds remember; safe to delete at any time."""
        return self.root / ".runlift"


def find_project(start: Path = Path(), destination: Path | None = None) -> Project:
    """Find the site that a folder belongs to.

    Args:
        start: Where to look first; its parents follow.
        destination: Where to publish, if not ``output/`` in the site's folder.

    Raises:
        NoProject: If neither the folder nor a parent holds ``content/site.yaml``.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "content" / "site.yaml").is_file():
            return Project(folder, (destination or folder / "output").absolute())
    raise NoProject(str(start))


def packaged_templates() -> Path:
    """The templates that come with the program: in the package, or beside it in a checkout."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"
