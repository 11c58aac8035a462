"""Small exercises of every pattern that the sample plan needs."""

from typing import Any

from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library


def exercise(exercise_id: str, **changes: Any) -> Exercise:
    """An exercise whose name is made from its id."""
    values = {
        "id": exercise_id,
        "name": exercise_id.replace("-", " ").capitalize(),
        "pattern": "squat",
        "muscles": {"primary": ["quadriceps"], "secondary": ["glutes", "abdominals"]},
        "equipment": ["barbell", "rack"],
        "load_type": "external",
        "laterality": "bilateral",
        "measure": "reps",
        "level": "intermediate",
        "impact": "low",
        "summary": "A squat with the bar across the front of the shoulders; the trunk stays tall.",
        "running_benefit": {
            "tags": ["knee_control"],
            "note": "Every landing asks your quads to brake and your trunk to stay tall.",
        },
        "contraindications": [{"when": "wrist pain in the rack", "do": "cross your arms."}],
        "setup": ["Bar at armpit height in the rack.", "Bar rests on the shoulders, elbows high."],
        "steps": [
            "Brace and take two short steps back, feet shoulder width.",
            "Sit between the heels; knees follow the toes.",
            "Push the floor away and stand.",
        ],
        "cues": ["Elbows up", "Whole foot heavy", "Chest proud"],
        "mistakes": [
            {"see": "elbows drop", "fix": "go lighter and pause at the bottom."},
            {"see": "heels lift", "fix": "less depth, and ankle work in the warm-up."},
        ],
        "breathing": "In at the top, hold on the way down, out past the hard part.",
        "tempo": "2-0-1-0",
        "safety": "Set the safety arms of the rack below your lowest point.",
        "default_dose": {"gym": "4 x 4-6", "bodyweight": "4 x 6-10 per side"},
    }
    return Exercise.model_validate({**values, **changes})


FRONT_SQUAT = exercise(
    "front-squat",
    prerequisites=["goblet-squat"],
    ladder={"easier": ["goblet-squat"]},
    alternatives={
        "home": "goblet-squat",
        "bodyweight": {"exercise": "split-squat", "pattern_note": "one leg makes up for the bar"},
    },
)
GOBLET_SQUAT = exercise(
    "goblet-squat",
    equipment=[["dumbbell", "kettlebell"]],
    level="beginner",
    ladder={"harder": ["front-squat"]},
)
OVERHEAD_PRESS = exercise(
    "overhead-press",
    pattern="push_vertical",
    muscles={"primary": ["shoulders", "triceps"], "secondary": ["abdominals"]},
    equipment=["barbell"],
    cues=["Ribs down, head through", "Squeeze glutes", "Bar over heels"],
)
DEADLIFT = exercise(
    "deadlift",
    pattern="hinge",
    muscles={"primary": ["glutes", "hamstrings"], "secondary": ["lower_back"]},
    equipment=["barbell"],
    cues=["Push the floor, bar close", "Long back", "Lock out tall"],
)
FORWARD_LUNGE = exercise(
    "forward-lunge",
    pattern="lunge",
    equipment=[["barbell", "dumbbell"]],
    measure="reps_per_side",
    laterality="alternating",
    cues=["Land soft, push straight back", "Front heel down", "Hips level"],
)
SPLIT_SQUAT = exercise(
    "split-squat",
    pattern="lunge",
    equipment=["none"],
    load_type="bodyweight",
    measure="reps_per_side",
    level="beginner",
)
SINGLE_LEG_DEADLIFT = exercise(
    "single-leg-deadlift",
    pattern="hinge",
    equipment=["dumbbell"],
    measure="reps_per_side",
    cues=["Hips square to the floor", "Long back", "Soft knee"],
)
CALF_RAISE = exercise(
    "calf-raise",
    pattern="calf",
    muscles={"primary": ["calves"]},
    equipment=["step"],
    load_type="bodyweight",
    level="beginner",
    cues=["Three seconds down", "Pause at the top", "Tall through the crown"],
)
SIDE_PLANK = exercise(
    "side-plank",
    pattern="core_lateral",
    muscles={"primary": ["obliques"]},
    equipment=["mat"],
    load_type="bodyweight",
    measure="seconds_per_side",
    level="beginner",
    cues=["One straight line", "Hips forward", "Breathe"],
)
PUSH_UP = exercise(
    "push-up",
    pattern="push_horizontal",
    muscles={"primary": ["chest", "triceps"]},
    equipment=["none"],
    load_type="bodyweight",
    level="beginner",
    cues=["One straight line", "Elbows back", "Push the floor"],
)
LEG_SWING = exercise(
    "leg-swing-front",
    pattern="mobility_dynamic",
    equipment=["wall"],
    load_type="none",
    measure="reps_per_side",
    level="beginner",
)
INCHWORM = exercise(
    "inchworm", pattern="mobility_dynamic", equipment=["none"], load_type="none", level="beginner"
)
QUAD_ROLL = exercise(
    "roll-quads",
    pattern="soft_tissue",
    equipment=["foam_roller"],
    load_type="none",
    measure="seconds_per_side",
    level="beginner",
)

LIBRARY = Library(
    exercises={
        one.id: one
        for one in (
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
    },
    routines={},
)
