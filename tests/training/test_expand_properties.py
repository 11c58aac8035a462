"""What holds for every plan that can be written, not only for those we thought of."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.diagnostics.model import Severity
from runlift_site.training.expand import expand
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.rules.check import check_plan
from runlift_site.training.vocabulary import BlockKind, RunType, Tier
from runlift_site.training.week import Plan
from tests.training.builders import (
    LIBRARY,
    Values,
    circuit,
    item,
    main,
    plan,
    session,
    template,
    week,
)

LIFTS = ("front-squat", "deadlift", "press", "floor-press", "assisted-pull-up", "band-row",
         "goblet-squat", "push-up")  # fmt: skip
spans = st.tuples(st.integers(1, 12), st.integers(0, 8)).map(lambda t: [t[0], t[0] + t[1]])
straight = st.lists(
    st.builds(
        lambda name, sets, reps, rir, rest: item(
            name, sets=sets, reps=reps, load={"rir": rir}, rest_s=rest
        ),
        st.sampled_from(LIFTS),
        st.integers(1, 6),
        spans,
        st.integers(0, 6),
        st.integers(30, 200),
    ),
    min_size=1,
    max_size=4,
).map(lambda items: main(*items))
circuits = st.builds(
    lambda rounds, names: circuit(rounds, *names),
    st.integers(1, 6),
    st.lists(st.sampled_from(LIFTS), min_size=2, max_size=4),
)
sessions = st.one_of(straight, circuits).map(
    # A row is always there, so that mobility finds a drill for it.
    lambda work: session(main(item("band-row")), work)
)
run_entries = st.builds(
    lambda kind, minutes: f"{kind} {minutes}",
    st.sampled_from([kind.value for kind in RunType]),
    st.integers(10, 150),
)
days = st.lists(st.one_of(st.just(""), run_entries), min_size=7, max_size=7)


@st.composite
def templates(draw: st.DrawFn) -> Values:
    runs = draw(days)
    lift_days = draw(st.sets(st.integers(0, 6), min_size=1, max_size=4))
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    words = {
        name: " + ".join(
            part for part in (run, f"lift-{index % 2}" if index in lift_days else "") if part
        )
        for index, (name, run) in enumerate(zip(names, runs, strict=True))
    }
    written = {f"lift-{index % 2}": draw(sessions) for index in lift_days}
    weeks = draw(st.integers(1, 10))
    changes: dict[str, Any] = {}
    easy = draw(st.sets(st.integers(1, weeks), max_size=3))
    if easy:
        factor = draw(st.sampled_from([0.4, 0.6, 0.75, 1]))
        changes["deload"] = {"weeks": sorted(easy), "sets_factor": factor}
    values = template(weeks, week(**words), written, **changes)
    if draw(st.booleans()):
        values["phases"][0]["min_rir"] = draw(st.integers(0, 6))
    return values


def doses(one: Plan) -> dict[tuple[int, Any], Any]:
    """What each week asks of each written item of main and accessory blocks."""
    return {
        (each.number, found.path): found
        for each in one.weeks
        for lift in each.lifts
        for block in lift.blocks
        if block.kind in {BlockKind.MAIN, BlockKind.ACCESSORY}
        for found in block.exercises
    }


@settings(deadline=None, max_examples=60)
@given(templates(), st.sampled_from(list(Tier)))
def test_rules_never_fail_on_a_plan_and_expansion_repeats(values: Values, tier: Tier) -> None:
    made = plan(values, tier)
    assert expand(PlanTemplate.model_validate(values), tier, LIBRARY).plan == made
    for found in check_plan(made, LIBRARY):
        assert found.sentence
        assert found.reason.endswith(".")
        assert found.fix.endswith(".")


@settings(deadline=None, max_examples=60)
@given(templates(), st.sampled_from(list(Tier)))
def test_doses_stay_in_range_and_climb_between_rises(values: Values, tier: Tier) -> None:
    made = plan(values, tier)
    asked = doses(made)
    paths = {path for _, path in asked}
    for path in paths:
        last = None
        for each in made.weeks:
            now = asked[each.number, path].prescription
            assert now.range.low <= now.amount <= now.range.high
            assert now.sets >= 1
            if each.easy:
                assert not now.load_rises
                assert last is None or now.amount == last.amount
                continue
            if now.load_rises:
                assert last is not None
                assert last.amount == last.range.high
                assert now.amount == now.range.low
            elif last is not None:
                assert now.amount >= last.amount
            last = now


@settings(deadline=None, max_examples=60)
@given(templates(), st.sampled_from([Tier.HOME, Tier.BODYWEIGHT]))
def test_variants_keep_sets_rest_effort_and_position(values: Values, tier: Tier) -> None:
    gym, derived = doses(plan(values)), doses(plan(values, tier))
    assert gym.keys() == derived.keys()
    for key, written in gym.items():
        one, other = written.prescription, derived[key].prescription
        assert (one.sets, one.rest_s, one.effort) == (other.sets, other.rest_s, other.effort)


@settings(deadline=None, max_examples=60)
@given(templates(), st.sampled_from(list(Tier)))
def test_heavy_legs_are_clean_exactly_off_the_stripes(values: Values, tier: Tier) -> None:
    made = plan(values, tier)
    graver = {Severity.ERROR, Severity.WARNING}
    marked = {
        (number, found.day)
        for found in check_plan(made, LIBRARY)
        for number in found.weeks
        if found.rule in {"R20", "R21", "R22"} and found.severity in graver
    }
    for each in made.weeks:
        for day in each.days:
            if any(lift.heavy_leg for lift in day.lifts):
                assert ((each.number, day.weekday) in marked) is (day.weekday in each.clear)
