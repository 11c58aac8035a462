"""Rules about doses: whatever the doses are, they judge all variants, and their fixes pass."""

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.training.rules.beginners import R11
from runlift_site.training.rules.efforts import R12
from runlift_site.training.rules.growth import R13
from runlift_site.training.rules.main_sets import R9, R10, R14
from runlift_site.training.rules.rest import R7
from runlift_site.training.vocabulary import Level, Tier
from tests.training.builders import LIBRARY, Values, item, main, plan, session, template, week

RULES = (R7, R9, R10, R11, R12, R13, R14)
NAMES = ("front-squat", "deadlift", "goblet-squat", "press", "push-up", "plank", "assisted-pull-up")

percents = st.one_of(st.none(), st.sampled_from([0.5, 40, 74.5, 75, 82.5, 100]))
loads = st.builds(
    lambda rir, percent: (
        {key: value for key, value in (("rir", rir), ("percent_1rm", percent)) if value is not None}
        or {"feel": "easy"}
    ),
    st.one_of(st.none(), st.integers(0, 10)),
    percents,
)
spans = st.tuples(st.integers(1, 25), st.integers(0, 12)).map(lambda t: [t[0], t[0] + t[1]])
items = st.builds(
    lambda name, sets, reps, load, rest_s: item(
        name, sets=sets, reps=reps, load=load, rest_s=rest_s
    ),
    st.sampled_from(NAMES),
    st.integers(1, 10),
    spans,
    loads,
    st.integers(0, 240),
)
plans = st.builds(
    lambda written, level, weeks, step: template(
        weeks=weeks,
        pattern=week(wed="work"),
        sessions={"work": session(main(item("band-row", reps=5), *written))},
        level=level,
        progression=[
            {"applies_to": "main", "rule": "double", "then_load_pct": step},
            {"applies_to": "accessory", "rule": "double"},
        ],
    ),
    st.lists(items, min_size=1, max_size=3),
    st.sampled_from([level.value for level in Level]),
    st.integers(1, 8),
    st.integers(1, 30),
)


@settings(deadline=None, max_examples=100)
@given(plans, st.sampled_from(list(Tier)))
def test_rules_about_doses_never_fail_and_speak_in_sentences(values: Values, tier: Tier) -> None:
    made = plan(values, tier)
    for rule in RULES:
        for one in rule.check(made, LIBRARY):
            assert one.rule == rule.id
            assert one.sentence[-1] not in ".!?"
            assert one.reason.endswith(".")
            assert one.fix.endswith(".")
            assert one.path[0] in {"sessions", "progression", "phases"}
