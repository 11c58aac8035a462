"""Weeks that ask everything of a sheet: long texts, circuits, swaps, many sessions, none."""

from dataclasses import dataclass, replace

from runlift_site.pages.outputs import Paper
from runlift_site.training.fields import Span
from runlift_site.training.items import Feel
from runlift_site.training.routine import Routine
from runlift_site.training.vocabulary import (
    BlockFormat,
    BlockKind,
    Fidelity,
    Measure,
    RunType,
    SessionKind,
    Tier,
)
from runlift_site.training.week import (
    Lift,
    Plan,
    PlannedBlock,
    PlannedFreeSlot,
    PlannedItem,
    Swap,
    Week,
)
from tests.pages.builders import (
    FRI,
    MOBILITY,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WARM_UP,
    WED,
    accessory,
    asked,
    cross,
    effort,
    item,
    lift,
    main_block,
    plan,
    run,
    week,
)
from tests.pages.sample_exercises import (
    CALF_RAISE,
    DEADLIFT,
    FRONT_SQUAT,
    GOBLET_SQUAT,
    OVERHEAD_PRESS,
    PUSH_UP,
    QUAD_ROLL,
    SIDE_PLANK,
    SINGLE_LEG_DEADLIFT,
    SPLIT_SQUAT,
    exercise,
)

SLOW, LIGHT = effort(feel=Feel.SLOW), effort(feel=Feel.LIGHT)

CHOP = exercise(
    "chop",
    name="Half-kneeling cable chop ab",
    short_name="Half-kneeling cable chop a",
    cues=["Brace harder, turn whole ribcages", "Hips still", "Tall spine", "Breathe"],
)
WALKOUT = exercise(
    "walkout",
    name="Rear-foot elevated squat m",
    load_type="bodyweight",
    measure="seconds",
    cues=["Shoulders low, hips against wall", "Hips still", "Tall spine", "Breathe"],
)
CARRY = exercise("suitcase-carry", measure="metres", cues=["Walk tall, slow", "a b", "c d", "e f"])

LONG_LINES = Routine.model_validate(
    {
        "id": "long-lines",
        "name": "Long lines",
        "kind": "warm_up",
        "minutes": 8,
        "line": "Leg swings front and side 10, hip circles 6, lunge reach 4 a side, inchworm 5,"
        " arm circles 10, wall slides 8",
        "short_line": "Leg swings, hip circles, inchworms, arm circles",
        "summary": "All that fits.",
        "items": [{"exercise": "inchworm", "reps": ["4", "4"]}],
    }
)
ROUTINE_WARM_UP = PlannedBlock(
    BlockKind.WARM_UP, BlockFormat.STRAIGHT_SETS, (), ("w",), routine=LONG_LINES
)
MUCH_MOBILITY = PlannedBlock(
    BlockKind.MOBILITY,
    BlockFormat.STRAIGHT_SETS,
    tuple(
        item(one, asked(1, 60, Measure.SECONDS_PER_SIDE))
        for one in (QUAD_ROLL, CHOP, WALKOUT, SIDE_PLANK, CARRY)
    ),
    ("m",),
)


def in_turn(kind: BlockFormat, rounds: int, *items: PlannedItem) -> PlannedBlock:
    return main_block(*items, format=kind, rounds=rounds, rest_s=Span(90, 150))


def swapped(new: PlannedItem, fidelity: Fidelity) -> PlannedItem:
    return replace(new, swap=Swap(FRONT_SQUAT, fidelity, "The kit asks for it."))


FIVE_ROWS = (
    main_block(
        item(FRONT_SQUAT, asked(4, 5, rir=2, rest_s=120)),
        item(OVERHEAD_PRESS, asked(3, 6, rir=3, rest_s=90)),
        item(DEADLIFT, asked(3, 5, rir=2, rest_s=120, load_rises=True)),
    ),
    accessory(
        item(SINGLE_LEG_DEADLIFT, asked(2, 8, Measure.REPS_PER_SIDE, rest_s=60, effort=LIGHT)),
        item(CALF_RAISE, asked(2, 12, rest_s=60, effort=SLOW)),
    ),
)
FOUR_ROWS = (
    main_block(
        item(GOBLET_SQUAT, asked(2, 10, rir=4, rest_s=60)),
        item(PUSH_UP, asked(2, 10, rir=4, rest_s=60)),
        item(CALF_RAISE, asked(2, 12, rest_s=60, effort=SLOW)),
    ),
    accessory(item(SIDE_PLANK, asked(2, 30, Measure.SECONDS_PER_SIDE, rest_s=45))),
)
WEAK_ROWS = (
    main_block(
        swapped(item(SPLIT_SQUAT, asked(4, 8, Measure.REPS_PER_SIDE, rir=2)), Fidelity.POOR),
        swapped(item(PUSH_UP, asked(3, 12, rir=2, rest_s=90)), Fidelity.PARTIAL),
        item(GOBLET_SQUAT, asked(3, 10, rir=2, rest_s=90)),
    ),
    accessory(
        swapped(item(WALKOUT, asked(2, 30, Measure.SECONDS)), Fidelity.PARTIAL),
        item(SIDE_PLANK, asked(2, 30, Measure.SECONDS_PER_SIDE, rest_s=45)),
    ),
)


