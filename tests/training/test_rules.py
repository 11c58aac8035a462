"""The rules that are checked now: passing, failing, and at their boundaries."""

from collections.abc import Iterable
from typing import Any

import pytest

from runlift_site.diagnostics.catalogue import catalogue
from runlift_site.diagnostics.model import Severity
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.rules.check import RULES, check_plan, unused_allowances
from runlift_site.training.rules.clear_zone import clear_days
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import WEEKDAYS, Basis, Tier
from tests.training.builders import (
    LIBRARY,
    Values,
    circuit,
    item,
    main,
    phase,
    plan,
    session,
    template,
    week,
)

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
HEAVY_ITEMS = (item("front-squat"), item("deadlift"))
HERE = frozenset({"R4", "R6", "R20", "R21", "R22"})
"""The rules that are tried in this file."""


def findings(values: Values, tier: Tier = Tier.GYM) -> tuple[RuleFinding, ...]:
    return tuple(one for one in check_plan(plan(values, tier), LIBRARY) if one.rule in HERE)


def said(found: Iterable[RuleFinding]) -> list[tuple[str, Severity, int | None, str]]:
    return [
        (one.rule, one.severity, one.week, "" if one.day is None else WEEKDAYS[one.day])
        for one in found
    ]


def of_week(**days: str) -> list[tuple[str, Severity, int | None, str]]:
    """What the rules say about a single week."""
    return said(findings(template(weeks=1, pattern=week(**days))))


def of_session(written: Values) -> list[tuple[str, Severity, int | None, str]]:
    values = template(weeks=2, pattern=week(wed="work"), sessions={"work": written})
    return said(findings(values))


def test_rules_are_listed_in_order_and_catalogued() -> None:
    numbers = [int(rule.id[1:]) for rule in RULES]
    assert numbers == sorted(set(numbers))
    assert {rule.id for rule in RULES} >= HERE
    for rule in RULES:
        assert rule.code == f"RL{300 + int(rule.id[1:])}"
        assert rule.code in catalogue()
        assert rule.sentence.endswith(".")
        assert rule.sources or rule.basis is Basis.HOUSE


def test_good_week_has_no_finding() -> None:
    days = {
        "mon": "heavy",
        "tue": "easy 40",
        "wed": "tempo 45",
        "thu": "recovery 30",
        "fri": "easy 30",
        "sun": "long 90",
    }
    assert of_week(**days) == []


# R4


def test_r4_passes_all_four_parts_in_order() -> None:
    assert of_session(session(main(*HEAVY_ITEMS))) == []


@pytest.mark.parametrize("missing", [0, 1, 2, 3])
def test_r4_full_session_without_a_part_is_an_error(missing: int) -> None:
    written = session(main(*HEAVY_ITEMS))
    del written["blocks"][missing]
    if missing == 1:  # mobility that fills itself needs something to have been worked
        written["blocks"][-1] = {"kind": "mobility", "routine": "calm"}
    assert of_session(written) == [("R4", ERROR, 1, "wed")]


@pytest.mark.parametrize(
    ("kept", "faults"),
    [((0, 1), 0), ((0, 1, 2, 3), 0), ((1,), 1), ((0,), 1), ((2,), 2)],
)
def test_r4_short_session_needs_warm_up_and_main(kept: tuple[int, ...], faults: int) -> None:
    written = session(main(*HEAVY_ITEMS), kind="short", minutes=25)
    written["blocks"] = [written["blocks"][index] for index in kept]
    assert of_session(written) == [("R4", ERROR, 1, "wed")] * faults


def test_r4_add_on_may_hold_any_part() -> None:
    aside: Values = {"kind": "accessory", "items": [item("plank", seconds=30)]}
    assert of_session({"kind": "add_on", "minutes": 10, "blocks": [aside]}) == []


def test_r4_parts_out_of_order_are_an_error() -> None:
    written = session(main(*HEAVY_ITEMS))
    written["blocks"][1], written["blocks"][2] = written["blocks"][2], written["blocks"][1]
    assert of_session(written) == [("R4", ERROR, 1, "wed")]


def test_r4_two_parts_of_a_kind_are_in_order() -> None:
    written = session(main(item("front-squat")), main(item("deadlift")))
    assert of_session(written) == []


def test_r4_says_what_is_missing_and_points_to_the_session() -> None:
    written = session(main(*HEAVY_ITEMS))
    del written["blocks"][0]
    values = template(pattern=week(wed="work"), sessions={"work": written})
    (found,) = findings(values)
    assert found.sentence == "The session 'work' is a full session without warm-up"
    assert found.path == ("sessions", "work", "blocks")


