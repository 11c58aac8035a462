"""How much heavy leg work fits beside hard runs, and the weeks that show it."""

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.placement_table import Room, example_week, rooms
from runlift_site.training.rules.days import in_place
from runlift_site.training.rules.placement import PLACEMENT_JUDGES
from runlift_site.training.vocabulary import RunClass


def test_room_for_heavy_legs_shrinks_with_hard_runs() -> None:
    assert rooms() == (
        Room(0, 3, 3),
        Room(1, 3, 2),
        Room(2, 2, 1),
        Room(3, None, None),  # four demanding days cannot be kept apart in seven
    )


@pytest.mark.parametrize("long_day", range(7))
@pytest.mark.parametrize("hard_runs", [0, 1, 2])
def test_example_week_holds_what_was_asked_and_raises_nothing(
    hard_runs: int, long_day: int
) -> None:
    week = example_week(hard_runs, long_day)
    classes = [run.run_class for run in week.runs]
    assert classes.count(RunClass.HARD) == hard_runs
    assert [run.run_class for run in week.days[long_day].runs] == [RunClass.LONG]
    assert [lift.letter for lift in week.lifts] == ["A", "B"]
    told = [
        verdict
        for place in in_place(week, week, week)
        for lift in place.day.lifts
        for judge in PLACEMENT_JUDGES
        for verdict in judge(lift, place)
        if verdict.severity is not Severity.INFO
    ]
    assert told == []


@pytest.mark.parametrize(("hard_runs", "heavy"), [(0, 2), (1, 2), (2, 1)])
def test_example_week_has_as_much_heavy_leg_work_as_goes_well(hard_runs: int, heavy: int) -> None:
    week = example_week(hard_runs, 6)
    assert sum(lift.heavy_leg for lift in week.lifts) == heavy
    assert any(not day.sessions for day in week.days)
    assert not any(day.weekday in week.clear for day in week.days for s in day.lifts if s.heavy_leg)


def test_three_hard_runs_beside_the_long_run_do_not_fit() -> None:
    with pytest.raises(ValueError, match="3"):
        example_week(3, 6)