def heavy(letter: str) -> Lift:
    return lift(letter, heavy_leg=True, blocks=(WARM_UP, *FIVE_ROWS, MOBILITY))


def light(letter: str, *blocks: PlannedBlock) -> Lift:
    return lift(
        letter,
        kind=SessionKind.SHORT,
        minutes=25,
        blocks=blocks or (WARM_UP, *FOUR_ROWS, MOBILITY),
    )


THREE = week(
    {
        TUE: (run(RunType.EASY, 40), heavy("A")),
        WED: (run(RunType.EASY, 35),),
        THU: (run(RunType.EASY, 40), heavy("B")),
        SAT: (run(RunType.EASY, 30), light("C")),
        SUN: (run(RunType.LONG, 80),),
    },
    (SAT, SUN),
    number=3,
)
FOUR = week(
    {
        TUE: (run(RunType.EASY, 40), heavy("A")),
        THU: (heavy("B"), run(RunType.EASY, 40)),
        FRI: (run(RunType.EASY, 30), light("C")),
        SAT: (run(RunType.EASY, 30), light("D")),
        SUN: (run(RunType.LONG, 95),),
    },
    (SAT, SUN),
)
FOUR_FULL = week(
    {MON: (heavy("A"),), TUE: (heavy("B"),), THU: (heavy("C"),), FRI: (heavy("D"),)},
)
RUNS_ONLY = week({TUE: (run(RunType.EASY, 40),), SUN: (run(RunType.LONG, 80),)}, (SAT, SUN))
WEAK = week(
    {
        MON: (lift("A", blocks=(ROUTINE_WARM_UP, *WEAK_ROWS, MOBILITY)),),
        WED: (lift("B", blocks=(ROUTINE_WARM_UP, *WEAK_ROWS, MOBILITY)),),
        FRI: (lift("C", blocks=(ROUTINE_WARM_UP, *FOUR_ROWS, MOBILITY)),),
    }
)
EVERYTHING = week(
    {
        MON: (cross("Swim or easy bike", 45),),
        TUE: (
            run(RunType.STRIDES, 45),
            lift(
                "A",
                heavy_leg=True,
                name="Short and sharp strength",
                blocks=(
                    ROUTINE_WARM_UP,
                    main_block(
                        item(
                            CHOP,
                            asked(
                                6,
                                5,
                                effort=effort(percent_1rm=82.5, rir=2),
                                rest_s=120,
                                load_rises=True,
                            ),
                        ),
                        swapped(item(WALKOUT, asked(5, 8, rir=2, rest_s=120)), Fidelity.POOR),
                        swapped(item(CALF_RAISE, asked(4, 8, rir=2)), Fidelity.PARTIAL),
                        swapped(item(SIDE_PLANK, asked(3, 8, rir=2)), Fidelity.PARTIAL),
                    ),
                    in_turn(
                        BlockFormat.SUPERSET,
                        3,
                        item(WALKOUT, asked(3, 120, Measure.SECONDS_PER_SIDE, rir=3)),
                        item(CARRY, asked(3, 100, Measure.METRES)),
                    ),
                    accessory(
                        item(SIDE_PLANK, asked(2, 30, Measure.SECONDS_PER_SIDE, rest_s=45)),
                        PlannedFreeSlot("something for your hips or calves", 3, ("free",)),
                    ),
                    MUCH_MOBILITY,
                ),
            ),
        ),
        WED: (run(RunType.WALK_RUN, 95),),
        THU: (
            run(RunType.INTERVALS, 60),
            light(
                "B",
                ROUTINE_WARM_UP,
                in_turn(
                    BlockFormat.CIRCUIT,
                    2,
                    item(GOBLET_SQUAT, asked(2, 10)),
                    item(PUSH_UP, asked(2, 8, Measure.BREATHS)),
                ),
            ),
        ),
        FRI: (run(RunType.TEMPO, 50), lift("C", heavy_leg=True, blocks=FIVE_ROWS)),
        SAT: (run(RunType.RACE, 40),),
        SUN: (run(RunType.LONG, 150),),
    },
    tuple(range(7)),
    number=10,
    focus="Learn the lifts, leave the gym with a smile",
    easy=True,
)


@dataclass(frozen=True)
class PaperCase:
    """A week of a plan and how many pages it takes on each paper."""

    plan: Plan
    week: Week
    pages: dict[Paper, int]


def _case(printed: Week, a4: int, letter: int, of: Plan | None = None) -> PaperCase:
    return PaperCase(of or plan(), printed, {Paper.A4: a4, Paper.LETTER: letter})


CASES = {
    "three sessions": _case(THREE, 1, 1),
    "four sessions, two side by side": _case(FOUR, 1, 1),
    "four full sessions": _case(FOUR_FULL, 2, 2),
    "runs only": _case(RUNS_ONLY, 1, 1),
    "swaps at the foot": _case(WEAK, 1, 1),
    "everything": _case(
        EVERYTHING,
        1,
        1,
        replace(plan(name="Marathon Maintenance Program"), tier=Tier.BODYWEIGHT),
    ),
}
