"""R13: load and main sets grow in small steps."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.growth import R13, rises_too_much, too_many_sets
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.training.builders import (
    ADD_ON,
    LIBRARY,
    Values,
    circuit,
    item,
    main,
    phase,
    plan,
    session,
    suggesting,
    template,
    week,
)


def found(values: Values, tier: Tier = Tier.GYM) -> list[RuleFinding]:
    return list(suggesting(R13.check(plan(values, tier), LIBRARY)))


def of_weeks(*sessions: Values, **changes: Any) -> Values:
    """A plan in which each week has a session of its own."""
    count = len(sessions)
    values = template(
        weeks=count,
        pattern=week(wed="work-1"),
        sessions={"work-1": sessions[0]},
        **changes,
    )
    values["phases"] = [
        phase(number, number, strength_per_week=1, pattern=f"week-{number}")
        for number in range(1, count + 1)
    ]
    values["sessions"] = {f"work-{number}": one for number, one in enumerate(sessions, 1)}
    values["week_pattern"] = {
        f"week-{number}": week(wed=f"work-{number}") for number in range(1, count + 1)
    }
    return values


# Load steps


def stepping(step: Any, weeks: int = 6, **facts: Any) -> Values:
    progression = [
        {"applies_to": "main", "rule": "double", "then_load_pct": step},
        {"applies_to": "accessory", "rule": "double", "then_load_pct": [2, 5]},
    ]
    sessions = {"work": session(main(item("front-squat", **facts)))}
    return template(
        weeks=weeks, pattern=week(wed="work"), sessions=sessions, progression=progression
    )


@pytest.mark.parametrize(
    ("step", "fix"),
    [
        ([2, 5], None),
        ([2, 10], None),
        (10, None),
        ([2, 11], "Write then_load_pct: [2, 10]."),
        (15, "Write then_load_pct: [5, 10]."),
    ],
)
def test_r13_load_steps_are_ten_percent_at_most(step: Any, fix: str | None) -> None:
    said = found(stepping(step))
    assert [(one.severity, one.week, one.fix) for one in said] == (
        [] if fix is None else [(Severity.WARNING, 4, fix)]
    )


def test_r13_points_to_the_step_and_says_it_once() -> None:
    (only,) = found(stepping([5, 20], weeks=10))
    assert only.path == ("progression", 0, "then_load_pct")
    assert only.sentence == "Front squat adds up to 20 % of load; 10 % is the most in one step"


def test_r13_step_that_is_never_taken_is_no_matter() -> None:
    assert found(stepping(20, weeks=3)) == []
    assert found(stepping(20), Tier.BODYWEIGHT) == []


# Loads of two weeks


def loaded(reps: Any = 5, **load: Any) -> Values:
    return session(main(item("front-squat", reps=reps, load=load), item("band-row", reps=5)))


@pytest.mark.parametrize(
    ("first", "then", "fix"),
    [
        ({"percent_1rm": 70}, {"percent_1rm": 77}, None),
        ({"percent_1rm": 70}, {"percent_1rm": 78}, "Write percent_1rm: 77."),
        ({"percent_1rm": 65}, {"percent_1rm": 80}, "Write percent_1rm: 71.5."),
        ({"percent_1rm": 70}, {"percent_1rm": 60}, None),
        ({"rir": 4}, {"rir": 2}, None),  # 76.9 and 81.1 %
        (
            {"rir": 4},
            {"rir": 0},  # 85.7 %, a rise of 11 %
            "Write load: {rir: 1}.",
        ),
    ],
)
def test_r13_load_of_an_exercise_rises_by_a_tenth_at_most(
    first: Values, then: Values, fix: str | None
) -> None:
    said = found(of_weeks(loaded(**first), loaded(**then)))
    assert [(one.severity, one.week, one.day, one.fix) for one in said] == (
        [] if fix is None else [(Severity.WARNING, 2, 2, fix)]
    )


def test_r13_fewer_reps_at_the_same_reserve_are_a_heavier_load() -> None:
    (only,) = found(of_weeks(loaded([8, 10], rir=2), loaded([4, 6], rir=2)))
    assert only.sentence == (
        "Front squat goes from 75 % of the maximum in week 1 to 83 %, a rise of 11 %"
    )
    assert only.path == ("sessions", "work-2", "blocks", 1, "items", 0)
    assert only.fix == "Write load: {rir: 3}."
    assert found(of_weeks(loaded([8, 10], rir=2), loaded([4, 6], rir=3))) == []


def test_r13_leaves_the_steps_of_double_progression_to_its_percentage() -> None:
    assert found(stepping([2, 5], weeks=12, reps=[3, 8], load={"rir": 2})) == []


def test_r13_looks_back_to_the_last_normal_week() -> None:
    light, usual = loaded(percent_1rm=60), loaded(percent_1rm=77)
    first = loaded(percent_1rm=70)
    assert len(found(of_weeks(first, light, usual))) == 1
    assert found(of_weeks(first, light, usual, deload={"weeks": [2]})) == []


def test_r13_asks_exercises_with_a_weight_only_and_new_ones_are_free() -> None:
    row = item("band-row", reps=5)
    bare = session(main(item("push-up", reps=12, load={"rir": 5}), row))
    hard = session(main(item("push-up", reps=3, load={"rir": 0}), row))
    assert found(of_weeks(bare, hard)) == []
    assert found(of_weeks(bare, loaded(percent_1rm=95))) == []


def test_r13_goes_by_the_heaviest_mention_of_the_week_before() -> None:
    both = loaded(percent_1rm=60)
    both["blocks"][1]["items"].append(item("front-squat", reps=5, load={"percent_1rm": 80}))
    assert found(of_weeks(both, loaded(percent_1rm=85))) == []


# Sets


def of_sets(*counts: int) -> Values:
    """Weeks with so many main sets, in items of four sets or fewer."""

    def written(count: int) -> Values:
        names = ("front-squat", "deadlift", "press", "floor-press", "band-row")
        items = []
        for name in names:
            if count > 0:
                items.append(item(name, reps=5, sets=min(count, 4)))
                count -= 4
        return session(main(*items))

    return of_weeks(*(written(count) for count in counts))


@pytest.mark.parametrize(
    ("first", "then", "faults"),
    [
        (10, 12, 0),
        (10, 13, 1),
        (5, 6, 0),
        (5, 7, 1),
        (4, 5, 1),
        (12, 8, 0),
        (15, 18, 0),
        (15, 19, 1),
    ],
)
def test_r13_main_sets_grow_by_a_fifth_at_most(first: int, then: int, faults: int) -> None:
    said = found(of_sets(first, then))
    assert [(one.severity, one.week, one.day, one.path) for one in said] == [
        (Severity.WARNING, 2, None, ("phases", 1))
    ] * faults


def test_r13_says_where_sets_could_go() -> None:
    (only,) = found(of_sets(10, 14))
    assert only.sentence == "There are 14 main sets, 40 % more than the 10 of week 1"
    assert only.fix == ("Do 3 sets of front squat in 'work-2' and 3 sets of deadlift in 'work-2'.")


def test_r13_takes_rounds_from_circuits() -> None:
    small = session(circuit(2, "front-squat", "press"))
    (only,) = found(of_weeks(small, session(circuit(4, "front-squat", "press"))))
    assert only.fix == "Do 2 rounds of the circuit in 'work-2'."


def test_r13_asks_for_a_part_of_the_sets_where_none_can_be_left_out() -> None:
    names = ("front-squat", "deadlift", "press")
    small = session(main(item("front-squat", sets=1)))
    many = session(main(*(item(name, sets=1) for name in names)))
    (only,) = found(of_weeks(small, many))
    assert only.fix == "Write sets_factor: 0.9 for the phase of week 2."


def test_r13_compares_sets_with_the_last_normal_week() -> None:
    values = of_sets(10, 5, 12)
    assert [one.week for one in found(values)] == [3]
    values["deload"] = {"weeks": [2]}
    assert found(values) == []
    values = of_sets(10, 5, 12)
    values["phases"][1]["phase"] = "taper"
    assert found(values) == []


def test_r13_easier_weeks_are_asked_too_and_add_ons_count() -> None:
    values = template(weeks=2, pattern=week(wed="upper"))
    values["phases"] = [
        phase(1, 1, strength_per_week=1),
        phase(2, 2, phase="taper", strength_per_week=1, add_ons=1),
    ]
    values["sessions"]["add-on"] = ADD_ON
    values["week_pattern"]["taper"] = week(wed="upper", fri="add-on")
    assert [one.week for one in found(values)] == [2]  # 9 sets, then 12


def test_r13_first_week_has_nothing_to_be_compared_with() -> None:
    assert found(of_sets(20)) == []


def test_judges_at_their_boundaries() -> None:
    assert not rises_too_much(70, 77)
    assert rises_too_much(70, 77.1)
    assert not too_many_sets(10, 12)
    assert too_many_sets(10, 13)
