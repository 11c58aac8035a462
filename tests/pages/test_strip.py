import pytest

from runlift_site.pages.strip import merged_key, strip
from runlift_site.pages.strip_view import BarShape, KeyEntry, StripView
from runlift_site.training.vocabulary import RunType, SessionKind, Tier
from tests.pages.builders import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    cross,
    lift,
    run,
    sample_week,
    week,
    words,
)

SAID = words()


def drawn(**days: object) -> StripView:
    numbers = {"mon": MON, "tue": TUE, "wed": WED, "thu": THU, "fri": FRI, "sat": SAT, "sun": SUN}
    clear = days.pop("clear", ())
    return strip(week({numbers[d]: s for d, s in days.items()}, clear), SAID)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    ("run_type", "letter", "shape", "kind", "mark", "caption"),
    [
        (RunType.EASY, "E", BarShape.ROUND, "easy", "easy", "Easy"),
        (RunType.RECOVERY, "E", BarShape.ROUND, "easy", "easy", "Easy"),
        (RunType.STRIDES, "E", BarShape.ROUND, "easy", "easy", "Strides"),
        (RunType.WALK_RUN, "W", BarShape.ROUND, "easy", "walk", "Walk/run"),
        (RunType.LONG, "L", BarShape.FLAT, "long", "long", "Long"),
        (RunType.TEMPO, "T", BarShape.POINTED, "hard", "steady", "Tempo"),
        (RunType.RACE_PACE, "T", BarShape.POINTED, "hard", "steady", "Pace"),
        (RunType.PROGRESSION, "T", BarShape.POINTED, "hard", "steady", "Build"),
        (RunType.INTERVALS, "S", BarShape.POINTED, "hard", "fast", "Speed"),
        (RunType.HILLS, "S", BarShape.POINTED, "hard", "fast", "Hills"),
        (RunType.FARTLEK, "S", BarShape.POINTED, "hard", "fast", "Fartlek"),
        (RunType.TIME_TRIAL, "S", BarShape.POINTED, "hard", "fast", "Trial"),
        (RunType.RACE, "R", BarShape.FLAT, "race", "race", "Race"),
    ],
)
def test_run_type_decides_letter_shape_colour_and_key(
    run_type: RunType, letter: str, shape: BarShape, kind: str, mark: str, caption: str
) -> None:
    view = drawn(tue=(run(run_type, 50),))
    day = view.days[TUE]
    assert day.run is not None
    assert (day.run.letter, day.run.shape, day.run.run_class) == (letter, shape, kind)
    assert (day.caption, day.caption_class, day.time) == (caption, kind, "50 min")
    assert [(entry.mark, entry.letter) for entry in view.key] == [(mark, letter)]


def test_rest_day_is_empty() -> None:
    day = drawn().days[MON]
    assert (day.run, day.lift, day.href, day.time) == (None, None, None, "")
    assert (day.name, day.caption, day.sentence) == ("Mon", "Rest", "Monday: rest")


def test_cross_training_is_dashed() -> None:
    view = drawn(wed=(cross("cycling", 45),))
    day = view.days[WED]
    assert day.run is not None
    assert (day.run.letter, day.run.shape, day.caption_class) == ("X", BarShape.DASHED, "cross")
    assert day.sentence == "Wednesday: cycling 45 min"
    assert view.key == (KeyEntry("cross", "X", "cross-training"),)


def test_run_before_lift_is_told_in_order() -> None:
    view = drawn(tue=(run(RunType.EASY, 40), lift("A", heavy_leg=True)))
    assert view.days[TUE].sentence == "Tuesday: easy run 40 min, then heavy lift A"


def test_lift_before_run_is_told_in_order() -> None:
    view = drawn(tue=(lift("A", kind=SessionKind.SHORT), run(RunType.WALK_RUN, 30)))
    assert view.days[TUE].sentence == "Tuesday: light lift A, then walk and run 30 min"


@pytest.mark.parametrize(
    ("changes", "plates", "mark"),
    [
        ({"heavy_leg": True}, 3, "heavy"),
        ({}, 2, "loaded"),
        ({"kind": SessionKind.SHORT}, 1, "light"),
        ({"kind": SessionKind.ADD_ON}, 1, "light"),
        ({"tier": Tier.BODYWEIGHT}, 1, "light"),
    ],
)
def test_plates_tell_how_heavy_a_lift_is(
    changes: dict[str, object], plates: int, mark: str
) -> None:
    view = drawn(mon=(lift("A", **changes),))
    stack = view.days[MON].lift
    assert stack is not None
    assert (stack.letter, stack.plates, stack.allowed) == ("A", plates, False)
    assert view.days[MON].caption == "Lift"
    assert [entry.mark for entry in view.key] == [mark]


def test_stripes_stand_where_the_week_says() -> None:
    view = drawn(thu=(run(RunType.TEMPO, 50),), clear=(WED, THU))
    assert [day.clear for day in view.days] == [False, False, True, True, False, False, False]
    assert view.days[WED].sentence == "Wednesday: rest; no heavy leg work"
    assert view.key[-1].mark == "clear"


def test_heavy_legs_on_stripes_get_their_asterisk() -> None:
    heavy = drawn(wed=(lift("A", heavy_leg=True),), clear=(WED,)).days[WED].lift
    light = drawn(wed=(lift("A"),), clear=(WED,)).days[WED].lift
    assert heavy is not None
    assert light is not None
    assert (heavy.allowed, light.allowed) == (True, False)


def test_two_runs_are_one_bar_named_by_the_harder() -> None:
    day = drawn(tue=(run(RunType.EASY, 30), run(RunType.INTERVALS, 40))).days[TUE]
    assert day.run is not None
    assert (day.run.letter, day.run.minutes, day.time) == ("S", 70, "1 h 10")


def test_two_lifts_are_one_stack_with_both_letters() -> None:
    day = drawn(mon=(lift("A", heavy_leg=True), lift("B"))).days[MON]
    assert day.lift is not None
    assert (day.lift.letter, day.lift.plates) == ("AB", 3)


def test_days_with_a_lift_lead_to_its_card_where_asked() -> None:
    linked = strip(sample_week(), SAID, links=True)
    assert [day.href for day in linked.days if day.href] == ["#session-a", "#session-b"]
    assert not any(day.href for day in strip(sample_week(), SAID).days)


def test_key_lists_only_marks_that_occur() -> None:
    marks = [entry.mark for entry in strip(sample_week(), SAID).key]
    assert marks == ["easy", "long", "steady", "heavy", "light", "clear"]


def test_merged_key_has_each_mark_once_in_order() -> None:
    race = drawn(sun=(run(RunType.RACE, 60),))
    walk = drawn(mon=(run(RunType.WALK_RUN, 30),))
    assert [entry.mark for entry in merged_key((race, walk, race))] == ["walk", "race"]
