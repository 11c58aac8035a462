"""Plans of a week or two for the examples of the rules.

There is one good week that every rule passes. The examples differ from it in as little as they can,
so that each shows one thing.
"""

from collections.abc import Mapping, Sequence

from runlift_site.training.expand import expand
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.rules.example_kit import example_library
from runlift_site.training.vocabulary import WEEKDAYS
from runlift_site.training.week import Plan

Values = Mapping[str, object]
Items = Sequence[Values]

WARM_UP: Values = {"kind": "warm_up", "routine": "warm-up"}
USUAL_REPS = (4, 6)
USUAL_RIR = 2


def lifts(
    exercise: str,
    sets: int = 3,
    reps: tuple[int, int] = USUAL_REPS,
    rest_s: int = 90,
    **load: float,
) -> Values:
    """Main sets of an exercise; without a load two reps are left in reserve."""
    return {
        "exercise": exercise,
        "sets": sets,
        "reps": list(reps),
        "load": load or {"rir": USUAL_RIR},
        "rest_s": rest_s,
    }


def main(*items: Values) -> Values:
    """A main block in straight sets."""
    return {"kind": "main", "items": items}


def circuit(*exercises: str) -> Values:
    """A main block of three rounds."""
    items = [
        {"exercise": one, "reps": list(USUAL_REPS), "load": {"rir": USUAL_RIR}} for one in exercises
    ]
    return {"kind": "main", "format": "circuit", "rounds": 3, "rest_s": 90, "items": items}


def accessory(*exercises: str) -> Values:
    """Small work after the main sets."""
    return {"kind": "accessory", "items": [_small(exercise) for exercise in exercises]}


def mobility(*drills: str) -> Values:
    """Stretches at the end."""
    items = [{"exercise": drill, "sets": 1, "seconds_per_side": 30} for drill in drills]
    return {"kind": "mobility", "minutes": 6, "items": items}


def session(*blocks: Values) -> Values:
    """A full session."""
    return {"kind": "full", "minutes": 50, "blocks": blocks}


def _small(exercise: str) -> Values:
    amount = {"seconds_per_side": 30} if exercise == "side-plank" else {"reps": [8, 12]}
    return {"exercise": exercise, "sets": 2, **amount, "load": {"rir": 3}, "rest_s": 60}


CALVES_AND_TRUNK = accessory("calf-raise", "side-plank")
AFTER_LEGS = mobility("quad-stretch", "hamstring-stretch")
AFTER_SHOULDERS = mobility("shoulder-stretch")


def heavy(*items: Values) -> Values:
    """A session of heavy legs."""
    return session(WARM_UP, main(*items), CALVES_AND_TRUNK, AFTER_LEGS)


def upper(*items: Values) -> Values:
    """A session for the upper body above all."""
    return session(WARM_UP, main(*items), accessory("dead-bug"), AFTER_SHOULDERS)


HEAVY = heavy(lifts("front-squat"), lifts("deadlift"), lifts("overhead-press"))
HEAVY_TOO = session(
    WARM_UP,
    main(lifts("forward-lunge"), lifts("dumbbell-row")),
    CALVES_AND_TRUNK,
    mobility("quad-stretch"),
)
UPPER = upper(lifts("overhead-press"), lifts("dumbbell-row"), lifts("forward-lunge", 2))
WHOLE = heavy(
    lifts("front-squat"),
    lifts("deadlift"),
    lifts("forward-lunge"),
    lifts("overhead-press"),
    lifts("dumbbell-row"),
)
ADD_ON: Values = {"kind": "add_on", "minutes": 10, "blocks": [main(lifts("push-up", 2, (6, 6)))]}
SESSIONS: Mapping[str, Values] = {
    "heavy": HEAVY,
    "heavy-too": HEAVY_TOO,
    "upper": UPPER,
    "whole": WHOLE,
    "add-on": ADD_ON,
}

