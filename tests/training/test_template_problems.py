"""What keeps a template from being expanded: every contradiction is told, at its place."""

from collections.abc import Callable
from typing import Any

import pytest

from runlift_site.diagnostics.catalogue import catalogue
from runlift_site.training.problem import TrainingProblem
from runlift_site.training.vocabulary import Tier
from runlift_site.training.week import Path
from tests.training.builders import (
    ADD_ON,
    LIBRARY,
    Values,
    circuit,
    expanded,
    item,
    main,
    phase,
    session,
    template,
    week,
)

Change = Callable[[Values], None]


def problems(values: Values, tier: Tier | None = None) -> tuple[TrainingProblem, ...]:
    expansion = expanded(values, tier or Tier(values["written_for"]))
    assert (expansion.plan is None) is bool(expansion.problems)
    return expansion.problems


def phases(*written: Values) -> Change:
    def change(values: Values) -> None:
        values["phases"] = list(written)

    return change


def block(values: Values, **facts: Any) -> None:
    """Change the main block of the heavy session; None takes a key out."""
    written = values["sessions"]["heavy"]["blocks"][1]
    for key, value in facts.items():
        if value is None:
            del written[key]
        else:
            written[key] = value


def first_item(values: Values, **facts: Any) -> None:
    values["sessions"]["heavy"]["blocks"][1]["items"][0] = item("front-squat", **facts)


def on(day: str, *entries: Values) -> Change:
    def change(values: Values) -> None:
        values["week_pattern"]["base"][day] = list(entries)

    return change


def top(**keys: Any) -> Change:
    return lambda values: values.update(keys)


def _all_phases(name: str) -> Change:
    """A plan whose weeks all belong to phases of one kind."""

    def change(values: Values) -> None:
        for one in values["phases"]:
            one.setdefault("pattern", one["phase"])
            one["phase"] = name

    return change


def _injury_without_clearance(values: Values) -> None:
    _all_phases("return_from_injury")(values)
    del values["clearance"]


def percentage_with_min_rir(values: Values) -> None:
    first_item(values, load={"percent_1rm": 80})
    values["phases"][0]["min_rir"] = 3


def two_races(values: Values) -> None:
    values["goal"] = {"race": "10k", "anchor": "race_day"}
    values["phases"] = [phase(1, 3), phase(4, 4, phase="peak", pattern="race")]
    races = {day: [{"run": "race", "km": 10}] for day in ("sat", "sun")}
    values["week_pattern"]["race"] = {**values["week_pattern"]["base"], **races}


def race_week_without_race(values: Values) -> None:
    values["goal"] = {"race": "10k"}
    values["phases"] = [phase(1, 3), phase(4, 4, phase="race_week", pattern="base")]


def race_each_week(values: Values) -> None:
    values["goal"] = {"race": "10k", "race_weekday": "sun"}
    values["week_pattern"]["base"]["sun"] = [{"run": "race", "km": 10}]


def range_of_one_week(values: Values) -> None:
    values["deload"] = {"weeks": [2, 3, 4]}
    values["week_pattern"]["base"]["sat"] = [{"run": "walk_run", "minutes": [20, 30]}]


def no_accessory_work(values: Values) -> None:
    for work in values["sessions"].values():
        work["blocks"] = [one for one in work["blocks"] if one["kind"] != "accessory"]


BLOCK: Path = ("sessions", "heavy", "blocks", 1)
ITEM: Path = (*BLOCK, "items", 0)
DAY: Path = ("week_pattern", "base")

