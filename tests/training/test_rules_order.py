"""R23 and R24: two sessions on one day."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import WEEKDAYS, Tier
from tests.training.builders import Values, template, week
from tests.training.rule_cases import asked, in_phases, where, with_slots

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
SHARED = {"run": "easy 40 + upper", "lift": "upper + easy 40"}

# R23


def ordered(
    entries: str, slots: str, race: str = "none", phase: str = "base"
) -> tuple[RuleFinding, ...]:
    """What R23 says about a Wednesday with these sessions in these slots ("-" for none)."""
    pattern = with_slots(week(wed=entries, sat="upper"), wed=slots)
    return asked("R23", in_phases((phase, 1, 1), pattern=pattern, goal={"race": race}))


@pytest.mark.parametrize("slots", ["- -", "am -", "- pm"])
@pytest.mark.parametrize("entries", ["easy 40 + upper", "upper + easy 40", "easy 30 + easy 20"])
def test_r23_two_sessions_without_an_order_are_an_error(entries: str, slots: str) -> None:
    (found,) = ordered(entries, slots)
    assert found.severity is ERROR
    assert where((found,)) == [(1, "wed")]
    assert found.path == ("week_pattern", "base", "wed")


@pytest.mark.parametrize(
    ("entries", "slots", "race", "phase", "expected"),
    [
        ("easy 40 + upper", "am pm", "none", "base", []),
        ("easy 40 + upper", "pm am", "none", "base", []),
        ("easy 40 + upper", "am pm", "10k", "base", []),
        ("easy 40 + upper", "pm am", "10k", "base", [WARNING]),
        ("upper + easy 40", "am pm", "any", "build", [WARNING]),
        ("upper + easy 40", "pm am", "any", "build", []),  # the slots count, not the lines
        ("easy 40 + upper", "am pm", "none", "return_from_injury", [WARNING]),
        ("easy 40 + upper", "pm am", "none", "return_from_injury", []),
        ("easy 40 + upper", "pm am", "10k", "return_from_injury", []),
        ("easy 40 + upper", "am pm", "10k", "return_from_injury", [WARNING]),
        ("easy 30 + add-on", "am pm", "none", "return_from_injury", []),  # it follows its run
        ("easy 30 + add-on", "pm am", "10k", "base", [WARNING]),
        ("easy 30 + easy 20", "am pm", "10k", "base", []),
    ],
)
def test_r23_run_first_before_a_race_and_lift_first_after_an_injury(
    entries: str, slots: str, race: str, phase: str, expected: list[Severity]
) -> None:
    assert [one.severity for one in ordered(entries, slots, race, phase)] == expected


def test_r23_passes_days_of_one_session() -> None:
    pattern = week(mon="heavy", tue="easy 40", thu="upper", sun="long 60")
    assert asked("R23", template(2, pattern, goal={"race": "10k"})) == ()


def test_r23_asks_cross_training_for_its_order_too() -> None:
    pattern = week(wed="upper")
    pattern["wed"].append({"cross_train": "Cycling", "minutes": 30})
    (found,) = asked("R23", template(1, pattern))
    assert found.sentence == "Wednesday holds lift A and the cycling, but not which comes first"
    pattern = with_slots(pattern, wed="am pm")
    assert asked("R23", template(1, pattern, goal={"race": "5k"})) == ()


@pytest.mark.parametrize(
    ("race", "phase", "fix"),
    [
        ("none", "base", "slot: am for the easy run and slot: pm for lift A"),
        ("10k", "base", "slot: am for the easy run and slot: pm for lift A"),
        ("none", "return_from_injury", "slot: am for lift A and slot: pm for the easy run"),
    ],
)
def test_r23_says_which_slots_would_pass(race: str, phase: str, fix: str) -> None:
    for entries in SHARED.values():
        (found,) = ordered(entries, "- -", race, phase)
        assert found.fix == f"Write {fix}."


def test_r23_says_what_is_reversed() -> None:
    (found,) = ordered("easy 40 + upper", "pm am", "10k")
    assert found.sentence == "Lift A comes before the easy run on Wednesday"
    assert found.fix == "Write slot: am for the easy run and slot: pm for lift A."


# R24


def shared(values: Values, tier: Tier = Tier.GYM) -> list[tuple[int | None, str, str]]:
    """Week, day and suggested day of each finding."""
    found = asked("R24", values, tier)
    assert {one.severity for one in found} <= {INFO}
    return [
        (one.week, day, one.sentence.split(" though ")[-1].removesuffix(" is free"))
        for one, (_, day) in zip(found, where(found), strict=True)
    ]


def in_week(**days: str) -> list[tuple[str, str]]:
    return [(day, better) for _, day, better in shared(template(1, week(**days)))]


FULL_WEEK = {
    "mon": "easy 40 + upper",
    "tue": "tempo 40",
    "thu": "easy 30",
    "sat": "easy 30",
    "sun": "long 80",
}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (FULL_WEEK, [("mon", "Wednesday")]),
        ({**FULL_WEEK, "wed": "upper", "fri": "upper"}, []),  # no day is free
        ({"tue": "easy 40 + upper", "sun": "long 60"}, [("tue", "Monday")]),
        ({"tue": "easy 40", "wed": "upper", "sun": "long 60"}, []),  # nothing is shared
        ({"tue": "easy 40 + add-on", "sun": "long 60"}, []),  # an add-on stays with its run
    ],
)
def test_r24_lift_that_shares_its_day(
    days: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert in_week(**days) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        # Each free day is next to hard or long running, or to other heavy legs.
        ({"mon": "easy 40 + heavy", "wed": "tempo 40", "sun": "long 80"}, ["Friday"]),
        (
            {"mon": "easy 40 + heavy", "tue": "easy 40", "wed": "tempo 40", "fri": "tempo 40",
             "sun": "long 80"},
            [],
        ),
        (
            {"mon": "easy 40 + heavy", "tue": "easy 40", "thu": "heavy", "sat": "easy 30",
             "sun": "long 80"},
            [],
        ),
        ({"mon": "easy 40 + heavy", "fri": "heavy", "sun": "long 80"}, ["Tuesday"]),
    ],
)  # fmt: skip
def test_r24_heavy_legs_need_a_day_that_takes_them(
    days: dict[str, str], expected: list[str]
) -> None:
    assert [better for _, better in in_week(**days)] == expected


@pytest.mark.parametrize(("run_days", "faults"), [(4, 1), (5, 1), (6, 0)])
def test_r24_many_run_days_make_sharing_unavoidable(run_days: int, faults: int) -> None:
    days = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat")[:run_days], "easy 30")
    assert len(in_week(**{**days, "mon": "easy 30 + upper"})) == faults


def test_r24_day_has_to_suit_every_week_of_the_pattern() -> None:
    # Sunday is free; but the phase after it begins with a tempo run on Monday.
    base = week(mon="easy 40 + heavy", tue="easy 30", wed="tempo 40", thu="easy 30", fri="tempo 40")
    build = week(mon="tempo 40", wed="upper")
    values = template(3, base)
    one = {"phase": "base", "weeks": [1, 2], "strength_per_week": 1, "focus": "Tests"}
    values["phases"] = [one]
    assert {better for _, _, better in shared({**values, "weeks": 2})} == {"Sunday"}
    values["phases"] = [one, {**one, "phase": "build", "weeks": [3, 3]}]
    values["week_pattern"]["build"] = build
    values["sessions"]["upper"] = template(1, build)["sessions"]["upper"]
    assert shared(values) == []


def test_r24_heavy_legs_move_in_every_week_at_once() -> None:
    # From Monday to Sunday: next to the Monday it leaves, but that one has moved as well.
    days = {"mon": "easy 40 + heavy", "tue": "easy 30", "wed": "tempo 40", "thu": "easy 30"}
    values = template(3, week(**days, fri="tempo 40"))
    assert shared(values) == [(number, "mon", "Sunday") for number in (1, 2, 3)]


PAIRS: list[dict[str, Any]] = [
    {
        "mon": f"{lift} + easy 40" if flip else f"easy 40 + {lift}",
        "wed": wed,
        "fri": fri,
        "sun": sun,
    }
    for lift in ("heavy", "upper")
    for flip in (False, True)
    for wed in ("", "tempo 40", "heavy")
    for fri in ("", "tempo 40", "upper")
    for sun in ("", "long 80")
]


def placement_findings(days: dict[str, str]) -> set[tuple[str, int | None, str]]:
    values = template(2, week(**days))
    return {
        (rule, one.week, one.sentence)
        for rule in ("R20", "R21", "R22", "R26")
        for one in asked(rule, values)
    }


@pytest.mark.parametrize("days", PAIRS)
def test_r24_speaks_up_exactly_where_a_free_day_raises_nothing_new(days: dict[str, str]) -> None:
    lift = "heavy" if "heavy" in days["mon"] else "upper"
    now = placement_findings(days)
    free = [day for day in WEEKDAYS if not days.get(day)]
    alone = {**days, "mon": "easy 40"}
    fits = [day for day in free if placement_findings({**alone, day: lift}) <= now]
    suggested = [better for _, day, better in shared(template(2, week(**days))) if day == "mon"]
    assert len(suggested) == (2 if fits else 0)
    assert {better[:3].lower() for better in suggested} <= set(fits[:1])  # the nearest
