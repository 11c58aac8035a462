"""Kinds of content files: where they lie, and the model that each of them is read with.

A model is imported when the first file of its kind has to be read: a build in which one exercise
changed has no use for plans and guides.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of content file.

    Attributes:
        name: What authors call it.
        folder: Where its files lie, ending in a slash; the whole path for a single file.
        ending: Ending of its files; empty for a single file.
        module: Module of its model.
        class_name: Name of its model.
    """

    name: str
    folder: str
    ending: str
    module: str
    class_name: str

    def model(self) -> "type[BaseModel]":
        """The model of its records."""
        found: type[BaseModel] = getattr(import_module(self.module), self.class_name)
        return found

    def file_of(self, name: str) -> str:
        """Path of the record with an id."""
        return f"{self.folder}{name}{self.ending}"

    def stem_of(self, path: str) -> str | None:
        """The id that a path of this kind would have, None if it is not of this kind."""
        rest = path.removeprefix(self.folder)
        if rest == path or "/" in rest or not path.endswith(self.ending):
            return None
        name = path.rpartition("/")[2]
        return name.rpartition(".")[0] or name


_TRAINING = "runlift_site.training"
EXERCISE = Kind("exercise", "content/exercises/", ".yaml", f"{_TRAINING}.exercise", "Exercise")
ROUTINE = Kind("routine", "content/routines/", ".yaml", f"{_TRAINING}.routine", "Routine")
PLAN = Kind("plan", "content/plans/", ".yaml", f"{_TRAINING}.plan", "PlanTemplate")
GUIDE = Kind("guide", "content/guides/", ".md", f"{_TRAINING}.guide", "GuideHead")
SETTINGS = Kind("settings", "content/site.yaml", "", "runlift_site.settings", "Settings")
BIBLIOGRAPHY = Kind(
    "bibliography", "content/bibliography.yaml", "", f"{_TRAINING}.guide", "Bibliography"
)

FOLDERS = (EXERCISE, ROUTINE, PLAN, GUIDE)
"""Kinds with any number of files."""
SINGLE = (SETTINGS, BIBLIOGRAPHY)
"""Kinds with one file."""