CASES: dict[str, tuple[Change, str, Path]] = {
    "gap between phases": (phases(phase(1, 1), phase(3, 4)), "RL240", ("phases",)),
    "phases that overlap": (phases(phase(1, 3), phase(3, 4)), "RL241", ("phases", 1, "weeks")),
    "phase beyond the plan": (phases(phase(1, 5)), "RL242", ("phases", 0, "weeks")),
    "deload beyond the plan": (top(deload={"weeks": [4, 5]}), "RL242", ("deload", "weeks", 1)),
    "allowance beyond the plan": (
        top(checks={"allow": [{"rule": "R20", "week": 9, "reason": "So."}]}),
        "RL242",
        ("checks", "allow", 0, "week"),
    ),
    "unknown week pattern": (
        phases(phase(1, 3), phase(4, 4, phase="taper")),
        "RL243",
        ("phases", 1, "phase"),
    ),
    "unknown exercise": (
        lambda v: v["sessions"]["heavy"]["blocks"][1]["items"][0].update(exercise="frnt-squat"),
        "RL203",
        (*ITEM, "exercise"),
    ),
    "unknown easier exercise": (
        lambda v: v["sessions"]["heavy"]["blocks"][1]["items"][0].update({"or": "nothing"}),
        "RL203",
        (*ITEM, "or"),
    ),
    "unknown exercise in an override": (
        top(variants={"home": {"derive": True, "override": {"deadlift": "nothing"}}}),
        "RL203",
        ("variants", "home", "override", "deadlift"),
    ),
    "unknown routine": (
        lambda v: v["sessions"]["heavy"]["blocks"][0].update(routine="wrm"),
        "RL204",
        ("sessions", "heavy", "blocks", 0, "routine"),
    ),
    "override that needs too much kit": (
        top(variants={"home": {"derive": True, "override": {"deadlift": "press"}}}),
        "RL248",
        ("variants", "home", "override", "deadlift"),
    ),
    "session on no day": (
        lambda v: v["sessions"].update(spare=ADD_ON),
        "RL249",
        ("sessions", "spare"),
    ),
    "week pattern of no phase": (
        lambda v: v["week_pattern"].update(spare=v["week_pattern"]["base"]),
        "RL249",
        ("week_pattern", "spare"),
    ),
    "circuit without rounds": (
        lambda v: v["sessions"]["heavy"]["blocks"].__setitem__(
            1, circuit(None, "front-squat", "deadlift")
        ),
        "RL250",
        BLOCK,
    ),
    "circuit of one": (
        lambda v: v["sessions"]["heavy"]["blocks"].__setitem__(1, circuit(3, "front-squat")),
        "RL250",
        (*BLOCK, "items"),
    ),
    "rounds in straight sets": (lambda v: block(v, rounds=3), "RL250", (*BLOCK, "rounds")),
    "rounds of a routine that is no circuit": (
        lambda v: v["sessions"]["heavy"]["blocks"][0].update(rounds=3),
        "RL250",
        ("sessions", "heavy", "blocks", 0, "rounds"),
    ),
    "straight sets without sets": (lambda v: first_item(v, sets=None), "RL251", ITEM),
    "sets in a circuit": (
        lambda v: v["sessions"]["heavy"]["blocks"].__setitem__(
            1,
            main(
                item("front-squat", rest_s=None),
                item("deadlift", sets=None, rest_s=None),
                format="superset",
                rounds=3,
            ),
        ),
        "RL251",
        (*ITEM, "sets"),
    ),
    "rest in a circuit": (
        lambda v: v["sessions"]["heavy"]["blocks"].__setitem__(
            1,
            main(
                item("front-squat", sets=None),
                item("deadlift", sets=None, rest_s=None),
                format="circuit",
                rounds=3,
            ),
        ),
        "RL251",
        (*ITEM, "rest_s"),
    ),
    "block with nothing in it": (lambda v: block(v, items=None), "RL252", BLOCK),
    "block with two things in it": (
        lambda v: v["sessions"]["heavy"]["blocks"][0].update(items=[item("plank", seconds=9)]),
        "RL252",
        ("sessions", "heavy", "blocks", 0),
    ),
    "warm-up that fills itself": (
        lambda v: v["sessions"]["heavy"]["blocks"].__setitem__(
            0, {"kind": "warm_up", "auto": "worked_muscles", "minutes": 5}
        ),
        "RL253",
        ("sessions", "heavy", "blocks", 0, "auto"),
    ),
    "mobility without minutes": (
        lambda v: v["sessions"]["heavy"]["blocks"][3].pop("minutes"),
        "RL253",
        ("sessions", "heavy", "blocks", 3),
    ),
    "routine of another kind": (
        lambda v: v["sessions"]["heavy"]["blocks"][0].update(routine="calm"),
        "RL253",
        ("sessions", "heavy", "blocks", 0, "routine"),
    ),
    "run without a length": (on("sat", {"run": "easy"}), "RL254", (*DAY, "sat", 0)),
    "run with two lengths": (
        on("sat", {"run": "easy", "km": 5, "minutes": 30}),
        "RL254",
        (*DAY, "sat", 0),
    ),
    "run of nothing": (on("sat", {"run": "easy", "km": 0}), "RL254", (*DAY, "sat", 0, "km")),
    "rest beside a run": (
        on("sat", {"rest": True}, {"run": "easy", "km": 5}),
        "RL255",
        (*DAY, "sat", 0),
    ),
    "two sessions in one slot": (
        on(
            "sat",
            {"run": "easy", "km": 5, "slot": "am"},
            {"cross_train": "Bike", "minutes": 9, "slot": "am"},
        ),
        "RL255",
        (*DAY, "sat"),
    ),
    "fewer lifts than the phase says": (
        lambda v: v["phases"][0].update(strength_per_week=3),
        "RL256",
        ("phases", 0, "strength_per_week"),
    ),
    "fewer add-ons than the phase says": (
        lambda v: v["phases"][0].update(add_ons=1),
        "RL256",
        ("phases", 0, "add_ons"),
    ),
    "race day without a race": (
        top(goal={"race": "none", "race_weekday": "sun"}),
        "RL257",
        ("goal", "race_weekday"),
    ),
    "anchor without a race": (
        top(goal={"race": "none", "anchor": "race_day"}),
        "RL257",
        ("goal", "anchor"),
    ),
    "race on another day": (
        top(goal={"race": "10k", "race_weekday": "sun"}),
        "RL257",
        ("goal", "race_weekday"),
    ),
    "race that the anchor does not find": (
        top(goal={"race": "10k", "anchor": "race_day"}),
        "RL257",
        ("goal", "anchor"),
    ),
    "anchor with two races": (
        two_races,
        "RL257",
        ("goal", "anchor"),
    ),
    "race week without a race": (
        race_week_without_race,
        "RL257",
        ("week_pattern", "base"),
    ),
    "race in several weeks": (
        race_each_week,
        "RL257",
        ("phases", 0, "weeks"),
    ),
    "race with a first and a last length": (
        on("sun", {"run": "race", "km": [10, 12]}),
        "RL254",
        (*DAY, "sun", 0, "km"),
    ),
    "range of one normal week": (
        range_of_one_week,
        "RL254",
        (*DAY, "sat", 0, "minutes"),
    ),
    "two progressions of one block": (
        top(progression=[{"applies_to": "main", "rule": "double"}] * 2),
        "RL258",
        ("progression", 1, "applies_to"),
    ),
    "progression of a warm-up": (
        top(progression=[{"applies_to": "warm_up", "rule": "double"}]),
        "RL258",
        ("progression", 0, "applies_to"),
    ),
    "load step of a dose that holds": (
        top(progression=[{"applies_to": "main", "rule": "hold", "then_load_pct": 5}]),
        "RL258",
        ("progression", 0, "then_load_pct"),
    ),
    "reps first in a dose that holds": (
        top(progression=[{"applies_to": "main", "rule": "hold", "reps_first": True}]),
        "RL258",
        ("progression", 0, "reps_first"),
    ),
    "load step of nothing": (
        top(progression=[{"applies_to": "main", "rule": "double", "then_load_pct": [0, 5]}]),
        "RL258",
        ("progression", 0, "then_load_pct"),
    ),
    "progression of blocks that the plan has not": (
        no_accessory_work,
        "RL249",
        ("progression", 1, "applies_to"),
    ),
    "range of a dose that holds": (
        top(progression=[{"applies_to": "main", "rule": "hold"}]),
        "RL258",
        (*ITEM, "reps"),
    ),
    "range that no progression reaches": (
        top(progression=[]),
        "RL258",
        (*ITEM, "reps"),
    ),
    "range in a plan that only tapers": (
        _all_phases("taper"),
        "RL258",
        (*ITEM, "reps"),
    ),
    "way back from an injury without clearance": (
        _injury_without_clearance,
        "RL266",
        ("phases", 0, "phase"),
    ),
    "override across patterns without a reason": (
        top(variants={"home": {"derive": True, "override": {"press": "push-up"}}}),
        "RL217",
        ("variants", "home", "override", "press"),
    ),
    "load before reps": (
        top(progression=[{"applies_to": "main", "rule": "double", "reps_first": False}]),
        "RL258",
        ("progression", 0, "reps_first"),
    ),
    "deload named twice": (top(deload={"weeks": [2, 2]}), "RL258", ("deload", "weeks", 1)),
    "deload of load": (
        top(deload={"weeks": [2], "keep_load": False}),
        "RL258",
        ("deload", "keep_load"),
    ),
    "variant with no less kit": (
        top(written_for="home", variants={"home": {"derive": True}}),
        "RL259",
        ("variants", "home"),
    ),
    "main exercise without effort": (lambda v: first_item(v, load=None), "RL260", ITEM),
    "percentage that cannot be eased": (
        percentage_with_min_rir,
        "RL260",
        (*ITEM, "load"),
    ),
    "rest that is none": (on("sat", {"rest": False}), "RL261", (*DAY, "sat", 0, "rest")),
    "variant that is not derived": (
        top(variants={"home": {"derive": False}}),
        "RL261",
        ("variants", "home", "derive"),
    ),
    "free slot that is not free": (
        lambda v: v["sessions"]["heavy"]["blocks"][1]["items"].append(
            {"choose_your_own": False, "hint": "Anything"}
        ),
        "RL261",
        (*BLOCK, "items", 2, "choose_your_own"),
    ),
    "short session that is long": (
        lambda v: v["sessions"]["heavy"].update(kind="short", minutes=31),
        "RL262",
        ("sessions", "heavy", "minutes"),
    ),
    "each side of a movement for both": (
        lambda v: first_item(v, reps_per_side=5),
        "RL263",
        (*ITEM, "reps_per_side"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_problem_is_told_at_its_place(name: str) -> None:
    change, code, path = CASES[name]
    values = template()
    change(values)
    assert (code, path) in {(p.code, p.path) for p in problems(values)}


@pytest.mark.parametrize("name", CASES)
def test_problem_is_in_the_catalogue_and_says_what_to_do(name: str) -> None:
    change, _, _ = CASES[name]
    values = template()
    change(values)
    for problem in problems(values):
        assert problem.code in catalogue()
        assert problem.message
        assert not problem.message.endswith(".")


def test_every_code_of_expansion_is_tried() -> None:
    tried = {code for _, code, _ in CASES.values()}
    elsewhere = {"RL244", "RL247", "RL264", "RL265"}
    ours = {code for code in catalogue() if "RL240" <= code <= "RL279"}
    assert ours - tried == elsewhere
    assert tried - ours == {"RL203", "RL204", "RL217"}


def test_unknown_session_is_told_with_the_name_it_was_meant_to_be() -> None:
    values = template()
    values["week_pattern"]["base"]["sat"] = [{"strength": "haevy"}]
    (problem,) = problems(values)
    assert (problem.code, problem.path) == ("RL244", (*DAY, "sat", 0, "strength"))
    assert problem.help == "did you mean 'heavy'?"


def test_plan_for_home_cannot_ask_for_a_gym_phase() -> None:
    values = template(written_for="home", variants={"bodyweight": {"derive": True}})
    values["phases"][0]["strength_tier"] = "gym"
    found = {(p.code, p.path) for p in problems(values, Tier.HOME)}
    assert ("RL259", ("phases", 0, "strength_tier")) in found


def with_race(last: str, **goal: str) -> Values:
    """Three weeks, the last with its race; ``last`` is the phase of that week."""
    values = template(weeks=3, goal={"race": "10k", **goal})
    values["phases"] = [phase(1, 2), phase(3, 3, phase=last, pattern="race", strength_per_week=1)]
    values["week_pattern"]["race"] = week(mon="upper", wed="easy 30", sun="race 10 km")
    return values


def test_race_on_its_day_is_no_problem() -> None:
    assert problems(with_race("race_week", anchor="race_day", race_weekday="sun")) == ()
    assert problems(with_race("peak", race_weekday="sun")) == ()
    assert problems(with_race("peak")) == ()


def test_race_for_practice_in_an_earlier_week_is_no_problem() -> None:
    values = with_race("race_week", anchor="race_day", race_weekday="sun")
    values["week_pattern"]["base"]["sun"] = [{"run": "race", "km": 5}]
    assert problems(values) == ()


def test_weeks_after_the_race_leave_it_in_its_race_week() -> None:
    values = with_race("race_week", anchor="race_day", race_weekday="sun")
    values["weeks"] = 4
    values["phases"].append(phase(4, 4, phase="post_race", pattern="base"))
    assert problems(values) == ()
    values["goal"]["race_weekday"] = "sat"
    (problem,) = problems(values)
    assert problem.message == "the race is on sat, but week 3 holds it on sun"


def test_longest_short_session_is_no_problem() -> None:
    values = template(
        pattern=week(mon="work"),
        sessions={"work": session(main(item("press"), item("band-row")), kind="short", minutes=30)},
    )
    assert problems(values) == ()


def test_override_of_an_exercise_that_no_session_holds() -> None:
    overrides = {"box-jump": "squat-jump", "deadlift": "reach"}
    values = template(variants={"home": {"derive": True, "override": overrides}})
    assert problems(values) == ()  # the gym variant overrides nothing
    (problem,) = problems(values, Tier.HOME)
    assert problem.code == "RL249"
    assert problem.path == ("variants", "home", "override", "box-jump")


def test_unknown_exercise_of_a_routine_is_told_where_the_routine_is_named() -> None:
    values = template()

    routine = LIBRARY.routines["warm"]
    broken = routine.model_copy(
        update={"items": (routine.items[0].model_copy(update={"exercise": "hop-circles"}),)}
    )
    library = type(LIBRARY)(LIBRARY.exercises, {**LIBRARY.routines, "warm": broken})
    found = expanded(values, Tier.GYM, library).problems
    assert {p.code for p in found} == {"RL203"}
    assert ("sessions", "heavy", "blocks", 0, "routine") in {p.path for p in found}


def test_all_problems_are_told_at_once() -> None:
    values = template(deload={"weeks": [9]}, goal={"race": "none", "race_weekday": "sun"})
    first_item(values, sets=None, load=None)
    values["phases"][0]["weeks"] = [1, 3]
    codes = [problem.code for problem in problems(values)]
    assert sorted(codes) == ["RL240", "RL242", "RL251", "RL257", "RL260"]


def test_problem_is_told_once() -> None:
    found = problems(template(deload={"weeks": [9, 9]}))
    assert len(found) == len(set(found))
