"""The plans that are published: complete, legal in every variant, and fit for their sheets."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from runlift_site.source.document import read_yaml
from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.expand import Expansion, expand
from runlift_site.training.fields import Record
from runlift_site.training.library import Library
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.routine import Routine
from runlift_site.training.rules.check import check_plan, unused_allowances
from runlift_site.training.vocabulary import BlockKind, Fidelity, Tier
from runlift_site.training.week import Plan, PlannedFreeSlot, PlannedItem

CONTENT = Path(__file__).resolve().parents[2] / "content"
PLANS = sorted(path.stem for path in (CONTENT / "plans").glob("*.yaml"))
ROWS_ON_ONE_SHEET = 14
R = TypeVar("R", bound=Record)


def records(folder: str, model: type[R]) -> dict[str, R]:
    return {
        path.stem: model.model_validate(
            {"id": path.stem, **read_yaml(path.name, path.read_bytes()).value}
        )
        for path in sorted((CONTENT / folder).glob("*.yaml"))
    }


@cache
def library() -> Library:
    return Library(records("exercises", Exercise), records("routines", Routine))


@cache
def template(name: str) -> PlanTemplate:
    return records("plans", PlanTemplate)[name]


@cache
def expansion(name: str, tier: Tier) -> Expansion:
    return expand(template(name), tier, library())


def plan(name: str, tier: Tier = Tier.GYM) -> Plan:
    found = expansion(name, tier).plan
    assert found is not None
    return found


VARIANTS = [(name, tier) for name in PLANS for tier in template(name).tiers]
each_variant = pytest.mark.parametrize(("name", "tier"), VARIANTS)


def test_first_plans_are_published_in_all_tiers() -> None:
    for name in ("big-four-8", "start-lifting-4"):
        assert template(name).tiers == tuple(Tier)


@each_variant
def test_plan_expands_without_problems(name: str, tier: Tier) -> None:
    assert expansion(name, tier).problems == ()
    assert len(plan(name, tier).weeks) == template(name).weeks


@each_variant
def test_plan_has_no_error_and_no_warning_but_those_allowed(name: str, tier: Tier) -> None:
    found = check_plan(plan(name, tier), library())
    assert [one for one in found if one.severity == "error"] == []
    warnings = [one for one in found if one.severity == "warning"]
    assert [one for one in warnings if one.allowed_because is None] == []


@pytest.mark.parametrize("name", PLANS)
def test_plan_allows_nothing_in_vain(name: str) -> None:
    found = [
        one for tier in template(name).tiers for one in check_plan(plan(name, tier), library())
    ]
    assert unused_allowances(template(name), found) == ()


@each_variant
def test_everything_fits_the_kit_and_its_range(name: str, tier: Tier) -> None:
    for week in plan(name, tier).weeks:
        for lift in week.lifts:
            for block in lift.blocks:
                for item in block.exercises:
                    asked = item.prescription
                    assert fits_tier(item.exercise, tier)
                    assert asked.range.low <= asked.amount <= asked.range.high
                    assert item.swap is None or item.swap.reason
                    if item.alternative is not None:
                        assert fits_tier(item.alternative, tier)


@each_variant
def test_session_does_not_hold_an_exercise_twice(name: str, tier: Tier) -> None:
    for week in plan(name, tier).weeks:
        for lift in week.lifts:
            names = Counter(
                item.exercise.id
                for block in lift.blocks
                if block.kind in {BlockKind.MAIN, BlockKind.ACCESSORY}
                for item in block.exercises
            )
            assert max(names.values()) == 1, (week.number, lift.letter, names)


@each_variant
def test_week_fits_its_sheet(name: str, tier: Tier) -> None:
    for week in plan(name, tier).weeks:
        rows: list[PlannedItem | PlannedFreeSlot] = [
            item
            for lift in week.lifts
            for block in lift.blocks
            if block.kind in {BlockKind.MAIN, BlockKind.ACCESSORY}
            for item in block.items
        ]
        # Four sessions may take a second page; three and fewer stand on one.
        assert len(week.lifts) <= 4
        assert len(week.lifts) == 4 or len(rows) <= ROWS_ON_ONE_SHEET
        for row in rows:
            sets = row.sets if isinstance(row, PlannedFreeSlot) else row.prescription.sets
            assert sets <= 4


def plates(name: str, tier: Tier = Tier.GYM) -> list[list[int]]:
    return [[lift.plates for lift in week.lifts] for week in plan(name, tier).weeks]


def test_start_lifting_shows_two_plates_while_the_movements_are_learned() -> None:
    assert plates("start-lifting-4")[:2] == [[2, 2], [2, 2]]
    assert plates("start-lifting-4")[2:] == [[3, 2, 1], [3, 2, 1]]
    assert {p for week in plates("start-lifting-4", Tier.BODYWEIGHT) for p in week} == {1}


def test_start_lifting_has_no_heavy_item_in_the_first_two_weeks() -> None:
    for tier in Tier:
        heavy = [
            any(
                item.heavy
                for lift in week.lifts
                for block in lift.blocks
                for item in block.exercises
            )
            for week in plan("start-lifting-4", tier).weeks
        ]
        assert heavy == ([False] * 4 if tier is Tier.BODYWEIGHT else [False, False, True, True])


def test_big_four_keeps_heavy_legs_off_the_stripes() -> None:
    assert plates("big-four-8") == [[3, 3, 2]] * 4 + [[3, 3]] * 4
    for tier in Tier:
        for week in plan("big-four-8", tier).weeks:
            heavy = {d.weekday for d in week.days for lift in d.lifts if lift.heavy_leg}
            assert not heavy & week.clear
    striped = [sorted(week.clear) for week in plan("big-four-8").weeks]
    assert striped == [[5, 6]] * 4 + [[1, 2, 3, 5, 6]] * 4


def test_big_four_uses_its_four_lifts_and_a_circuit() -> None:
    main = [
        (block.format, item.exercise.id)
        for lift in plan("big-four-8").weeks[0].lifts
        for block in lift.blocks
        if block.kind is BlockKind.MAIN
        for item in block.exercises
    ]
    assert {"deadlift", "front-squat", "overhead-press", "forward-lunge"} <= {n for _, n in main}
    assert "circuit" in {form for form, _ in main}


def test_big_four_is_easier_in_weeks_four_and_eight() -> None:
    weeks = plan("big-four-8").weeks
    assert [week.number for week in weeks if week.easy] == [4, 8]


def test_squat_lunge_push_and_core_are_good_or_partial_without_kit() -> None:
    poor = {
        item.swap.instead_of.pattern
        for week in plan("big-four-8", Tier.BODYWEIGHT).weeks
        for lift in week.lifts
        for block in lift.blocks
        for item in block.exercises
        if item.swap is not None and item.swap.fidelity is Fidelity.POOR
    }
    assert poor == {"hinge", "pull_vertical"}
