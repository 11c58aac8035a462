"""For each rule a week that passes and one that does not.

They are shown on the pages of the rules, and tests hold them to it: what passes raises no finding
of any rule, and what does not raises findings of that rule alone, save for rules that cannot fail
without another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property

from runlift_site.training.rules.example_plans import (
    AFTER_LEGS,
    CALVES_AND_TRUNK,
    GOOD_WEEK,
    USUAL_REPS,
    USUAL_RIR,
    WARM_UP,
    Values,
    accessory,
    circuit,
    heavy,
    lifts,
    main,
    mobility,
    plan_of,
    says,
    session,
    upper,
)
from runlift_site.training.week import Plan


class Shows(Enum):
    """What makes an example visible."""

    WEEK = "week"
    """The week as a strip."""
    DAYS = "days"
    """Days with two sessions, in words: a strip does not tell which comes first."""
    SESSION = "session"
    """The first session of the week, part by part."""
    WORK = "work"
    """The main and accessory exercises of the whole week."""


@dataclass(frozen=True)
class Example:
    """A week that passes a rule, and one that does not.

    Attributes:
        passes: What a plan says that every rule passes.
        fails: What a plan says that the rule finds something in.
        shows: What makes the difference visible.
        week: The week of both to look at.
        also: Rules that cannot but find something in the bad one too.
    """

    passes: Values
    fails: Values
    shows: Shows = Shows.WEEK
    week: int = 1
    also: tuple[str, ...] = ()

    @cached_property
    def good(self) -> Plan:
        """The plan that passes."""
        return plan_of(self.passes)

    @cached_property
    def bad(self) -> Plan:
        """The plan that does not."""
        return plan_of(self.fails)


@cache
def examples() -> Mapping[str, Example]:
    """The example of each rule, by its id."""
    return {
        **_frequency(),
        **_sessions(),
        **_doses(),
        **_contents(),
        **_places(),
        **_two_a_day(),
        **_further_apart(),
    }


def _session(bad: Values, shows: Shows = Shows.SESSION, also: tuple[str, ...] = ()) -> Example:
    """The good week, and the same with another session of heavy legs."""
    return Example(says(), says(sessions={"heavy": bad}), shows, also=also)


def _first_lift(
    sets: int = 3, reps: tuple[int, int] = USUAL_REPS, rest_s: int = 90, **load: float
) -> Values:
    """Heavy legs whose first lift is done another way."""
    squat = lifts("front-squat", sets, reps, rest_s, **load)
    return heavy(squat, lifts("deadlift"), lifts("overhead-press"))


# How often

_TO_THE_RACE = "tue easy 30, thu easy 20, sun race 50"
_FAR_FROM_A_RACE = "mon heavy, tue easy 40, thu easy 40, fri heavy-too, sat easy 30"
_ONE_LIFT = "mon whole, tue easy 40, wed tempo 45, thu easy 30, sun long 90"


def _frequency() -> Mapping[str, Example]:
    return {
        "R1": Example(
            passes=says(GOOD_WEEK, ("race_week", f"mon add-on, {_TO_THE_RACE}"), race="10k"),
            fails=says(GOOD_WEEK, ("race_week", _TO_THE_RACE), race="10k"),
            week=2,
        ),
        "R2": Example(
            passes=says(f"{_FAR_FROM_A_RACE}, wed upper", phase="off_season"),
            fails=says(_FAR_FROM_A_RACE, phase="off_season"),
        ),
        "R3": Example(passes=says(f"{_ONE_LIFT}, fri upper"), fails=says(_ONE_LIFT)),
    }


# What a session is

_USUAL = main(lifts("front-squat"), lifts("deadlift"), lifts("overhead-press"))
_HIPS_ALONE: Values = {"kind": "warm_up", "items": [{"exercise": "hip-circles", "reps": 8}]}


def _round(*stations: str) -> Values:
    return session(WARM_UP, circuit(*stations), CALVES_AND_TRUNK, AFTER_LEGS)


def _sessions() -> Mapping[str, Example]:
    return {
        "R4": _session(session(WARM_UP, _USUAL, CALVES_AND_TRUNK)),
        "R5": _session(session(_HIPS_ALONE, _USUAL, CALVES_AND_TRUNK, AFTER_LEGS)),
        "R6": _session(_first_lift(rest_s=240)),
        "R7": _session(_first_lift(rest_s=30)),
        "R8": Example(
            passes=says(sessions={"heavy": _round("front-squat", "overhead-press", "deadlift")}),
            fails=says(sessions={"heavy": _round("front-squat", "deadlift", "overhead-press")}),
            shows=Shows.SESSION,
        ),
    }


# Sets, reps and load

_FIRST_RIR = 4
_FIRST_REPS = (3, 5)
_NEXT_WEEK = GOOD_WEEK.replace("heavy", "next")


def _beginner(reps: tuple[int, int] = _FIRST_REPS, rir: int = _FIRST_RIR) -> Values:
    """A beginner's first week, in which one lift may be done another way."""

    def first(exercise: str) -> Values:
        return lifts(exercise, reps=_FIRST_REPS, rir=_FIRST_RIR)

    squat = lifts("front-squat", reps=reps, rir=rir)
    return says(
        level="beginner",
        sessions={
            "heavy": heavy(squat, first("deadlift"), first("overhead-press")),
            "upper": upper(first("overhead-press"), first("dumbbell-row"), first("forward-lunge")),
        },
    )


