"""What a published file is made of, and why it was rebuilt."""

from pathlib import Path

from runlift_site.build.explain import explain, render_explanation
from runlift_site.build.inputs import tool_digest
from runlift_site.build.manifest import read_manifest
from runlift_site.build.store import Store
from runlift_site.project import PACKAGE, Project


def explained(project: Project, path: str) -> str | None:
    """Say what a published file is made of; None if the store knows nothing of it.

    Waits while a build is at work.

    Args:
        project: Where the site is.
        path: Path of the file in the published folder.

    Raises:
        Refused: The store cannot be opened.
    """
    with Store(project.cache, tool=tool_digest(PACKAGE), on_wait=lambda: None) as store:
        found = explain(store, path)
        return render_explanation(found) if found is not None else None


def published_path(project: Project, name: str) -> str:
    """The path in the published folder that somebody means who names a file.

    It may be said from where they stand, with the folder's name in front, or as it is published.
    """
    published = project.destination.resolve()
    for file in (Path(name).resolve(), (project.root / name).resolve()):
        if file.is_relative_to(published):
            return file.relative_to(published).as_posix()
    return name.removeprefix("./")


def published_paths(project: Project) -> tuple[str, ...]:
    """Every path that is published now."""
    manifest = read_manifest(project.destination)
    return tuple(manifest.files) if manifest is not None else ()
