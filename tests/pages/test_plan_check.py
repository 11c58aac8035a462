from typing import Any

from runlift_site.diagnostics.model import Severity
from runlift_site.pages.plan_check import PlanCheck, allowances, check_view
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.pages.builders import TUE, WED, lift, sample_week, week, words

SAID = words()
PATH = "plans/base/gym/1.html"


def finding(rule: str, severity: Severity, **changes: Any) -> RuleFinding:
    values: dict[str, Any] = {
        "week": 1,
        "day": TUE,
        "sentence": "heavy legs stand before a hard run",
        "reason": "Tired legs spoil speed work.",
        "fix": "Move it.",
        "path": ("week_pattern",),
    }
    return RuleFinding(rule, severity, **{**values, **changes})


def test_plan_without_findings_has_no_errors() -> None:
    view = check_view(PlanCheck(5, ()), SAID, PATH)
    assert view.summary == "Checked against 5 rules: no errors"
    assert view.findings == ()


def test_summary_counts_by_severity_and_what_is_allowed() -> None:
    found = (
        finding("R24", Severity.INFO),
        finding("R20", Severity.WARNING),
        finding("R22", Severity.WARNING),
        finding("R21", Severity.ERROR, allowed_because="The only free day."),
    )
    summary = check_view(PlanCheck(5, found), SAID, PATH).summary
    assert summary == "Checked against 5 rules: no errors, 2 warnings, 1 note, 1 kept on purpose"


def test_findings_are_sentences_with_their_place_gravest_first() -> None:
    found = (finding("R24", Severity.INFO, day=None), finding("R22", Severity.ERROR))
    first, second = check_view(PlanCheck(5, found), SAID, PATH).findings
    assert (first.rule, first.word, first.where) == ("R22", "Error", "Week 1, Tuesday")
    assert first.sentence == "Heavy legs stand before a hard run."
    assert (second.word, second.where) == ("Note", "Week 1")
    assert (first.href, first.fix) == ("../../../rules/r22.html", "Move it.")


def test_finding_that_is_allowed_asks_for_no_fix() -> None:
    allowed = finding("R22", Severity.ERROR, allowed_because="No other evening is free.")
    view = check_view(PlanCheck(5, (allowed,)), SAID, PATH)
    assert view.findings[0].fix == ""
    assert view.rules == "../../../rules.html"


def test_week_shows_its_own_findings_and_those_of_the_plan() -> None:
    found = (
        finding("R20", Severity.WARNING, week=2),
        finding("R2", Severity.WARNING, week=None, day=None),
        finding("R22", Severity.WARNING, week=1),
    )
    view = check_view(PlanCheck(5, found), SAID, PATH, week=1)
    assert [shown.rule for shown in view.findings] == ["R2", "R22"]


def test_allowance_stands_under_the_strip_of_its_day_only() -> None:
    allowed = finding("R22", Severity.ERROR, day=WED, allowed_because="No other evening is free.")
    check = PlanCheck(5, (allowed, finding("R24", Severity.INFO, day=WED)))
    striped = week({WED: (lift("A", heavy_leg=True),)}, (WED,))
    assert allowances(check, striped, SAID) == ("Wednesday: No other evening is free.",)
    assert allowances(check, sample_week(), SAID) == ()


def test_finding_of_several_weeks_names_them_and_a_week_page_names_its_own() -> None:
    found = finding("R15", Severity.INFO, week=2, further=(3, 4, 5), day=None)
    check = PlanCheck(5, (found,))
    assert check_view(check, SAID, PATH).findings[0].where == "Weeks 2 to 5"
    assert check_view(check, SAID, PATH, week=4).findings[0].where == "Week 4"
    assert check_view(check, SAID, PATH, week=6).findings == ()


def test_finding_of_some_variants_names_them() -> None:
    found = finding("R18", Severity.INFO, week=None, day=None)
    check = PlanCheck(5, (found,), {found: (Tier.GYM, Tier.HOME)})
    assert check_view(check, SAID, PATH).findings[0].where == "gym version, home version"
