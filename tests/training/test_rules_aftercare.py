"""R19: mobility for the muscles that were worked."""

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.training.builders import Values, item, main, session, template, week
from tests.training.rule_cases import asked, where

LEGS = main(item("front-squat"), item("deadlift"))
CHEST = main(item("floor-press"), item("push-up"))


def of(work: Values, mobility: Values, tier: Tier = Tier.GYM) -> tuple[RuleFinding, ...]:
    written = session(work, kind="short", minutes=30)
    aside = written["blocks"][-2]
    assert aside["kind"] == "accessory"
    written["blocks"] = [block for block in written["blocks"] if block is not aside][:-1]
    written["blocks"].append({"kind": "mobility", **mobility})
    return asked("R19", template(3, week(wed="work"), {"work": written}), tier)


def drills(*names: str) -> Values:
    amounts = ({"exercise": name, "seconds": 30, "sets": 1} for name in names)
    return {"items": list(amounts)}


def test_r19_passes_drills_for_worked_muscles() -> None:
    assert of(LEGS, drills("roll-legs", "stretch-legs")) == ()
    assert of(LEGS, {"routine": "calm"}) == ()


def test_r19_passes_a_block_that_fills_itself() -> None:
    for tier in Tier:
        assert of(main(item("band-row")), {"auto": "worked_muscles", "minutes": 8}, tier) == ()


def test_r19_names_drills_for_other_muscles() -> None:
    (found,) = of(LEGS, drills("roll-legs", "roll-back"))
    assert found.severity is Severity.WARNING
    assert where((found,)) == [(1, "wed")]
    assert found.sentence == ("Roll back looks after muscles that the session 'work' does not work")
    assert found.fix == (
        "Worked most are glutes, hamstrings and quadriceps: write auto: worked_muscles with"
        " minutes: 4, which brings stretch legs."
    )
    assert found.path == ("sessions", "work", "blocks", 2, "items", 1)


def test_r19_points_to_the_block_of_a_routine() -> None:
    (found,) = of(CHEST, {"routine": "calm"})
    assert found.path == ("sessions", "work", "blocks", 2)
    assert found.fix == (
        "Worked most are chest and triceps: write auto: worked_muscles with minutes: 8, which"
        " brings stretch chest."
    )


def test_r19_drill_that_names_no_muscle_looks_after_those_it_works() -> None:
    assert of(LEGS, drills("hip-circles")) == ()  # glutes
    assert len(of(LEGS, drills("arm-circles"))) == 1  # shoulders


def test_r19_secondary_muscles_are_worked_too() -> None:
    helped = main(item("push-up"), item("band-row"))
    assert of(helped, drills("roll-back")) == ()


def test_r19_accessory_work_counts_and_warm_ups_do_not() -> None:
    aside = {"kind": "accessory", "items": [item("band-row", sets=2)]}
    written = session(CHEST, aside)
    written["blocks"][-1] = {"kind": "mobility", **drills("roll-back", "stretch-legs")}
    (found,) = asked("R19", template(2, week(wed="work"), {"work": written}))
    assert found.sentence.startswith("Stretch legs looks after")  # hip circles opened the session


def test_r19_mobility_alone_has_nothing_to_follow() -> None:
    alone: Values = {
        "kind": "add_on",
        "minutes": 10,
        "blocks": [{"kind": "mobility", **drills("roll-back")}],
    }
    assert asked("R19", template(2, week(wed="alone"), {"alone": alone})) == ()
