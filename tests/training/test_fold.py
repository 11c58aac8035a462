"""Each cause is told once: over weeks, over variants, and beside what settles it."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.fold import over_variants, over_weeks, without_repeats
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.rules.phrases import weeks_named, when
from runlift_site.training.vocabulary import Tier

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def finding(rule: str = "R15", week: int | None = 1, **changes: Any) -> RuleFinding:
    values: dict[str, Any] = {
        "severity": WARNING,
        "day": None,
        "sentence": "No session works the calves",
        "reason": "Calves push off.",
        "fix": "Add one.",
        "path": ("week_pattern", "base"),
    }
    return RuleFinding(rule, week=week, **{**values, **changes})


def weeks_of(*found: RuleFinding) -> list[tuple[int, ...]]:
    return [one.weeks for one in over_weeks(found)]


def test_same_cause_names_all_its_weeks() -> None:
    assert weeks_of(*(finding(week=week) for week in (2, 3, 4, 5))) == [(2, 3, 4, 5)]
    assert weeks_of(finding(week=4), finding(week=2)) == [(2, 4)]


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "R16"},
        {"path": ("week_pattern", "build")},
        {"sentence": "Something else"},
        {"severity": INFO},
        {"day": 3},
        {"allowed_because": "On purpose."},
    ],
)
def test_other_cause_is_told_apart(other: dict[str, Any]) -> None:
    assert weeks_of(finding(week=1), finding(**{"week": 2, **other})) == [(1,), (2,)]


def test_finding_about_the_plan_has_no_weeks() -> None:
    assert weeks_of(finding(week=None)) == [()]


def on_tuesday(rule: str, severity: Severity, **changes: Any) -> RuleFinding:
    return finding(rule, severity=severity, day=1, sentence=rule, **changes)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("R20", ERROR), ("R23", ERROR), ["R20"]),
        (("R21", ERROR), ("R24", INFO), ["R21"]),
        (("R20", WARNING), ("R23", WARNING), ["R20"]),
        (("R20", WARNING), ("R23", ERROR), ["R20", "R23"]),  # the order would stay open
        (("R20", INFO), ("R24", INFO), ["R20", "R24"]),  # a note sends nothing away
        (("R22", ERROR), ("R24", INFO), ["R22", "R24"]),  # another day's run is the cause
    ],
)
def test_lift_that_has_to_go_is_not_told_how_to_share_its_day(
    first: tuple[str, Severity], second: tuple[str, Severity], told: list[str]
) -> None:
    found = [on_tuesday(*first), on_tuesday(*second)]
    assert [one.rule for one in without_repeats(found)] == told


def test_lift_that_may_stay_is_told_how_to_share_its_day() -> None:
    found = [on_tuesday("R20", ERROR, allowed_because="Track night."), on_tuesday("R23", ERROR)]
    assert without_repeats(found) == tuple(found)
    elsewhere = [on_tuesday("R20", ERROR), on_tuesday("R23", ERROR, week=2)]
    assert without_repeats(elsewhere) == tuple(elsewhere)


def test_variants_with_the_same_cause_are_told_together() -> None:
    both, only = finding(), finding("R18", week=None)
    told = over_variants([(Tier.GYM, [both, only]), (Tier.HOME, [both])])
    assert [(one.finding, one.tiers) for one in told] == [(both, ()), (only, (Tier.GYM,))]


def test_cause_is_told_in_the_words_of_the_fullest_variant() -> None:
    gym, home = finding(sentence="Eight sets"), finding(sentence="Nine sets")
    (told,) = over_variants([(Tier.GYM, [gym]), (Tier.HOME, [home])])
    assert (told.finding, told.tiers) == (gym, ())


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        ((3,), "week 3"),
        ((2, 3), "weeks 2 and 3"),
        ((2, 3, 4, 5), "weeks 2 to 5"),
        ((1, 2, 3, 5), "weeks 1 to 3 and 5"),
        ((1, 3, 5, 6, 7), "weeks 1, 3 and 5 to 7"),
    ],
)
def test_weeks_are_named_in_words(weeks: tuple[int, ...], words: str) -> None:
    assert weeks_named(weeks) == words
    one = finding(week=weeks[0], further=weeks[1:], day=1)
    assert when(one) == f"{words}, Tuesday"
