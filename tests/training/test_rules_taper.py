"""R25: less, and nothing new, before a race."""

from typing import Any

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from tests.training.builders import Values, item, main, plan, session, week
from tests.training.rule_cases import WIDER, asked, phases, where

LIGHT = {"kind": "short", "minutes": 20, "blocks": []}


def done(name: str, **facts: Any) -> Values:
    """Three sets of five reps."""
    return item(name, reps=5, **facts)


def light(*names: str) -> Values:
    """A short session of two sets of each exercise."""
    return {**LIGHT, "blocks": [main(*(done(name, sets=2) for name in names))]}


def race_plan(
    *written: tuple[str, int, int, dict[str, Any]], sessions: Values, patterns: Values
) -> Values:
    """A plan of phases; each with its week pattern, and changes such as a factor for its sets."""
    listed = []
    for name, first, last, changes in written:
        (one,) = phases((name, first, last))
        key = changes.get("pattern", name)
        kinds = [
            sessions[entry["strength"]]["kind"]
            for day in patterns[key].values()
            for entry in day
            if "strength" in entry
        ]
        full = len(kinds) - kinds.count("add_on")
        counts = {"strength_per_week": full, "add_ons": kinds.count("add_on")}
        listed.append({**one, **counts, "pattern": key, **changes})
    return {
        "id": "race-plan",
        "name": "Race plan",
        "lead": "A plan for tests.",
        "goal": {"race": "none"},
        "for": "Tests.",
        "not_for": "Runners.",
        "level": "intermediate",
        "written_for": "gym",
        "weeks": max(last for _, _, last, _ in written),
        "pace": {"easy": "6:00", "long": "6:30", "hard": "5:00"},
        "phases": listed,
        "sessions": sessions,
        "week_pattern": patterns,
        "variants": {"bodyweight": {"derive": True}},
    }


def tapering(
    taper: dict[str, Any], race: dict[str, Any] | None = None, **sessions: Values
) -> Values:
    """Two base weeks, a taper week and, where it is given, a race week; all of one pattern."""
    written = [("base", 1, 2, {"pattern": "own"}), ("taper", 3, 3, {"pattern": "own", **taper})]
    if race is not None:
        written.append(("race_week", 4, 4, {"pattern": "own", **race}))
    known = sessions or {"work": session(main(done("press"), done("band-row"), done("push-up")))}
    days = dict(zip(("mon", "wed", "fri"), known, strict=False))
    return race_plan(*written, sessions=known, patterns={"own": week(**days)})


def of(values: Values, tier: Tier = Tier.GYM) -> tuple[RuleFinding, ...]:
    found = asked("R25", values, tier)
    assert {one.severity for one in found} <= {Severity.WARNING}
    return found


# Fewer sets


@pytest.mark.parametrize(
    ("factor", "sets", "faults"), [(0.6, 6, 0), (0.8, 6, 0), (0.9, 9, 1), (1, 9, 1)]
)
def test_r25_taper_has_fewer_main_sets(factor: float, sets: int, faults: int) -> None:
    values = tapering({"sets_factor": factor})
    written = plan(values, library=WIDER).weeks[2].lifts[0].blocks[1]
    assert sum(one.prescription.sets for one in written.exercises) == sets
    found = of(values)
    assert where(found) == [(3, "")] * faults
    for one in found:
        assert one.sentence == "There are 9 main sets, as many as the 9 of week 2"
        assert (
            one.fix
            == f"Write sets_factor: {0.8 if factor == 0.9 else 0.9} for the phase of week 3."
        )
        assert one.path == ("phases", 1, "sets_factor")


def test_r25_measures_against_the_last_normal_week_not_the_easier_one() -> None:
    easier = {"deload": {"weeks": [2], "sets_factor": 0.34}}
    values = {**tapering({"sets_factor": 0.6}), **easier}
    assert of(values) == ()  # 6 sets, more than the 3 of week 2 but fewer than the 9 of week 1


def test_r25_race_week_is_measured_against_the_last_normal_week_too() -> None:
    bare = {"strength_tier": "bodyweight"}
    values = tapering({**bare, "sets_factor": 0.5}, {**bare, "sets_factor": 0.6})
    assert of(values) == ()  # as many sets as in the taper, fewer than in week 2


@pytest.mark.parametrize(("factors", "faults"), [((1, 0.6, 0.3), 0), ((1, 0.6, 0.6), 1)])
def test_r25_plan_without_a_normal_week_is_measured_week_by_week(
    factors: tuple[float, ...], faults: int
) -> None:
    written = [
        (name, number, number, {"pattern": "own", "sets_factor": factor})
        for number, (name, factor) in enumerate(
            zip(("taper", "taper", "race_week"), factors, strict=True), start=1
        )
    ]
    sessions = {"work": light("push-up", "air-squat")}
    sessions["work"]["blocks"][0]["items"][0]["sets"] = 5
    values = race_plan(*written, sessions=sessions, patterns={"own": week(wed="work")})
    assert where(of(values)) == [(3, "")] * faults


