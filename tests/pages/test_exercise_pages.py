from collections.abc import Iterable

from runlift_site.pages.exercise_index_page import (
    ExerciseIndexView,
    exercise_index_page,
    filter_rules,
)
from runlift_site.pages.exercise_page import ExerciseView, exercise_page
from runlift_site.pages.exercise_uses import exercise_uses
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.vocabulary import Tier
from tests.pages.builders import (
    bodyweight_plan,
    frame,
    plan,
    words,
)
from tests.pages.sample_exercises import (
    FRONT_SQUAT,
    LEG_SWING,
    LIBRARY,
    SPLIT_SQUAT,
    exercise,
)


def index(exercises: Iterable[Exercise]) -> ExerciseIndexView:
    view = exercise_index_page(frame(), exercises).view
    assert isinstance(view, ExerciseIndexView)
    return view


def page(one: Exercise, library: Library = LIBRARY) -> ExerciseView:
    uses = exercise_uses((plan(), bodyweight_plan()), words())
    view = exercise_page(frame(), one, library, uses.get(one.id, ())).view
    assert isinstance(view, ExerciseView)
    return view


def test_index_is_ordered_by_pattern_then_name() -> None:
    names = [card.name for card in index(LIBRARY.exercises.values()).cards]
    assert names[:4] == ["Front squat", "Goblet squat", "Deadlift", "Single leg deadlift"]


def test_index_offers_only_filters_that_find_something() -> None:
    view = index((FRONT_SQUAT, SPLIT_SQUAT))
    chips = {row.name: [option.text for option in row.options] for row in view.filters}
    assert chips == {
        "pattern": ["Squat", "Lunge"],
        "kit": ["Barbell", "No equipment"],
        "level": ["New to lifting", "Some practice"],
    }
    assert view.count == "2 exercises"


def test_every_filter_class_of_a_card_has_its_chip() -> None:
    view = index(LIBRARY.exercises.values())
    chips = {option.id for row in view.filters for option in row.options}
    assert {key for card in view.cards for key in card.keys} == chips


def test_filter_rules_hide_a_card_only_if_none_of_its_chips_is_checked() -> None:
    either = exercise("lunge", equipment=[["barbell", "dumbbell"]], pattern="lunge")
    rules = filter_rules((either,)).splitlines()
    assert rules == [
        "main:has([name=kit]:checked):not(:has(#k-barbell:checked,#k-dumbbell:checked))"
        " .k-barbell.k-dumbbell:not(.k-band):not(.k-none):not(.k-more){display:none}",
        "main:has([name=level]:checked):not(:has(#l-intermediate:checked))"
        " .l-intermediate{display:none}",
        "main:has([name=pattern]:checked):not(:has(#p-lunge:checked)) .p-lunge{display:none}",
    ]


def test_filter_rules_do_not_depend_on_the_order_of_exercises() -> None:
    exercises = tuple(LIBRARY.exercises.values())
    assert filter_rules(exercises) == filter_rules(reversed(exercises))


def test_swaps_join_what_one_exercise_offers() -> None:
    swaps = [(swap.label, swap.name, swap.line) for swap in page(FRONT_SQUAT).swaps]
    assert swaps == [
        ("Easier, at home", "Goblet squat", "Dumbbells or kettlebell"),
        ("No equipment", "Split squat", "One leg makes up for the bar"),
    ]


def test_page_names_muscles_doses_and_kit_in_plain_words() -> None:
    view = page(FRONT_SQUAT)
    assert view.tags == ("Barbell, rack", "Squat", "Some practice")
    assert (view.main_muscles, view.other_muscles) == (("Quads",), ("Glutes", "Abs"))
    assert [(dose.label, dose.text) for dose in view.doses] == [
        ("Gym", "4 × 4–6"),
        ("Bodyweight", "4 × 6–10 each side"),
    ]
    assert [link.text for link in view.learn_first] == ["Goblet squat"]


def test_page_lists_the_plans_that_use_it() -> None:
    assert [(use.name, use.dose) for use in page(FRONT_SQUAT).uses] == [
        ("Half marathon build", "4 × 5")
    ]
    assert [use.dose for use in page(LEG_SWING).uses] == ["warm-up or mobility"]


def test_uses_name_the_first_week_of_the_fullest_variant() -> None:
    uses = exercise_uses((plan(), bodyweight_plan()), words())
    (use,) = uses["split-squat"]
    assert (use.tier, use.week) == (Tier.GYM, 1)
    assert list(uses["push-up"]) == [uses["push-up"][0]]
