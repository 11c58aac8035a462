"""R11: beginners learn technique before load."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.rules.beginners import R11
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.training.builders import (
    BARBELL,
    LIBRARY,
    Values,
    exercise,
    item,
    main,
    phase,
    plan,
    session,
    suggesting,
    template,
    week,
)


def of_item(written: Values, weeks: int = 6, level: str = "beginner", **changes: Any) -> Values:
    sessions = {"work": session(main(item("band-row", load={"rir": 5}), written))}
    return template(
        weeks=weeks, pattern=week(wed="work"), sessions=sessions, level=level, **changes
    )


def found(values: Values, tier: Tier = Tier.GYM, known: Library = LIBRARY) -> list[RuleFinding]:
    return list(suggesting(R11.check(plan(values, tier, known), known)))


def squat(**load: Any) -> Values:
    return item("front-squat", reps=[3, 5], load=load)


# Reps in reserve


@pytest.mark.parametrize(("rir", "weeks"), [(5, []), (4, []), (3, [1]), (2, [1, 3]), (0, [1, 3])])
def test_r11_beginners_leave_four_then_three_in_reserve(rir: int, weeks: list[int]) -> None:
    said = found(of_item(squat(rir=rir)))
    assert [one.week for one in said] == weeks
    assert all((one.severity, one.day) == (Severity.ERROR, 2) for one in said)


@pytest.mark.parametrize(("rir", "weeks"), [(4, []), (3, [1]), (2, [1, 3])])
def test_r11_asks_exercises_without_a_weight_too(rir: int, weeks: list[int]) -> None:
    said = found(of_item(item("push-up", reps=[5, 8], load={"rir": rir})))
    assert [one.week for one in said] == weeks


def test_r11_boundary_lies_between_weeks_two_and_three_and_after_week_four() -> None:
    def phases(*min_rir: int) -> Values:
        written = of_item(squat(rir=0), weeks=len(min_rir))
        written["phases"] = [
            phase(number, number, strength_per_week=1, min_rir=rir)
            for number, rir in enumerate(min_rir, 1)
        ]
        return written

    assert found(phases(4, 4, 3, 3, 0)) == []
    assert [one.week for one in found(phases(4, 3, 3, 3, 0))] == [2]
    assert [one.week for one in found(phases(4, 4, 2, 3, 0))] == [3]
    assert [one.week for one in found(phases(4, 4, 3, 2, 0))] == [4]


def test_r11_asks_beginners_only() -> None:
    assert found(of_item(squat(rir=0), level="intermediate")) == []


def test_r11_leaves_words_for_effort_and_accessory_work_alone() -> None:
    assert found(of_item(item("push-up", reps=[5, 8], load={"feel": "easy"}))) == []
    aside = {"kind": "accessory", "items": [item("plank", seconds=30, load={"rir": 0})]}
    sessions = {"work": session(main(squat(rir=4)), aside)}
    values = template(pattern=week(wed="work"), sessions=sessions, level="beginner")
    assert found(values) == []


@pytest.mark.parametrize("tier", list(Tier))
def test_r11_holds_in_every_variant(tier: Tier) -> None:
    assert found(of_item(squat(rir=4)), tier) == []
    assert [one.week for one in found(of_item(squat(rir=3)), tier)] == [1]


@pytest.mark.parametrize(
    ("load", "weeks"),
    [
        ({"percent_1rm": 74}, []),  # 11 in all, so 6 in reserve after 5 reps
        ({"percent_1rm": 75}, [1]),  # 5 in reserve, but heavy
        ({"percent_1rm": 80}, [1]),  # 3 in reserve (7.5 rounds to 8)
        ({"percent_1rm": 82}, [1, 3]),  # 2 in reserve
        ({"percent_1rm": 80, "rir": 4}, [1]),  # heavy all the same
    ],
)
def test_r11_counts_what_a_percentage_leaves(load: Values, weeks: list[int]) -> None:
    assert [one.week for one in found(of_item(squat(**load)))] == weeks


def test_r11_says_what_is_left_and_what_is_needed() -> None:
    (only,) = found(of_item(squat(rir=3)))
    assert only.sentence == "Front squat leaves 3 reps in reserve; a beginner leaves 4 for now"
    assert only.fix == "Write load: {rir: 4}."
    assert only.path == ("sessions", "work", "blocks", 1, "items", 1)
    (heavy,) = found(of_item(squat(percent_1rm=76)))
    assert heavy.sentence == ("Front squat is heavy while a beginner still learns the movements")


@pytest.mark.parametrize(
    ("load", "week_number", "fix"),
    [
        ({"percent_1rm": 90}, 1, {"percent_1rm": 74}),
        ({"percent_1rm": 90, "rir": 1}, 1, {"rir": 4, "percent_1rm": 74}),
        ({"percent_1rm": 90}, 3, {"percent_1rm": 80}),
    ],
)
def test_r11_fix_is_the_heaviest_load_that_passes(
    load: Values, week_number: int, fix: Values
) -> None:
    said = next(one for one in found(of_item(squat(**load))) if one.week == week_number)
    written = ", ".join(f"{key}: {value}" for key, value in fix.items())
    assert said.fix == f"Write load: {{{written}}}."
    after = found(of_item(squat(**fix)))
    assert week_number not in [one.week for one in after]


def test_r11_says_so_where_no_load_is_light_enough() -> None:
    said = found(of_item(item("front-squat", reps=4000, load={"percent_1rm": 80})))
    assert {one.fix for one in said} == {
        "Write load: {rir: 4}.",
        "Write load: {rir: 3}.",
    }


# Prerequisites

SNATCH = exercise(
    "snatch", "hinge", "hamstrings", **BARBELL, prerequisites=["deadlift"], alternatives={}
)
KNOWN = Library({**LIBRARY.exercises, "snatch": SNATCH}, LIBRARY.routines)


def of_weeks(*items: Values, level: str = "beginner") -> Values:
    """A plan of one session a week, each with one exercise; reserve is no matter here."""
    values = template(
        weeks=len(items),
        pattern=week(wed="work-1"),
        sessions={"work-1": _holding(items[0])},
        level=level,
    )
    values["phases"] = [
        phase(number, number, strength_per_week=1, pattern=f"week-{number}")
        for number in range(1, len(items) + 1)
    ]
    values["sessions"] = {
        f"work-{number}": _holding(written) for number, written in enumerate(items, 1)
    }
    values["week_pattern"] = {
        f"week-{number}": week(wed=f"work-{number}") for number in range(1, len(items) + 1)
    }
    return values


def _holding(written: Values) -> Values:
    return session(main(item("band-row", load={"rir": 5}), written))


def too_early(*items: Values, level: str = "beginner") -> list[RuleFinding]:
    said = found(of_weeks(*items, level=level), known=KNOWN)
    return [one for one in said if "comes first" in one.sentence]


EASY, HEAVY = {"rir": 4}, {"rir": 3}


def test_r11_prerequisite_in_an_earlier_week_is_enough() -> None:
    first, then = item("deadlift", load=EASY), item("snatch", load=HEAVY)
    assert too_early(first, then) == []
    assert too_early(first, item("push-up"), then) == []


@pytest.mark.parametrize("before", [item("push-up"), item("snatch", load=EASY)])
def test_r11_heavy_item_without_its_prerequisite_is_an_error(before: Values) -> None:
    (only,) = too_early(before, item("snatch", load=HEAVY))
    assert (only.severity, only.week) == (Severity.ERROR, 2)
    assert only.sentence == (
        "Snatch is heavy, and no earlier week holds deadlift, which comes first"
    )
    assert only.fix == "Do deadlift in place of snatch."


def test_r11_same_week_is_too_late() -> None:
    values = of_weeks(item("push-up"), item("deadlift", load=EASY))
    values["sessions"]["work-2"]["blocks"][1]["items"].append(item("snatch", load=HEAVY))
    assert ["comes first" in one.sentence for one in found(values, known=KNOWN)].count(True) == 1


def test_r11_prerequisites_of_light_items_are_free() -> None:
    assert too_early(item("push-up"), item("snatch", load=EASY)) == []


def test_r11_heavy_in_week_one_can_have_no_prerequisite_before_it() -> None:
    (only,) = too_early(item("snatch", load=HEAVY), item("deadlift", load=HEAVY))
    assert only.fix == "Do deadlift in place of snatch."


def test_r11_prerequisites_are_asked_of_beginners_and_said_once() -> None:
    heavy = item("snatch", load=HEAVY)
    assert len(too_early(item("push-up"), heavy, heavy)) == 1
    assert too_early(item("push-up"), heavy, level="intermediate") == []
