"""Double progression: which number of its range a week asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_site.training.dosing import STEPS, Progress, advanced, climb, dose, kept
from runlift_site.training.fields import Span
from runlift_site.training.loads import Growth
from runlift_site.training.vocabulary import Measure, Tier
from tests.training.builders import item, items_of, main, phase, plan, session, template, week

SPANS = st.tuples(st.integers(1, 60), st.integers(0, 40)).map(lambda t: Span(t[0], t[0] + t[1]))
LOADED = st.sampled_from([Growth.WEIGHT, Growth.RESISTANCE, Growth.VERSION])


def at(step: int) -> Progress:
    return Progress("deadlift", 2, step)


@given(SPANS, st.sampled_from(list(Measure)), st.integers(0, 60), st.sampled_from(list(Growth)))
def test_dose_stays_in_its_range(span: Span, measure: Measure, step: int, growth: Growth) -> None:
    assert span.low <= dose(span, measure, at(step), growth).amount <= span.high


@given(SPANS, st.sampled_from(list(Measure)), st.integers(1, 60), LOADED)
def test_dose_grows_by_a_step_or_starts_low_with_more_load(
    span: Span, measure: Measure, step: int, growth: Growth
) -> None:
    before = dose(span, measure, at(step - 1), growth)
    now = dose(span, measure, at(step), growth)
    if now.load_rises:
        assert (before.amount, now.amount) == (span.high, span.low)
    elif span.is_single:
        assert now.amount == span.low
    else:
        assert 0 < now.amount - before.amount <= STEPS[measure]


@given(SPANS, st.sampled_from(list(Measure)), st.integers(1, 60))
def test_dose_never_falls_where_nothing_can_be_made_harder(
    span: Span, measure: Measure, step: int
) -> None:
    before = dose(span, measure, at(step - 1), Growth.NOTHING)
    now = dose(span, measure, at(step), Growth.NOTHING)
    assert now.amount >= before.amount
    assert not now.load_rises


@pytest.mark.parametrize(
    ("measure", "span", "numbers"),
    [
        (Measure.REPS, Span(4, 6), (4, 5, 6)),
        (Measure.REPS_PER_SIDE, Span(8, 8), (8,)),
        (Measure.SECONDS, Span(20, 40), (20, 25, 30, 35, 40)),
        (Measure.SECONDS_PER_SIDE, Span(20, 32), (20, 25, 30, 32)),
        (Measure.METRES, Span(20, 30), (20, 25, 30)),
        (Measure.BREATHS, Span(5, 6), (5, 6)),
    ],
)
def test_climb_takes_steps_of_its_measure(
    measure: Measure, span: Span, numbers: tuple[int, ...]
) -> None:
    assert climb(span, measure) == numbers


def test_count_begins_anew_when_the_effort_changes_and_load_can_follow() -> None:
    assert advanced(at(2), "deadlift", 1, Growth.WEIGHT) == Progress("deadlift", 1, 0, harder=True)
    assert advanced(at(2), "deadlift", 4, Growth.WEIGHT) == Progress("deadlift", 4, 0)


def test_count_goes_on_when_the_effort_changes_but_no_load_can_follow() -> None:
    assert advanced(at(2), "deadlift", 1, Growth.NOTHING).step == 3
    assert advanced(at(2), "deadlift", 1, Growth.VERSION).step == 3


def test_count_begins_anew_when_the_exercise_changes() -> None:
    assert advanced(at(2), "goblet-squat", 2, Growth.WEIGHT) == Progress("goblet-squat", 2)
    assert kept(at(2), "goblet-squat", 2, Growth.WEIGHT) == Progress("goblet-squat", 2)


def test_easier_week_keeps_the_step() -> None:
    assert kept(at(2), "deadlift", 2, Growth.WEIGHT) == at(2)


def test_plan_climbs_then_adds_load() -> None:
    asked = [one.prescription for one in items_of(plan(template(weeks=5)), "deadlift")]
    assert [p.amount for p in asked] == [4, 5, 6, 4, 5]
    assert [p.load_rises for p in asked] == [False, False, False, True, False]
    assert [p.load_step_pct for p in asked] == [None, None, None, Span(2, 5), None]
    assert {p.range for p in asked} == {Span(4, 6)}


def test_plan_counts_only_weeks_in_which_the_session_was_done() -> None:
    values = template(weeks=4)
    values["phases"] = [
        phase(1, 1),
        phase(2, 2, phase="build", strength_per_week=1),
        phase(3, 4, phase="peak", pattern="base"),
    ]
    values["week_pattern"]["build"] = {**values["week_pattern"]["base"], "mon": [{"rest": True}]}
    asked = {
        week.number: item.prescription.amount
        for week in plan(values).weeks
        for lift in week.lifts
        for block in lift.blocks
        for item in block.exercises
        if item.exercise.id == "deadlift"
    }
    assert asked == {1: 4, 3: 5, 4: 6}


def test_plan_goes_on_across_phases_with_the_same_effort() -> None:
    values = template(weeks=4)
    values["phases"] = [phase(1, 2), phase(3, 4)]
    assert [i.prescription.amount for i in items_of(plan(values), "deadlift")] == [4, 5, 6, 4]


def test_plan_starts_low_with_more_load_when_a_phase_asks_for_more_effort() -> None:
    values = template(weeks=4)
    values["phases"] = [phase(1, 2, min_rir=4), phase(3, 4)]
    asked = [one.prescription for one in items_of(plan(values), "deadlift")]
    assert [p.effort.rir for p in asked if p.effort] == [4, 4, 2, 2]
    assert [p.amount for p in asked] == [4, 5, 4, 5]
    assert [p.load_rises for p in asked] == [False, False, True, False]


def test_easier_week_has_fewer_sets_at_the_same_reps_and_load() -> None:
    values = template(weeks=6, deload={"weeks": [3], "sets_factor": 0.6})
    asked = [one.prescription for one in items_of(plan(values), "deadlift")]
    assert [p.sets for p in asked] == [3, 3, 2, 3, 3, 3]
    assert [p.amount for p in asked] == [4, 5, 5, 6, 4, 5]
    assert [p.load_rises for p in asked] == [False, False, False, False, True, False]
    assert {p.effort for p in asked} == {asked[0].effort}


def test_easier_week_after_a_rise_does_not_rise_again() -> None:
    values = template(weeks=6, deload={"weeks": [5]})
    asked = [one.prescription for one in items_of(plan(values), "deadlift")]
    assert [p.amount for p in asked] == [4, 5, 6, 4, 4, 5]
    assert [p.load_rises for p in asked] == [False, False, False, True, False, False]


def test_taper_holds_the_dose_and_cuts_sets() -> None:
    values = template(weeks=4)
    values["phases"] = [phase(1, 2), phase(3, 4, phase="taper", pattern="base", sets_factor=0.5)]
    asked = [one.prescription for one in items_of(plan(values), "deadlift")]
    assert [p.amount for p in asked] == [4, 5, 5, 5]
    assert [p.sets for p in asked] == [3, 3, 2, 2]


@pytest.mark.parametrize("progression", [[], [{"applies_to": "main", "rule": "hold"}]])
@pytest.mark.parametrize(("tier", "amount"), [(Tier.GYM, 5), (Tier.HOME, 6)])
def test_dose_holds_without_double_progression(
    progression: list[object], tier: Tier, amount: int
) -> None:
    work = session(main(item("deadlift", reps=5), item("band-row", reps=8)))
    values = template(5, week(mon="heavy"), {"heavy": work}, progression=progression)
    asked = items_of(plan(values, tier), "deadlift")
    assert {one.prescription.amount for one in asked} == {amount}
    assert not any(one.prescription.load_rises for one in asked)


def test_single_number_holds_and_never_rises() -> None:
    work = session(main(item("front-squat"), item("deadlift", reps=5)))
    asked = items_of(plan(template(weeks=5, sessions={"heavy": work})), "deadlift")
    assert {(one.prescription.amount, one.prescription.load_rises) for one in asked} == {(5, False)}


def test_bodyweight_exercise_stays_at_its_top_without_a_harder_version() -> None:
    work = session(main(item("push-up", reps=[4, 6]), item("bridge", reps=[4, 6])))
    made = plan(template(weeks=5, sessions={"heavy": work}))
    push_up = [one.prescription for one in items_of(made, "push-up")]
    bridge = [one.prescription for one in items_of(made, "bridge")]
    assert [p.amount for p in push_up] == [4, 5, 6, 6, 6]
    assert [p.amount for p in bridge] == [4, 5, 6, 4, 5]
    assert [p.load_rises for p in bridge] == [False, False, False, True, False]
    assert {p.load_step_pct for p in bridge} == {None}
