"""Expansion as a whole: weeks, letters, heavy sessions."""

import pytest

from runlift_site.training.expand import expand
from runlift_site.training.fields import Span
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.vocabulary import (
    BlockFormat,
    BlockKind,
    PhaseName,
    Tier,
)
from runlift_site.training.week import Lift, PlannedFreeSlot, Week
from tests.training.builders import (
    HEAVY,
    LIBRARY,
    UPPER,
    Values,
    circuit,
    item,
    lifts,
    main,
    phase,
    plan,
    session,
    template,
    week,
)


def first(values: Values, tier: Tier = Tier.GYM) -> Week:
    return plan(values, tier).weeks[0]


def one_lift(*work: Values, tier: Tier = Tier.GYM, kind: str = "full") -> Lift:
    made = session(*work, kind=kind, minutes=15 if kind == "add_on" else 30)
    values = template(pattern=week(mon="work"), sessions={"work": made})
    return first(values, tier).lifts[0]


def test_weeks_follow_their_phases() -> None:
    values = template(weeks=3)
    values["phases"] = [
        phase(3, 3, phase="taper", pattern="base", focus="Less"),
        phase(1, 2, focus="More", why="Because."),
    ]
    weeks = plan(values).weeks
    assert [each.number for each in weeks] == [1, 2, 3]
    assert [each.phase for each in weeks] == [PhaseName.BASE, PhaseName.BASE, PhaseName.TAPER]
    assert [each.focus for each in weeks] == ["More", "More", "Less"]
    assert [each.why for each in weeks] == ["Because.", "Because.", None]
    assert [each.normal for each in weeks] == [True, True, False]


def test_easier_weeks_are_named() -> None:
    weeks = plan(template(weeks=4, deload={"weeks": [2, 4]})).weeks
    assert [each.easy for each in weeks] == [False, True, False, True]
    assert [each.normal for each in weeks] == [True, False, True, False]


def test_letters_run_through_the_lifts_of_a_week() -> None:
    values = template(pattern=week(mon="upper", tue="easy 30", wed="add-on", sat="upper"))
    assert [(lift.letter, lift.session_id) for lift in first(values).lifts] == [
        ("A", "upper"),
        ("B", "add-on"),
        ("C", "upper"),
    ]


def test_lift_has_the_name_of_its_author_or_of_its_weight() -> None:
    values = template(
        pattern=week(mon="heavy", wed="upper", fri="own"),
        sessions={"heavy": HEAVY, "upper": UPPER, "own": {**UPPER, "name": "Push day"}},
    )
    assert [lift.name for lift in first(values).lifts] == ["Heavy", "Light", "Push day"]


def test_lift_knows_where_it_was_written() -> None:
    lift = first(template()).lifts[0]
    assert lift.path == ("week_pattern", "base", "mon", 0)
    assert lift.session_path == ("sessions", "heavy")
    assert lift.blocks[1].path == ("sessions", "heavy", "blocks", 1)
    assert lift.blocks[1].exercises[1].path == ("sessions", "heavy", "blocks", 1, "items", 1)


def test_plates_of_heavy_full_short_and_bodyweight_sessions() -> None:
    short = session(main(item("press"), item("band-row")), kind="short", minutes=30)
    values = template(
        pattern=week(mon="heavy", wed="upper", fri="short", sat="add-on"),
        sessions={"short": short},
    )
    assert [lift.plates for lift in first(values).lifts] == [3, 2, 1, 1]
    assert [lift.plates for lift in first(values, Tier.HOME).lifts] == [3, 2, 1, 1]
    assert [lift.plates for lift in first(values, Tier.BODYWEIGHT).lifts] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("facts", "heavy"),
    [
        ({"reps": [8, 12], "load": {"rir": 3}}, True),  # of a range the fewest reps count
        ({"reps": [9, 12], "load": {"rir": 3}}, False),
        ({"reps": [3, 5], "load": {"rir": 4}}, False),
        ({"reps": [9, 12], "load": {"percent_1rm": 75}}, True),
        ({"reps": [9, 12], "load": {"percent_1rm": 74.5}}, False),
        ({"reps": [3, 5], "load": {"feel": "light"}}, False),
        ({"seconds": [5, 8], "load": {"rir": 1}}, False),
    ],
)
def test_heavy_item_at_its_boundaries(facts: dict[str, object], heavy: bool) -> None:
    lift = one_lift(main(item("front-squat", **facts)))
    assert lift.blocks[1].exercises[0].heavy is heavy
    assert lift.heavy_leg is heavy


def test_only_external_load_in_a_main_block_is_heavy() -> None:
    work = main(item("assisted-pull-up"), item("push-up"))
    aside: Values = {"kind": "accessory", "items": [item("front-squat")]}
    lift = one_lift(work, aside)
    assert not any(one.heavy for block in lift.blocks for one in block.exercises)


