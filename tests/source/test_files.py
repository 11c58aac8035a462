"""Reading folders of files."""

import hashlib
import os
from pathlib import Path

import pytest

from runlift_site.diagnostics.model import Finding, Refused
from runlift_site.source.files import read_file, read_tree

YAML = frozenset({".yaml"})


def write(root: Path, *paths: str, data: bytes = b"name: a\n") -> None:
    for path in paths:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def refused(root: Path, suffixes: frozenset[str] | None = YAML) -> list[tuple[str, str]]:
    """Code and file of each finding."""
    findings = read_tree(root, "content", suffixes=suffixes).findings
    return [(finding.code, file_of(finding)) for finding in findings]


def file_of(finding: Finding) -> str:
    assert finding.place is not None
    return finding.place.file


def test_files_are_sorted_and_hashed_when_read(tmp_path: Path) -> None:
    write(tmp_path, "content/b.yaml", "content/a/z.yaml", "content/a-b.yaml", "content/a/b/c.yaml")
    files = read_tree(tmp_path, "content", suffixes=YAML).files
    assert list(files) == [
        "content/a-b.yaml",
        "content/a/b/c.yaml",
        "content/a/z.yaml",
        "content/b.yaml",
    ]
    one = files["content/b.yaml"]
    assert (one.path, one.data) == ("content/b.yaml", b"name: a\n")
    assert one.digest == hashlib.sha256(b"name: a\n").hexdigest()


def test_other_endings_are_passed_over_when_suffixes_are_given(tmp_path: Path) -> None:
    write(tmp_path, "content/a.yaml", "content/b.txt", "content/yaml", "content/c.yaml.bak")
    assert list(read_tree(tmp_path, "content", suffixes=YAML).files) == ["content/a.yaml"]
    assert len(read_tree(tmp_path, "content").files) == 4


@pytest.mark.parametrize(
    "name",
    [".a.yaml", ".#a.yaml", "a.yaml~", ".a.yaml.swp", "#a.yaml#", "4913", ".schema/a.yaml"],
)
def test_hidden_and_editor_files_are_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, "content/a.yaml", f"content/{name}")
    assert list(read_tree(tmp_path, "content").files) == ["content/a.yaml"]


def test_dangling_lock_of_an_editor_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "content/a.yaml")
    (tmp_path / "content/.#a.yaml").symlink_to("someone@somewhere.1234")
    assert list(read_tree(tmp_path, "content").files) == ["content/a.yaml"]


def test_nothing_is_read_when_folder_is_missing(tmp_path: Path) -> None:
    assert read_tree(tmp_path, "content").files == {}


def test_folder_is_refused_when_it_is_a_file(tmp_path: Path) -> None:
    write(tmp_path, "content")
    assert refused(tmp_path) == [("RL101", "content")]


def test_linked_files_and_folders_are_read(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.yaml", "content/b.yaml")
    (tmp_path / "content/linked").symlink_to("../elsewhere")
    (tmp_path / "content/c.yaml").symlink_to("b.yaml")
    assert list(read_tree(tmp_path, "content", suffixes=YAML).files) == [
        "content/b.yaml",
        "content/c.yaml",
        "content/linked/a.yaml",
    ]


@pytest.mark.parametrize("target", [".", "..", "../a", "../../content", "b"])
def test_link_back_into_the_tree_is_refused(tmp_path: Path, target: str) -> None:
    write(tmp_path, "content/a/b/c.yaml")
    (tmp_path / "content/a/aa").symlink_to(target)
    assert refused(tmp_path) == [("RL104", "content/a/aa")]


def test_links_that_would_multiply_are_refused(tmp_path: Path) -> None:
    for number in range(20):
        write(tmp_path, f"elsewhere/{number}/a.yaml")
        for twin in ("l", "r"):
            (tmp_path / f"elsewhere/{number}/{twin}").symlink_to(f"../{number + 1}")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/start").symlink_to("../elsewhere/0")
    found = refused(tmp_path)
    assert {code for code, _ in found} == {"RL104"}
    assert len(found) == 19


def test_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yaml").symlink_to("a.yaml")
    assert refused(tmp_path) == [("RL104", "content/a.yaml")]


def test_link_that_leads_nowhere_is_refused_when_it_would_be_read(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yaml").symlink_to("gone.yaml")
    (tmp_path / "content/b.txt").symlink_to("gone.txt")
    assert refused(tmp_path) == [("RL104", "content/a.yaml")]


def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/a.yaml")
    assert refused(tmp_path) == [("RL105", "content/a.yaml")]


def test_large_text_is_refused_and_large_picture_is_read(tmp_path: Path) -> None:
    big = b"x" * 1_000_001
    write(tmp_path, "content/a.yaml", "content/b.md", "content/c.png", data=big)
    assert refused(tmp_path, None) == [("RL102", "content/a.yaml"), ("RL102", "content/b.md")]
    assert read_file(tmp_path, "content/c.png").data == big


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9.yaml", "content/caf<U+DCE9>.yaml"),
        (b"a\nb.yaml", "content/a\u240ab.yaml"),
        ("a\u00a0b.yaml".encode(), "content/a<U+00A0>b.yaml"),
        ("a\u202eb.yaml".encode(), "content/a<U+202E>b.yaml"),
    ],
)
def test_name_that_cannot_be_shown_is_refused(tmp_path: Path, name: bytes, shown: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / os.fsdecode(name)).write_bytes(b"name: a\n")
    assert refused(tmp_path) == [("RL103", shown)]


def test_all_problems_are_told_when_there_are_several(tmp_path: Path) -> None:
    write(tmp_path, "content/ok.yaml")
    write(tmp_path, "content/big.yaml", data=b"x" * 1_000_001)
    (tmp_path / "content/gone.yaml").symlink_to("nowhere")
    assert [code for code, _ in refused(tmp_path)] == ["RL102", "RL104"]
    assert list(read_tree(tmp_path, "content").files) == ["content/ok.yaml"]


def test_file_is_refused_when_it_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path, reason in (
        ("gone.yaml", "no such file or directory"),
        ("folder", "is a directory"),
    ):
        with pytest.raises(Refused) as caught:
            read_file(tmp_path, path)
        (finding,) = caught.value.findings
        assert (finding.code, file_of(finding)) == ("RL101", path)
        assert finding.message == f"it cannot be read: {reason}"
