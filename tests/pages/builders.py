"""Domain values built by hand: small exercises, a week of every mark, a plan of two variants."""

from pathlib import Path
from typing import Any

from runlift_site.pages.frame import AssetPaths, Frame
from runlift_site.pages.wording import Wording
from runlift_site.settings import Settings
from runlift_site.source.document import read_yaml
from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort, Feel
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.vocabulary import (
    BlockFormat,
    BlockKind,
    Fidelity,
    Measure,
    Muscle,
    PhaseName,
    RunType,
    SessionKind,
    Tier,
)
from runlift_site.training.week import (
    CrossTraining,
    Day,
    Lift,
    Plan,
    PlannedBlock,
    PlannedFreeSlot,
    PlannedItem,
    Prescription,
    Run,
    Session,
    Swap,
    Week,
)
from tests.pages.sample_exercises import (
    CALF_RAISE,
    DEADLIFT,
    FORWARD_LUNGE,
    FRONT_SQUAT,
    GOBLET_SQUAT,
    INCHWORM,
    LEG_SWING,
    OVERHEAD_PRESS,
    PUSH_UP,
    QUAD_ROLL,
    SIDE_PLANK,
    SINGLE_LEG_DEADLIFT,
    SPLIT_SQUAT,
)

ROOT = Path(__file__).resolve().parents[2]
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

ASSETS = AssetPaths(
    style="assets/site.css",
    filters="assets/exercise-filters.css",
    script="assets/theme.js",
    icon="assets/icon.svg",
    coaching="assets/coaching.css",
)


def words() -> Wording:
    return Wording(words_mapping())


def words_mapping() -> dict[str, object]:
    path = "content/strings/en.yaml"
    return dict(read_yaml(path, (ROOT / path).read_bytes()).value)


def settings(**changes: Any) -> Settings:
    values = {
        "title": "Runlift",
        "tagline": "Running and lifting in one week plan.",
        "base_url": "https://example.org/runlift/",
        "home": {
            "headline": "Get strong without wrecking your",
            "marked": "runs.",
            "lead": "Running and lifting in one week plan. Heavy work lands on easy days.",
            "week": {"plan": "half-marathon", "variant": "gym", "week": "3"},
            "plans": ["half-marathon"],
            "guides": ["where-lifts-go"],
        },
        "guides": ["where-lifts-go"],
        "plans": ["half-marathon"],
        "readiness": ["New pain or an injury: ask a professional first.", "Pregnant: ask yours."],
        "footer": "Free to use and print. Not medical advice: sharp pain means stop.",
    }
    return Settings.model_validate({**values, **changes})


