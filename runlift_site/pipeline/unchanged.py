"""Whether there is anything to do: all inputs are read and hashed, and compared with what stands.

Every build begins here, so this imports nothing that takes time.
"""

from dataclasses import dataclass

from runlift_site.build.inputs import Inputs, read_inputs
from runlift_site.build.manifest import current_manifest, is_cut_off
from runlift_site.pipeline.options import Options
from runlift_site.project import PACKAGE, Project, packaged_templates


@dataclass(frozen=True, slots=True)
class Standing:
    """How a site stands to what is published.

    Attributes:
        inputs: All that decides what is published, as it was read.
        said: What the build that published just this said of its findings; None if something
            else is published.
    """

    inputs: Inputs
    said: str | None


def read_all(project: Project, options: Options) -> Inputs:
    """Read and hash everything that decides what is published."""
    return read_inputs(project.root, packaged_templates(), PACKAGE, options.deciding())


def standing(project: Project, options: Options) -> Standing:
    """Read everything and see whether it is what was published."""
    inputs = read_all(project, options)
    if inputs.findings or is_cut_off(project.destination):
        return Standing(inputs, None)
    manifest = current_manifest(project.destination, inputs.digest)
    return Standing(inputs, None if manifest is None else manifest.said)


def nothing_to_do_line(said: str, seconds: float) -> str:
    """What a build says that had nothing to do."""
    told = f"; still {said}: 'runlift check' shows them" if said else ""
    return f"Nothing to do: output is up to date ({seconds:.2f} s{told})"
