import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from runlift_site.build.manifest import NAME, current_manifest, read_manifest
from tests.build.small_site import blobs_of
from tests.build.small_tree import (
    OLD,
    add_file,
    add_folder,
    break_manifest,
    cut_off,
    delete,
    put,
    put_file_in_place_of_folder,
    put_folder_in_place,
    put_link_in_place,
    put_linked_folder_in_place,
    put_pipe_in_place,
)


def test_current_manifest_when_nothing_changed(tmp_path: Path) -> None:
    put(OLD, tmp_path / "output", inputs="i")
    assert current_manifest(tmp_path / "output", "i")


def test_current_manifest_is_false_for_other_inputs(tmp_path: Path) -> None:
    assert not current_manifest(tmp_path / "output", "i")
    put(OLD, tmp_path / "output", inputs="i")
    assert not current_manifest(tmp_path / "output", "j")


SEEN_WITHOUT_READING = [
    cut_off,
    delete,
    put_link_in_place,
    put_pipe_in_place,
    put_folder_in_place,
    put_file_in_place_of_folder,
    put_linked_folder_in_place,
    add_file,
    add_folder,
    break_manifest,
]


@pytest.mark.parametrize("tamper", SEEN_WITHOUT_READING)
def test_current_manifest_is_false_after_tampering(
    tmp_path: Path, tamper: Callable[[Path], None]
) -> None:
    put(OLD, tmp_path / "output", inputs="i")
    tamper(tmp_path / "output")
    assert not current_manifest(tmp_path / "output", "i")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "[" * 100_000,
        '{"version": 2, "tool": "t", "inputs": "i", "files": []}',
        '{"version": 1, "tool": "t", "inputs": "i", "files": [["a", "b"]]}',
        '{"version": 1, "tool": "t", "inputs": "i", "files": [["a", "b", "c"]]}',
        '{"version": 1, "tool": "t", "inputs": "i", "files": 7}',
        '{"version": 1, "tool": "t", "inputs": "i"}',
        "\ud800",
    ],
)
def test_manifest_that_cannot_be_understood_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_manifest(tmp_path) is None
    assert not current_manifest(tmp_path, "i")


def test_manifest_lists_digests_and_sizes_by_path_and_no_dates(tmp_path: Path) -> None:
    put({"b.html": b"b", "a.html": b""}, tmp_path / "output", inputs="in")
    blobs, _ = blobs_of({"b.html": b"b", "a.html": b""})
    assert json.loads((tmp_path / "output" / NAME).read_text()) == {
        "version": 1,
        "tool": "tool",
        "inputs": "in",
        "said": "",
        "files": [
            ["a.html", blobs["a.html"].digest, 0],
            ["b.html", blobs["b.html"].digest, 1],
        ],
    }


HEAVY = {"msgspec", "jinja2", "pydantic", "yaml", "weasyprint", "markdown", "dataclasses"}


def test_current_manifest_imports_nothing_heavy() -> None:
    script = "import runlift_site.build.manifest, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", script],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
        text=True,
    )
    assert HEAVY.isdisjoint(done.stdout.split())
