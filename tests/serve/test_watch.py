import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from runlift_site.serve.watch import changes_in

PATIENCE_S = 60
QUIET_S = 0.3


class Watching:
    """Bursts of changes that were noticed."""

    def __init__(self, bursts: "Queue[None]") -> None:
        self._bursts = bursts

    def notices(self) -> bool:
        """Whether something is noticed before long."""
        try:
            self._bursts.get(timeout=PATIENCE_S)
        except Empty:
            return False
        self.settle()
        return True

    def settle(self) -> None:
        """Let what belongs together come together."""
        while not self.is_quiet():
            pass

    def is_quiet(self) -> bool:
        """Whether nothing is noticed for a while."""
        try:
            self._bursts.get(timeout=QUIET_S)
        except Empty:
            return True
        return False


@contextmanager
def watching(*folders: Path) -> Iterator[Watching]:
    stop = threading.Event()
    bursts: Queue[None] = Queue()

    def watch() -> None:
        for _ in changes_in(folders, stop):
            bursts.put(None)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        watched = Watching(bursts)
        assert watched.notices(), "it says when it has begun"
        yield watched
    finally:
        stop.set()
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "plans").mkdir(parents=True)
    (folder / "plans/base.yaml").write_text("name: Base\n", encoding="utf-8")
    return folder


def test_saved_renamed_and_deleted_files_are_noticed(content: Path) -> None:
    with watching(content) as watched:
        (content / "plans/base.yaml").write_text("name: Other\n", encoding="utf-8")
        assert watched.notices()
        (content / "plans/base.yaml").rename(content / "plans/other.yaml")
        assert watched.notices()
        (content / "plans/other.yaml").unlink()
        assert watched.notices()


def test_folders_that_come_and_go_are_noticed(content: Path) -> None:
    with watching(content) as watched:
        (content / "guides").mkdir()
        assert watched.notices()
        (content / "guides/new.md").write_text("---\n", encoding="utf-8")
        assert watched.notices()
        shutil.rmtree(content / "guides")
        assert watched.notices()


@pytest.mark.parametrize(
    "name", [".base.yaml.swp", ".#base.yaml", "#base.yaml#", "base.yaml~", "4913", ".DS_Store"]
)
def test_what_editors_leave_behind_is_not_noticed(content: Path, name: str) -> None:
    with watching(content) as watched:
        file = content / "plans" / name
        file.write_text("half a fi", encoding="utf-8")
        assert watched.is_quiet()
        file.unlink()
        assert watched.is_quiet()


def test_file_that_is_replaced_by_renaming_is_noticed(content: Path) -> None:
    with watching(content) as watched:
        new = content / "plans/.base.yaml.new"
        new.write_text("name: Other\n", encoding="utf-8")
        assert watched.is_quiet()
        new.replace(content / "plans/base.yaml")
        assert watched.notices()


def test_folder_that_is_not_there_yet_is_watched_once_it_is(content: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    with watching(content, templates) as watched:
        templates.mkdir()
        assert watched.notices()
        (templates / "base.html").write_text("<!doctype html>\n", encoding="utf-8")
        assert watched.notices()


def test_folder_that_is_replaced_as_a_whole_is_still_watched(content: Path, tmp_path: Path) -> None:
    with watching(content) as watched:
        shutil.copytree(content, tmp_path / "other")
        content.rename(tmp_path / "gone")
        (tmp_path / "other").rename(content)
        assert watched.notices()
        (content / "plans/base.yaml").write_text("name: Other\n", encoding="utf-8")
        assert watched.notices()
