"""What is committed: lock files, sizes, nothing of others', nothing of one machine alone."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from runlift_site import __version__

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
TARGETS = ("site", "test", "check", "serve", "lint", "lock", "clean", "help")
LARGEST_FILE_BYTES = 400_000

# Fonts come from packages, pictures are drawn from data, scripts are our own and readable.
FOREIGN_ENDINGS = (
    *(".ttf", ".otf", ".woff", ".woff2", ".eot"),
    *(".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".mp4"),
    *(".min.js", ".min.css", ".map", ".pdf", ".zip", ".gz", ".whl", ".jar"),
)

# Written in two parts, so that this file does not hold what it looks for.
REGISTRY_HOSTS = (
    "pypi" + ".org",
    "files.python" + "hosted.org",
    "registry.npm" + "js.org",
    "registry.yarn" + "pkg.com",
    "deb.debian" + ".org",
    "archive.ubu" + "ntu.com",
)
HOME_FOLDERS = re.compile(r"(?<![a-z0-9])/(?:ho" + r"me|Us" + r"ers)/[a-z]|/ro" + r"ot/")


def committed() -> list[str]:
    """Paths of all files under version control, and of those about to be."""
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    listed = subprocess.run(
        [*command, "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return sorted(path for path in set(listed.stdout.split("\0")) if (ROOT / path).is_file())


def requirements(lock: str) -> list[str]:
    """The entries of a lock file, each with the hashes that belong to it on one line."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(lock: str) -> set[str]:
    return {entry.split()[0] for entry in requirements(lock)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_pinned_and_hashed(lock: str) -> None:
    entries = requirements(lock)
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==[^ ]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}(?: |$)", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_files_name_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_lock_file_for_development_contains_the_other() -> None:
    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {pin.partition("==")[0] for pin in pins("requirements.lock")}
    wanted = {re.split(r"[<>=!~;\[ ]", need)[0] for need in project["project"]["dependencies"]}
    assert wanted <= locked


def test_files_are_small() -> None:
    large = [path for path in committed() if (ROOT / path).stat().st_size > LARGEST_FILE_BYTES]
    assert large == []


def test_nothing_of_others_is_committed() -> None:
    assert [path for path in committed() if path.lower().endswith(FOREIGN_ENDINGS)] == []


def test_files_name_no_place_of_one_machine() -> None:
    checkout = re.compile(rf"(?<![\w./~-]){re.escape(str(ROOT))}/")
    found = []
    for path in committed():
        text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
        found += [f"{path}: {host}" for host in REGISTRY_HOSTS if host in text]
        found += [
            f"{path}: {hit}" for place in (checkout, HOME_FOLDERS) for hit in place.findall(text)
        ]
    assert found == []


def test_the_output_folder_is_kept_empty() -> None:
    assert [path for path in committed() if path.startswith("output/")] == ["output/.gitkeep"]


def test_the_changelog_knows_this_version() -> None:
    headings = re.findall(
        r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert headings[0] == "Unreleased" or headings[0] == __version__


def test_the_makefile_has_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    defined = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert defined == set(TARGETS)
    assert f".PHONY: {' '.join(TARGETS)}\n" in makefile


def test_make_help_names_every_target() -> None:
    said = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert re.findall(r"^make ([a-z]+)", said.stdout, re.MULTILINE) == [
        *("site", "serve", "check", "test", "lint", "lock", "clean")
    ]


def test_scripts_can_be_run_by_any_shell() -> None:
    scripts = [path for path in committed() if path.startswith("scripts/") or path == ".ci/run"]
    assert ".ci/run" in scripts
    for script in scripts:
        path = ROOT / script
        assert os.access(path, os.X_OK), f"{script} is not executable"
        assert path.read_text(encoding="utf-8").startswith("#!/bin/sh\n"), script
        subprocess.run(["sh", "-n", path], check=True)


def test_continuous_integration_runs_the_tests_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]


def test_decisions_are_numbered_and_listed() -> None:
    folder = ROOT / "docs/decisions"
    decisions = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in decisions] == list(range(1, len(decisions) + 1))
    listed = re.findall(r"\]\((\d{4}[^)]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == decisions
    for name in decisions:
        text = (folder / name).read_text(encoding="utf-8")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequence", "What would reopen it"], name
