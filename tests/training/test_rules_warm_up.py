"""R5: warm-ups open hips and shoulders, and move."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.routine import Routine
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.rules.warm_up import R5
from runlift_site.training.vocabulary import Tier
from tests.training.builders import (
    LIBRARY,
    Values,
    exercise,
    item,
    main,
    plan,
    session,
    suggesting,
    template,
    week,
)

WORK = main(item("front-squat"), item("deadlift"))


def routine(name: str, *names: str) -> Routine:
    return Routine.model_validate(
        {
            "id": name,
            "name": "Warm-up",
            "kind": "warm_up",
            "minutes": 6,
            "line": "Circles.",
            "short_line": "Circles.",
            "summary": "Circles.",
            "items": [{"exercise": one, "reps": 8} for one in names],
        }
    )


def library(*exercises: Exercise, **routines: Routine) -> Library:
    known = {**LIBRARY.exercises, **{one.id: one for one in exercises}}
    return Library(known, {**LIBRARY.routines, **{one.id: one for one in routines.values()}})


def found(
    warm_up: Values, known: Library = LIBRARY, tier: Tier = Tier.GYM, **facts: Any
) -> list[RuleFinding]:
    written = session(WORK, **facts)
    written["blocks"][0] = {"kind": "warm_up", **warm_up}
    values = template(weeks=3, pattern=week(wed="work"), sessions={"work": written})
    return list(suggesting(R5.check(plan(values, tier, known), known)))


def drills(*names: str) -> Values:
    return {"items": [{"exercise": name, "reps": 8} for name in names]}


def test_r5_passes_a_warm_up_that_opens_both() -> None:
    assert found({"routine": "warm"}) == []
    assert found(drills("hip-circles", "arm-circles")) == []


@pytest.mark.parametrize(
    ("names", "missing", "fix"),
    [
        (("hip-circles",), "shoulders", "Add arm circles (10 reps) to it."),
        (("arm-circles",), "hips", "Add hip circles (10 reps) to it."),
        (
            ("wild-swing",),
            "hips and shoulders",
            "Add arm circles (10 reps) and hip circles (10 reps) to it.",
        ),
    ],
)
def test_r5_warns_about_what_stays_closed(names: tuple[str, ...], missing: str, fix: str) -> None:
    (only,) = found(drills(*names))
    assert only.severity is Severity.WARNING
    assert (only.week, only.day) == (1, 2)
    assert only.sentence == f"The warm-up of 'work' does not open the {missing}"
    assert only.fix == fix
    assert only.path == ("sessions", "work", "blocks", 0)
    added = [name for name in ("hip-circles", "arm-circles") if name.replace("-", " ") in fix]
    assert found(drills(*names, *added)) == []


def test_r5_prefers_one_drill_that_opens_both() -> None:
    both = exercise("reach-out", "mobility_dynamic", "glutes", opens=["hips", "shoulders"])
    (only,) = found(drills("wild-swing"), library(both))
    assert only.fix == "Add reach out (10 reps) to it."


def test_r5_names_a_routine_that_is_whole_in_place_of_one_that_is_not() -> None:
    known = library(half=routine("half", "hip-circles"))
    (only,) = found({"routine": "half"}, known)
    assert only.fix == "Use the routine 'warm', which opens hips and shoulders."
    assert only.path == ("sessions", "work", "blocks", 0, "routine")
    # With bare hands that routine needs a stand-in, so it is not named.
    (bare,) = found({"routine": "half"}, known, Tier.BODYWEIGHT)
    assert bare.fix == "Put a second warm-up block after it: arm circles (10 reps)."


@pytest.mark.parametrize("name", ["stretch-legs", "roll-legs", "air-squat", "plank"])
def test_r5_warns_about_items_that_are_no_dynamic_drill(name: str) -> None:
    amount = {"reps": 8} if name == "air-squat" else {"seconds": 30}
    warm_up = drills("hip-circles", "arm-circles")
    warm_up["items"].append({"exercise": name, **amount})
    (only,) = found(warm_up)
    assert only.severity is Severity.WARNING
    assert only.sentence.endswith("which is no dynamic drill")
    assert only.path == ("sessions", "work", "blocks", 0, "items", 2)
    assert only.fix == "Do arm circles (10 reps) in its place."


def test_r5_knows_drills_as_well_as_dynamic_mobility() -> None:
    assert found(drills("hip-circles", "arm-circles", "wild-swing")) == []


def test_r5_asks_short_sessions_and_leaves_add_ons_alone() -> None:
    assert len(found(drills("hip-circles"), kind="short", minutes=25)) == 1
    assert found(drills("hip-circles"), kind="add_on", minutes=15) == []


def test_r5_leaves_a_missing_warm_up_to_the_rule_about_parts() -> None:
    written = session(WORK)
    del written["blocks"][0]
    values = template(pattern=week(wed="work"), sessions={"work": written})
    assert list(R5.check(plan(values), LIBRARY)) == []


def test_r5_looks_at_what_stands_in_with_less_kit() -> None:
    closed = exercise("arm-circles", "mobility_dynamic", "shoulders")
    known = library(closed)
    assert found({"routine": "warm"}, known) == []
    assert len(found({"routine": "warm"}, known, Tier.BODYWEIGHT)) == 1
