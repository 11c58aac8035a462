"""Builds that are cut off, that wait for each other, and that lack what they need."""

import signal
from pathlib import Path

import pytest

from runlift_site.build.publish import STEPS
from runlift_site.pipeline.options import Options
from tests.cli.program import PATIENCE_S, built_line, line_of, python, runlift, started
from tests.pipeline.site import SmallSite

GOBLET = "content/exercises/goblet-squat.yaml"

KILLED_IN_PUBLISHING = """
import os, signal, sys
from runlift_site.build import publish as room
stop, publish = sys.argv.pop(), room.publish
def at_step(step):
    if step == stop:
        os.kill(os.getpid(), signal.SIGKILL)
room.publish = lambda tree, read, published: publish(tree, read, published, at_step)
from runlift_site.start import main
main()
"""

KILLED_IN_PRINTING = """
import os, signal, sys
from pathlib import Path
from runlift_site.pipeline.build import build
from runlift_site.pipeline.options import Options
from runlift_site.project import find_project
def progress(kind, done, total, path):
    if (kind, done) == ("sheets", 2):
        os.kill(os.getpid(), signal.SIGKILL)
build(find_project(Path()), Options(), progress)
"""

HELD_UP = """
import sys
from pathlib import Path
from runlift_site.pipeline.build import build
from runlift_site.pipeline.options import Options
from runlift_site.project import find_project
def progress(kind, done, total, path):
    if (kind, done) == ("groups", 1):
        print("begun", flush=True)
        sys.stdin.readline()
outcome = build(find_project(Path()), Options(), progress)
sys.exit(0 if outcome.published else 1)
"""

WITHOUT_PANGO = """
import ctypes, ctypes.util, sys
class Without(ctypes.CDLL):
    def __init__(self, name, *args, **kwargs):
        if name and "pango" in str(name):
            raise OSError(f"{name}: cannot open shared object file")
        super().__init__(name, *args, **kwargs)
ctypes.CDLL = Without
ctypes.util.find_library = lambda name: None
from runlift_site.start import main
main()
"""


def change_everything(site: SmallSite) -> None:
    site.edit(GOBLET, "name: Goblet squat", "name: Cup squat")


def clean_tree(site: SmallSite, folder: Path) -> dict[str, bytes]:
    clean = site.clean_copy(folder)
    assert clean.build().published
    return clean.tree()


@pytest.mark.parametrize("step", STEPS)
def test_build_repairs_what_a_killed_one_left(site: SmallSite, tmp_path: Path, step: str) -> None:
    change_everything(site)
    ended = python("-c", KILLED_IN_PUBLISHING, "build", step, cwd=site.root)
    assert ended.status == -signal.SIGKILL
    again = runlift("build", cwd=site.root)
    assert (again.status, again.err) == (0, "")
    assert site.tree() == clean_tree(site, tmp_path / "clean")
    assert not list(site.root.glob(".output*"))


def test_build_goes_on_where_a_killed_one_stopped_printing(site: SmallSite, tmp_path: Path) -> None:
    change_everything(site)
    before = site.tree()
    ended = python("-c", KILLED_IN_PRINTING, cwd=site.root)
    assert ended.status == -signal.SIGKILL
    assert site.tree() == before
    outcome = site.build()
    assert outcome.published
    assert site.tree() == clean_tree(site, tmp_path / "clean")


def test_second_build_waits_for_the_first_and_both_succeed(site: SmallSite, tmp_path: Path) -> None:
    change_everything(site)
    with started("-c", HELD_UP, cwd=site.root) as first:
        assert line_of(first.stdout) == "begun\n"
        with started("-m", "runlift_site", "build", cwd=site.root) as second:
            waiting = "Another build is at work on this site; waiting for it\n"
            assert line_of(second.stderr) == waiting
            first.communicate("go on\n", timeout=PATIENCE_S)
            said, complained = second.communicate(timeout=PATIENCE_S)
    assert (first.returncode, second.returncode) == (0, 0)
    assert said.startswith(built_line(site))
    assert complained == ""
    assert site.tree() == clean_tree(site, tmp_path / "clean")


def test_build_without_pango_says_what_to_install(site: SmallSite) -> None:
    change_everything(site)
    before = site.tree()
    ended = python("-c", WITHOUT_PANGO, "build", cwd=site.root)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.count("error[") == 1
    assert "system libraries that are not installed: pango-1.0 and pangoft2-1.0" in ended.err
    assert "nstall" in ended.err.split("pangoft2-1.0", 1)[1]
    assert "runlift build --no-pdf" in ended.err
    assert site.tree() == before


def test_build_without_pango_makes_the_pages_alone(site: SmallSite) -> None:
    ended = python("-c", WITHOUT_PANGO, "build", "--no-pdf", cwd=site.root)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(built_line(site))
    assert " pages, 0 PDFs in " in ended.out


def test_sheet_that_hangs_is_named_and_the_old_site_stays(site: SmallSite) -> None:
    """Boxes in boxes take the layout of a page four times as long at each level."""
    sheet = site.own_template("print/sheet.html")
    text = sheet.read_text(encoding="utf-8")
    boxes = '<div style="display:flex">' * 14 + "A" + "</div>" * 14
    sheet.write_text(text.replace("</body>", f"{boxes}</body>"), encoding="utf-8")
    before = site.tree()
    outcome = site.build(Options(jobs=2, sheet_limit_s=2))
    assert outcome.failed
    assert not outcome.published
    assert site.tree() == before
    assert {finding.code for finding in outcome.findings} == {"RL513"}
    (finding,) = outcome.findings
    sheets = sum(path.endswith(".pdf") for path in before)
    assert finding.message == f"{sheets} sheets could not be made: took longer than 2 s"
    assert "first-steps, home, week 1, A4" in finding.help
