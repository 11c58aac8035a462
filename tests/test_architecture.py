"""The shape of the code: who may import whom, one door per library, no clock in the core.

Each room is a folder or a module right inside ``runlift_site``. Every import counts, also one
inside a function or under ``TYPE_CHECKING``.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "runlift_site"

# Room -> what it may import of ours; "training.fields" means that module alone.
ARROWS = {
    "diagnostics": (),
    "project": (),
    "source": ("diagnostics",),
    "training": ("diagnostics",),
    "settings": ("training.vocabulary", "training.fields"),
    "authoring": ("source", "training", "settings", "diagnostics"),
    "pages": ("training", "settings", "diagnostics"),
    "render": ("diagnostics",),
    "build": ("pages", "render", "source", "diagnostics"),
    "pipeline": (
        *("diagnostics", "project", "source", "training", "settings"),
        *("authoring", "pages", "render", "build"),
    ),
    "serve": ("pipeline", "build", "render", "diagnostics", "project"),
    "cli": ("pipeline", "serve", "diagnostics", "project", "settings"),
    "start": ("pipeline", "project", "cli"),
    "__main__": ("start",),
}

# Library -> rooms or modules that may import it.
RECORDS = (
    *("exercise", "routine", "guide", "plan", "glossary", "bibliography"),
    *("fields", "items"),  # what several records have in common
)
PYDANTIC = ("authoring", "settings", *(f"training.{name}" for name in RECORDS))
DOORS = {
    "yaml": ("source",),
    "pydantic": PYDANTIC,
    "pydantic_core": PYDANTIC,
    "jinja2": ("render",),
    "markdown": ("render",),
    "nh3": ("render",),
    "weasyprint": ("render",),
    "msgspec": ("build.store", "build.pack"),
    "click": ("cli",),
}
# Within their room these stand in one file, libraries of one line in the same one.
ONE_FILE = (("jinja2",), ("markdown", "nh3"), ("weasyprint",))

PURE_ROOMS = ("training", "pages")
IMPURE = (
    *("time", "random", "secrets", "uuid", "socket", "urllib.request", "http", "subprocess"),
    *("os.environ", "os.getenv"),
)
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today")
LONGEST_MODULE_LINES = 400


def covers(allowed: str, name: str) -> bool:
    """Whether a dotted name is the allowed one or lies inside it."""
    return name == allowed or name.startswith(f"{allowed}.")


def module_name(path: str) -> str:
    """``runlift_site/build/store.py`` -> ``build.store``; the package itself is the empty name."""
    parts = path.removesuffix(".py").split("/")[1:]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported, ``from a import b`` being ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def arrow_faults(path: str, tree: ast.Module) -> Iterator[str]:
    room = module_name(path).partition(".")[0]
    if room and room not in ARROWS:
        yield f"{path}:1: the room {room} is not in ARROWS: say what it may import"
        return
    for line, name in imports(tree):
        if not covers(PACKAGE, name) or name == f"{PACKAGE}.__version__":
            continue
        target = name.removeprefix(PACKAGE).removeprefix(".")
        allowed = (room, *ARROWS[room]) if room else ()
        if not any(covers(one, target) for one in allowed):
            here, there = (name or "the package" for name in (room, target))
            yield f"{path}:{line}: {here} must not import {there}"


def door_faults(path: str, tree: ast.Module) -> Iterator[str]:
    module = module_name(path)
    for line, name in imports(tree):
        library = name.partition(".")[0]
        doors = DOORS.get(library)
        if doors is not None and not any(covers(door, module) for door in doors):
            yield f"{path}:{line}: {library} may be imported only in {', '.join(doors)}"


def purity_faults(path: str, tree: ast.Module) -> Iterator[str]:
    if module_name(path).partition(".")[0] not in PURE_ROOMS:
        return
    for line, name in imports(tree):
        if any(covers(one, name) for one in IMPURE):
            yield f"{path}:{line}: {name} has no place in a pure room"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            name = ".".join(ast.unparse(node).split(".")[-2:])
            if name in CLOCKS or name in IMPURE:
                yield f"{path}:{node.lineno}: {name} has no place in a pure room"


def form_faults(path: str, tree: ast.Module) -> Iterator[str]:
    if ast.get_docstring(tree) is None:
        yield f"{path}:1: the module does not say what it is (docstring)"
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield f"{path}:{node.lineno}: relative import"
        if isinstance(node, ast.Name) and node.id == "print" and module_name(path) != "cli":
            yield f"{path}:{node.lineno}: only the command line prints"


def faults(path: str, source: str) -> list[str]:
    """Everything that one module does against the shape, each with file and line."""
    tree = ast.parse(source)
    found = [
        fault
        for check in (arrow_faults, door_faults, purity_faults, form_faults)
        for fault in check(path, tree)
    ]
    lines = source.count("\n")
    if lines > LONGEST_MODULE_LINES:
        found.append(f"{path}:{lines}: longer than {LONGEST_MODULE_LINES} lines")
    return found


def scatter_faults(sources: dict[str, str]) -> list[str]:
    """Libraries that more than one file imports although one should."""
    found = []
    for libraries in ONE_FILE:
        users = sorted(
            path
            for path, source in sources.items()
            if any(name.partition(".")[0] in libraries for _, name in imports(ast.parse(source)))
        )
        if len(users) > 1:
            found.append(f"{', '.join(users)}: {' and '.join(libraries)} belong in one file")
    return found


def package_sources() -> dict[str, str]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / PACKAGE).rglob("*.py"))
    }


def test_modules_keep_the_shape() -> None:
    sources = package_sources()
    assert f"{PACKAGE}/__init__.py" in sources
    found = [fault for path, source in sources.items() for fault in faults(path, source)]
    assert not found, "\n".join(["", *found])


def test_libraries_with_one_door_are_used_in_one_file() -> None:
    found = scatter_faults(package_sources())
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize(
    ("path", "code", "expected"),
    [
        ("source/a.py", "from runlift_site.training.plan import X", ":2: source must not import"),
        ("source/a.py", "def f():\n    import runlift_site.pages", ":3: source must not import"),
        ("source/a.py", "from runlift_site import build", ":2: source must not import build"),
        ("source/a.py", "from runlift_site import pages_index", ":2: source must not import"),
        ("settings.py", "from runlift_site.training.plan import X", "settings must not import"),
        ("project.py", "import runlift_site", "project must not import the package"),
        ("__init__.py", "from runlift_site.cli import main", "the package must not import cli"),
        ("figures/a.py", "", ":1: the room figures is not in ARROWS"),
        ("pages/a.py", "import yaml", ":2: yaml may be imported only in source"),
        ("training/week.py", "from pydantic import Field", "pydantic may be imported only in"),
        (
            "build/engine.py",
            "import msgspec.msgpack",
            "msgspec may be imported only in build",
        ),
        ("training/a.py", "from datetime import time\nimport time", ":3: time has no place"),
        ("pages/a.py", "import datetime as d\nx = d.datetime.now()", ":3: datetime.now has no"),
        ("pages/a.py", "from datetime import date\nx = date.today()", ":3: date.today has no"),
        ("training/a.py", "import os\nx = os.environ['A']", ":3: os.environ has no place"),
        ("training/a.py", "from os import getenv", ":2: os.getenv has no place"),
        ("pages/a.py", "from urllib import request", ":2: urllib.request has no place"),
        ("build/a.py", "from .store import X", ":2: relative import"),
        ("build/a.py", "print(1)", ":2: only the command line prints"),
        ("build/a.py", "\n" * 400, ":402: longer than 400 lines"),
    ],
)
def test_a_fault_is_found_with_its_line(path: str, code: str, expected: str) -> None:
    found = faults(f"{PACKAGE}/{path}", f'"""What it is."""\n{code}\n')
    assert len(found) == 1
    assert found[0].startswith(f"{PACKAGE}/{path}:")
    assert expected in found[0]


def test_a_missing_docstring_is_found() -> None:
    assert faults(f"{PACKAGE}/build/a.py", "x = 1\n") == [
        f"{PACKAGE}/build/a.py:1: the module does not say what it is (docstring)"
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("settings.py", "from runlift_site.training.vocabulary import Tier"),
        ("training/plan.py", "import pydantic\nfrom runlift_site.training.week import Week"),
        ("pipeline/steps.py", "from runlift_site.build.store import Store\nimport time"),
        (
            "pages/a.py",
            "from urllib.parse import quote\nfrom datetime import date",
        ),
        ("cli.py", "import click\nfrom runlift_site import __version__\nprint(__version__)"),
        ("build/a.py", "\n" * 397),
    ],
)
def test_what_is_allowed_is_not_found(path: str, code: str) -> None:
    assert faults(f"{PACKAGE}/{path}", f'"""What it is."""\n{code}\n') == []


def test_one_library_in_two_files_is_found() -> None:
    sources = {"render/a.py": "import nh3", "render/b.py": "import markdown"}
    assert scatter_faults(sources) == [
        "render/a.py, render/b.py: markdown and nh3 belong in one file"
    ]
