"""Stand-ins: which exercise, which dose, how good a match."""

from typing import Any

import pytest
from pydantic import ValidationError

from runlift_site.training.conversion import Converted, converted
from runlift_site.training.exercise import Alternative, fits_tier
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.variants import Asked, derive_item
from runlift_site.training.vocabulary import Fidelity, Measure, Tier
from runlift_site.training.week import Plan, PlannedItem, Swap
from tests.training.builders import (
    BARBELL,
    LIBRARY,
    ONE_SIDE,
    Values,
    circuit,
    exercise,
    expanded,
    item,
    items_of,
    main,
    plan,
    session,
    template,
    week,
)

HOME, BODYWEIGHT = Tier.HOME, Tier.BODYWEIGHT
REPS, PER_SIDE = Measure.REPS, Measure.REPS_PER_SIDE


def asked(name: str, *reps: int, effort: Effort | None = None) -> Asked:
    return Asked(LIBRARY.exercises[name], REPS, Span(reps[0], reps[-1]), effort, None)


def by_hand(**override: str) -> dict[str, Alternative]:
    return {
        old.replace("_", "-"): Alternative.model_validate({"exercise": new})
        for old, new in override.items()
    }


def derived(name: str, tier: Tier, override: dict[str, Alternative] | None = None) -> Asked:
    found = derive_item(asked(name, 4, 6), tier, LIBRARY, override or {})
    assert found is not None
    return found


def swap(name: str, tier: Tier) -> Swap:
    found = derived(name, tier).swap
    assert found is not None
    return found


def test_item_that_fits_stays_untouched() -> None:
    written = asked("goblet-squat", 3, 5, effort=Effort.model_validate({"rir": 2}))
    assert derive_item(written, HOME, LIBRARY, {}) is written


def test_alternative_of_the_exercise_comes_first() -> None:
    assert derived("front-squat", HOME).exercise.id == "goblet-squat"
    assert derived("front-squat", BODYWEIGHT).exercise.id == "split-squat"


def test_override_comes_before_the_alternative() -> None:
    found = derived("front-squat", BODYWEIGHT, by_hand(front_squat="air-squat"))
    assert found.exercise.id == "air-squat"
    assert found.swap is not None
    assert found.swap.by_hand


def test_override_replaces_even_what_would_fit() -> None:
    assert (
        derived("goblet-squat", HOME, by_hand(goblet_squat="air-squat")).exercise.id == "air-squat"
    )


def test_library_gives_the_same_pattern_with_a_shared_muscle() -> None:
    assert derived("press", BODYWEIGHT).exercise.id == "pike-push-up"


def test_library_gives_the_nearest_level_then_the_first_id() -> None:
    written = exercise("leg-press", "squat", "quadriceps", equipment=["machine"], level="expert")
    others = (
        exercise("b-squat", "squat", "quadriceps", level="intermediate"),
        exercise("a-squat", "squat", "quadriceps"),
        exercise("c-squat", "squat", "quadriceps", level="intermediate"),
        exercise("d-squat", "squat", "calves", level="expert"),
    )
    library = Library({one.id: one for one in (written, *others)}, {})
    found = derive_item(Asked(written, REPS, Span(5, 5), None, None), HOME, library, {})
    assert found is not None
    assert found.exercise.id == "b-squat"


def test_no_stand_in_where_nothing_fits() -> None:
    assert derive_item(asked("cable-twist", 8), HOME, LIBRARY, {}) is None


def test_problem_names_the_item_without_a_stand_in() -> None:
    work = session(main(item("cable-twist"), item("deadlift")))
    expansion = expanded(template(sessions={"heavy": work}), BODYWEIGHT)
    assert expansion.plan is None
    (problem,) = expansion.problems
    assert problem.code == "RL247"
    assert "'cable-twist'" in problem.message
    assert problem.path == ("sessions", "heavy", "blocks", 1, "items", 0, "exercise")


@pytest.mark.parametrize(
    ("name", "tier", "fidelity"),
    [
        ("front-squat", HOME, Fidelity.GOOD),  # weight can grow
        ("assisted-pull-up", HOME, Fidelity.POOR),  # another pattern, though a band can grow
        ("press", HOME, Fidelity.POOR),  # another pattern, other muscles
        ("press", BODYWEIGHT, Fidelity.PARTIAL),  # same pattern, nothing can grow
        ("front-squat", BODYWEIGHT, Fidelity.PARTIAL),  # a lunge for a squat
        ("deadlift", BODYWEIGHT, Fidelity.POOR),  # a hinge without a weight
        ("dumbbell-deadlift", BODYWEIGHT, Fidelity.POOR),
        ("band-row", BODYWEIGHT, Fidelity.PARTIAL),
        ("band-pull-apart", BODYWEIGHT, Fidelity.GOOD),  # drills have no load to grow
    ],
)
def test_fidelity(name: str, tier: Tier, fidelity: Fidelity) -> None:
    assert swap(name, tier).fidelity is fidelity