# R6


@pytest.mark.parametrize(
    ("rest_s", "faults"),
    [(60, 0), (120, 0), ([60, 120], 0), (121, 1), ([90, 180], 1)],
)
def test_r6_main_rest_is_one_to_two_minutes(rest_s: Any, faults: int) -> None:
    written = session(main(item("front-squat", rest_s=rest_s), item("press")))
    assert of_session(written) == [("R6", WARNING, 1, "wed")] * faults


@pytest.mark.parametrize(
    ("facts", "faults"),
    [
        ({"rest_s": 180, "note": "Heavy: take your time."}, 0),
        ({"rest_s": 181, "note": "Heavy: take your time."}, 1),
        ({"rest_s": 180}, 1),
        ({"rest_s": 180, "note": "Light.", "load": {"rir": 4}}, 1),
    ],
)
def test_r6_heavy_sets_may_rest_longer_with_a_note(facts: Values, faults: int) -> None:
    written = session(main(item("front-squat", **facts), item("press")))
    assert of_session(written) == [("R6", WARNING, 1, "wed")] * faults


@pytest.mark.parametrize(("rest_s", "faults"), [(90, 0), (150, 1), (None, 1)])
def test_r6_circuit_rests_after_the_round(rest_s: int | None, faults: int) -> None:
    written = session(circuit(3, "front-squat", "press"))
    if rest_s is None:
        del written["blocks"][1]["rest_s"]
    else:
        written["blocks"][1]["rest_s"] = rest_s
    assert of_session(written) == [("R6", WARNING, 1, "wed")] * faults


def test_r6_block_rest_counts_for_its_items() -> None:
    bare = session(main(item("front-squat", rest_s=None), item("press", rest_s=None)))
    assert len(of_session(bare)) == 2
    bare["blocks"][1]["rest_s"] = 90
    assert of_session(bare) == []


def test_r6_leaves_accessory_work_alone() -> None:
    aside = {"kind": "accessory", "items": [item("plank", seconds=30, rest_s=20)]}
    assert of_session(session(main(*HEAVY_ITEMS), aside)) == []


def test_r6_points_to_the_rest() -> None:
    written = session(main(item("front-squat", rest_s=240), item("press")))
    values = template(pattern=week(wed="work"), sessions={"work": written})
    (found,) = findings(values)
    assert found.path == ("sessions", "work", "blocks", 1, "items", 0, "rest_s")
    assert "240 s" in found.sentence


def test_r6_leaves_short_rests_to_r7() -> None:
    for rest_s in (30, 59, [45, 90]):
        assert of_session(session(main(item("front-squat", rest_s=rest_s), item("press")))) == []


# R20


@pytest.mark.parametrize(
    ("lift", "severity"), [("heavy", ERROR), ("upper", WARNING), ("add-on", INFO)]
)
def test_r20_lift_on_a_hard_day(lift: str, severity: Severity) -> None:
    assert of_week(wed=f"tempo 40 + {lift}") == [("R20", severity, 1, "wed")]


@pytest.mark.parametrize("run", ["easy", "recovery", "walk_run", "strides"])
def test_r20_passes_lifts_on_easy_days(run: str) -> None:
    assert of_week(wed=f"{run} 30 + heavy", sat=f"{run} 30 + upper") == []


@pytest.mark.parametrize(
    "run", ["tempo", "intervals", "hills", "fartlek", "race_pace", "time_trial", "progression"]
)
def test_r20_knows_every_hard_run(run: str) -> None:
    assert of_week(wed=f"{run} 40 + upper") == [("R20", WARNING, 1, "wed")]


def test_r20_short_session_without_heavy_legs_is_a_warning() -> None:
    short = session(main(item("press"), item("band-row")), kind="short", minutes=25)
    values = template(pattern=week(wed="tempo 40 + brief"), weeks=1, sessions={"brief": short})
    assert said(findings(values)) == [("R20", WARNING, 1, "wed")]


def test_r20_is_milder_where_the_kit_makes_the_session_light() -> None:
    values = template(weeks=1, pattern=week(wed="tempo 40 + heavy"))
    assert said(findings(values, Tier.HOME)) == [("R20", ERROR, 1, "wed")]
    assert said(findings(values, Tier.BODYWEIGHT)) == [("R20", WARNING, 1, "wed")]


# R21


@pytest.mark.parametrize("run", ["long", "race"])
@pytest.mark.parametrize(
    ("lift", "severity"), [("heavy", ERROR), ("upper", ERROR), ("add-on", WARNING)]
)
def test_r21_lift_on_a_long_or_race_day(run: str, lift: str, severity: Severity) -> None:
    assert of_week(sun=f"{run} 80 + {lift}") == [("R21", severity, 1, "sun")]


