import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from runlift_site.build.manifest import NAME, current_manifest
from runlift_site.build.publish import Changes, Tree, open_published, publish
from runlift_site.diagnostics.model import Refused
from tests.build.small_site import blobs_of, tree_of
from tests.build.small_tree import (
    NEW,
    OLD,
    TAMPERINGS,
    Reader,
    clean,
    edit_in_place,
    names,
    put,
)


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        action()
    return refused.value.findings[0].code


def test_publish_writes_the_tree_when_there_is_no_folder(tmp_path: Path) -> None:
    output = tmp_path / "deep" / "output"
    changes, _ = put(OLD, output)
    tree = tree_of(output)
    assert {path: tree[path][0] for path in OLD} == OLD
    assert set(tree) == {*OLD, NAME, "plans", "plans/a"}
    assert changes == Changes(tuple(sorted(OLD)), (), (), 0)
    assert names(output.parent) == {"output"}


def test_publish_says_what_changed_and_equals_a_clean_build(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    changes, _ = put(NEW, output)
    assert changes == Changes(
        ("plans/b/week-1.html",), ("index.html",), ("plans/a/week-1.html",), 2
    )
    assert tree_of(output) == clean(NEW, tmp_path)


def test_publish_takes_over_unchanged_files_without_writing_them(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    before = (output / "about.html").stat()
    _, reader = put(NEW, output)
    assert sorted(reader.asked) == [b"new home", b"week"]
    after = (output / "about.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_nlink == 1


def test_publish_gives_files_and_folders_our_modes_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o077)
    try:
        put(OLD, tmp_path / "output")
    finally:
        os.umask(old)
    modes = {mode for path, (_, mode) in tree_of(tmp_path / "output").items() if "." in path}
    assert modes == {0o644}
    assert tree_of(tmp_path / "output")["plans/a"][1] == 0o755
    assert (tmp_path / "output").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("tamper", TAMPERINGS)
@pytest.mark.parametrize("contents", [OLD, NEW], ids=["same", "other"])
def test_publish_equals_a_clean_build_after_tampering(
    tmp_path: Path, tamper: Callable[[Path], None], contents: Mapping[str, bytes]
) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    tamper(output)
    put(contents, output)
    assert tree_of(output) == clean(contents, tmp_path)
    assert all(file.stat().st_nlink == 1 for file in output.rglob("*") if file.is_file())


def test_publish_never_writes_into_files_that_somebody_linked(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    os.link(output / "index.html", tmp_path / "backup.html")
    put(NEW, output)
    assert (tmp_path / "backup.html").read_bytes() == b"old home"


def test_publish_sees_an_edit_between_looking_and_taking_over(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    blobs, data = blobs_of(OLD)
    published = open_published(output)
    assert all(published.holds(path, blob.digest) for path, blob in blobs.items())
    edit_in_place(output)
    publish(Tree(blobs, "tool", "i"), Reader(data), published)
    assert tree_of(output) == clean(OLD, tmp_path)


def test_publish_copies_a_file_that_it_cannot_link(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    blobs, _ = blobs_of(OLD)
    published = open_published(output)
    assert all(published.holds(path, blob.digest) for path, blob in blobs.items())
    os.utime(output / "about.html")  # looks like an edit, so that no link is made
    publish(Tree(blobs, "tool", "i"), Reader({}), published)
    assert tree_of(output) == clean(OLD, tmp_path)


def test_published_holds_only_what_was_published_at_that_path(tmp_path: Path) -> None:
    put(OLD, tmp_path / "output")
    published = open_published(tmp_path / "output")
    blobs, _ = blobs_of(OLD)
    assert published.holds("index.html", blobs["index.html"].digest)
    assert not published.holds("index.html", blobs["about.html"].digest)
    assert not published.holds("absent.html", blobs["about.html"].digest)


def test_publish_leaves_everything_as_it_was_when_bytes_are_missing(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    before = tree_of(output)
    blobs, _ = blobs_of(NEW)
    published = open_published(output)
    code = refusal(lambda: publish(Tree(blobs, "t", "i"), Reader({}), published))
    assert code == "RL503"
    assert tree_of(output) == before
    assert names(tmp_path) == {"output"}


def test_publish_refuses_a_path_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be published"):
        put({"../out.html": b"x"}, tmp_path / "output")
    assert names(tmp_path) == set()


def test_publish_follows_a_folder_that_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "output").symlink_to("real")
    put(OLD, tmp_path / "output")
    assert (tmp_path / "output").is_symlink()
    assert (tmp_path / "real" / "index.html").read_bytes() == b"old home"


@pytest.mark.parametrize("keep", ["", "kept for git\n"])
def test_publish_carries_a_gitkeep_over(tmp_path: Path, keep: str) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / ".gitkeep").write_text(keep)
    for contents in (OLD, NEW):
        put(contents, output)
        assert (output / ".gitkeep").read_text() == keep
        assert current_manifest(output, "i")


def test_publish_replaces_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    put(OLD, tmp_path / "output")
    assert tree_of(tmp_path / "output") == clean(OLD, tmp_path)


@pytest.mark.parametrize("foreign", ["thesis.doc", ".bashrc", "folder/thesis.doc"])
def test_publish_refuses_a_folder_that_is_not_ours(tmp_path: Path, foreign: str) -> None:
    output = tmp_path / "output"
    (output / foreign).parent.mkdir(parents=True)
    (output / foreign).write_text("years of work")
    (output / ".gitkeep").touch()
    assert refusal(lambda: open_published(output)) == "RL521"
    assert (output / foreign).read_text() == "years of work"


def test_publish_refuses_a_file_and_a_git_working_copy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert refusal(lambda: open_published(tmp_path / "file")) == "RL521"
    put(OLD, tmp_path / "output")
    (tmp_path / "output" / ".git").mkdir()
    assert refusal(lambda: open_published(tmp_path / "output")) == "RL521"
    assert (tmp_path / "output" / ".git").is_dir()


def test_publish_reports_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    blobs, data = blobs_of(OLD)
    published = open_published(tmp_path / "file" / "output")
    code = refusal(lambda: publish(Tree(blobs, "t", "i"), Reader(data), published))
    assert code == "RL522"
