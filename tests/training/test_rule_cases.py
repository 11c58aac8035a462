"""Every plan in ``tests/cases/rules`` against the findings written beside it.

A case is a week or two and what all rules have to say about them. Those that end in ``passes`` and
``fails`` are the examples on the pages of the rules; the others lie just inside or just outside of
the limit of a rule. Expected findings are written again, to be read before they are kept, with

    RUNLIFT_UPDATE_EXPECTED=1 pytest tests/training/test_rule_cases.py
"""

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import changed
from runlift_site.training.expand import expand
from runlift_site.training.rules.check import check_plan
from runlift_site.training.rules.example_kit import example_library
from runlift_site.training.rules.example_plans import plan_of
from runlift_site.training.rules.examples import examples
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.rules.names import RULE_IDS
from runlift_site.training.rules.phrases import when
from runlift_site.training.week import Plan

CASES = Path(__file__).parent.parent / "cases" / "rules"
UPDATE = bool(os.environ.get("RUNLIFT_UPDATE_EXPECTED"))
FINDS = "finds"


def plain(value: Any) -> Any:
    """A value with nothing but lists, dicts and what YAML has words for."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def written(case: dict[str, Any]) -> str:
    return yaml.safe_dump(case, sort_keys=False, allow_unicode=True, width=100)


def read(path: Path) -> dict[str, Any]:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(case, dict)
    return case


def told(found: tuple[RuleFinding, ...]) -> list[dict[str, str]]:
    return [
        {
            "rule": f"{one.rule} {one.severity}",
            **({"when": when(one)} if when(one) else {}),
            "sentence": one.sentence,
            "fix": one.fix,
        }
        for one in found
    ]


def checked(case: dict[str, Any]) -> tuple[RuleFinding, ...]:
    return check_plan(plan_of({key: one for key, one in case.items() if key != FINDS}), KIT)


KIT = example_library()


@pytest.mark.parametrize("rule", RULE_IDS)
def test_cases_that_pass_and_fail_are_the_examples(rule: str) -> None:
    example = examples()[rule]
    for name, values in (("passes", example.passes), ("fails", example.fails)):
        path = CASES / f"{rule}-{name}.yaml"
        said = plain(values)
        if UPDATE:
            path.write_text(written({**said, FINDS: told(checked(said))}), encoding="utf-8")
        assert {key: one for key, one in read(path).items() if key != FINDS} == said


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_case_finds_what_it_says(path: Path) -> None:
    case = read(path)
    found = told(checked(case))
    if UPDATE:
        path.write_text(written({**case, FINDS: found}), encoding="utf-8")
    assert found == case[FINDS]


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_has_cases_on_both_sides_of_its_limit(rule: str) -> None:
    sides = {
        any(one["rule"].split()[0] == rule for one in read(path)[FINDS])
        for path in CASES.glob(f"{rule}-limit-*.yaml")
    }
    assert sides == {True, False}


def grave(plan: Plan) -> Counter[tuple[str, int | None]]:
    return Counter(
        (one.rule, week)
        for one in check_plan(plan, KIT)
        if one.severity is not Severity.INFO
        for week in one.weeks or (None,)
    )


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_fix_of_a_case_passes_when_it_is_written_into_the_plan(path: Path) -> None:
    case = read(path)
    before = plan_of({key: one for key, one in case.items() if key != FINDS})
    for one in check_plan(before, KIT):
        if one.mended_by:
            after = expand(changed(before.template, one.mended_by), before.tier, KIT).plan
            assert after is not None
            assert not grave(after) - grave(before)
            still = [(f.rule, f.sentence, f.weeks, f.path) for f in check_plan(after, KIT)]
            assert (one.rule, one.sentence, one.weeks, one.path) not in still