def test_fidelity_is_good_where_a_harder_version_fits() -> None:
    written = exercise("hip-thrust", "hip_thrust", "glutes", **BARBELL)
    library = Library({**LIBRARY.exercises, written.id: written}, {})
    found = derive_item(Asked(written, REPS, Span(8, 12), None, None), BODYWEIGHT, library, {})
    assert found is not None
    assert found.exercise.id == "one-leg-bridge"  # nearest level, but the top of its ladder
    chosen = derive_item(
        Asked(written, REPS, Span(8, 12), None, None),
        BODYWEIGHT,
        library,
        by_hand(hip_thrust="bridge"),
    )
    assert chosen is not None
    assert found.swap is not None
    assert chosen.swap is not None
    assert (found.swap.fidelity, chosen.swap.fidelity) == (Fidelity.PARTIAL, Fidelity.GOOD)


def test_reason_is_the_pattern_note_as_a_sentence() -> None:
    assert swap("front-squat", BODYWEIGHT).reason == "One leg at a time is harder."
    assert swap("suitcase-carry", BODYWEIGHT).reason == "Same side muscles."


@pytest.mark.parametrize("name", sorted(LIBRARY.exercises))
@pytest.mark.parametrize("tier", [HOME, BODYWEIGHT])
def test_every_swap_fits_and_says_why(name: str, tier: Tier) -> None:
    found = derive_item(asked(name, 4, 6), tier, LIBRARY, {})
    if found is None:
        assert name in {"cable-twist", "wild-swing", "roll-back", "roll-legs"}
        return
    assert fits_tier(found.exercise, tier)
    if found.swap is not None:
        assert found.swap.instead_of.id == name
        assert found.swap.reason.endswith(".")


# The conversion table, row by row.

SQUAT = exercise("lift", "squat", "quadriceps", **BARBELL)
BOTH = exercise("both", "squat", "quadriceps")
SIDE = exercise("side", "squat", "quadriceps", **ONE_SIDE)
HOLD = exercise("hold", "squat", "quadriceps", measure="seconds")
HOLD_SIDE = exercise("hold-side", "core_lateral", "obliques", measure="seconds_per_side")
CARRY = exercise("carry", "carry", "obliques", **BARBELL | {"measure": "metres"})
JUMP = exercise("jump", "jump", "quadriceps", equipment=["box"])
SLOW = "3-1-1-0"


@pytest.mark.parametrize(
    ("tier", "stand_in", "written", "expected", "tempo"),
    [
        (HOME, BOTH, (3, 5), (6, 8), None),
        (HOME, SIDE, (5, 5), (6, 8), None),
        (BODYWEIGHT, BOTH, (3, 5), (8, 12), SLOW),
        (BODYWEIGHT, SIDE, (3, 5), (6, 10), SLOW),
        (HOME, BOTH, (4, 6), (8, 10), None),
        (HOME, BOTH, (4, 8), (8, 10), None),
        (BODYWEIGHT, BOTH, (4, 8), (10, 15), None),
        (BODYWEIGHT, SIDE, (4, 8), (8, 12), None),
        (HOME, BOTH, (8, 12), (10, 12), None),
        (BODYWEIGHT, BOTH, (8, 12), (12, 20), None),
        (BODYWEIGHT, SIDE, (8, 12), (12, 20), None),
        (HOME, BOTH, (12, 15), (12, 15), None),  # never fewer than written
        (BODYWEIGHT, BOTH, (15, 25), (15, 20), None),  # never more than 20
    ],
)
def test_conversion_of_reps(
    tier: Tier, stand_in: Any, written: tuple[int, int], expected: tuple[int, int], tempo: str
) -> None:
    found = converted(SQUAT, stand_in, tier, REPS, Span(*written), None)
    assert found == Converted(stand_in.measure, Span(*expected), tempo)


