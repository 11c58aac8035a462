"""R8: neighbours in a circuit, and what makes a full session full."""

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.training.builders import Values, circuit, item, main, session, template, week
from tests.training.rule_cases import asked, where, work


def of(written: Values, tier: Tier = Tier.GYM) -> tuple[RuleFinding, ...]:
    values = template(weeks=3, pattern=week(wed="work"), sessions={"work": written})
    return asked("R8", values, tier)


def stations(*names: str) -> tuple[RuleFinding, ...]:
    return of({**work("push-up"), "kind": "short", "blocks": [circuit(3, *names)]})


@pytest.mark.parametrize(
    "names",
    [
        ("deadlift", "press", "split-squat"),
        ("deadlift", "assisted-pull-up", "front-squat", "press"),
        ("deadlift", "plank", "front-squat"),  # the trunk belongs to neither half
        ("press", "side-plank", "push-up"),
        ("front-squat", "press"),
    ],
)
def test_r8_passes_a_circuit_that_alternates(names: tuple[str, ...]) -> None:
    assert stations(*names) == ()


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        (("front-squat", "split-squat", "press"), "both work the quadriceps"),
        (("deadlift", "front-squat", "press"), "both are lower-body work"),
        (("press", "band-row", "deadlift"), "both are upper-body work"),
        (("deadlift", "press", "calf-raise", "front-squat"), "both are lower-body work"),
        (("side-plank", "twist", "press"), "both work the obliques"),
    ],
)
def test_r8_names_neighbours_that_tire_the_same(names: tuple[str, ...], shared: str) -> None:
    (found,) = stations(*names)
    assert found.severity is Severity.WARNING
    assert found.sentence.endswith(shared)
    assert found.path[:4] == ("sessions", "work", "blocks", 0)


def test_r8_last_and_first_station_are_no_neighbours() -> None:
    assert stations("front-squat", "press", "split-squat") == ()


def test_r8_suggests_an_order_that_passes() -> None:
    (found,) = stations("front-squat", "split-squat", "press")
    assert found.sentence == (
        "The session 'work' has front squat next to split squat in its circuit: both work the"
        " quadriceps"
    )
    assert found.fix == "Put the circuit in this order: front squat, press, split squat."
    assert found.path == ("sessions", "work", "blocks", 0, "items", 1)


def test_r8_says_what_else_to_do_where_no_order_helps() -> None:
    found = stations("press", "band-row", "floor-press")
    assert [one.fix for one in found] == [
        "Write the block as straight sets: 3 sets of each exercise."
    ] * 2


def test_r8_gives_up_on_orders_of_very_many_stations() -> None:
    names = ("deadlift", "press") * 5
    (found,) = stations(*names[:8], "front-squat", "split-squat")
    assert found.fix.startswith("Write the block as straight sets")


def test_r8_free_slot_may_stand_anywhere() -> None:
    block = circuit(3, "front-squat", "split-squat")
    block["items"].insert(1, {"choose_your_own": True, "hint": "Your weak spot"})
    assert of({"kind": "short", "minutes": 20, "blocks": [block]}) == ()


@pytest.mark.parametrize("form", ["straight_sets", "superset"])
def test_r8_asks_only_circuits_about_neighbours(form: str) -> None:
    block = main(item("front-squat"), item("split-squat"), item("press"))
    if form == "superset":
        block = {**circuit(3, "front-squat", "split-squat"), "format": "superset"}
        block["items"] = block["items"][:2]
    found = of({"kind": "short", "minutes": 20, "blocks": [block]})
    assert found == ()


def test_r8_asks_accessory_circuits_too() -> None:
    aside = {**circuit(2, "band-row", "push-up"), "kind": "accessory"}
    (found,) = of(session(main(item("deadlift")), aside))
    assert "band row next to push up" in found.sentence


@pytest.mark.parametrize(
    ("names", "kind", "faults"),
    [
        (("front-squat", "press", "deadlift"), "full", 0),
        (("front-squat", "press"), "full", 1),
        (("front-squat", "air-squat", "goblet-squat"), "full", 1),
        (("press", "push-up", "band-row"), "full", 0),  # two kinds of push are two patterns
        (("front-squat",), "short", 0),
        (("front-squat",), "add_on", 0),
    ],
)
def test_r8_full_session_covers_three_patterns(
    names: tuple[str, ...], kind: str, faults: int
) -> None:
    assert where(of(work(*names, kind=kind))) == [(1, "wed")] * faults


def test_r8_counts_accessory_work_but_no_warm_up_or_mobility() -> None:
    aside = {"kind": "accessory", "items": [item("plank", seconds=30)]}
    assert of(session(main(item("front-squat"), item("press")), aside)) == ()
    (found,) = of(session(main(item("front-squat")), aside))
    assert found.sentence == (
        "The session 'work' is a full session of 2 movement patterns: squat and core"
    )
    assert found.fix == "Add reach (2 x 8 each side) to 'work'."


def test_r8_judges_the_stand_ins_of_a_variant() -> None:
    # Without kit the front squat becomes a split squat, like the station next to it.
    names = ("split-squat", "press", "front-squat")
    swapped = ("press", "split-squat", "front-squat")
    assert of({"kind": "short", "minutes": 20, "blocks": [circuit(3, *names)]}) == ()
    written = {"kind": "short", "minutes": 20, "blocks": [circuit(3, *swapped)]}
    assert len(of(written, Tier.BODYWEIGHT)) == 1
