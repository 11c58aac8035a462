"""R7: lifting is not a race against the clock."""

from typing import Any

import pytest
from pydantic import ValidationError

from runlift_site.diagnostics.model import Severity
from runlift_site.training.formats import NO_RACE, TIMED_FORMATS
from runlift_site.training.plan import Block
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.rules.rest import R7
from tests.training.builders import (
    LIBRARY,
    Values,
    circuit,
    item,
    main,
    plan,
    session,
    suggesting,
    template,
    week,
)


def found(written: Values, **changes: Any) -> list[RuleFinding]:
    values = template(weeks=2, pattern=week(wed="work"), sessions={"work": written}, **changes)
    return list(suggesting(R7.check(plan(values), LIBRARY)))


@pytest.mark.parametrize(
    ("rest_s", "faults"), [(60, 0), (59, 1), (30, 1), ([60, 90], 0), ([45, 90], 1), (180, 0)]
)
def test_r7_rest_between_main_sets_is_a_minute_at_least(rest_s: Any, faults: int) -> None:
    written = session(main(item("front-squat", rest_s=rest_s), item("press")))
    said = found(written)
    assert [(one.severity, one.week, one.day) for one in said] == [(Severity.ERROR, 1, 2)] * faults


@pytest.mark.parametrize(
    ("rest_s", "fix"),
    [
        (30, "Write rest_s: 60."),
        ([45, 60], "Write rest_s: 60."),
        ([45, 90], "Write rest_s: [60, 90]."),
    ],
)
def test_r7_fix_is_the_nearest_rest_that_passes(rest_s: Any, fix: str) -> None:
    written = session(main(item("front-squat", rest_s=rest_s), item("press")))
    (only,) = found(written)
    assert only.fix == fix
    assert only.path == ("sessions", "work", "blocks", 1, "items", 0, "rest_s")


@pytest.mark.parametrize("form", ["circuit", "superset"])
@pytest.mark.parametrize(("rest_s", "faults"), [(60, 0), (59, 1)])
def test_r7_in_pairs_and_circuits_the_rest_after_the_round_counts(
    form: str, rest_s: int, faults: int
) -> None:
    said = found(session(circuit(3, "front-squat", "press", format=form, rest_s=rest_s)))
    assert len(said) == faults
    assert all("after each round" in one.sentence for one in said)


def test_r7_leaves_accessory_work_and_unwritten_rest_alone() -> None:
    aside = {"kind": "accessory", "items": [item("plank", seconds=30, rest_s=20)]}
    written = session(main(item("front-squat", rest_s=None), item("deadlift")), aside)
    assert found(written) == []


def test_r7_rest_of_the_block_is_said_once() -> None:
    written = session(main(item("front-squat", rest_s=None), item("front-squat", rest_s=None)))
    written["blocks"][1]["rest_s"] = 30
    (only,) = found(written)
    assert only.path == ("sessions", "work", "blocks", 1, "rest_s")


@pytest.mark.parametrize("name", sorted(TIMED_FORMATS | {"AMRAP", "Tabata"}))
def test_formats_against_the_clock_are_refused_with_the_reason(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Block.model_validate({"kind": "main", "format": name})
    (error,) = caught.value.errors()
    assert error["type"] == "timed_format"
    assert error["msg"] == f"no {name} here: {NO_RACE}"
    assert error["loc"] == ("format",)


@pytest.mark.parametrize("name", ["straight_sets", "superset", "circuit"])
def test_other_formats_are_known(name: str) -> None:
    assert Block.model_validate({"kind": "main", "format": name}).format == name
