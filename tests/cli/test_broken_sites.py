import os

import pytest
from click.testing import CliRunner, Result

from runlift_site.cli.commands import cli
from runlift_site.diagnostics.catalogue import catalogue
from tests.cli.broken_sites import BROKEN, EXPECTED, BrokenSite
from tests.pipeline.site import SmallSite

IDS = [broken.name for broken in BROKEN]
UNTOUCHED = "Nothing was published; what was there before is untouched\n"


def run(command: str, site: SmallSite) -> Result:
    return CliRunner().invoke(cli, [command, "-C", str(site.root)], catch_exceptions=False)


@pytest.mark.parametrize("broken", BROKEN, ids=IDS)
def test_build_tells_what_is_wrong_and_leaves_the_old_site(
    site: SmallSite, broken: BrokenSite
) -> None:
    broken.lay_over(site)
    before = site.tree()
    result = run("build", site)
    expected = broken.folder / EXPECTED
    if os.environ.get("RUNLIFT_UPDATE_EXPECTED"):
        expected.write_text(result.stderr, encoding="utf-8")
    assert result.stderr == expected.read_text(encoding="utf-8")
    assert result.stderr.endswith(UNTOUCHED)
    assert (result.exit_code, result.stdout) == (1, "")
    assert site.tree() == before
    assert {entry.name for entry in site.root.iterdir()} >= {"content", "output", ".runlift"}
    assert not list(site.root.glob(".output*"))


@pytest.mark.parametrize("broken", [b for b in BROKEN if b.is_told_by_check], ids=lambda b: b.name)
def test_check_tells_the_same_as_build(site: SmallSite, broken: BrokenSite) -> None:
    broken.lay_over(site)
    result = run("check", site)
    expected = (broken.folder / EXPECTED).read_text(encoding="utf-8")
    assert result.stderr + UNTOUCHED == expected
    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize("broken", BROKEN, ids=IDS)
def test_every_code_that_is_told_can_be_explained(broken: BrokenSite) -> None:
    text = (broken.folder / EXPECTED).read_text(encoding="utf-8")
    codes = {line.split("[")[1].split("]")[0] for line in text.splitlines() if "[RL" in line[:14]}
    assert codes
    assert codes <= catalogue().keys()
