"""Loads from a runner's own numbers, against values worked out by hand."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.load_reps import part_of_maximum, percent_1rm
from runlift_site.training.own_loads import Maxima, implement_of, read_maxima, working_weight
from runlift_site.training.plates import STEPS, Weight, WeightUnit, rounded_down
from runlift_site.training.vocabulary import Equipment, Measure, Tier
from runlift_site.training.week import Prescription
from tests.training.builders import BARBELL, DUMBBELL, LIBRARY, exercise

KG, LB = WeightUnit.KG, WeightUnit.LB
DEADLIFT = LIBRARY.exercises["deadlift"]
ROW = exercise("row", "pull_horizontal", "lats", **DUMBBELL)


def kg(value: str) -> Weight:
    return Weight(Fraction(value), KG)


def lb(value: str) -> Weight:
    return Weight(Fraction(value), LB)


def asked(low: int, high: int | None = None, *, amount: int | None = None, **effort: Any) -> Any:
    return Prescription(
        sets=3,
        measure=Measure.REPS,
        amount=amount or low,
        range=Span(low, high or low),
        effort=Effort.model_validate(effort) if effort else None,
        rest_s=None,
    )


def lifted(
    maximum: Weight,
    prescription: Prescription,
    unit: WeightUnit = KG,
    one: Exercise = DEADLIFT,
    tier: Tier = Tier.GYM,
) -> str:
    return str(working_weight(maximum, one, prescription, tier, unit))


def maximum(text: str) -> Weight:
    found = read_maxima([("deadlift", text)], LIBRARY.exercises)
    assert found.faults == ()
    return found.weights["deadlift"]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("100kg", kg("100")),
        ("102.5 kg", kg("102.5")),
        ("225lb", lb("225")),
        ("225 lbs", lb("225")),
        ("90kgx5", kg("105")),  # 90 x 35 / 30
        ("90kg x 5", kg("105")),
        ("90KG×5", kg("105")),
        ("100kgx1", kg("100")),  # one rep is the maximum itself
        ("225lbx3", lb("247.5")),
        ("60kgx15", kg("90")),
        ("70kgx2", Weight(Fraction(224, 3), KG)),  # 74.67, kept exact
    ],
)
def test_maximum_is_read_or_worked_out(text: str, weight: Weight) -> None:
    assert maximum(text) == weight


@pytest.mark.parametrize(
    ("weight", "prescription", "said"),
    [
        (kg("100"), asked(5, rir=2), "80 kg"),  # 7 to failure: 81.08
        (kg("105"), asked(5, rir=2), "85 kg"),  # 85.14
        (kg("100"), asked(4, 6, rir=2), "82.5 kg"),  # 6 to failure: 83.33
        (kg("60"), asked(12, rir=3), "40 kg"),  # 15 to failure: 40 to the gram, not 37.5
        (kg("100"), asked(1, rir=0), "100 kg"),
        (kg("97.5"), asked(1, rir=0), "97.5 kg"),
        (kg("99.9"), asked(1, rir=0), "97.5 kg"),  # down, however near
        (kg("100"), asked(5, percent_1rm=82.5), "82.5 kg"),
        (kg("100"), asked(5, percent_1rm=80, rir=5), "80 kg"),  # the percentage says it directly
    ],
)
def test_working_weight_in_kilograms(weight: Weight, prescription: Any, said: str) -> None:
    assert lifted(weight, prescription) == said


@pytest.mark.parametrize(
    ("weight", "prescription", "said"),
    [
        (lb("247.5"), asked(5, rir=2), "200 lb"),  # 200.68
        (lb("225"), asked(4, rir=2), "185 lb"),  # 187.5
        (kg("100"), asked(5, rir=2), "175 lb"),  # 81.08 kg are 178.76 lb
    ],
)
def test_working_weight_in_pounds(weight: Weight, prescription: Any, said: str) -> None:
    assert lifted(weight, prescription, LB) == said


def test_maximum_in_pounds_gives_weights_in_kilograms() -> None:
    # 225 lb are 102.06 kg; at 7 reps to failure 82.75.
    assert lifted(lb("225"), asked(5, rir=2)) == "82.5 kg"


def test_weight_stays_while_reps_climb() -> None:
    weeks = {lifted(kg("100"), asked(4, 6, amount=amount, rir=2)) for amount in (4, 5, 6)}
    assert weeks == {"82.5 kg"}


@pytest.mark.parametrize(("unit", "bar"), [(KG, "20 kg"), (LB, "45 lb")])
def test_weight_is_never_below_the_empty_bar_and_says_so(unit: WeightUnit, bar: str) -> None:
    found = working_weight(kg("20"), DEADLIFT, asked(5, rir=2), Tier.GYM, unit)
    assert found is not None
    assert found.too_heavy
    assert str(found.weight) == bar
    assert str(found).startswith(f"{bar}, the empty bar: that is more than the ")


def test_exact_bar_is_not_too_heavy() -> None:
    assert lifted(kg("20"), asked(1, rir=0)) == "20 kg"


def test_dumbbells_have_steps_and_a_lightest_of_their_own() -> None:
    assert lifted(kg("27"), asked(5, rir=2), one=ROW) == "20 kg"  # 21.89
    assert lifted(lb("60"), asked(5, rir=2), LB, ROW) == "45 lb"  # 48.65
    assert lifted(kg("2"), asked(5, rir=2), one=ROW) == (
        "2 kg, the lightest dumbbell: that is more than the 1.62 kg worked out, so take something"
        " lighter"
    )


def test_implement_is_the_first_that_the_tier_has() -> None:
    either = exercise(
        "either", "hinge", "glutes", **{**BARBELL, "equipment": [["barbell", "dumbbell"]]}
    )
    assert implement_of(either, Tier.GYM) is Equipment.BARBELL
    assert implement_of(either, Tier.HOME) is Equipment.DUMBBELL
    assert implement_of(either, Tier.BODYWEIGHT) is None


@pytest.mark.parametrize(
    ("one", "prescription", "tier"),
    [
        (DEADLIFT, asked(5, feel="light"), Tier.GYM),
        (DEADLIFT, asked(5), Tier.GYM),
        (DEADLIFT, asked(12, rir=4), Tier.GYM),  # 16 to failure: beyond the formula
        (DEADLIFT, asked(5, rir=2), Tier.HOME),  # no bar
        (LIBRARY.exercises["push-up"], asked(5, rir=2), Tier.GYM),
        (LIBRARY.exercises["assisted-pull-up"], asked(5, rir=2), Tier.GYM),
    ],
)
def test_no_weight_where_none_can_be_worked_out(
    one: Exercise, prescription: Any, tier: Tier
) -> None:
    assert working_weight(kg("100"), one, prescription, tier, KG) is None


def test_weight_of_a_hold_needs_a_percentage() -> None:
    hold = {"measure": Measure.SECONDS}
    by_rir = Prescription(
        3, Measure.SECONDS, 20, Span(20, 20), Effort.model_validate({"rir": 2}), None
    )
    by_percent = Prescription(
        3, hold["measure"], 20, Span(20, 20), Effort.model_validate({"percent_1rm": 50}), None
    )
    assert working_weight(kg("100"), DEADLIFT, by_rir, Tier.GYM, KG) is None
    assert lifted(kg("100"), by_percent) == "50 kg"


def read_one(name: str, text: str = "100kg") -> Maxima:
    named = exercise("big-squat", "squat", "quadriceps", **BARBELL, aliases=["knee bend", "squat"])
    other = exercise("small-squat", "squat", "quadriceps", **DUMBBELL, aliases=["Squat"])
    found = {one.id: one for one in (named, other)}
    return read_maxima([(name, text)], {**LIBRARY.exercises, **found})


@pytest.mark.parametrize("name", ["big-squat", "Big squat", "knee bend", " Knee Bend "])
def test_exercise_is_found_by_id_name_or_alias(name: str) -> None:
    assert read_one(name) == Maxima({"big-squat": kg("100")}, ())


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("deadlft", "100kg", "unknown exercise 'deadlft': did you mean 'deadlift'?"),
        ("swimming", "100kg", "unknown exercise 'swimming'"),
        ("squat", "100kg", "'squat' may be big-squat or small-squat: name one of them"),
        ("push-up", "100kg", "'push-up' is not done with a weight that could be worked out"),
        ("assisted-pull-up", "9kg", "'assisted-pull-up' is not done with a weight that could be"
         " worked out"),
        ("deadlift", "100", "'100' has no unit: write 100kg or 100lb"),
        ("deadlift", "", "'' is no weight: write 100kg, or a set such as 90kgx5"),
        ("deadlift", "heavy", "'heavy' is no weight: write 100kg, or a set such as 90kgx5"),
        ("deadlift", "-100kg", "'-100kg' is no weight: write 100kg, or a set such as 90kgx5"),
        ("deadlift", "82,5kg", "'82,5kg' is no weight: write 100kg, or a set such as 90kgx5"),
        ("deadlift", "90kgx5x5", "'90kgx5x5' is no weight: write 100kg, or a set such as 90kgx5"),
        ("deadlift", "0kg", "'0kg' weighs nothing: give a weight that you have lifted"),
        ("deadlift", "90kgx0", "'90kgx0' is no set: give at least one rep"),
        ("deadlift", "40kgx16", "'40kgx16' is too long a set to tell your maximum: give one of 15"
         " reps at most"),
        ("deadlift", "501kg", "'501kg' comes to a maximum of 501 kg, more than 500 kg: is the unit"
         " right?"),
        ("deadlift", "400kgx10", "'400kgx10' comes to a maximum of 533.33 kg, more than 500 kg: is"
         " the unit right?"),
    ],
)  # fmt: skip
def test_nonsense_is_told(name: str, text: str, fault: str) -> None:
    assert read_one(name, text) == Maxima({}, (fault,))


def test_all_faults_are_told_at_once_and_the_rest_is_kept() -> None:
    given = [("deadlift", "100kg"), ("nothing", "much"), ("Deadlift", "90kg"), ("press", "50kg")]
    found = read_maxima(given, LIBRARY.exercises)
    assert found.weights == {"deadlift": kg("100"), "press": kg("50")}
    assert found.faults == (
        "unknown exercise 'nothing'",
        "'much' is no weight: write 100kg, or a set such as 90kgx5",
        "'deadlift' is given twice: keep one of its numbers",
    )


@given(
    st.fractions(min_value=0, max_value=500, max_denominator=60),
    st.sampled_from(sorted(STEPS)),
    st.sampled_from(WeightUnit),
)
def test_rounding_takes_the_next_real_weight_below(
    value: Fraction, implement: Equipment, unit: WeightUnit
) -> None:
    steps = STEPS[implement][unit]
    real = rounded_down(Weight(value, unit), implement).value
    assert (real - steps.lightest) % steps.step == 0
    assert real >= steps.lightest
    assert real <= value < real + steps.step or value < real == steps.lightest


@given(st.integers(20, 300), st.integers(1, 10), st.integers(0, 4))
def test_more_reps_never_ask_for_more_weight(weight: int, reps: int, rir: int) -> None:
    fewer, more = (
        working_weight(kg(str(weight)), DEADLIFT, asked(count, rir=rir), Tier.GYM, KG)
        for count in (reps, reps + 1)
    )
    assert fewer is not None
    assert more is not None
    assert more.weight.value <= fewer.weight.value


@pytest.mark.parametrize("possible", range(1, 17))
def test_exact_part_agrees_with_the_percentage(possible: int) -> None:
    part, percent = part_of_maximum(possible), percent_1rm(possible, 0)
    assert (None if part is None else float(100 * part)) == percent


@pytest.mark.parametrize(
    ("weight", "said"), [(kg("82.5"), "82.5 kg"), (kg("100"), "100 kg"), (kg("61.25"), "61.25 kg")]
)
def test_weight_is_shown_with_the_decimals_it_has(weight: Weight, said: str) -> None:
    assert str(weight) == said


def test_units_convert_exactly_there_and_back() -> None:
    assert kg("100").to(LB).to(KG) == kg("100")
    assert round(float(kg("100").to(LB).value), 3) == 220.462
