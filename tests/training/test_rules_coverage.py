"""R15 to R18: what each week holds, and a plan for the gym."""

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.vocabulary import Tier
from tests.training.builders import Values, item, main, session, template, week
from tests.training.rule_cases import asked, in_phases, where, work

ONE_WEEK = week(wed="work")
COMPLETE = ("front-squat", "deadlift", "forward-lunge", "press", "band-row", "side-plank")


def of(*names: str) -> Values:
    """A week with one session of these exercises."""
    return template(weeks=1, pattern=ONE_WEEK, sessions={"work": work(*names)})


def phase_by_phase(*names: str) -> Values:
    """The same session in every week, from a base week to the week after the race."""
    written = (
        ("base", 1, 1),
        ("taper", 2, 2),
        ("race_week", 3, 3),
        ("post_race", 4, 4),
        ("return_from_injury", 5, 5),
    )
    return in_phases(*written, pattern=ONE_WEEK, sessions={"work": work(*names)})


@pytest.mark.parametrize("rule", ["R15", "R16", "R17"])
def test_weeks_around_a_race_need_not_be_complete(rule: str) -> None:
    found = asked(rule, phase_by_phase("press"))
    assert {one.week for one in found} == {1, 2, 5}


@pytest.mark.parametrize("rule", ["R15", "R16", "R17"])
def test_easier_weeks_are_asked_as_well(rule: str) -> None:
    values = template(3, ONE_WEEK, {"work": work("press")}, deload={"weeks": [2]})
    assert {one.week for one in asked(rule, values)} == {1, 2, 3}


@pytest.mark.parametrize("rule", ["R15", "R16", "R17"])
def test_sessions_of_a_week_count_together(rule: str) -> None:
    sessions = {
        "one": work("front-squat", "deadlift", "calf-raise"),
        "two": work("press", "band-row", kind="short"),
        "three": work("forward-lunge", "side-plank", kind="add_on"),
    }
    values = template(2, week(mon="one", wed="two", fri="three"), sessions)
    assert asked(rule, values) == ()


# R15


@pytest.mark.parametrize(
    ("names", "faults"),
    [
        (("calf-raise",), 0),
        (("seated-heel-raise",), 0),
        (("pogo-hop",), 0),  # hops are mainly work for the calves
        (("front-squat", "split-squat"), 1),
    ],
)
def test_r15_week_has_a_calf_exercise(names: tuple[str, ...], faults: int) -> None:
    found = asked("R15", of(*names))
    assert where(found) == [(1, "")] * faults
    assert {one.severity for one in found} <= {Severity.INFO}


def test_r15_rolling_calves_is_not_working_them() -> None:
    written = work("press")
    written["blocks"].append({"kind": "mobility", "routine": "calm"})
    (found,) = asked("R15", template(1, ONE_WEEK, {"work": written}))
    assert found.sentence == "No session works the calves"
    assert found.fix == "Add calf raise (2 x 10 reps) to 'work'."
    assert found.path == ("week_pattern", "base")


# R16


@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("reach", 0),  # unilateral
        ("split-squat", 0),  # split
        ("forward-lunge", 0),  # alternating
        ("one-arm-row", 0),  # one side of the upper body
        ("side-plank", 0),
        ("front-squat", 1),
        ("press", 1),
    ],
)
def test_r16_week_has_work_for_one_side(name: str, faults: int) -> None:
    found = asked("R16", of("front-squat", name))
    assert where(found) == [(1, "")] * faults
    assert {one.severity for one in found} <= {Severity.WARNING}


def test_r16_drills_of_the_warm_up_do_not_count() -> None:
    written = work("press")
    swings = {"exercise": "leg-swing", "sets": 1, "reps_per_side": 10}
    written["blocks"].insert(0, {"kind": "warm_up", "items": [swings]})
    values = template(1, ONE_WEEK, {"work": written})
    (found,) = asked("R16", values)
    assert found.fix == "Add reach (2 x 8 each side) to 'work'."