@pytest.mark.parametrize(
    ("written", "stand_in", "measure", "amount", "expected"),
    [
        (JUMP, BOTH, REPS, (3, 5), (3, 5)),
        (JUMP, SIDE, REPS, (3, 5), (3, 5)),
        (SQUAT, HOLD, Measure.SECONDS, (20, 30), (20, 30)),
        (CARRY, HOLD_SIDE, Measure.METRES, (20, 40), (20, 40)),
        (CARRY, CARRY, Measure.METRES, (20, 33), (20, 33)),
        (SQUAT, HOLD, REPS, (5, 8), (15, 25)),
        (SQUAT, HOLD, PER_SIDE, (8, 12), (25, 35)),
        (SQUAT, BOTH, Measure.SECONDS, (15, 30), (5, 10)),
        (SQUAT, BOTH, Measure.SECONDS, (90, 120), (20, 20)),
        (SQUAT, HOLD, Measure.BREATHS, (5, 6), (25, 30)),
    ],
)
def test_conversion_keeps_count_or_time(
    written: Any,
    stand_in: Any,
    measure: Measure,
    amount: tuple[int, int],
    expected: tuple[int, int],
) -> None:
    for tier in (HOME, BODYWEIGHT):
        found = converted(written, stand_in, tier, measure, Span(*amount), "2-0-1-0")
        assert found == Converted(stand_in.measure, Span(*expected), "2-0-1-0")


def test_percentage_becomes_reps_in_reserve_for_a_stand_in() -> None:
    by_percent = asked(
        "deadlift", 4, 6, effort=Effort.model_validate({"percent_1rm": 75})
    )  # about 10 reps to failure
    found = derive_item(by_percent, HOME, LIBRARY, {})
    assert found is not None
    assert found.effort == Effort.model_validate(
        {"rir": 4}
    )  # four more than the six that were written


# In a plan: what stays.


def shape(one: Plan) -> list[Any]:
    """Everything of main and accessory blocks that a swap must not change."""
    return [
        (
            each.number,
            lift.session_id,
            block.format,
            block.rounds,
            block.rest_s,
            [
                (i.path, i.prescription.sets, i.prescription.rest_s, i.prescription.effort, i.note)
                if isinstance(i, PlannedItem)
                else i
                for i in block.items
            ],
        )
        for each in one.weeks
        for lift in each.lifts
        for block in lift.blocks
        if block.kind in {"main", "accessory"}
    ]


def test_sets_rest_effort_and_position_are_kept() -> None:
    values = template(
        sessions={
            "heavy": session(
                circuit(4, "deadlift", "assisted-pull-up", "front-squat", rest_s=[90, 120]),
                {
                    "kind": "accessory",
                    "items": [
                        item("suitcase-carry", sets=2, metres=20, rest_s=60, note="Stay tall"),
                        {"choose_your_own": True, "hint": "Your weak spot", "sets": 2},
                    ],
                },
            )
        }
    )
    gym = plan(values)
    for tier in (HOME, BODYWEIGHT):
        assert shape(plan(values, tier)) == shape(gym)


def test_easier_choice_is_derived_too_and_left_out_where_it_is_the_same() -> None:
    work = session(
        main(
            item("front-squat", **{"or": "goblet-squat"}),
            item("deadlift", **{"or": "dumbbell-deadlift"}),
        )
    )
    values = template(sessions={"heavy": work})

    def easier(name: str, tier: Tier) -> str | None:
        found = items_of(plan(values, tier), name)[0].alternative
        return None if found is None else found.id

    assert [easier("front-squat", tier) for tier in Tier] == ["goblet-squat", None, "air-squat"]
    assert [easier("deadlift", tier) for tier in Tier] == ["dumbbell-deadlift", None, None]


def test_phase_with_less_kit_swaps_in_its_weeks_only() -> None:
    values = template(weeks=2)
    first = {**values["phases"][0], "weeks": [1, 1]}
    second = {**first, "weeks": [2, 2], "strength_tier": "home"}
    values["phases"] = [first, second]
    names = [one.exercise.id for one in items_of(plan(values), "front-squat")]
    assert names == ["front-squat", "goblet-squat"]
    names = [one.exercise.id for one in items_of(plan(values, BODYWEIGHT), "front-squat")]
    assert names == ["split-squat", "split-squat"]


def test_warm_up_routine_is_swapped_where_it_does_not_fit() -> None:
    def drills(tier: Tier) -> list[str]:
        return [i.exercise.id for i in plan(template(), tier).weeks[0].lifts[0].blocks[0].exercises]

    assert drills(HOME) == ["hip-circles", "band-pull-apart"]
    assert drills(BODYWEIGHT) == ["hip-circles", "arm-circles"]


