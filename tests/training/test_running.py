"""Runs of a week: steps between the first and the last week, easier weeks, pace."""

import pytest

from runlift_site.training.vocabulary import Slot
from runlift_site.training.week import CrossTraining, Run
from tests.training.builders import Values, expanded, phase, plan, template, week

LIFTS = {"mon": "heavy", "thu": "upper"}


def sundays(values: Values) -> list[Run]:
    return [each.days[6].runs[0] for each in plan(values).weeks]


def test_range_runs_in_even_steps_from_first_to_last_week() -> None:
    runs = sundays(template(weeks=6, pattern=week(**LIFTS, sun="long 10-20 km")))
    assert [run.km for run in runs] == [10, 12, 14, 16, 18, 20]


def test_steps_in_between_are_whole_kilometres_and_five_minutes() -> None:
    pattern = week(**LIFTS, sun="long 14-19 km", sat="easy 32-58")
    made = plan(template(weeks=5, pattern=pattern))
    assert [w.days[6].runs[0].km for w in made.weeks] == [14, 15, 17, 18, 19]
    assert [w.days[5].runs[0].minutes for w in made.weeks] == [32, 40, 45, 50, 58]


def test_short_times_are_worked_out_to_the_minute() -> None:
    made = plan(template(weeks=3, pattern=week(**LIFTS, sat="strides 10-15")))
    assert [w.days[5].runs[0].minutes for w in made.weeks] == [10, 13, 15]


def test_easier_week_falls_back_from_the_week_before_and_makes_no_step() -> None:
    values = template(weeks=5, pattern=week(**LIFTS, sun="long 10-16 km"), deload={"weeks": [3, 5]})
    assert [run.km for run in sundays(values)] == [10, 13, 10, 16, 12]  # 13 and 16, times 0.75


def test_easier_first_week_falls_back_from_the_low_end() -> None:
    values = template(weeks=3, pattern=week(**LIFTS, sun="long 10-16 km"), deload={"weeks": [1]})
    assert [run.km for run in sundays(values)] == [8, 10, 16]


def test_easier_week_leaves_cross_training_and_races_as_they_are() -> None:
    pattern = week(**LIFTS, sun="race 10 km")
    pattern["sat"] = [{"cross_train": "Cycling", "minutes": 45}]
    made = plan(template(weeks=2, pattern=pattern, deload={"weeks": [2], "run_factor": 0.5}))
    assert [w.days[6].runs[0].km for w in made.weeks] == [10, 10]
    other = made.weeks[1].days[5].sessions[0]
    assert isinstance(other, CrossTraining)
    assert (other.activity, other.minutes) == ("Cycling", 45)


def test_each_phase_has_its_own_first_and_last_week() -> None:
    values = template(weeks=4, pattern=week(**LIFTS, sun="long 10-12 km"))
    values["phases"] = [phase(1, 2), phase(3, 4)]
    assert [run.km for run in sundays(values)] == [10, 12, 10, 12]


@pytest.mark.parametrize(
    ("entry", "minutes", "km"),
    [
        ("easy 10 km", 60, 10),  # 6:00
        ("recovery 5 km", 30, 5),
        ("long 12 km", 78, 12),  # 6:30
        ("tempo 7 km", 35, 7),  # 5:00
        ("race 21 km", 105, 21),  # as hard
        ("easy 45", 45, 7.5),
        ("intervals 40", 40, 8),
    ],
)
def test_pace_turns_distance_into_time_and_back(entry: str, minutes: int, km: float) -> None:
    run = sundays(template(weeks=1, pattern=week(**LIFTS, sun=entry)))[0]
    assert (run.minutes, run.km) == (minutes, km)
    assert run.by_distance is entry.endswith("km")


def test_run_keeps_what_the_author_says_about_it() -> None:
    pattern = week(**LIFTS)
    note = "Flat, please."
    pattern["sun"] = [{"run": "easy", "km": 8, "treadmill_ok": True, "note": note}]
    run = sundays(template(weeks=1, pattern=pattern))[0]
    assert (run.treadmill_ok, run.note, run.slot) == (True, note, None)
    assert run.path == ("week_pattern", "base", "sun", 0)


def test_morning_comes_before_evening() -> None:
    pattern = week(**LIFTS)
    pattern["mon"] = [{"strength": "heavy", "slot": "pm"}, {"run": "easy", "km": 5, "slot": "am"}]
    run, lift = plan(template(weeks=1, pattern=pattern)).weeks[0].days[0].sessions
    assert isinstance(run, Run)
    assert (run.slot, lift.slot) == (Slot.AM, Slot.PM)
    assert lift.path == ("week_pattern", "base", "mon", 0)


def test_range_in_a_phase_of_one_normal_week_is_a_problem() -> None:
    values = template(weeks=2, pattern=week(**LIFTS, sun="long 10-16 km"), deload={"weeks": [2]})
    (problem,) = expanded(values).problems
    assert problem.code == "RL254"
    assert problem.path == ("week_pattern", "base", "sun", 0, "km")