def test_r21_passes_a_long_run_alone() -> None:
    assert of_week(wed="easy 30 + upper", sun="long 80") == []


# R22


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"tue": "heavy", "wed": "tempo 40"}, [ERROR]),
        ({"tue": "heavy", "wed": "race 40"}, [ERROR]),
        ({"tue": "heavy", "wed": "long 80"}, [WARNING]),
        ({"tue": "heavy", "wed": "easy 40"}, []),
        ({"tue": "heavy"}, []),
        ({"mon": "tempo 40", "tue": "heavy"}, [WARNING]),
        ({"mon": "race 40", "tue": "heavy"}, [WARNING]),
        ({"mon": "long 80", "tue": "heavy"}, []),
        ({"mon": "tempo 40", "tue": "heavy", "wed": "tempo 40"}, [WARNING, ERROR]),
        ({"mon": "tempo 40", "tue": "upper", "wed": "tempo 40"}, []),
        ({"mon": "tempo 40", "tue": "add-on", "wed": "long 80"}, []),
        ({"fri": "upper", "sun": "long 80", "mon": "tempo 40"}, []),
    ],
)
def test_r22_heavy_legs_between_their_neighbours(
    days: dict[str, str], expected: list[Severity]
) -> None:
    found = of_week(**days)
    assert sorted(found) == sorted(("R22", severity, 1, "tue") for severity in expected)


def test_r22_runs_on_from_sunday_to_monday() -> None:
    values = template(weeks=2, pattern=week(mon="tempo 40", sun="heavy"))
    assert said(findings(values)) == [("R22", ERROR, 1, "sun")]  # no Monday follows week 2
    values = template(weeks=2, pattern=week(mon="heavy", sun="tempo 40"))
    assert said(findings(values)) == [("R22", WARNING, 2, "mon")]  # no Sunday comes before week 1


def test_r22_says_what_and_where_and_names_a_day_that_would_pass() -> None:
    mon = "easy 40 + upper"
    days = {"mon": mon, "tue": "heavy", "wed": "tempo 40", "fri": "easy 30", "sun": "long 80"}
    (found,) = findings(template(weeks=1, pattern=week(**days)))
    assert found.sentence == "Heavy legs on Tuesday, the day before Wednesday's tempo run"
    expected = "Move Heavy B to Friday: an easy run (am, the lift pm), and Saturday is free."
    assert found.fix == expected
    assert found.path == ("week_pattern", "base", "tue", 0)
    moved = {**days, "tue": "", "fri": "easy 30 + heavy"}
    assert of_week(**moved) == []


def test_fix_says_so_where_no_day_is_open() -> None:
    days = {
        "mon": "tempo 40",
        "tue": "heavy",
        "wed": "tempo 40",
        "thu": "easy 40",
        "fri": "tempo 40",
        "sat": "easy 40",
        "sun": "long 80",
    }
    for found in findings(template(weeks=1, pattern=week(**days))):
        assert found.fix.startswith("No other day is open for heavy legs: make Heavy A")


LAYOUTS = [
    {"mon": first, "tue": "heavy", "wed": second, "thu": third, "sat": fourth, "sun": "long 80"}
    for first in ("", "easy 30", "tempo 40")
    for second in ("", "easy 30", "tempo 40")
    for third in ("", "easy 30", "tempo 40")
    for fourth in ("", "easy 30", "tempo 40")
]


@pytest.mark.parametrize("days", LAYOUTS)
def test_fix_that_names_a_day_passes_when_it_is_followed(days: dict[str, str]) -> None:
    for found in findings(template(weeks=1, pattern=week(**days))):
        if not found.fix.startswith("Move"):
            continue
        day = found.fix.split(" to ")[1].split(":")[0][:3].lower()
        there = days.get(day, "")
        moved = {**days, "tue": "", day: f"{there} + heavy" if there else "heavy"}
        assert of_week(**moved) == []


# Allowances


def allowed(*allow: Values) -> Values:
    pattern = week(tue="heavy", wed="tempo 40")
    return template(weeks=2, pattern=pattern, checks={"allow": list(allow)})


def unused(values: Values) -> list[tuple[str, Any]]:
    template_of = PlanTemplate.model_validate(values)
    return [(one.code, one.path) for one in unused_allowances(template_of, findings(values))]