def test_r16_suggests_what_the_kit_allows() -> None:
    (found,) = asked("R16", of("push-up"), Tier.BODYWEIGHT)
    assert found.fix == "Add reach (2 x 8 each side) to 'work'."


def test_r16_counts_the_stand_ins_of_a_variant() -> None:
    values = of("front-squat")
    assert len(asked("R16", values)) == 1
    assert asked("R16", values, Tier.BODYWEIGHT) == ()  # a split squat stands in


# R17


def test_r17_passes_a_complete_week() -> None:
    assert asked("R17", of(*COMPLETE)) == ()


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ("front-squat", "squat"),
        ("deadlift", "hinge"),
        ("forward-lunge", "lunge"),
        ("press", "push"),
        ("band-row", "pull"),
    ],
)
def test_r17_names_what_is_missing(left_out: str, missing: str) -> None:
    (found,) = asked("R17", of(*(name for name in COMPLETE if name != left_out)))
    assert found.severity is Severity.WARNING
    assert found.sentence == f"The sessions leave out {missing}"


def test_r17_names_everything_missing_in_one_sentence() -> None:
    first, second = asked("R17", of("press"))
    assert first.sentence == "The sessions leave out squat, hinge, lunge, pull and core"
    assert "flexed hang (2 x 10 reps)" in first.fix
    assert second.sentence.startswith("Everything in the sessions goes straight ahead")


@pytest.mark.parametrize("core", ["plank", "side-plank", "twist", "flexed-hang"])
@pytest.mark.parametrize("push", ["press", "push-up"])
@pytest.mark.parametrize("pull", ["band-row", "assisted-pull-up"])
def test_r17_any_push_pull_and_core_will_do(core: str, push: str, pull: str) -> None:
    names = ("front-squat", "deadlift", "forward-lunge", "side-step", push, pull, core)
    assert asked("R17", of(*names)) == ()


@pytest.mark.parametrize(
    ("name", "faults"), [("side-step", 0), ("twist", 0), ("plank", 1), ("calf-raise", 1)]
)
def test_r17_week_leaves_the_straight_line(name: str, faults: int) -> None:
    names = ("front-squat", "deadlift", "forward-lunge", "press", "band-row", "plank", name)
    found = asked("R17", of(*names))
    assert [one.fix for one in found] == ["Add side plank (2 x 20 s each side) to 'work'."] * faults


# R18


def gym_plan(*names: str) -> Values:
    written = session(main(*(item(name) for name in names)))
    return template(2, ONE_WEEK, {"work": written})


def test_r18_passes_a_gym_plan_with_all_four() -> None:
    names = ("deadlift", "overhead-press", "front-squat", "forward-lunge")
    assert asked("R18", gym_plan(*names, "band-row")) == ()


def test_r18_names_the_favourites_a_gym_plan_leaves_out() -> None:
    (found,) = asked("R18", gym_plan("deadlift", "front-squat", "band-row"))
    assert found.severity is Severity.INFO
    assert (found.week, found.day) == (None, None)
    assert found.sentence == "The plan does without overhead press and forward lunge"
    assert found.path == ("sessions",)


def test_r18_asks_only_the_gym_variant() -> None:
    values = gym_plan("goblet-squat", "band-row")
    assert len(asked("R18", values)) == 1
    assert asked("R18", values, Tier.HOME) == ()
    assert asked("R18", values, Tier.BODYWEIGHT) == ()


def test_r18_one_week_with_the_lift_is_enough() -> None:
    sessions = {
        "early": session(main(*(item(n) for n in ("deadlift", "front-squat", "band-row")))),
        "late": session(main(*(item(n) for n in ("overhead-press", "forward-lunge", "band-row")))),
    }
    assert asked("R18", template(1, week(mon="early", thu="late"), sessions)) == ()
