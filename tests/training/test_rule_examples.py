"""The examples on the pages of the rules keep what they promise."""

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.check import RULES, check_plan
from runlift_site.training.rules.example_kit import example_library
from runlift_site.training.rules.examples import Shows, examples
from runlift_site.training.rules.explained import EXPLAINED
from runlift_site.training.rules.names import RULE_IDS
from runlift_site.training.week import Plan

WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def test_every_rule_is_named_explained_and_has_an_example() -> None:
    ids = tuple(rule.id for rule in RULES)
    assert ids == RULE_IDS
    assert set(examples()) == set(ids)
    assert tuple(EXPLAINED) == ids


@pytest.mark.parametrize("rule", RULE_IDS)
def test_good_example_passes_every_rule(rule: str) -> None:
    found = check_plan(examples()[rule].good, example_library())
    assert [(one.rule, one.sentence) for one in found] == []


@pytest.mark.parametrize("rule", RULE_IDS)
def test_bad_example_fails_its_rule_and_no_other(rule: str) -> None:
    example = examples()[rule]
    found = check_plan(example.bad, example_library())
    assert {one.rule for one in found} == {rule, *example.also}


def test_only_rules_that_cannot_fail_alone_bring_another() -> None:
    also = {rule: example.also for rule, example in examples().items() if example.also}
    assert also == {"R16": ("R17",)}


@pytest.mark.parametrize("rule", RULE_IDS)
def test_weight_names_the_severity_of_the_example(rule: str) -> None:
    for one in check_plan(examples()[rule].bad, example_library()):
        if one.rule == rule:
            assert WORDS[one.severity] in EXPLAINED[rule].weight.lower()


@pytest.mark.parametrize("rule", RULE_IDS)
def test_finding_concerns_the_week_that_is_shown(rule: str) -> None:
    example = examples()[rule]
    found = check_plan(example.bad, example_library())
    assert {one.week for one in found if one.rule == rule} <= {example.week, None}


@pytest.mark.parametrize("rule", RULE_IDS)
def test_drawn_weeks_of_an_example_differ(rule: str) -> None:
    example = examples()[rule]
    if example.shows is not Shows.WEEK:
        return

    def shape(plan: Plan) -> list[tuple[list[str], list[int]]]:
        days = plan.weeks[example.week - 1].days
        return [([run.run_type for run in d.runs], [lift.plates for lift in d.lifts]) for d in days]

    assert shape(example.good) != shape(example.bad)