# Overrides and kit on top of a tier.


def pulls(*names: str) -> Values:
    return session(main(*(item(name) for name in names)))


def with_variant(tier: Tier, work: Values, **facts: Any) -> Values:
    return template(
        pattern=week(mon="work"),
        sessions={"work": work},
        variants={tier.value: {"derive": True, **facts}},
    )


def test_override_across_patterns_says_why_in_the_words_of_the_plan() -> None:
    other = {"exercise": "push-up", "pattern_note": "floor before ceiling"}
    values = with_variant(HOME, pulls("press", "band-row"), override={"press": other})
    (found,) = {one.swap for one in items_of(plan(values, HOME), "press")}
    assert found is not None
    assert (found.fidelity, found.reason) == (Fidelity.POOR, "Floor before ceiling.")


def test_override_across_patterns_may_lean_on_the_note_of_the_exercise() -> None:
    values = with_variant(
        BODYWEIGHT, pulls("assisted-pull-up"), override={"assisted-pull-up": "table-row"}
    )
    (found,) = {one.swap for one in items_of(plan(values, BODYWEIGHT), "assisted-pull-up")}
    assert found is not None
    assert found.reason == "A row without a bar."


def test_override_across_patterns_without_a_note_is_told_at_its_place() -> None:
    values = with_variant(HOME, pulls("press", "band-row"), override={"press": "push-up"})
    (problem,) = expanded(values).problems
    assert (problem.code, problem.path) == ("RL217", ("variants", "home", "override", "press"))
    assert "push_horizontal" in problem.message


def test_override_within_a_pattern_needs_no_note() -> None:
    values = with_variant(
        HOME, pulls("front-squat", "band-row"), override={"front-squat": "air-squat"}
    )
    assert expanded(values, HOME).problems == ()


@pytest.mark.parametrize(
    ("tier", "kit", "done"),
    [
        (HOME, [], ["band-row", "band-row"]),
        (HOME, ["pull_up_bar"], ["pull-up", "assisted-pull-up-2"]),
        (BODYWEIGHT, [], ["table-row", "table-row"]),
        (BODYWEIGHT, ["pull_up_bar"], ["pull-up", "table-row"]),
    ],
)
def test_exercises_that_need_a_bar_stay_where_the_variant_has_one(
    tier: Tier, kit: list[str], done: list[str]
) -> None:
    rows = {
        "home": {"exercise": "band-row", "pattern_note": "a row"},
        "bodyweight": {"exercise": "table-row", "pattern_note": "a row"},
    }
    bar = {"equipment": ["pull_up_bar"], "load_type": "bodyweight_plus", "alternatives": rows}
    banded = {"equipment": [["pull_up_bar", "machine"], "band"], "load_type": "assisted"}
    pull_up = exercise("pull-up", "pull_vertical", "lats", **bar)
    assisted = exercise("assisted-pull-up-2", "pull_vertical", "lats", **banded, alternatives=rows)
    library = Library(
        {**LIBRARY.exercises, pull_up.id: pull_up, assisted.id: assisted}, LIBRARY.routines
    )
    values = with_variant(tier, pulls("pull-up", "assisted-pull-up-2"), kit=kit)
    main_block = plan(values, tier, library).weeks[0].lifts[0].blocks[1]
    assert [one.exercise.id for one in main_block.exercises] == done


def test_pull_up_with_a_bar_at_home_grows_by_weight_and_without_weights_by_reps() -> None:
    bar = {"equipment": ["pull_up_bar"], "load_type": "bodyweight_plus"}
    pull_up = exercise("pull-up", "pull_vertical", "lats", **bar)
    library = Library({**LIBRARY.exercises, pull_up.id: pull_up}, LIBRARY.routines)
    rises = {}
    for tier in (HOME, BODYWEIGHT):
        values = with_variant(tier, pulls("pull-up"), kit=["pull_up_bar"])
        items = items_of(plan(values, tier, library), "pull-up")
        rises[tier] = [(one.swap, one.prescription.load_rises) for one in items]
    assert rises[HOME] == [(None, False), (None, False), (None, False), (None, True)]
    assert rises[BODYWEIGHT] == [(None, False)] * 4


def test_kit_of_a_variant_is_a_closed_list() -> None:
    with pytest.raises(ValidationError):
        plan(with_variant(HOME, pulls("press"), kit=["barbell"]))