@pytest.mark.parametrize(
    ("where", "weeks"),
    [
        ({}, {1, 2}),
        ({"week": 2}, {2}),
        ({"day": "tue"}, {1, 2}),
        ({"week": 1, "day": "tue"}, {1}),
        ({"day": "wed"}, set()),
    ],
)
def test_allowed_finding_stays_with_its_reason(where: Values, weeks: set[int]) -> None:
    values = allowed({"rule": "R22", "reason": "Track night is Wednesday.", **where})
    found = findings(values)
    assert sorted(number for one in found for number in one.weeks) == [1, 2]
    assert {number for one in found if one.allowed_because for number in one.weeks} == weeks
    assert {one.allowed_because for one in found} <= {None, "Track night is Wednesday."}
    assert {one.severity for one in found} == {ERROR}
    assert bool(unused(values)) is (not weeks)


def test_allowance_that_matches_nothing_is_a_finding() -> None:
    values = allowed(
        {"rule": "R22", "reason": "Track night."}, {"rule": "R20", "reason": "No longer so."}
    )
    assert unused(values) == [("RL330", ("checks", "allow", 1))]
    assert "RL330" in catalogue()


def test_findings_stand_in_the_order_of_the_plan() -> None:
    written = session(main(item("front-squat", rest_s=240), item("deadlift")))
    pattern = week(tue="work", wed="tempo 40", sat="work", sun="long 60")
    found = findings(template(weeks=2, pattern=pattern, sessions={"work": written}))
    assert said(found) == [
        ("R6", WARNING, 1, "tue"),
        ("R22", ERROR, 1, "tue"),
        ("R22", WARNING, 1, "sat"),
    ]
    assert [one.weeks for one in found] == [(1,), (1, 2), (1, 2)]


# The clear zone


def clear(**days: str) -> list[str]:
    lift = next(day for day in WEEKDAYS if day not in days)
    (only,) = plan(template(weeks=1, pattern=week(**{lift: "upper"}, **days))).weeks
    return [WEEKDAYS[day] for day in sorted(only.clear)]


def test_clear_zone_of_tempo_on_thursday_and_long_run_on_sunday() -> None:
    assert clear(thu="tempo 45", sun="long 80") == ["wed", "thu", "fri", "sat", "sun"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({}, []),
        ({"tue": "easy 40", "sat": "recovery 30"}, []),
        ({"sun": "long 80"}, ["sat", "sun"]),
        ({"sat": "long 80"}, ["fri", "sat"]),
        ({"tue": "tempo 40", "sun": "long 80"}, ["mon", "tue", "wed", "sat", "sun"]),
        (
            {"tue": "intervals 40", "fri": "tempo 40", "sun": "long 80"},
            ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        ),
        ({"sun": "race 40"}, ["sat", "sun"]),
        ({"mon": "race 40"}, ["mon", "tue"]),
    ],
)
def test_clear_zone(days: dict[str, str], expected: list[str]) -> None:
    assert clear(**days) == expected


def test_clear_zone_looks_across_weeks() -> None:
    values = template(weeks=2)
    values["phases"] = [phase(1, 1), phase(2, 2, phase="build")]
    values["week_pattern"]["base"] = week(mon="heavy", thu="upper", sun="tempo 40")
    values["week_pattern"]["build"] = week(mon="tempo 40", wed="heavy", fri="upper")
    one, two = plan(values).weeks
    assert sorted(one.clear) == [5, 6]
    assert sorted(two.clear) == [0, 1]
    assert clear_days(two, None, None) == two.clear
    assert sorted(clear_days(one, two, one)) == [5, 6]
    assert sorted(clear_days(one, one, two)) == [0, 5, 6]


def test_clear_zone_does_not_depend_on_lifts() -> None:
    runs = {"tue": "easy 40", "wed": "tempo 40", "sun": "long 60"}
    some = plan(template(weeks=1, pattern=week(mon="heavy", fri="upper", **runs))).weeks[0]
    other = plan(template(weeks=1, pattern=week(thu="heavy", sat="upper", **runs))).weeks[0]
    assert some.clear == other.clear


@pytest.mark.parametrize("days", LAYOUTS)
def test_heavy_legs_raise_a_finding_exactly_on_clear_days(days: dict[str, str]) -> None:
    runs = {day: text for day, text in days.items() if day != "tue"}
    (only,) = plan(template(weeks=1, pattern=week(tue="upper", **runs))).weeks
    for number, day in enumerate(WEEKDAYS):
        there = runs.get(day, "")
        with_heavy = {**runs, day: f"{there} + heavy" if there else "heavy"}
        assert bool(of_week(**with_heavy)) is (number in only.clear)
