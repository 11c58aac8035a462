"""Mobility blocks that fill themselves."""

from runlift_site.training.fields import Span
from runlift_site.training.mobility import Work, drills_for, worked_muscles
from runlift_site.training.vocabulary import BlockKind, Measure, Muscle, Tier
from tests.training.builders import (
    LIBRARY,
    exercise,
    expanded,
    item,
    main,
    plan,
    session,
    template,
)

LEGS_THEN_LATS = (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.LATS)


def names(worked: tuple[Muscle, ...], minutes: int, tier: Tier) -> list[str]:
    return [drill.exercise.id for drill in drills_for(worked, minutes, tier, LIBRARY)]


def test_main_sets_and_main_muscles_weigh_more() -> None:
    squat = exercise(
        "a", "squat", "quadriceps", muscles={"primary": ["quadriceps"], "secondary": ["calves"]}
    )
    row = LIBRARY.exercises["band-row"]
    work = [Work(squat, BlockKind.MAIN, 2), Work(row, BlockKind.ACCESSORY, 3)]
    assert worked_muscles(work) == (Muscle.QUADRICEPS, Muscle.LATS, Muscle.CALVES)


def test_equal_muscles_follow_the_vocabulary() -> None:
    push = LIBRARY.exercises["push-up"]
    assert worked_muscles([Work(push, BlockKind.MAIN, 3)]) == (Muscle.CHEST, Muscle.TRICEPS)


def test_warm_up_does_not_count() -> None:
    assert worked_muscles([Work(LIBRARY.exercises["air-squat"], BlockKind.WARM_UP, 3)]) == ()


def test_one_drill_for_two_minutes() -> None:
    assert names(LEGS_THEN_LATS, 1, Tier.GYM) == ["roll-legs"]
    assert names(LEGS_THEN_LATS, 4, Tier.GYM) == ["roll-legs", "roll-back"]


def test_rolling_with_a_roller_stretching_without() -> None:
    assert names(LEGS_THEN_LATS, 4, Tier.HOME) == ["roll-legs", "roll-back"]
    assert names(LEGS_THEN_LATS, 4, Tier.BODYWEIGHT) == ["stretch-legs", "stretch-back"]


def test_minutes_left_bring_the_other_kind_and_nothing_twice() -> None:
    expected = ["roll-legs", "roll-back", "stretch-legs", "stretch-back"]
    assert names(LEGS_THEN_LATS, 8, Tier.GYM) == expected
    assert names(LEGS_THEN_LATS, 60, Tier.GYM) == expected


def test_amount_comes_from_the_drill_where_it_names_one() -> None:
    (drill,) = drills_for(LEGS_THEN_LATS, 2, Tier.BODYWEIGHT, LIBRARY)
    assert (drill.measure, drill.amount) == (Measure.SECONDS_PER_SIDE, Span(30, 30))
    (drill,) = drills_for(LEGS_THEN_LATS, 2, Tier.GYM, LIBRARY)
    assert (drill.measure, drill.amount) == (Measure.SECONDS_PER_SIDE, Span(45, 45))


def test_block_looks_after_worked_muscles_only() -> None:
    for tier in Tier:
        for week in plan(template(), tier).weeks:
            for lift in week.lifts:
                worked = {
                    muscle
                    for block in lift.blocks
                    if block.kind in {"main", "accessory"}
                    for one in block.exercises
                    for muscle in one.exercise.muscles.primary
                }
                mobility = lift.block(BlockKind.MOBILITY)
                assert mobility is not None
                assert mobility.exercises
                assert set(mobility.muscles) <= worked
                for one in mobility.exercises:
                    assert worked & set(one.exercise.mobility_for)


def test_problem_where_no_drill_fits_the_work() -> None:
    work = session(main(item("push-up")), {"kind": "accessory", "items": [item("plank")]})
    (problem,) = expanded(template(sessions={"heavy": work})).problems
    assert problem.code == "RL264"
    assert problem.path == ("sessions", "heavy", "blocks", 3, "auto")
