"""Prescriptions written and said, and read back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_site.training.fields import Span
from runlift_site.training.items import Effort, Feel
from runlift_site.training.number_words import (
    decimal_from_words,
    decimal_in_words,
    from_words,
    in_words,
)
from runlift_site.training.prescription_text import heard, read, said, written
from runlift_site.training.vocabulary import Measure, Tier
from runlift_site.training.week import Prescription
from tests.training.builders import plan, template


def spans(lowest: int, highest: int) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(lowest, highest), st.integers(lowest, highest))
    return ends.map(lambda pair: Span(min(pair), max(pair)))


percents = st.decimals(min_value="0.01", max_value=100, places=2).map(float)
efforts = st.builds(
    lambda rir, percent, feel: {"rir": rir, "percent_1rm": percent, "feel": feel},
    st.none() | st.integers(0, 10),
    st.none() | percents,
    st.none() | st.sampled_from(Feel),
).map(lambda values: Effort.model_validate(values) if set(values.values()) != {None} else None)
tempos = st.lists(st.integers(0, 20), min_size=4, max_size=4).map(lambda t: "-".join(map(str, t)))


@st.composite
def prescriptions(draw: st.DrawFn) -> Prescription:
    span = draw(spans(1, 12000))
    rises = draw(st.booleans())
    return Prescription(
        sets=draw(st.integers(1, 12)),
        measure=draw(st.sampled_from(Measure)),
        amount=draw(st.integers(span.low, span.high)),
        range=span,
        effort=draw(efforts),
        rest_s=draw(st.none() | spans(0, 600)),
        tempo=draw(st.none() | tempos),
        load_rises=rises,
        load_step_pct=draw(st.none() | spans(1, 10)) if rises else None,
    )


def asked(sets: int, amount: int, **facts: Any) -> Prescription:
    effort = facts.pop("effort", None)
    usual: dict[str, Any] = {"range": Span(amount, amount), "rest_s": None}
    return Prescription(
        sets=sets,
        measure=facts.pop("measure", Measure.REPS),
        amount=amount,
        effort=Effort.model_validate(effort) if effort else None,
        **{**usual, **facts},
    )


@given(prescriptions())
def test_what_is_written_is_read_back(one: Prescription) -> None:
    assert read(written(one)) == one


@given(prescriptions())
def test_what_is_said_is_heard(one: Prescription) -> None:
    assert heard(said(one)) == one


@pytest.mark.parametrize("tier", list(Tier))
def test_every_dose_of_a_plan_is_written_and_said(tier: Tier) -> None:
    made = plan(template(weeks=5, deload={"weeks": [3]}), tier)
    doses = [
        item.prescription
        for week in made.weeks
        for lift in week.lifts
        for block in lift.blocks
        for item in block.exercises
    ]
    assert doses
    for one in doses:
        assert read(written(one)) == one
        assert heard(said(one)) == one


CASES = [
    (
        asked(4, 5, effort={"rir": 2}, rest_s=Span(120, 120), tempo="3-0-0-0"),
        "4 x 5 @ RIR 2, rest 120 s, tempo 3-0-0-0",
        "four sets of five, leave two in the tank, rest two minutes, three seconds down",
    ),
    (
        asked(1, 1, effort={"rir": 0}, rest_s=Span(60, 60)),
        "1 x 1 @ RIR 0, rest 60 s",
        "one set of one, leave none in the tank, rest one minute",
    ),
    (
        asked(3, 6, measure=Measure.REPS_PER_SIDE, range=Span(5, 8), rest_s=Span(75, 90)),
        "3 x 6 of 5-8 per side, rest 75-90 s",
        "three sets of six on each side, in a range from five to eight, rest seventy-five to"
        " ninety seconds",
    ),
    (
        asked(3, 4, effort={"percent_1rm": 82.5}, rest_s=Span(60, 120)),
        "3 x 4 @ 82.5 %, rest 60-120 s",
        "three sets of four, at eighty-two point five percent of your maximum, rest one to two"
        " minutes",
    ),
    (
        asked(2, 30, measure=Measure.SECONDS_PER_SIDE, effort={"feel": "slow"}),
        "2 x 30 s per side @ slow",
        "two sets of thirty seconds on each side, move slowly",
    ),
    (
        asked(2, 120, measure=Measure.METRES, load_rises=True),
        "2 x 120 m, load up",
        "two sets of one hundred twenty metres, make it harder than last time",
    ),
    (asked(1, 1, measure=Measure.BREATHS), "1 x 1 breaths", "one set of one breath"),
    (
        asked(3, 4, range=Span(4, 6), load_rises=True, load_step_pct=Span(2, 5), tempo="2-1-1-1"),
        "3 x 4 of 4-6, tempo 2-1-1-1, load up 2-5 %",
        "three sets of four, in a range from four to six, two seconds down, one second pause at"
        " the bottom, one second up, one second pause at the top, make it harder than last time,"
        " add two to five percent",
    ),
]


@pytest.mark.parametrize(("one", "notation", "sentence"), CASES)
def test_notation_and_sentence(one: Prescription, notation: str, sentence: str) -> None:
    assert (written(one), said(one)) == (notation, sentence)


def test_effort_may_be_written_as_rpe() -> None:
    assert read("4 x 5 @ RPE 8") == read("4 x 5 @ RIR 2")


def test_range_without_an_amount_begins_at_its_low_end() -> None:
    assert read("4 x 4-6") == read("4 x 4 of 4-6")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4 x",
        "0 x 5",
        "4 x 0",
        "4 x 7 of 4-6",  # outside its range
        "4 x 5 of 6-4",
        "4 x 20 m per side",  # no such measure
        "4 x 5 breaths per side",
        "4 x 5 @ RIR 11",
        "4 x 5 @ RPE 11",
        "4 x 5 @ 0 %",
        "4 x 5 @ 101 %",
        "4 x 5 @ hard",
        "4 x 5, rest 90",
        "4 x 5, rest 90-60 s",
        "4 x 5, tempo 3-1-1",
        "4 x 5, tempo 3-1-1-0, rest 60 s",  # the order is fixed
        "4 x 5 and rest",
    ],
)
def test_nonsense_is_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "some sets of five",
        "zero sets of five",
        "four sets of zero",
        "four sets of seven, in a range from four to six",
        "four sets of two three",
        "four sets of five metres on each side",
        "four sets of five, leave eleven in the tank",
        "four sets of five, at one hundred one percent of your maximum",
        "four sets of five, rest two to one minutes",
        "four sets of five, add two percent",
        "four sets of five, leave many in the tank",
        "four sets of five, many seconds down, one second up",
    ],
)
def test_nonsense_is_not_heard(text: str) -> None:
    assert heard(text) is None


@given(st.integers(0, 20000))
def test_number_is_said_and_read_back(number: int) -> None:
    assert from_words(in_words(number)) == number


@given(st.decimals(min_value=0, max_value=1000, places=6).map(float))
def test_decimal_is_said_and_read_back(number: float) -> None:
    assert decimal_from_words(decimal_in_words(number)) == number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (100, "one hundred"),
        (101, "one hundred one"),
        (999, "nine hundred ninety-nine"),
        (1000, "one thousand"),
        (9010, "nine thousand ten"),
        (10000, "10000"),
    ],
)
def test_number_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    "text", ["", "many", "twenty one", "two three", "hundred", "five hundred four hundred"]
)
def test_words_that_say_no_number(text: str) -> None:
    assert from_words(text) is None
