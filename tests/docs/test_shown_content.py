"""YAML and Markdown that the documentation shows: complete files and changes to them are sound."""

import json
from functools import cache
from typing import TypeVar

import pytest

from runlift_site.training.exercise import Exercise
from runlift_site.training.expand import expand
from runlift_site.training.fields import Record
from runlift_site.training.library import Library
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.routine import Routine
from runlift_site.training.rules.check import check_plan, unused_allowances
from runlift_site.training.rules.model import RuleFinding
from tests.cli.program import runlift
from tests.docs.documented_site import PLANS, changed, pieces, values, whole_files
from tests.docs.shown import ROOT, Block, blocks
from tests.pipeline.site import SmallSite

PLAN_PIECES = [(path, block) for path, block in pieces() if path.startswith(PLANS)]
R = TypeVar("R", bound=Record)


@cache
def library() -> Library:
    return Library(_records("exercises", Exercise), _records("routines", Routine))


def _records(folder: str, model: type[R]) -> dict[str, R]:
    shown = (path for path in whole_files() if path.startswith(f"content/{folder}/"))
    there = (path.relative_to(ROOT).as_posix() for path in (ROOT / "content" / folder).iterdir())
    ids = {path: path.rpartition("/")[2].removesuffix(".yaml") for path in (*shown, *there)}
    return {name: model.model_validate({"id": name, **values(path)}) for path, name in ids.items()}


def test_every_block_of_content_says_which_file_it_is() -> None:
    known = {str(block) for block in whole_files().values()} | {str(block) for _, block in pieces()}
    assert len(known) > 15
    assert [str(block) for block in blocks("yaml", "markdown") if str(block) not in known] == []


def test_shown_files_when_added_to_the_content_have_no_findings(documented: SmallSite) -> None:
    ended = runlift("check", "--format", "json", cwd=documented.root)
    told = json.loads(ended.out)["findings"]
    added = {*whole_files(), *(path for path, _ in pieces())}
    assert [one for one in told if one["severity"] == "error"] == []
    assert [one for one in told if one["place"]["file"] in added] == []
    assert ended.status == 0


@pytest.mark.parametrize(("path", "block"), PLAN_PIECES, ids=[str(b) for _, b in PLAN_PIECES])
def test_change_to_a_plan_when_made_leaves_nothing_to_mend(path: str, block: Block) -> None:
    name = path.removeprefix(PLANS).removesuffix(".yaml")
    template = PlanTemplate.model_validate({"id": name, **changed(values(path), block)})
    found: list[RuleFinding] = []
    for tier in template.tiers:
        expansion = expand(template, tier, library())
        assert expansion.problems == ()
        assert expansion.plan is not None
        found += check_plan(expansion.plan, library())
    graver = [one for one in found if one.severity != "info" and one.allowed_because is None]
    assert graver == []
    assert unused_allowances(template, found) == ()


@pytest.mark.parametrize(("path", "block"), pieces(), ids=[str(b) for _, b in pieces()])
def test_change_to_a_file_when_made_changes_it(path: str, block: Block) -> None:
    assert changed(values(path), block) != values(path)


def test_shown_finding_when_its_line_is_written_is_told_like_that(
    documented: SmallSite, site: SmallSite
) -> None:
    findings = [block for block in blocks("text") if block.text.startswith("error[")]
    assert findings
    for block in findings:
        for told in block.text.strip().split("\n\n"):
            _, place, _, marked, *_ = told.splitlines()
            path, line, _ = place.removeprefix(" ").strip("-> ").split(":")
            number, _, text = marked.partition(" | ")
            assert number.strip() == line
            source = documented.file(path).read_text(encoding="utf-8").splitlines()
            assert source[int(line) - 1] != text, f"{block}: this line has no fault"
            source[int(line) - 1] = text
            alone = site.file(path)
            alone.parent.mkdir(parents=True, exist_ok=True)
            alone.write_text("\n".join(source) + "\n", encoding="utf-8")
        ended = runlift("check", cwd=site.root)
        for told in block.text.strip().split("\n\n"):
            assert told in ended.err
