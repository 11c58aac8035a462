"""R15 to R18: what a week, and a plan for the gym, should hold."""

from collections.abc import Iterable, Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.work import (
    complete_weeks,
    kit_of,
    pattern_path,
    simplest,
    worked_in,
)
from runlift_site.training.vocabulary import Basis, Laterality, Muscle, Pattern, Plane, Tier
from runlift_site.training.week import Plan, Week


def _in_week(
    rule: str, severity: Severity, plan: Plan, week: Week, sentence: str, reason: str, fix: str
) -> RuleFinding:
    """A finding about a week as a whole."""
    return RuleFinding(
        rule=rule,
        severity=severity,
        week=week.number,
        day=None,
        sentence=sentence,
        reason=reason,
        fix=fix,
        path=pattern_path(plan, week),
    )


def _such_as(exercise: Exercise | None) -> str:
    return f", such as {exercise.name.lower()}" if exercise else ""


# R15: calves every week

_CALVES = frozenset({Muscle.CALVES, Muscle.SOLEUS})


def works_calves(exercise: Exercise) -> bool:
    """Whether an exercise is one for the calves: by its pattern, or as their main work (hops)."""
    return exercise.pattern is Pattern.CALF or not _CALVES.isdisjoint(exercise.muscles.primary)


def _check_calves(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week in complete_weeks(plan):
        if any(works_calves(exercise) for exercise in worked_in(week)):
            continue
        idea = simplest((Pattern.CALF,), kit_of(plan, week), library)
        yield _in_week(
            "R15",
            Severity.INFO,
            plan,
            week,
            "The week has no calf exercise",
            "Calves push off in every step, and strong ones push harder when you run fast.",
            f"Add a calf exercise to one of the week's sessions{_such_as(idea)}.",
        )


R15 = Rule(
    id="R15",
    title="Calves every week",
    sentence="Each week holds an exercise for the calves, except race week and the week after a"
    " race.",
    basis=Basis.ARTICLE,
    sources=("S15",),
    check=_check_calves,
)


# R16: one side at a time

_SINGLE_LEG = (Pattern.LUNGE, Pattern.HINGE, Pattern.HIP_THRUST, Pattern.SQUAT, Pattern.CALF)


def is_one_sided(exercise: Exercise) -> bool:
    """Whether the sides work one at a time, or each in its own way.

    Work for arms and trunk counts too, a one-armed row as much as a lunge: it shows the weaker
    side as well. What is suggested where nothing is there is work on one leg.
    """
    return exercise.laterality is not Laterality.BILATERAL


def _check_sides(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week in complete_weeks(plan):
        if any(is_one_sided(exercise) for exercise in worked_in(week)):
            continue
        idea = simplest(_SINGLE_LEG, kit_of(plan, week), library, is_one_sided)
        yield _in_week(
            "R16",
            Severity.WARNING,
            plan,
            week,
            "The week has no exercise that works one side at a time",
            "Running goes from one leg to the other; work on one leg trains balance and evens out"
            " a weaker side.",
            f"Add single-leg work to one of the week's sessions{_such_as(idea)}.",
        )


R16 = Rule(
    id="R16",
    title="One side at a time",
    sentence="Each week holds an exercise that works one side at a time, one leg above all, except"
    " race week and the week after a race.",
    basis=Basis.ARTICLE,
    sources=("S10", "S16"),
    check=_check_sides,
)


# R17: every movement, and more than one direction

_GROUPS = {
    "squat": (Pattern.SQUAT,),
    "hinge": (Pattern.HINGE,),
    "lunge": (Pattern.LUNGE,),
    "push": (Pattern.PUSH_HORIZONTAL, Pattern.PUSH_VERTICAL),
    "pull": (Pattern.PULL_HORIZONTAL, Pattern.PULL_VERTICAL),
    "core": (
        Pattern.CORE_ANTI_EXTENSION,
        Pattern.CORE_ANTI_ROTATION,
        Pattern.CORE_LATERAL,
        Pattern.CORE_FLEXION,
    ),
}
_SIDEWAYS = (
    Pattern.CORE_LATERAL,
    Pattern.HIP_ABDUCTION,
    Pattern.CORE_ANTI_ROTATION,
    Pattern.HIP_ADDUCTION,
    Pattern.CARRY,
)


def leaves_sagittal(exercise: Exercise) -> bool:
    """Whether an exercise moves, or holds against moving, to the side or in a turn."""
    return any(plane is not Plane.SAGITTAL for plane in exercise.plane)


def _check_coverage(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week in complete_weeks(plan):
        worked = worked_in(week)
        tier = kit_of(plan, week)
        patterns = {exercise.pattern for exercise in worked}
        missing = [name for name, group in _GROUPS.items() if patterns.isdisjoint(group)]
        if missing:
            ideas = {name: simplest(_GROUPS[name], tier, library) for name in missing}
            yield _in_week(
                "R17",
                Severity.WARNING,
                plan,
                week,
                f"The week's sessions leave out {listed(missing)}",
                "Running is one narrow movement; lifting is there for all the others.",
                f"Add {listed(_idea(name, ideas[name]) for name in missing)}.",
            )
        if not any(leaves_sagittal(exercise) for exercise in worked):
            idea = simplest(_SIDEWAYS, tier, library, leaves_sagittal)
            yield _in_week(
                "R17",
                Severity.WARNING,
                plan,
                week,
                "Everything in the week's sessions goes straight ahead, nothing sideways or in a"
                " turn",
                "Running only goes forward; hips and trunk also have to hold against the side.",
                f"Add an exercise to the side or against a turn{_such_as(idea)}.",
            )


def _idea(group: str, exercise: Exercise | None) -> str:
    return f"{group} ({exercise.name.lower()})" if exercise else group


R17 = Rule(
    id="R17",
    title="Every movement, every week",
    sentence="Each week covers squat, hinge, lunge, push, pull and core, with something sideways or"
    " in a turn, except race week and the week after a race.",
    basis=Basis.ARTICLE,
    sources=("S9",),
    check=_check_coverage,
)


# R18: the four favourites

FAVOURITES = ("deadlift", "overhead-press", "front-squat", "forward-lunge")


def _check_favourites(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    if plan.tier is not Tier.GYM:
        return
    used = {exercise.id for week in plan.weeks for exercise in worked_in(week)}
    missing = [name for name in FAVOURITES if name not in used]
    if missing:
        yield RuleFinding(
            rule="R18",
            severity=Severity.INFO,
            week=None,
            day=None,
            sentence=f"The plan does without {_named(missing, library)}",
            reason="With deadlift, overhead press, front squat and forward lunge a runner picks"
            " up, presses, squats and steps: few exercises do more.",
            fix=f"Use {_named(missing, library)} where an exercise of the same kind stands now.",
            path=("sessions",),
        )


def _named(names: Iterable[str], library: Library) -> str:
    known = library.exercises
    return listed(
        known[name].name.lower() if name in known else name.replace("-", " ") for name in names
    )


R18 = Rule(
    id="R18",
    title="The four favourites",
    sentence="A plan for the gym uses the deadlift, the overhead press, the front squat and the"
    " forward lunge.",
    basis=Basis.ARTICLE,
    sources=("S19",),
    check=_check_favourites,
)
