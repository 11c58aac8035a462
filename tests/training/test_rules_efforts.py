"""R12: percentages of the one-rep maximum agree with the reps."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.fields import Span
from runlift_site.training.rules.efforts import R12, agrees
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.training.builders import (
    LIBRARY,
    Values,
    item,
    main,
    plan,
    session,
    suggesting,
    template,
    week,
)


def of_item(written: Values) -> Values:
    sessions = {"work": session(main(written))}
    return template(weeks=2, pattern=week(wed="work"), sessions=sessions)


def found(reps: Any, tier: Tier = Tier.GYM, **load: Any) -> list[RuleFinding]:
    values = of_item(item("front-squat", reps=reps, load=load))
    return list(suggesting(R12.check(plan(values, tier), LIBRARY)))


@pytest.mark.parametrize(
    ("percent", "reps", "rir", "fits"),
    [
        (75, 8, 2, True),  # n = 10 is 75 %
        (80, 8, 2, True),
        (70, 8, 2, True),
        (80.1, 8, 2, False),
        (69.9, 8, 2, False),
        (100, 1, 0, True),
        (95, 1, 0, True),
        (94.9, 1, 0, False),
        (83, [4, 6], 2, True),  # 83.3 to 78.9
        (88.3, [4, 6], 2, True),
        (88.4, [4, 6], 2, False),
        (74, [4, 6], 2, True),
        (73.9, [4, 6], 2, False),
    ],
)
def test_r12_load_is_within_five_points_of_the_formula(
    percent: float, reps: Any, rir: int, fits: bool
) -> None:
    said = found(reps, percent_1rm=percent, rir=rir)
    assert [(one.severity, one.week, one.day) for one in said] == (
        [] if fits else [(Severity.WARNING, 1, 2)]
    )


@pytest.mark.parametrize(
    ("percent", "reps", "fits"), [(79, 8, True), (83.9, 8, True), (84, 8, False), (50, 8, True)]
)
def test_r12_without_a_reserve_the_load_is_possible_at_all(
    percent: float, reps: int, fits: bool
) -> None:
    assert bool(found(reps, percent_1rm=percent)) is not fits  # 8 reps at most are 78.9 %


def test_r12_has_nothing_to_say_beyond_the_formula() -> None:
    assert found(16, percent_1rm=95, rir=0) == []
    assert found(10, percent_1rm=95, rir=6) == []
    assert agrees(62, Span(14, 18), 0)
    assert not agrees(61, Span(14, 18), 0)


def test_r12_asks_percentages_of_reps_only() -> None:
    assert found([4, 6], rir=0) == []
    carry = item("suitcase-carry", metres=20, load={"percent_1rm": 100, "rir": 5})
    values = of_item(carry)
    values["sessions"]["work"]["blocks"][1]["items"].append(item("band-row"))
    assert list(R12.check(plan(values), LIBRARY)) == []


def test_r12_leaves_stand_ins_alone_which_have_no_percentage() -> None:
    assert len(found(8, percent_1rm=95, rir=2)) == 1
    assert found(8, Tier.HOME, percent_1rm=95, rir=2) == []


def test_r12_asks_accessory_work_too() -> None:
    aside = {
        "kind": "accessory",
        "items": [item("goblet-squat", reps=8, load={"percent_1rm": 95, "rir": 2}, sets=2)],
    }
    values = of_item(item("band-row"))
    values["sessions"]["work"]["blocks"][2] = aside
    (only,) = R12.check(plan(values), LIBRARY)
    assert only.path == ("sessions", "work", "blocks", 2, "items", 0, "load")


def test_r12_says_what_the_formula_gives() -> None:
    (only,) = found([4, 6], percent_1rm=92, rir=2)
    assert only.sentence == (
        "Front squat is 4 to 6 reps with 2 in reserve at 92 % of the maximum, where the formula"
        " gives 79 to 83 %"
    )
    assert only.fix == "Write percent_1rm: 83."
    (bare,) = found(8, percent_1rm=95)
    assert bare.sentence.endswith("where the formula gives at most 79 %")
    assert bare.fix == "Write percent_1rm: 79."


@pytest.mark.parametrize("percent", [30, 50, 65, 90, 100])
@pytest.mark.parametrize("reps", [3, 8, [4, 6], [6, 10]])
@pytest.mark.parametrize("rir", [0, 2, 4])
def test_r12_passes_with_either_fix(percent: int, reps: Any, rir: int) -> None:
    for one in found(reps, percent_1rm=percent, rir=rir):
        load, *other = one.fix.removeprefix("Write ").removesuffix(".").split(", or ")
        assert found(reps, percent_1rm=int(load.split()[1]), rir=rir) == []
        for text in other:
            assert found(reps, percent_1rm=percent, rir=int(text.split()[1])) == []