GOOD_WEEK = "mon heavy, tue easy 40, wed tempo 45, thu easy 30, fri upper, sun long 90"


def says(
    week: str = GOOD_WEEK,
    *more: tuple[str, str],
    phase: str = "base",
    sessions: Mapping[str, Values] | None = None,
    **facts: object,
) -> Values:
    """What an example plan says, as little as makes it one.

    Args:
        week: Its first week: days with commas between them, two sessions joined by a plus, the one
            that is done first in front. Runs have minutes; a word alone is a session; days that are
            not named are free.
        more: Phase and week of each further week.
        phase: Phase of the first week.
        sessions: Sessions in place of the usual ones, or new ones.
        facts: For whom it is (level), what it is written for (kit) and leads to (race), and the
            part of the sets that is left in the last week (sets_factor).
    """
    weeks = [{name: text} for name, text in ((phase, week), *more)]
    return {"weeks": weeks, **facts, **({"sessions": sessions} if sessions else {})}


def plan_of(said: Values) -> Plan:
    """The plan that a fragment stands for."""
    own, weeks = said.get("sessions", {}), said["weeks"]
    assert isinstance(own, Mapping)
    assert isinstance(weeks, Sequence)
    known: dict[str, Values] = {**SESSIONS, **own}
    pairs = [next(iter(one.items())) for one in weeks]
    days = [_days(text) for _, text in pairs]
    named = [
        [word for entries in one.values() for word in entries if word in known] for one in days
    ]
    last = {"sets_factor": said["sets_factor"]} if "sets_factor" in said else {}
    used = dict.fromkeys(name for names in named for name in names)
    written = PlanTemplate.model_validate(
        {
            "id": "example",
            "name": "Example",
            "lead": "An example.",
            "goal": {"race": said.get("race", "none")},
            "for": "Readers of the rules.",
            "not_for": "Training.",
            "level": said.get("level", "intermediate"),
            "written_for": said.get("kit", "gym"),
            "weeks": len(pairs),
            "pace": {"easy": "6:00", "long": "6:30", "hard": "5:00"},
            "phases": [
                {
                    "phase": name,
                    "pattern": f"week-{number}",
                    "weeks": [number, number],
                    "strength_per_week": sum(known[one]["kind"] != "add_on" for one in lifting),
                    "add_ons": sum(known[one]["kind"] == "add_on" for one in lifting),
                    "focus": "Example",
                    **(last if number == len(pairs) else {}),
                }
                for number, ((name, _), lifting) in enumerate(zip(pairs, named, strict=True), 1)
            ],
            "sessions": {name: known[name] for name in used},
            "week_pattern": {
                f"week-{number}": {day: _entries(words, known) for day, words in one.items()}
                for number, one in enumerate(days, 1)
            },
            "progression": [
                {"applies_to": kind, "rule": "double", "then_load_pct": [2, 5]}
                for kind in ("main", "accessory")
            ],
            "clearance": ["Ask a clinician first."],
        }
    )
    expansion = expand(written, written.written_for, example_library())
    assert expansion.plan is not None, expansion.problems
    return expansion.plan


def _days(text: str) -> dict[str, list[str]]:
    """What each day holds, in the order it is done."""
    days: dict[str, list[str]] = {day: [] for day in WEEKDAYS}
    for part in text.split(", "):
        day, _, held = part.partition(" ")
        days[day] = held.split(" + ")
    return days


def _entries(held: Sequence[str], known: Mapping[str, Values]) -> list[Values]:
    slots: Sequence[Values] = ({"slot": "am"}, {"slot": "pm"}) if len(held) > 1 else ({},)
    return [{**_entry(text, known), **slot} for text, slot in zip(held, slots, strict=False)] or [
        {"rest": True}
    ]


def _entry(text: str, known: Mapping[str, Values]) -> Values:
    if text in known:
        return {"strength": text}
    run, minutes = text.split()
    return {"run": run, "minutes": int(minutes)}
