"""Exercises and a warm-up for the examples of the rules.

The examples stand on their own, so that they hold whatever a site's content says. An exercise here
has the facts that rules ask for; what only its page would say is left bare.
"""

from functools import cache

from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.routine import Routine

_BARE: dict[str, object] = {
    "summary": "Part of an example.",
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
_BARBELL: dict[str, object] = {"equipment": ["barbell"], "load_type": "external"}
_DUMBBELL: dict[str, object] = {"equipment": ["dumbbell"], "load_type": "external"}
_DRILL: dict[str, object] = {"load_type": "none", "impact": "none"}
_HOLD: dict[str, object] = {
    **_DRILL,
    "laterality": "unilateral",
    "measure": "seconds_per_side",
}


def _exercise(name: str, pattern: str, muscles: str, **facts: object) -> Exercise:
    """An exercise; the first of its muscles is the main one."""
    main, *others = muscles.split()
    values: dict[str, object] = {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "pattern": pattern,
        "muscles": {"primary": [main], "secondary": others},
    }
    return Exercise.model_validate({**_BARE, **values, **facts})


def _stretch(name: str, muscle: str) -> Exercise:
    return _exercise(name, "mobility_static", muscle, mobility_for=[muscle], **_HOLD)


@cache
def example_library() -> Library:
    """Everything that the examples use."""
    exercises = (
        _exercise("Hip circles", "mobility_dynamic", "glutes", opens=["hips"], **_DRILL),
        _exercise("Arm circles", "mobility_dynamic", "shoulders", opens=["shoulders"], **_DRILL),
        _exercise("Front squat", "squat", "quadriceps glutes", **_BARBELL),
        _exercise("Goblet squat", "squat", "quadriceps glutes", **_DUMBBELL),
        _exercise("Deadlift", "hinge", "hamstrings glutes lower_back", **_BARBELL),
        _exercise("Romanian deadlift", "hinge", "hamstrings glutes", **_DUMBBELL),
        _exercise("Overhead press", "push_vertical", "shoulders triceps", **_BARBELL),
        _exercise("Dumbbell press", "push_vertical", "shoulders triceps", **_DUMBBELL),
        _exercise("Dumbbell row", "pull_horizontal", "lats biceps", **_DUMBBELL),
        _exercise(
            "Forward lunge", "lunge", "quadriceps glutes", **_DUMBBELL, laterality="alternating"
        ),
        _exercise("Push-up", "push_horizontal", "chest triceps"),
        _exercise("Calf raise", "calf", "calves"),
        _exercise("Dead bug", "core_anti_extension", "abdominals"),
        _exercise("Loaded twist", "core_anti_rotation", "obliques", plane=["transverse"]),
        _exercise(
            "Side plank",
            "core_lateral",
            "obliques",
            plane=["frontal"],
            laterality="unilateral",
            measure="seconds_per_side",
        ),
        _stretch("Quad stretch", "quadriceps"),
        _stretch("Hamstring stretch", "hamstrings"),
        _stretch("Shoulder stretch", "shoulders"),
        _stretch("Chest stretch", "chest"),
    )
    warm_up = Routine.model_validate(
        {
            "id": "warm-up",
            "name": "Warm-up",
            "kind": "warm_up",
            "minutes": 8,
            "line": "Hip circles and arm circles.",
            "short_line": "Hip circles and arm circles.",
            "summary": "Opens hips and shoulders.",
            "items": [
                {"exercise": "hip-circles", "reps": 8},
                {"exercise": "arm-circles", "reps": 10},
            ],
        }
    )
    return Library({one.id: one for one in exercises}, {warm_up.id: warm_up})
