"""Ramp-up sets before heavy work."""

from typing import Any

import pytest

from runlift_site.training.vocabulary import Tier
from runlift_site.training.week import PlannedItem, RampSet
from tests.training.builders import item, items_of, main, plan, session, template, week

FULL = (RampSet(50, 5), RampSet(70, 3), RampSet(85, 1))


def ramps(tier: Tier = Tier.GYM, **facts: Any) -> list[tuple[RampSet, ...]]:
    work = session(main(item("front-squat", **facts), item("band-row")))
    values = template(4, week(mon="heavy"), {"heavy": work})
    return [one.ramp_up for one in items_of(plan(values, tier), "front-squat")]


def first(**facts: Any) -> tuple[RampSet, ...]:
    return ramps(**facts)[0]


@pytest.mark.parametrize(
    ("facts", "sets"),
    [
        ({"reps": [5, 8], "load": {"rir": 2}}, FULL),  # 7 to failure: 81 %
        ({"reps": [6, 8], "load": {"rir": 2}}, FULL[:2]),  # 8 to failure: 79 %
        ({"reps": [5, 8], "load": {"rir": 3}}, FULL[:2]),
        ({"reps": 6, "load": {"percent_1rm": 80}}, FULL),
        ({"reps": 6, "load": {"percent_1rm": 79.5}}, FULL[:2]),
        ({"reps": [4, 6], "load": {"rir": 2}}, (RampSet(50, 4), RampSet(70, 3), RampSet(85, 1))),
        ({"reps": 1, "load": {"rir": 1}}, (RampSet(50, 1), RampSet(70, 1), RampSet(85, 1))),
        ({"reps": [4, 6], "load": {"rir": 4}}, ()),  # not heavy
        ({"reps": [9, 12], "load": {"rir": 1}}, ()),
        ({"seconds": 20, "load": {"percent_1rm": 80}}, ()),  # heavy, but not counted in reps
    ],
)
def test_ramp_goes_by_the_working_weight(facts: dict[str, Any], sets: tuple[RampSet, ...]) -> None:
    assert first(**facts) == sets


def test_ramp_stays_the_same_while_reps_climb_and_load_rises() -> None:
    assert len(set(ramps())) == 1


def test_stand_in_without_a_weight_needs_no_ramp() -> None:
    assert ramps(Tier.HOME)[0] == FULL[:2]  # 8 to 10 reps
    assert ramps(Tier.BODYWEIGHT) == [()] * 4


def test_ramp_rises_to_less_than_the_work_in_shorter_sets() -> None:
    for sets in (first(reps=[low, 8]) for low in range(1, 9)):
        assert [one.percent for one in sets] == sorted({one.percent for one in sets})
        assert all(one.percent < 100 for one in sets)
        assert [one.reps for one in sets] == sorted((one.reps for one in sets), reverse=True)


def test_ramp_counts_for_no_sets() -> None:
    work = session(main(item("front-squat", sets=3), item("press", sets=3)))
    lift = plan(template(1, week(mon="heavy"), {"heavy": work})).weeks[0].lifts[0]
    items: tuple[PlannedItem, ...] = lift.blocks[1].exercises
    assert all(one.ramp_up for one in items)
    assert [one.prescription.sets for one in items] == [3, 3]


def test_easier_week_keeps_its_ramp_because_it_keeps_its_load() -> None:
    work = session(main(item("front-squat"), item("band-row")))
    values = template(2, week(mon="heavy"), {"heavy": work}, deload={"weeks": [2]})
    normal, easier = (one.ramp_up for one in items_of(plan(values), "front-squat"))
    assert normal == easier
