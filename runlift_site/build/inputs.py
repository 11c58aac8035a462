"""Everything that decides what is published, read once, with one digest over all of it.

Imports nothing heavy: a build with nothing to do ends here.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from runlift_site.diagnostics.model import Finding
from runlift_site.source.files import SourceFile, read_tree

CONTENT_SUFFIXES = frozenset({".yaml", ".yml", ".md"})
TEMPLATE_SUFFIXES = frozenset({".html", ".css", ".js", ".svg", ".txt", ".xml"})


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a build reads.

    Attributes:
        content: Files below ``content/`` by path.
        templates: Template and asset files by their path below ``templates/``; a site's own file
            takes the place of the packaged one.
        tool: Digest of the program and of the versions of everything installed beside it.
        digest: Digest of all inputs, the program and the options together.
        findings: Files that cannot be used.
    """

    content: Mapping[str, SourceFile]
    templates: Mapping[str, SourceFile]
    tool: str
    digest: str
    findings: tuple[Finding, ...] = ()


def read_inputs(
    root: Path, packaged: Path, program: Path, options: Iterable[tuple[str, str]]
) -> Inputs:
    """Read and hash all inputs of a site.

    Args:
        root: The project folder.
        packaged: Folder of the templates that come with the program.
        program: Folder of the program's own source.
        options: Name and value of every option that changes what is published.
    """
    content = read_tree(root, "content", suffixes=CONTENT_SUFFIXES)
    own = root / "templates"
    folders = [packaged] if packaged == own else [packaged, own]
    trees = [
        read_tree(folder.parent, folder.name, suffixes=TEMPLATE_SUFFIXES) for folder in folders
    ]
    templates = {
        path.removeprefix(f"{folder.name}/"): file
        for folder, tree in zip(folders, trees, strict=True)
        for path, file in tree.files.items()
    }
    tool = tool_digest(program)
    whole = hashlib.sha256(tool.encode())
    for name, value in sorted(options):
        whole.update(f"option\0{name}\0{value}\n".encode())
    for kind, files in (("content", content.files), ("template", templates)):
        for path in sorted(files):
            whole.update(f"{kind}\0{path}\0{files[path].digest}\n".encode())
    findings = (*content.findings, *(f for tree in trees for f in tree.findings))
    ordered = dict(sorted(templates.items()))
    return Inputs(content.files, ordered, tool, whole.hexdigest(), findings)


def tool_digest(program: Path) -> str:
    """Digest of the program's source and of the Python packages it runs with."""
    whole = hashlib.sha256(f"python {sys.version_info[:2]}".encode())
    start = len(os.fspath(program)) + 1
    for folder, folders, names in os.walk(program):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".py"):
                path = f"{folder}/{name}"  # every build passes here: a Path for each takes longer
                whole.update(path[start:].replace(os.sep, "/").encode() + b"\0")
                with FileIO(path) as file:
                    whole.update(hashlib.sha256(file.readall()).digest())
    for name in installed_packages():
        whole.update(f"{name}\n".encode())
    return whole.hexdigest()


def installed_packages() -> list[str]:
    """Name and version of every installed package, from the names of their folders.

    Much quicker than asking each package's metadata, and all that a digest needs.
    """
    found: set[str] = set()
    for folder in sys.path:
        if folder.endswith("site-packages"):
            with os.scandir(folder) as entries:
                found.update(e.name for e in entries if e.name.endswith(".dist-info"))
    return sorted(found)
