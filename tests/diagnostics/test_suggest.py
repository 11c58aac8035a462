"""What a misspelled name was probably meant to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.diagnostics.suggest import near_miss

EXERCISES = (
    "deadlift",
    "front-squat",
    "goblet-squat",
    "split-squat",
    "overhead-press",
    "forward-lunge",
    "push-up",
    "step-up",
    "side-plank",
    "calf-raise",
    "bent-over-row",
)
FIELDS = ("name", "sets", "reps", "rest_s", "load_kg", "equipment", "alternatives", "summary")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("gobelt-squat", "goblet-squat"),
        ("Goblet Squat", "goblet-squat"),
        ("goblet_squat", "goblet-squat"),
        ("squat-goblet", "goblet-squat"),
        ("gobletsquat", "goblet-squat"),
        ("deadlfit", "deadlift"),
        ("dead-lift", "deadlift"),
        ("fowrard-lunge", "forward-lunge"),
        ("overhead-pres", "overhead-press"),
        ("pushup", "push-up"),
        ("bent over rows", "bent-over-row"),
        ("goblet-squat-heavy", "goblet-squat"),
    ],
)
def test_exercise_is_found_when_word_is_close(word: str, meant: str) -> None:
    assert near_miss(word, EXERCISES) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("set", "sets"),
        ("Reps", "reps"),
        ("resp", "reps"),
        ("rest", "rest_s"),
        ("load", "load_kg"),
        ("restS", "rest_s"),
        ("load-kg", "load_kg"),
        ("equipement", "equipment"),
        ("alternitives", "alternatives"),
    ],
)
def test_field_is_found_when_word_is_close(word: str, meant: str) -> None:
    assert near_miss(word, FIELDS) == meant


@pytest.mark.parametrize(
    "word",
    [
        "pull-up",
        "reverse-lunge",
        "back-squat",
        "side-lunge",
        "step-down",
        "heel-raise",
        "",
        "x",
        "-",
    ],
)
def test_nothing_is_found_when_word_means_something_else(word: str) -> None:
    assert near_miss(word, EXERCISES) is None


def test_nothing_is_found_when_nothing_is_known() -> None:
    assert near_miss("sets", ()) is None


def test_nothing_is_found_when_short_words_start_differently() -> None:
    assert near_miss("run", ("sun", "mon")) is None


def test_nothing_is_found_when_several_names_only_start_alike() -> None:
    assert near_miss("rest", ("rest_after_s", "rest_before_s")) is None


def test_answer_does_not_depend_on_the_order_of_names() -> None:
    assert near_miss("row", ("rowa", "rowb")) == near_miss("row", ("rowb", "rowa")) == "rowa"


def test_long_text_is_passed_over() -> None:
    assert near_miss("a" * 100_000, ("a" * 99_999,)) is None


@settings(deadline=None, database=None, derandomize=True, max_examples=300)
@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=8))
def test_answer_is_a_known_name_or_nothing(word: str, known: list[str]) -> None:
    assert near_miss(word, known) in {*known, None}


@settings(deadline=None, database=None, derandomize=True, max_examples=300)
@given(st.sampled_from(EXERCISES), st.data())
def test_name_is_found_when_one_letter_is_missing(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    assert near_miss(name[:at] + name[at + 1 :], EXERCISES) == name
