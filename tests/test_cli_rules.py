"""``runlift rules`` and ``runlift check --plan``."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from runlift_site.cli.commands import cli
from runlift_site.training.rules.names import RULE_IDS
from tests.pipeline.site import SmallSite, small_site


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def test_rules_are_listed_one_a_line() -> None:
    result = run("rules")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(RULE_IDS)


@pytest.mark.parametrize("name", ["R22", "r22"])
def test_a_rule_is_told_with_reason_and_sources(name: str) -> None:
    text = run("rules", name).stdout
    assert text.startswith("R22: Heavy legs away from hard runs\n")
    assert "\nWhy: " in text
    assert "Source: article, statements 70, 71, 72, 73, 74" in text
    assert "Source: https://doi.org/10.1139/apnm-2012-0362" in text


def test_rules_can_be_read_by_programs() -> None:
    every = json.loads(run("rules", "--format", "json").stdout)
    assert [one["id"] for one in every] == list(RULE_IDS)
    one = json.loads(run("rules", "R20", "--format", "json").stdout)
    assert one == every[19]
    assert one["code"] == "RL320"
    assert set(one) >= {"title", "sentence", "reason", "weight", "basis", "sources"}


def test_unknown_rule_is_wrong_usage() -> None:
    result = run("rules", "R28")
    assert result.exit_code == 2
    assert "there is no rule 'R28': they are named R1 to R27" in result.stderr


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    return small_site(tmp_path_factory.mktemp("cli") / "site")


def check(small: SmallSite, *arguments: str) -> Result:
    return run("check", "-C", str(small.root), *arguments)


def test_one_plan_is_checked_by_itself(small: SmallSite) -> None:
    result = check(small, "--plan", "first-steps")
    line = result.stdout.splitlines()[-1]
    assert line.startswith("first-steps: checked against 27 rules in ")


def test_only_findings_of_the_plan_are_told(tmp_path: Path) -> None:
    copy = small_site(tmp_path / "site")
    guide = next((copy.root / "content/guides").glob("*.md"))
    guide.write_text(
        guide.read_text(encoding="utf-8") + "\n[R28](rule:R28) and [R20](rule:R20)\n",
        encoding="utf-8",
    )
    everything = check(copy, "--format", "json")
    assert [one["code"] for one in json.loads(everything.stdout)["findings"]].count("RL225") == 1
    alone = check(copy, "--plan", "first-steps", "--format", "json")
    told = json.loads(alone.stdout)["findings"]
    assert all(one["place"]["file"] == "content/plans/first-steps.yaml" for one in told)
    assert everything.exit_code == 1
    assert alone.exit_code == 0


def test_unknown_plan_is_wrong_usage(small: SmallSite) -> None:
    result = check(small, "--plan", "first-step")
    assert result.exit_code == 2
    assert "there is no plan 'first-step': did you mean 'first-steps'?" in result.stderr


def test_what_keeps_a_plan_from_being_checked_is_told(tmp_path: Path) -> None:
    copy = small_site(tmp_path / "site")
    copy.edit("content/exercises/goblet-squat.yaml", "impact: none", "impact: non")
    result = check(copy, "--plan", "first-steps")
    assert result.exit_code == 1
    assert "error[RL202]" in result.stderr
    assert "first-steps: not checked against the rules before this is mended" in result.stdout


def test_draft_plan_is_checked_on_request_only(tmp_path: Path) -> None:
    copy = small_site(tmp_path / "site")
    plan = copy.root / "content/plans/first-steps.yaml"
    draft = copy.root / "content/plans/next-steps.yaml"
    draft.write_text(f"status: draft\n{plan.read_text(encoding='utf-8')}", encoding="utf-8")
    result = check(copy, "--plan", "next-steps")
    assert result.exit_code == 2
    assert "the plan 'next-steps' is a draft: --drafts checks it too" in result.stderr
    assert check(copy, "--plan", "next-steps", "--drafts").exit_code == 0


@pytest.mark.parametrize("name", ["R20", "r20", "RL320", "rl320"])
def test_a_rule_is_found_by_its_name_and_by_the_code_of_its_findings(name: str) -> None:
    assert run("rules", name).stdout.startswith("R20: ")


def test_a_rule_is_explained_too() -> None:
    assert run("explain", "R20").stdout == run("rules", "R20").stdout
