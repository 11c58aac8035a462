"""R1, R2 and R3: strength days of a week."""

from collections.abc import Mapping
from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.check import check_plan
from runlift_site.training.rules.frequency import R1, R2, R3
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.vocabulary import SessionKind
from tests.training.builders import ADD_ON, HEAVY, LIBRARY, UPPER, Values, plan, suggesting, week

INFO, WARNING = Severity.INFO, Severity.WARNING
SESSIONS = {"heavy": HEAVY, "upper": UPPER, "add-on": ADD_ON}
DAYS = ("mon", "wed", "fri", "sat", "tue", "thu")


def of_phases(*phases: tuple[str, int, int, Mapping[str, Any]], **changes: Any) -> Values:
    """A plan whose phases (name, first and last week) follow weeks of their own."""
    used: list[str] = []
    written, patterns = [], {}
    for number, (name, first, last, pattern) in enumerate(phases):
        names = [
            entry["strength"] for day in pattern.values() for entry in day if "strength" in entry
        ]
        used.extend(names)
        kinds = [SESSIONS[one]["kind"] for one in names]
        patterns[f"pattern-{number}"] = dict(pattern)
        written.append(
            {
                "phase": name,
                "weeks": [first, last],
                "pattern": f"pattern-{number}",
                "strength_per_week": len(kinds) - kinds.count(SessionKind.ADD_ON),
                "add_ons": kinds.count(SessionKind.ADD_ON),
                "focus": "Tests",
            }
        )
    return {
        "id": "test-plan",
        "name": "Test plan",
        "clearance": ["Ask a clinician first."],
        "lead": "A plan for tests.",
        "goal": {"race": "none"},
        "for": "Tests.",
        "not_for": "Runners.",
        "level": "intermediate",
        "written_for": "gym",
        "weeks": max(last for _, _, last, _ in phases),
        "pace": {"easy": "6:00", "long": "6:30", "hard": "5:00"},
        "phases": written,
        "sessions": {name: SESSIONS[name] for name in dict.fromkeys(used)},
        "week_pattern": patterns,
        "progression": [
            {"applies_to": kind, "rule": "double", "then_load_pct": [2, 5]}
            for kind in ("main", "accessory")
        ],
        **changes,
    }


def lifts_on(*days: str, **others: str) -> Values:
    return week(**{**dict.fromkeys(days, "upper"), **others})


def found(rule: Rule, values: Values) -> list[RuleFinding]:
    return list(suggesting(rule.check(plan(values), LIBRARY)))


def said(rule: Rule, *phases: tuple[str, int, int, Mapping[str, Any]]) -> list[Any]:
    return [(one.severity, one.week) for one in found(rule, of_phases(*phases))]


FIRST = ("base", 1, 1, lifts_on("tue", "thu"))
NO_LIFT = week(mon="easy 30", wed="tempo 40", fri="easy 30", sun="long 60")

# R1


def test_r1_passes_one_strength_day_a_week() -> None:
    assert said(R1, ("base", 1, 4, lifts_on("wed"))) == []


@pytest.mark.parametrize("phase", ["base", "build", "peak", "taper", "maintenance", "off_season"])
def test_r1_week_without_a_strength_day_is_a_warning(phase: str) -> None:
    assert said(R1, FIRST, (phase, 2, 2, NO_LIFT)) == [(WARNING, 2)]


def test_r1_asks_easier_weeks_too_and_says_like_weeks_once() -> None:
    values = of_phases(FIRST, ("base", 2, 4, NO_LIFT), deload={"weeks": [3]})
    (only,) = found(R1, values)
    assert (only.weeks, only.sentence) == ((2, 3, 4), "There is no strength day")
    assert only.path == ("phases", 1, "strength_per_week")


@pytest.mark.parametrize(
    ("phase", "enough"),
    [("race_week", True), ("post_race", True), ("taper", False), ("base", False)],
)
def test_r1_add_on_is_enough_around_the_race(phase: str, enough: bool) -> None:
    added = {**NO_LIFT, "sat": [{"strength": "add-on"}]}
    assert said(R1, FIRST, (phase, 2, 2, added)) == ([] if enough else [(WARNING, 2)])


@pytest.mark.parametrize("phase", ["race_week", "post_race"])
def test_r1_nothing_at_all_is_not_enough_around_the_race(phase: str) -> None:
    (only,) = found(R1, of_phases(FIRST, (phase, 2, 2, NO_LIFT)))
    assert only.sentence == "There is no strength session, not even an add-on"
    assert only.fix.startswith("Put 'add-on' on ")


# R2


@pytest.mark.parametrize("phase", ["off_season", "return_from_injury"])
@pytest.mark.parametrize(
    ("count", "severity"), [(1, WARNING), (2, INFO), (3, None), (4, None), (5, WARNING)]
)
def test_r2_three_or_four_days_while_there_is_room(
    phase: str, count: int, severity: Severity | None
) -> None:
    expected = [] if severity is None else [(severity, 1)]
    assert said(R2, (phase, 1, 3, lifts_on(*DAYS[:count]))) == expected


