"""What a published file is made of, and why it was rebuilt."""

from runlift_site.build.explain import explain, render_explanation
from runlift_site.build.inputs import tool_digest
from runlift_site.build.store import Store
from runlift_site.project import PACKAGE, Project


def explained(project: Project, path: str) -> str | None:
    """Say what a published file is made of; None if the store knows nothing of it.

    Args:
        project: Where the site is.
        path: Path of the file in the published folder.

    Raises:
        Refused: The store is in use by another build.
    """
    with Store(project.cache, tool=tool_digest(PACKAGE)) as store:
        found = explain(store, path)
        return render_explanation(found) if found is not None else None
