import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from runlift_site.build.publish import STEPS, open_published
from tests.build.small_site import tree_of
from tests.build.small_tree import NEW, OLD, clean, names, put

CRASH = """
import os, sys
from pathlib import Path
from runlift_site.build.publish import Tree, open_published, publish
from tests.build.small_site import blobs_of
from tests.build.small_tree import NEW
output, stop = Path(sys.argv[1]), sys.argv[2]
blobs, data = blobs_of(NEW)
def read(digest):
    if stop == "reading" and data[digest] == b"week":
        os._exit(7)
    return data[digest]
def at_step(step):
    if step == stop:
        os._exit(7)
publish(Tree(blobs, "tool", "i"), read, open_published(output), at_step)
"""


def crash(output: Path, step: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(output), step],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 7


OLD_IS_THERE_UNTIL = STEPS.index("swapped")


@pytest.mark.parametrize("step", ["reading", *STEPS])
def test_publish_leaves_a_whole_tree_when_it_is_killed(tmp_path: Path, step: str) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    crash(output, step)
    is_old = step == "reading" or STEPS.index(step) < OLD_IS_THERE_UNTIL
    open_published(output)
    assert names(tmp_path) == {"output"}
    assert tree_of(output) == clean(OLD if is_old else NEW, tmp_path)
    shutil.rmtree(tmp_path / "clean")
    put(NEW, output)
    assert names(tmp_path) == {"output"}
    assert tree_of(output) == clean(NEW, tmp_path)


@pytest.mark.parametrize("step", ["reading", *STEPS])
def test_publish_starts_again_when_the_first_one_was_killed(tmp_path: Path, step: str) -> None:
    output = tmp_path / "output"
    crash(output, step)
    put(NEW, output)
    assert names(tmp_path) == {"output"}
    assert tree_of(output) == clean(NEW, tmp_path)


def test_repair_never_puts_back_a_tree_that_is_half_deleted(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    crash(output, "discarding")
    trash = tmp_path / ".output.runlift-trash"
    (trash / "index.html").unlink()
    shutil.rmtree(output)
    open_published(output)
    assert names(tmp_path) == set()


def test_repair_puts_the_old_tree_back_into_an_empty_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    put(OLD, output)
    crash(output, "set aside")
    output.mkdir()
    open_published(output)
    assert tree_of(output) == clean(OLD, tmp_path)
