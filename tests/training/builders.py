"""Small exercises, routines and plan templates, written as the dicts that files would give."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any

from runlift_site.training.exercise import Exercise
from runlift_site.training.expand import Expansion, expand
from runlift_site.training.library import Library
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.routine import Routine
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from runlift_site.training.week import Lift, Plan, PlannedItem, Week

Values = dict[str, Any]

_TEXT: Values = {
    "summary": "A movement.",
    "setup": ["Stand."],
    "steps": ["Begin.", "Move.", "End."],
    "cues": ["Stand tall", "Move slowly", "Breathe out"],
    "mistakes": [{"see": "Haste.", "fix": "Wait."}, {"see": "Sway.", "fix": "Brace."}],
    "breathing": "Out on the way up.",
    "safety": "Sharp pain means stop.",
    "equipment": ["none"],
    "load_type": "bodyweight",
    "laterality": "bilateral",
    "measure": "reps",
    "level": "beginner",
    "impact": "low",
}
BARBELL: Values = {"equipment": ["barbell"], "load_type": "external", "level": "intermediate"}
DUMBBELL: Values = {"equipment": ["dumbbell"], "load_type": "external"}
ONE_SIDE: Values = {"laterality": "unilateral", "measure": "reps_per_side"}


def exercise(name: str, pattern: str, *primary: str, **facts: Any) -> Exercise:
    """An exercise with the facts that matter here; the muscles are its main ones."""
    return Exercise.model_validate(
        {
            **_TEXT,
            "id": name,
            "name": name.replace("-", " ").capitalize()[:26],
            "pattern": pattern,
            "muscles": {"primary": list(primary)},
            **facts,
        }
    )


def _exercises() -> tuple[Exercise, ...]:
    roller = {"equipment": ["foam_roller"], "load_type": "none", "measure": "seconds_per_side"}
    stretch = {"load_type": "none", "measure": "seconds_per_side"}
    return (
        exercise("air-squat", "squat", "quadriceps", "glutes"),
        exercise(
            "arm-circles", "mobility_dynamic", "shoulders", load_type="none", opens=["shoulders"]
        ),
        exercise(
            "assisted-pull-up",
            "pull_vertical",
            "lats",
            equipment=["pull_up_bar"],
            load_type="assisted",
            alternatives={
                "home": {"exercise": "band-row", "pattern_note": "a row without a bar"},
                "bodyweight": {"exercise": "table-row", "pattern_note": "A row without a bar."},
            },
        ),
        exercise(
            "band-pull-apart",
            "mobility_dynamic",
            "shoulders",
            equipment=["band"],
            load_type="band",
            opens=["shoulders"],
            alternatives={"bodyweight": "arm-circles"},
        ),
        exercise(
            "band-row",
            "pull_horizontal",
            "lats",
            equipment=["band"],
            load_type="band",
            alternatives={"bodyweight": "towel-row"},
        ),
        exercise(
            "box-jump",
            "jump",
            "quadriceps",
            equipment=["box"],
            impact="high",
            alternatives={"home": "squat-jump", "bodyweight": "squat-jump"},
        ),
        exercise("bridge", "hip_thrust", "glutes", ladder={"harder": ["one-leg-bridge"]}),
        exercise(
            "cable-twist",
            "core_anti_rotation",
            "obliques",
            equipment=["cable"],
            load_type="external",
        ),
        exercise(
            "deadlift",
            "hinge",
            "hamstrings",
            "glutes",
            **BARBELL,
            alternatives={"home": "dumbbell-deadlift", "bodyweight": "reach"},
        ),
        exercise(
            "dumbbell-deadlift",
            "hinge",
            "hamstrings",
            **DUMBBELL,
            alternatives={"bodyweight": "reach"},
        ),
        exercise(
            "floor-press",
            "push_horizontal",
            "chest",
            **DUMBBELL,
            alternatives={"bodyweight": "push-up"},
        ),
        exercise(
            "front-squat",
            "squat",
            "quadriceps",
            **BARBELL,
            alternatives={
                "home": "goblet-squat",
                "bodyweight": {
                    "exercise": "split-squat",
                    "pattern_note": "one leg at a time is harder",
                },
            },
        ),
        exercise(
            "goblet-squat", "squat", "quadriceps", **DUMBBELL, ladder={"harder": ["front-squat"]}
        ),
        exercise("hip-circles", "mobility_dynamic", "glutes", load_type="none", opens=["hips"]),
        exercise(
            "one-leg-bridge",
            "hip_thrust",
            "glutes",
            **ONE_SIDE,
            level="intermediate",
            ladder={"easier": ["bridge"]},
        ),
        exercise("pike-push-up", "push_vertical", "shoulders", level="intermediate"),
        exercise("plank", "core_anti_extension", "abdominals", measure="seconds"),
        exercise(
            "press", "push_vertical", "shoulders", **BARBELL, alternatives={"home": "floor-press"}
        ),
        exercise("push-up", "push_horizontal", "chest", "triceps"),
        exercise("reach", "hinge", "hamstrings", **ONE_SIDE),
        exercise("roll-back", "soft_tissue", "lats", **roller, mobility_for=["lats"]),
        exercise(
            "roll-legs",
            "soft_tissue",
            "quadriceps",
            **roller,
            mobility_for=["quadriceps", "hamstrings"],
        ),
        exercise(
            "side-plank",
            "core_lateral",
            "obliques",
            laterality="unilateral",
            measure="seconds_per_side",
        ),
        exercise(
            "split-squat",
            "lunge",
            "quadriceps",
            "glutes",
            laterality="split",
            measure="reps_per_side",
        ),
        exercise("squat-jump", "jump", "quadriceps", impact="high"),
        exercise("stretch-back", "mobility_static", "lats", **stretch, mobility_for=["lats"]),
        exercise(
            "stretch-legs",
            "mobility_static",
            "hamstrings",
            **stretch,
            mobility_for=["hamstrings", "quadriceps", "glutes"],
            default_dose={"bodyweight": "1 x 30 s per side"},
        ),
        exercise(
            "suitcase-carry",
            "carry",
            "obliques",
            **DUMBBELL,
            laterality="unilateral",
            measure="metres",
            alternatives={
                "bodyweight": {"exercise": "side-plank", "pattern_note": "Same side muscles."}
            },
        ),
        exercise("table-row", "pull_horizontal", "lats", equipment=["table"], level="intermediate"),
        exercise("towel-row", "pull_horizontal", "lats", equipment=["towel"], measure="seconds"),
        exercise("wild-swing", "drill", "neck", equipment=["machine"]),
    )


def _routines() -> tuple[Routine, ...]:
    text = {"minutes": 8, "line": "Circles.", "short_line": "Circles.", "summary": "Circles."}
    raw: tuple[Values, ...] = (
        {
            "id": "warm",
            "kind": "warm_up",
            "items": [
                {"exercise": "hip-circles", "reps": 6},
                {"exercise": "band-pull-apart", "reps": 10},
            ],
        },
        {
            "id": "calm",
            "kind": "mobility",
            "items": [{"exercise": "stretch-legs", "seconds_per_side": 30}],
        },
        {
            "id": "round",
            "kind": "circuit",
            "rounds": [3, 4],
            "items": [{"exercise": "air-squat", "reps": 12}, {"exercise": "push-up", "reps": 8}],
        },
    )
    return tuple(Routine.model_validate({"name": r["id"].capitalize(), **text, **r}) for r in raw)


LIBRARY = Library({one.id: one for one in _exercises()}, {one.id: one for one in _routines()})


def item(name: str, **facts: Any) -> Values:
    """A main item: 3 sets of 4 to 6 reps with two in reserve unless said otherwise."""
    amounts = {"reps", "reps_per_side", "seconds", "seconds_per_side", "metres"}
    usual: Values = {} if amounts & set(facts) else {"reps": [4, 6]}
    values = {"exercise": name, "sets": 3, "load": {"rir": 2}, "rest_s": 90, **usual, **facts}
    return {key: value for key, value in values.items() if value is not None}


def main(*items: Values, **facts: Any) -> Values:
    """A main block."""
    return {"kind": "main", "items": list(items), **facts}


def circuit(rounds: int | None, *names: str, **facts: Any) -> Values:
    """A main block as a circuit of exercises."""
    items = [item(name, sets=None, rest_s=None) for name in names]
    values = {"format": "circuit", "rounds": rounds, "rest_s": 90, **facts}
    return main(*items, **{key: value for key, value in values.items() if value is not None})


def session(*work: Values, kind: str = "full", **facts: Any) -> Values:
    """A session with its warm-up and mobility around the blocks given."""
    blocks = [{"kind": "warm_up", "routine": "warm"}, *work]
    if all(block["kind"] != "accessory" for block in work):
        blocks.append({"kind": "accessory", "items": [item("plank", sets=2, seconds=30)]})
    blocks.append({"kind": "mobility", "auto": "worked_muscles", "minutes": 4})
    return {"kind": kind, "minutes": 50, "blocks": blocks, **facts}


HEAVY = session(main(item("front-squat"), item("deadlift")))
UPPER = session(main(item("press"), item("floor-press"), item("assisted-pull-up")))
ADD_ON: Values = {"kind": "add_on", "minutes": 10, "blocks": [main(item("push-up", reps=5))]}


def week(**days: str) -> Values:
    """A week from words: ``week(mon="heavy", tue="easy 40", sun="long 12 km")``; rest elsewhere."""
    pattern: Values = {}
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        entries = [_entry(text) for text in days.get(day, "").split(" + ") if text]
        pattern[day] = entries or [{"rest": True}]
    return pattern


def _entry(text: str) -> Values:
    words = text.split()
    if len(words) == 1:
        return {"strength": words[0]}
    ends = [int(word) for word in words[1].split("-")]
    amount: Any = ends[0] if len(ends) == 1 else ends
    return {"run": words[0], "km" if words[-1] == "km" else "minutes": amount}


EASY_WEEK = week(mon="heavy", tue="easy 40", thu="upper", fri="easy 40", sun="long 60")


def template(
    weeks: int = 4,
    pattern: Mapping[str, Any] = EASY_WEEK,
    sessions: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Values:
    """A plan file in which every week follows one pattern; ``changes`` replace whole keys."""
    known = {"heavy": HEAVY, "upper": UPPER, "add-on": ADD_ON, **(sessions or {})}
    named = [entry["strength"] for day in pattern.values() for entry in day if "strength" in entry]
    kinds = [known[name]["kind"] for name in named if name in known]
    values: Values = {
        "id": "test-plan",
        "name": "Test plan",
        "lead": "A plan for tests.",
        "goal": {"race": "none"},
        "for": "Tests.",
        "not_for": "Runners.",
        "level": "intermediate",
        "written_for": "gym",
        "weeks": weeks,
        "pace": {"easy": "6:00", "long": "6:30", "hard": "5:00"},
        "phases": [
            {
                "phase": "base",
                "weeks": [1, weeks],
                "strength_per_week": len(kinds) - kinds.count("add_on"),
                "add_ons": kinds.count("add_on"),
                "focus": "Tests",
            }
        ],
        "sessions": {name: known[name] for name in dict.fromkeys(named) if name in known},
        "week_pattern": {"base": dict(pattern)},
        "progression": _progression(known[name] for name in dict.fromkeys(named) if name in known),
        "variants": {"home": {"derive": True}, "bodyweight": {"derive": True}},
        "clearance": ["Ask a clinician first."],
    }
    return deepcopy({**values, **changes})


def _progression(sessions: Iterable[Mapping[str, Any]]) -> list[Values]:
    """Double progression for the work that the sessions hold."""
    held = {block["kind"] for one in sessions for block in one["blocks"]}
    return [
        {"applies_to": kind, "rule": "double", "then_load_pct": [2, 5]}
        for kind in ("main", "accessory")
        if kind in held
    ]


def phase(first: int, last: int, **facts: Any) -> Values:
    """A phase of base weeks with two strength sessions."""
    values = {"phase": "base", "weeks": [first, last], "strength_per_week": 2, "focus": "Tests"}
    return {**values, **facts}


def expanded(values: Values, tier: Tier = Tier.GYM, library: Library = LIBRARY) -> Expansion:
    """What becomes of a plan file."""
    return expand(PlanTemplate.model_validate(values), tier, library)


def plan(values: Values, tier: Tier = Tier.GYM, library: Library = LIBRARY) -> Plan:
    """The plan of a file that has no problems."""
    expansion = expanded(values, tier, library)
    assert expansion.plan is not None, expansion.problems
    return expansion.plan


def lifts(one: Week, session_id: str) -> tuple[Lift, ...]:
    """The lifts of a week that follow a session."""
    return tuple(lift for lift in one.lifts if lift.session_id == session_id)


def items_of(one: Plan, name: str) -> tuple[PlannedItem, ...]:
    """What each week asks of an exercise, or of what stands in for it: its first mention a week."""
    found = []
    for each in one.weeks:
        items = (
            item
            for lift in each.lifts
            for block in lift.blocks
            for item in block.exercises
            if name in {item.exercise.id, item.swap.instead_of.id if item.swap else ""}
        )
        first = next(items, None)
        if first is not None:
            found.append(first)
    return tuple(found)


def suggesting(found: Iterable[RuleFinding]) -> tuple[RuleFinding, ...]:
    """Findings with the first change that their rule has tried, where it has any, as their fix."""
    told = []
    for one in found:
        trial = next(iter(one.trials()), None) if one.trials else None
        told.append(one if trial is None else replace(one, fix=trial.text))
    return tuple(told)