def test_r25_week_without_main_sets_is_fine() -> None:
    aside = {"kind": "accessory", "items": [item("plank", sets=1, seconds=30)]}
    add_on = {"kind": "add_on", "minutes": 10, "blocks": [aside]}
    values = race_plan(
        ("base", 1, 1, {}),
        ("race_week", 2, 2, {}),
        sessions={"add-on": add_on},
        patterns={"base": week(wed="add-on"), "race_week": week(wed="add-on")},
    )
    assert of(values) == ()


# No hard landings


@pytest.mark.parametrize(("phase", "faults"), [("taper", 1), ("race_week", 1), ("base", 0)])
def test_r25_nothing_of_high_impact(phase: str, faults: int) -> None:
    values = race_plan(
        ("base", 1, 1, {"pattern": "own"}),
        (phase, 2, 2, {"pattern": "own", "sets_factor": 0.5}),
        sessions={"work": light("squat-jump", "push-up")},
        patterns={"own": week(wed="work")},
    )
    found = of(values)
    assert where(found) == [(2, "wed")] * faults
    for one in found:
        assert one.sentence == "Lift A holds squat jump, of high impact"
        assert one.path == ("sessions", "work", "blocks", 0, "items", 0)


# No weights in race week


def test_r25_race_week_has_no_external_load() -> None:
    values = tapering(
        {"sets_factor": 0.6},
        {"sets_factor": 0.4},
        work=session(main(done("press"), done("band-row"), done("calf-raise"))),
    )
    (found,) = of(values)  # none in the taper, where weights are fine
    assert where((found,)) == [(4, "mon")]
    assert found.sentence == "Lift A holds press, with weights, in race week"
    assert found.fix.startswith("Write strength_tier: bodyweight for the phase")


def test_r25_race_week_with_less_kit_passes() -> None:
    bare = {"strength_tier": "bodyweight", "sets_factor": 0.6}
    assert of(tapering(bare, {**bare, "sets_factor": 0.4})) == ()


# Nothing new


def test_r25_switch_belongs_to_the_first_of_these_weeks() -> None:
    bare = {"strength_tier": "bodyweight", "sets_factor": 0.4}
    found = of(tapering({"sets_factor": 0.6}, bare))
    assert where(found) == [(4, "mon")]
    assert found[0].sentence == ("Lift A brings pike push up and towel row for the first time")
    assert of(tapering({**bare, "sets_factor": 0.6}, bare)) == ()


def test_r25_exercise_of_an_earlier_week_is_not_new() -> None:
    sessions = {"work": light("push-up", "air-squat"), "late": light("air-squat")}
    one = {"sets_factor": 0.5}
    values = race_plan(
        ("base", 1, 1, {"pattern": "early"}),
        ("taper", 2, 2, {"pattern": "late", **one}),
        ("race_week", 3, 3, {"pattern": "late", **one}),
        sessions=sessions,
        patterns={"early": week(wed="work"), "late": week(wed="late")},
    )
    assert of(values) == ()
    values["sessions"]["last"] = light("bridge")
    values["week_pattern"]["last"] = week(wed="last")
    values["phases"][2]["pattern"] = "last"
    assert where(of(values)) == [(3, "wed")]
    values["phases"][1]["pattern"] = "last"
    del values["week_pattern"]["late"], values["sessions"]["late"]
    assert of(values) == ()  # first met in the first of these weeks


def test_r25_race_week_without_a_taper_is_the_first_of_these_weeks() -> None:
    values = race_plan(
        ("base", 1, 1, {}),
        ("race_week", 2, 2, {"sets_factor": 0.5}),
        sessions={"work": light("push-up", "air-squat"), "last": light("bridge")},
        patterns={"base": week(wed="work"), "race_week": week(wed="last")},
    )
    assert of(values) == ()


def test_r25_mobility_is_never_new() -> None:
    # What fills itself stretches other muscles when other muscles were worked.
    values = race_plan(
        ("base", 1, 1, {}),
        ("taper", 2, 2, {"sets_factor": 0.5}),
        ("race_week", 3, 3, {"sets_factor": 0.4}),
        sessions={
            "work": session(main(done("band-row"), done("push-up"), done("air-squat"))),
            "upper": session(main(done("band-row"), done("push-up"))),
            "lower": session(main(done("air-squat"))),
        },
        patterns={
            "base": week(wed="work"),
            "taper": week(wed="upper"),
            "race_week": week(wed="lower"),
        },
    )
    drills = [
        {one.exercise.id for one in each.lifts[0].blocks[-1].exercises}
        for each in plan(values, library=WIDER).weeks
    ]
    assert drills[2] - drills[1]
    assert of(values) == ()


def test_r25_asks_only_weeks_before_a_race() -> None:
    values = tapering({"sets_factor": 1})
    for one in values["phases"]:
        one["phase"] = "build"
    values["deload"] = {"weeks": [3], "sets_factor": 1}
    assert of(values) == ()
