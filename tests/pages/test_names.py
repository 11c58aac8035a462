from enum import StrEnum

import pytest

from runlift_site.pages import names
from runlift_site.training.items import Feel
from runlift_site.training.vocabulary import (
    Equipment,
    Level,
    Muscle,
    Pattern,
    PhaseName,
    RunType,
    Tier,
)
from tests.pages.builders import (
    words,
)
from tests.pages.sample_exercises import (
    exercise,
)

SAID = words()


@pytest.mark.parametrize(
    ("section", "vocabulary"),
    [
        ("equipment", Equipment),
        ("feel", Feel),
        ("level", Level),
        ("muscle", Muscle),
        ("pattern", Pattern),
        ("phase", PhaseName),
        ("run", RunType),
        ("run_short", RunType),
        ("strip.caption", RunType),
        ("tier", Tier),
        ("tier_kit", Tier),
    ],
)
def test_every_vocabulary_value_has_a_name(section: str, vocabulary: type[StrEnum]) -> None:
    assert all(SAID(f"{section}.{value.value}") for value in vocabulary)


def test_every_pattern_belongs_to_one_group() -> None:
    grouped = [pattern for _, members in names.PATTERN_GROUPS for pattern in members]
    assert sorted(grouped) == sorted(Pattern)
    assert all(SAID(f"exercises.filter.pattern.{key}") for key, _ in names.PATTERN_GROUPS)


@pytest.mark.parametrize(
    ("equipment", "text"),
    [
        (["barbell", "rack"], "barbell, rack"),
        (["none"], "no equipment"),
        ([["barbell", "dumbbell"]], "barbell or dumbbells"),
        (["dumbbell", ["bench", "chair", "sofa"]], "dumbbells + bench, chair or sofa"),
    ],
)
def test_kit_tells_choices_from_what_is_needed(equipment: list[object], text: str) -> None:
    assert names.kit(SAID, exercise("any", equipment=equipment)) == text


def test_kit_of_a_gym_plan_leaves_out_what_stands_in_every_home() -> None:
    plan = [
        exercise("a", equipment=["barbell"]),
        exercise("b", equipment=[["bench", "chair"]]),
        exercise("c", equipment=["mat"]),
    ]
    assert names.kit_of(plan, Tier.GYM) == (Equipment.BARBELL,)


def test_kit_of_a_bodyweight_plan_names_the_furniture() -> None:
    plan = [exercise("a", equipment=[["bench", "chair"]]), exercise("b", equipment=["wall"])]
    assert names.kit_of(plan, Tier.BODYWEIGHT) == (Equipment.CHAIR,)


def test_kit_of_prefers_what_is_needed_anyway() -> None:
    plan = [
        exercise("a", equipment=[["barbell", "dumbbell"]]),
        exercise("b", equipment=["dumbbell"]),
    ]
    assert names.kit_of(plan, Tier.GYM) == (Equipment.DUMBBELL,)


def test_capital_keeps_the_rest() -> None:
    assert names.capital("no race, RPE 8") == "No race, RPE 8"