def plain_prose(text: str, _path: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{escaped}</p>"


def frame(**changes: Any) -> Frame:
    return Frame(settings(**changes), words(), ASSETS, plain_prose)


def effort(**values: Any) -> Effort:
    return Effort.model_validate(values)


def asked(
    sets: int,
    amount: int,
    measure: Measure = Measure.REPS,
    rir: int | None = None,
    rest_s: int | None = None,
    **changes: Any,
) -> Prescription:
    values: dict[str, Any] = {
        "range": Span(amount, amount + 2),
        "effort": None if rir is None else effort(rir=rir),
        "rest_s": None if rest_s is None else Span(rest_s, rest_s),
    }
    return Prescription(sets=sets, measure=measure, amount=amount, **{**values, **changes})


def item(one: Exercise, prescription: Prescription, **changes: Any) -> PlannedItem:
    return PlannedItem(one, prescription, ("sessions", one.id), **changes)


WARM_UP = PlannedBlock(
    BlockKind.WARM_UP,
    BlockFormat.STRAIGHT_SETS,
    (item(LEG_SWING, asked(1, 10, Measure.REPS_PER_SIDE)), item(INCHWORM, asked(1, 5))),
    ("warm-up",),
    minutes=8,
)
MOBILITY = PlannedBlock(
    BlockKind.MOBILITY,
    BlockFormat.STRAIGHT_SETS,
    (item(QUAD_ROLL, asked(1, 60, Measure.SECONDS_PER_SIDE)),),
    ("mobility",),
    minutes=5,
    muscles=(Muscle.QUADRICEPS, Muscle.CALVES),
)


def main_block(*items: PlannedItem, **changes: Any) -> PlannedBlock:
    values: dict[str, Any] = {"format": BlockFormat.STRAIGHT_SETS, "path": ("main",)}
    return PlannedBlock(kind=BlockKind.MAIN, items=items, **{**values, **changes})


def accessory(*items: PlannedItem | PlannedFreeSlot) -> PlannedBlock:
    return PlannedBlock(BlockKind.ACCESSORY, BlockFormat.STRAIGHT_SETS, items, ("accessory",))


HEAVY_MAIN = main_block(
    item(FRONT_SQUAT, asked(4, 5, rir=2, rest_s=120)),
    item(OVERHEAD_PRESS, asked(3, 6, rir=3, rest_s=90)),
    item(DEADLIFT, asked(3, 5, rir=2, rest_s=120)),
    item(
        FORWARD_LUNGE,
        asked(3, 6, Measure.REPS_PER_SIDE, rir=3, rest_s=90),
        alternative=SPLIT_SQUAT,
    ),
)
CIRCUIT = main_block(
    item(GOBLET_SQUAT, asked(3, 10, rir=4)),
    item(PUSH_UP, asked(3, 10, rir=4)),
    item(SPLIT_SQUAT, asked(3, 8, Measure.REPS_PER_SIDE, tempo="3-1-1-0")),
    format=BlockFormat.CIRCUIT,
    rounds=3,
    rest_s=Span(90, 120),
)
ACCESSORY = accessory(
    item(
        SINGLE_LEG_DEADLIFT,
        asked(2, 8, Measure.REPS_PER_SIDE, rest_s=60, effort=effort(feel=Feel.LIGHT)),
    ),
    item(SIDE_PLANK, asked(2, 30, Measure.SECONDS_PER_SIDE, rest_s=45)),
    PlannedFreeSlot("your weak spot", 2, ("accessory", 2)),
)


def lift(letter: str, **changes: Any) -> Lift:
    values: dict[str, Any] = {
        "session_id": f"lift-{letter.lower()}",
        "name": None,
        "kind": SessionKind.FULL,
        "minutes": 55,
        "blocks": (WARM_UP, HEAVY_MAIN, ACCESSORY, MOBILITY),
        "heavy_leg": False,
        "leg_dominant": True,
        "tier": Tier.GYM,
        "path": ("mon",),
        "session_path": ("sessions",),
    }
    return Lift(letter=letter, **{**values, **changes})


def run(run_type: RunType, minutes: int, **changes: Any) -> Run:
    return Run(run_type, minutes, round(minutes / 6, 1), False, ("run",), **changes)


def cross(activity: str, minutes: int) -> CrossTraining:
    return CrossTraining(activity, minutes, ("cross",))


def week(
    days: dict[int, tuple[Session, ...]] | None = None,
    clear: tuple[int, ...] = (),
    **changes: Any,
) -> Week:
    values: dict[str, Any] = {
        "number": 1,
        "phase": PhaseName.BUILD,
        "focus": "Strong legs for the long run",
        "why": None,
        "easy": False,
    }
    given = days or {}
    return Week(
        days=tuple(Day(n, given.get(n, ()), ("days", n)) for n in range(7)),
        clear=frozenset(clear),
        **{**values, **changes},
    )


def sample_week(number: int = 1, scale: float = 1.0, **changes: Any) -> Week:
    """Two lifts on easy days, a tempo run and a long run."""

    def minutes(planned: int) -> int:
        return round(planned * scale / 5) * 5

    heavy = lift("A", heavy_leg=True)
    light = lift(
        "B",
        kind=SessionKind.SHORT,
        minutes=25,
        blocks=(WARM_UP, CIRCUIT, accessory(item(CALF_RAISE, asked(2, 12, rest_s=60))), MOBILITY),
    )
    return week(
        {
            TUE: (run(RunType.EASY, minutes(40)), heavy),
            WED: (run(RunType.RECOVERY, minutes(30)),),
            THU: (run(RunType.TEMPO, minutes(50)),),
            FRI: (run(RunType.EASY, minutes(30)), light),
            SUN: (run(RunType.LONG, minutes(95)),),
        },
        (WED, THU, FRI, SAT, SUN),
        number=number,
        **{
            "why": "Thursday's tempo keeps the days around it clear, and nothing heavy goes before"
            " Sunday's long run. Tuesday is open, with an easy day after it.",
            **changes,
        },
    )


def template(**changes: Any) -> PlanTemplate:
    entries = {day: [{"rest": "true"}] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    values = {
        "id": "half-marathon",
        "name": "Half marathon build",
        "lead": "Ten weeks to a half. One heavy day, one light day, and legs that still work.",
        "goal": {"race": "half_marathon"},
        "for": "Runs 4 to 5 days a week, has lifted for 8 weeks or more.",
        "not_for": "New to lifting, or injured now.",
        "level": "intermediate",
        "written_for": "gym",
        "weeks": "10",
        "pace": {"easy": "6:30", "long": "6:40", "hard": "5:20"},
        "phases": [
            {"phase": "build", "weeks": ["1", "10"], "strength_per_week": "2", "focus": "Strong"}
        ],
        "sessions": {
            "lift-a": {
                "kind": "full",
                "minutes": "55",
                "blocks": [{"kind": "warm_up", "routine": "hips-and-shoulders"}],
            }
        },
        "week_pattern": {"build": entries},
        "variants": {"home": {"derive": "true"}, "bodyweight": {"derive": "true"}},
        "missed_days": ["Missed one? Skip it and move on."],
        "overview": "Two lifts a week, placed where they leave your hard runs alone.",
    }
    return PlanTemplate.model_validate({**values, **changes})


def plan(**changes: Any) -> Plan:
    """Ten weeks, two of them easier, with a race at the end."""
    scales = (0.8, 0.9, 1.0, 0.7, 1.0, 1.1, 1.2, 0.8, 1.2, 0.5)
    weeks = tuple(
        sample_week(number, scale, easy=number in (4, 8))
        for number, scale in enumerate(scales, start=1)
    )
    race = week(
        {
            MON: (run(RunType.STRIDES, 30),),
            WED: (lift("A", kind=SessionKind.ADD_ON, minutes=15, tier=Tier.BODYWEIGHT),),
            SUN: (run(RunType.RACE, 110),),
        },
        (SAT, SUN),
        number=10,
        phase=PhaseName.RACE_WEEK,
        focus="Stay loose",
    )
    return Plan(template(**changes), Tier.GYM, (*weeks[:-1], race))


def bodyweight_plan() -> Plan:
    """One week in which a squat is swapped for a poor match and a press for a good one."""
    reason = "A split squat loads each leg with more of your weight."
    swapped = main_block(
        item(
            SPLIT_SQUAT,
            asked(4, 8, Measure.REPS_PER_SIDE, rir=2, rest_s=120),
            swap=Swap(FRONT_SQUAT, Fidelity.POOR, reason),
        ),
        item(
            PUSH_UP,
            asked(3, 8, rir=3, rest_s=90),
            swap=Swap(OVERHEAD_PRESS, Fidelity.GOOD, "Both press."),
        ),
    )
    only = week({TUE: (lift("A", tier=Tier.BODYWEIGHT, blocks=(WARM_UP, swapped, MOBILITY)),)})
    return Plan(template(weeks="1"), Tier.BODYWEIGHT, (only,))
