"""R9, R10 and R14: sets and reps of main exercises, and which they are."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.fields import Span
from runlift_site.training.rules.main_sets import BEGINNER_REPS, R9, R10, R14, REPS, nearest, within
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.training.builders import (
    LIBRARY,
    Values,
    circuit,
    item,
    main,
    phase,
    plan,
    session,
    suggesting,
    template,
    week,
)

INFO, WARNING = Severity.INFO, Severity.WARNING


def of_item(written: Values, weeks: int = 4, level: str = "beginner", **changes: Any) -> Values:
    sessions = {"work": session(main(item("band-row", reps=5), written))}
    pattern = week(wed="work")
    return template(weeks=weeks, pattern=pattern, sessions=sessions, level=level, **changes)


def found(rule: Rule, values: Values, tier: Tier = Tier.GYM) -> list[RuleFinding]:
    return list(suggesting(rule.check(plan(values, tier), LIBRARY)))


# R9


@pytest.mark.parametrize(
    ("sets", "reps", "fix"),
    [
        (3, [3, 5], None),
        (5, [3, 5], None),
        (3, 5, None),
        (4, [4, 5], None),
        (2, [3, 5], "Write sets: 3."),
        (6, [3, 5], "Write sets: 5."),
        (3, [2, 5], "Write reps: [3, 5]."),
        (3, [3, 6], "Write reps: [3, 5]."),
        (3, [4, 6], "Write reps: [4, 5]."),
        (3, [8, 12], "Write reps: [3, 5]."),
        (3, 6, "Write reps: [3, 5]."),
        (2, 12, "Write sets: 3 and reps: [3, 5]."),
    ],
)
def test_r9_beginners_begin_with_three_to_five(sets: int, reps: Any, fix: str | None) -> None:
    said = found(R9, of_item(item("front-squat", sets=sets, reps=reps)))
    assert [(one.severity, one.fix) for one in said] == ([] if fix is None else [(WARNING, fix)])


def test_r9_asks_beginners_only() -> None:
    assert found(R9, of_item(item("front-squat", reps=10), level="intermediate")) == []


@pytest.mark.parametrize(
    "written",
    [
        item("push-up", reps=[8, 12]),
        item("assisted-pull-up", reps=[6, 8]),
        item("suitcase-carry", metres=20, sets=2),
    ],
)
def test_r9_asks_about_reps_with_a_weight_only(written: Values) -> None:
    assert found(R9, of_item(written)) == []


def test_r9_asks_about_main_sets_only() -> None:
    aside = {"kind": "accessory", "items": [item("goblet-squat", reps=12, sets=2)]}
    written = session(main(item("front-squat", reps=[3, 5])), aside)
    values = template(pattern=week(wed="work"), sessions={"work": written}, level="beginner")
    assert found(R9, values) == []


def test_r9_goes_by_the_dose_as_written_in_every_variant() -> None:
    good = of_item(item("front-squat", reps=[3, 5]))
    assert [found(R9, good, tier) for tier in Tier] == [[], [], []]
    bad = of_item(item("front-squat", reps=[6, 8]))
    first, *others = [found(R9, bad, tier) for tier in Tier]
    assert len(first) == 1
    assert others == [first, first]


def test_r9_counts_written_sets_in_an_easier_week() -> None:
    values = of_item(item("front-squat", reps=[3, 5]), weeks=2, deload={"weeks": [1]})
    assert found(R9, values) == []


def test_r9_counts_rounds_as_sets() -> None:
    written = session(circuit(2, "front-squat", "push-up"))
    values = template(pattern=week(wed="work"), sessions={"work": written}, level="beginner")
    (only,) = found(R9, values)
    assert only.fix == "Write rounds: 3 and reps: [4, 5]."
    assert only.path == ("sessions", "work", "blocks", 1, "items", 0)
    assert only.sentence.startswith("Front squat is 2 x 4 to 6 reps")


def two_phases(first: Values, second: Values, **changes: Any) -> Values:
    """Four weeks with one session and four with another."""
    values = template(
        weeks=8,
        pattern=week(wed="first"),
        sessions={"first": session(main(first)), "second": session(main(second))},
        phases=[
            phase(1, 4, strength_per_week=1),
            phase(5, 8, strength_per_week=1, phase="build"),
        ],
        level="beginner",
        **changes,
    )
    values["sessions"]["second"] = session(main(second))
    values["week_pattern"]["build"] = week(wed="second")
    return values


def test_r9_ends_and_r10_begins_after_four_weeks() -> None:
    few, more = item("front-squat", reps=[3, 5]), item("front-squat", reps=[4, 8])
    assert found(R9, two_phases(few, more)) == []
    assert found(R10, two_phases(few, more)) == []
    assert [one.week for one in found(R9, two_phases(more, few))] == [1]
    assert [one.week for one in found(R10, two_phases(more, few))] == [5]


def test_session_that_goes_on_after_four_weeks_is_asked_by_both() -> None:
    values = of_item(item("front-squat", reps=[3, 5]), weeks=5)
    assert found(R9, values) == []
    assert [(one.week, one.severity) for one in found(R10, values)] == [(5, INFO)]


# R10


@pytest.mark.parametrize(
    ("reps", "fix"),
    [
        ([4, 8], None),
        ([4, 6], None),
        ([6, 8], None),
        ([3, 8], "Write reps: [4, 8]."),
        ([3, 5], "Write reps: [4, 5]."),
        ([4, 9], "Write reps: [4, 8]."),
        ([8, 12], "Write reps: [4, 8]."),
        ([1, 3], "Write reps: [4, 8]."),
        (10, "Write reps: [4, 8]."),
    ],
)
def test_r10_four_to_eight_reps(reps: Any, fix: str | None) -> None:
    said = found(R10, of_item(item("front-squat", reps=reps), level="intermediate"))
    assert [(one.severity, one.fix) for one in said] == ([] if fix is None else [(INFO, fix)])


def test_r10_goes_by_the_dose_as_written() -> None:
    good = of_item(item("front-squat", reps=[4, 8]), level="intermediate")
    assert [found(R10, good, tier) for tier in Tier] == [[], [], []]


@pytest.mark.parametrize(
    ("reps", "fix"),
    [
        (5, "Write reps: [5, 7]."),
        (8, "Write reps: [6, 8]."),
        (4, "Write reps: [4, 6]."),
    ],
)
def test_r10_one_number_of_reps_cannot_rise(reps: int, fix: str) -> None:
    values = of_item(item("front-squat", reps=reps), level="intermediate")
    assert [one.fix for one in found(R10, values)] == [fix]


def test_r10_one_number_is_fine_where_nothing_is_to_rise() -> None:
    written = item("front-squat", reps=5)
    assert found(R10, of_item(written, weeks=1, level="intermediate")) == []
    hold = [{"applies_to": "main", "rule": "hold"}]
    assert found(R10, of_item(written, level="intermediate", progression=hold)) == []


@pytest.mark.parametrize("bounds", [BEGINNER_REPS, REPS])
def test_nearest_range_lies_within_the_bounds(bounds: Span) -> None:
    for low in range(1, 15):
        for high in range(low, 15):
            near = nearest(Span(low, high), bounds)
            assert within(near, bounds)
            if within(Span(low, high), bounds):
                assert near == Span(low, high)


# R14


def of_main(*names: str, tier: Tier = Tier.GYM) -> list[RuleFinding]:
    written = session(main(*(item(name) for name in names)))
    values = template(pattern=week(wed="work"), sessions={"work": written})
    return found(R14, values, tier)


def test_r14_passes_big_movements() -> None:
    names = ("front-squat", "deadlift", "split-squat", "bridge", "press", "floor-press")
    assert of_main(*names, "band-row", "assisted-pull-up") == []


@pytest.mark.parametrize("name", ["plank", "side-plank", "cable-twist", "box-jump", "hip-circles"])
def test_r14_notes_anything_else(name: str) -> None:
    (only,) = of_main("front-squat", name)
    assert only.severity is INFO
    assert only.path == ("sessions", "work", "blocks", 1, "items", 1)
    assert only.fix == f"Move {LIBRARY.exercises[name].name.lower()} to the accessory block."
    assert of_main("front-squat") == []


def test_r14_looks_at_what_stands_in_with_less_kit() -> None:
    values = template(
        pattern=week(wed="work"),
        sessions={"work": session(main(item("front-squat"), item("suitcase-carry", metres=20)))},
    )
    assert found(R14, values) == []
    (only,) = found(R14, values, Tier.BODYWEIGHT)
    assert "side plank" in only.sentence