@pytest.mark.parametrize(
    ("leg_sets", "dominant"),
    [(2, False), (3, True), (4, True)],  # against three sets of presses
)
def test_leg_session_has_half_of_its_sets_for_the_legs(leg_sets: int, dominant: bool) -> None:
    lift = one_lift(main(item("front-squat", sets=leg_sets), item("press", sets=3)))
    assert (lift.leg_dominant, lift.heavy_leg) == (dominant, dominant)


def test_light_legs_beside_a_heavy_press_are_no_heavy_leg_session() -> None:
    lift = one_lift(main(item("front-squat", load={"rir": 4}), item("press")))
    assert lift.leg_dominant
    assert not lift.heavy_leg


def test_add_on_is_never_a_heavy_leg_session() -> None:
    assert not one_lift(main(item("front-squat")), kind="add_on").heavy_leg


def test_min_rir_raises_the_effort_of_work_and_not_of_words() -> None:
    values = template(weeks=1)
    values["sessions"]["heavy"]["blocks"][2]["items"][0]["load"] = {"feel": "slow"}
    values["phases"] = [phase(1, 1, min_rir=4)]
    lift = lifts(first(values), "heavy")[0]
    efforts = [one.prescription.effort for block in lift.blocks[1:3] for one in block.exercises]
    assert [effort.rir for effort in efforts if effort] == [4, 4, None]
    assert not lift.heavy_leg


def test_circuit_keeps_rounds_and_rest_for_all() -> None:
    lift = one_lift(circuit(4, "deadlift", "press", "front-squat", rest_s=[90, 120]))
    block = lift.blocks[1]
    assert (block.format, block.rounds, block.rest_s) == (BlockFormat.CIRCUIT, 4, Span(90, 120))
    assert {one.prescription.sets for one in block.exercises} == {4}
    assert {one.prescription.rest_s for one in block.exercises} == {None}


def test_circuit_has_fewer_rounds_in_an_easier_week() -> None:
    work = session(
        circuit(4, "deadlift", "press"),
        {"kind": "accessory", "items": [{"choose_your_own": True, "hint": "Anything", "sets": 2}]},
    )
    values = template(weeks=2, sessions={"heavy": work}, deload={"weeks": [2]})
    block, aside = lifts(plan(values).weeks[1], "heavy")[0].blocks[1:3]
    assert block.rounds == 2
    assert {one.prescription.sets for one in block.exercises} == {2}
    assert aside.items == (
        PlannedFreeSlot("Anything", 1, ("sessions", "heavy", "blocks", 2, "items", 0)),
    )


def test_block_rest_holds_for_items_without_their_own() -> None:
    lift = one_lift(main(item("press"), item("deadlift", rest_s=None), rest_s=120))
    rests = [one.prescription.rest_s for one in lift.blocks[1].exercises]
    assert rests == [Span(90, 90), Span(120, 120)]


def test_circuit_routine_can_be_the_main_block() -> None:
    values = template(
        pattern=week(mon="work"),
        sessions={"work": session({"kind": "main", "routine": "round", "rest_s": 90})},
    )
    block = first(values).lifts[0].blocks[1]
    assert (block.format, block.rounds) == (BlockFormat.CIRCUIT, 3)
    assert [one.exercise.id for one in block.exercises] == ["air-squat", "push-up"]
    assert [one.prescription.sets for one in block.exercises] == [3, 3]
    assert block.routine is LIBRARY.routines["round"]


def test_easier_week_is_shorter_by_its_sets_alone() -> None:
    values = template(weeks=2, deload={"weeks": [2], "sets_factor": 0.5})
    full, easier = (lifts(each, "heavy")[0].minutes for each in plan(values).weeks)
    # 50 minutes, 12 of them around the work; 3 + 3 + 2 sets become 2 + 2 + 1.
    assert (full, easier) == (50, 35)


def test_warm_up_and_mobility_are_the_same_in_an_easier_week() -> None:
    normal, easier = plan(template(weeks=2, deload={"weeks": [2]})).weeks
    for kind in (BlockKind.WARM_UP, BlockKind.MOBILITY):
        assert easier.lifts[0].block(kind) == normal.lifts[0].block(kind)


def test_tier_that_the_plan_lacks_is_refused() -> None:
    values = template(variants={"home": {"derive": True}})
    with pytest.raises(ValueError, match="test-plan has no bodyweight variant"):
        expand(PlanTemplate.model_validate(values), Tier.BODYWEIGHT, LIBRARY)


def test_expansion_is_the_same_each_time() -> None:
    for tier in Tier:
        assert plan(template(weeks=6), tier) == plan(template(weeks=6), tier)