def test_r2_does_not_count_add_ons_or_a_second_session_of_a_day() -> None:
    pattern = lifts_on("mon", "wed", fri="add-on", sat="upper + heavy")
    assert said(R2, ("off_season", 1, 1, pattern)) == []
    pattern = lifts_on("mon", fri="add-on", sat="upper + heavy")
    assert said(R2, ("off_season", 1, 1, pattern)) == [(INFO, 1)]


@pytest.mark.parametrize("phase", ["base", "peak", "maintenance", "race_week", "post_race"])
def test_r2_leaves_other_phases_alone(phase: str) -> None:
    assert said(R2, FIRST, (phase, 2, 2, lifts_on("mon"))) == []


# R3


@pytest.mark.parametrize(("phase", "most"), [("base", 4), ("build", 4), ("peak", 3), ("taper", 3)])
def test_r3_two_days_and_more_beside_full_running(phase: str, most: int) -> None:
    for count in range(1, 6):
        expected = [] if 2 <= count <= most else [(WARNING, 2)]
        assert said(R3, FIRST, (phase, 2, 3, lifts_on(*DAYS[:count]))) == expected


@pytest.mark.parametrize(
    "phase", ["off_season", "return_from_injury", "maintenance", "race_week", "post_race"]
)
def test_r3_leaves_other_phases_alone(phase: str) -> None:
    assert said(R3, FIRST, (phase, 2, 2, lifts_on("mon"))) == []


def test_r3_says_how_many_and_how_many_would_be_right() -> None:
    (only,) = found(R3, of_phases(("peak", 1, 2, lifts_on("mon", "tue", "thu", sat="heavy"))))
    assert only.sentence == "There are 4 strength days a week, and 2 to 3 are right in a peak phase"
    assert only.fix == "Leave out the session of Thursday (strength_per_week: 3)."


# What would pass


@pytest.mark.parametrize(
    ("phase", "pattern", "fix"),
    [
        ("base", {"mon": "upper"}, "Put 'upper' on Thursday (strength_per_week: 2)."),
        (
            "base",
            {"mon": "upper", "wed": "tempo 40", "thu": "easy 40", "fri": "tempo 40"},
            "Put 'upper' on Thursday after the easy run (strength_per_week: 2).",
        ),
        (
            "off_season",
            {"mon": "upper"},
            "Put 'upper' on Thursday and Saturday (strength_per_week: 3).",
        ),
        (
            "return_from_injury",
            dict.fromkeys(["tue", "wed", "thu", "fri", "sat", "sun"], "walk_run 20")
            | {"mon": "upper", "tue": "upper"},
            "Put 'upper' on Friday before the walk-run (strength_per_week: 3).",
        ),
    ],
)
def test_fix_names_days_that_pass(phase: str, pattern: dict[str, str], fix: str) -> None:
    rule = R3 if phase == "base" else R2
    (only,) = found(rule, of_phases((phase, 1, 2, week(**pattern))))
    assert only.fix == fix


@pytest.mark.parametrize("runs", [{}, {"tue": "tempo 40"}, {"wed": "tempo 40", "sun": "long 80"}])
def test_added_days_raise_no_error_or_warning_when_they_are_followed(runs: dict[str, str]) -> None:
    pattern = {"mon": "upper", "sat": "easy 40", **runs}
    (only,) = found(R3, of_phases(("base", 1, 2, week(**pattern))))
    day = only.fix.split(" on ")[1].split()[0].rstrip(".")[:3].lower()
    there = pattern.get(day, "")
    followed = {**pattern, day: f"{there} + upper" if there else "upper"}
    after = check_plan(plan(of_phases(("base", 1, 2, week(**followed)))), LIBRARY)
    placement = {"R3", "R20", "R21", "R22"}
    assert [one for one in after if one.rule in placement] == []


def test_fix_says_so_where_no_day_is_open() -> None:
    full = dict.fromkeys(("tue", "wed", "thu", "fri", "sat"), "tempo 40")
    (only,) = found(R3, of_phases(("base", 1, 1, week(mon="upper", sun="long 60", **full))))
    assert only.fix == (
        "No session of this plan can be put on a day of these weeks without a new error or warning."
    )


def test_fix_says_so_where_too_few_days_are_open() -> None:
    full = dict.fromkeys(("tue", "thu", "fri", "sat"), "tempo 40")
    pattern = week(mon="upper", wed="easy 30", sun="long 60", **full)
    (only,) = found(R2, of_phases(("off_season", 1, 1, pattern)))
    assert only.fix == (
        "No session of this plan can be put on a day of these weeks without a new error or warning."
    )