def _doses() -> Mapping[str, Example]:
    return {
        "R9": Example(_beginner(), _beginner(reps=(8, 10)), Shows.SESSION),
        "R10": _session(_first_lift(reps=(10, 12))),
        "R11": Example(_beginner(), _beginner(rir=1), Shows.SESSION),
        "R12": Example(
            passes=says(sessions={"heavy": _first_lift(rir=USUAL_RIR, percent_1rm=80)}),
            fails=says(sessions={"heavy": _first_lift(rir=USUAL_RIR, percent_1rm=95)}),
            shows=Shows.SESSION,
        ),
        "R13": Example(
            passes=says(GOOD_WEEK, ("base", _NEXT_WEEK), sessions={"next": _first_lift(sets=4)}),
            fails=says(GOOD_WEEK, ("base", _NEXT_WEEK), sessions={"next": _first_lift(sets=8)}),
            shows=Shows.SESSION,
            week=2,
        ),
        "R14": _session(heavy(lifts("front-squat"), lifts("deadlift"), lifts("calf-raise"))),
    }


# What a week holds


def _at_home(small: str, step: str) -> Values:
    """A week with dumbbells."""
    return says(
        kit="home",
        sessions={
            "heavy": session(
                WARM_UP,
                main(lifts("goblet-squat"), lifts("romanian-deadlift"), lifts("dumbbell-press")),
                accessory("calf-raise", small),
                AFTER_LEGS,
            ),
            "upper": upper(lifts("dumbbell-press"), lifts("dumbbell-row"), lifts(step, 2)),
        },
    )


def _contents() -> Mapping[str, Example]:
    no_pull = upper(lifts("overhead-press"), lifts("push-up"), lifts("forward-lunge", 2))
    others = heavy(lifts("goblet-squat"), lifts("deadlift"), lifts("overhead-press"))
    chest = session(WARM_UP, _USUAL, CALVES_AND_TRUNK, mobility("chest-stretch"))
    return {
        "R15": _session(session(WARM_UP, _USUAL, accessory("side-plank"), AFTER_LEGS), Shows.WORK),
        "R16": Example(
            passes=_at_home("side-plank", "forward-lunge"),
            fails=_at_home("loaded-twist", "goblet-squat"),
            shows=Shows.WORK,
            also=("R17",),
        ),
        "R17": Example(says(), says(sessions={"upper": no_pull}), Shows.WORK),
        "R18": _session(others, Shows.WORK),
        "R19": _session(chest),
    }


# Where in the week

_SIX_RUNS = "tue easy 40, thu easy 30, sun long 90"
"""With six days of running in a week, lifts have to share theirs."""


def _places() -> Mapping[str, Example]:
    return {
        "R20": Example(
            passes=says(f"mon easy 40 + heavy, {_SIX_RUNS}, wed tempo 45, fri easy 40 + upper"),
            fails=says(f"mon easy 40, {_SIX_RUNS}, wed tempo 45 + heavy, fri easy 40 + upper"),
        ),
        "R21": Example(
            passes=says(f"mon easy 40 + whole, {_SIX_RUNS}, wed tempo 45, fri easy 40 + upper"),
            fails=says(f"mon easy 40 + whole, {_SIX_RUNS} + upper, wed tempo 45, fri easy 40"),
        ),
        "R22": Example(
            passes=says(),
            fails=says("mon easy 40, tue heavy, wed tempo 45, thu easy 30, fri upper, sun long 90"),
        ),
    }


def _two_a_day() -> Mapping[str, Example]:
    busy = "mon whole, tue easy 40, wed tempo 45, thu {thu}, fri easy 40, sat easy 30, sun long 90"
    return {
        "R23": Example(
            passes=says(busy.format(thu="easy 30 + upper"), race="10k"),
            fails=says(busy.format(thu="upper + easy 30"), race="10k"),
            shows=Shows.DAYS,
        ),
        "R24": Example(
            passes=says(),
            fails=says("mon heavy, tue easy 40, wed tempo 45, thu easy 30 + upper, sun long 90"),
        ),
    }


def _further_apart() -> Mapping[str, Example]:
    return {
        "R25": Example(
            passes=says(GOOD_WEEK, ("taper", GOOD_WEEK), race="10k", sets_factor=0.6),
            fails=says(GOOD_WEEK, ("taper", GOOD_WEEK), race="10k"),
            shows=Shows.SESSION,
            week=2,
        ),
        "R26": Example(
            passes=says("mon heavy, tue easy 40, thu heavy-too, fri easy 40, sun long 90"),
            fails=says("mon heavy, tue heavy-too, wed easy 40, fri easy 40, sun long 90"),
        ),
        "R27": Example(
            passes=says(
                "mon heavy, tue easy 40, wed tempo 45, thu upper, fri hills 40, sun long 90"
            ),
            fails=says(
                "mon heavy, tue easy 40, wed tempo 45, thu hills 40, fri upper, sun long 90"
            ),
        ),
    }
