"""R15 to R18: what a week, and a plan for the gym, should hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.remedies import added, ideas, written_out
from runlift_site.training.rules.work import complete_weeks, pattern_path, worked_in
from runlift_site.training.vocabulary import Basis, Laterality, Muscle, Pattern, Plane, Tier
from runlift_site.training.week import Lift, Plan, PlannedItem, Week


def _in_week(
    rule: str,
    severity: Severity,
    week: tuple[Plan, Week],
    text: tuple[str, str, str],
    choices: Callable[[], Sequence[Sequence[Exercise]]],
) -> RuleFinding:
    """A finding about a week as a whole: sentence, reason, what is missing, and what to add."""
    sentence, reason, missing = text
    plan, one = week
    return RuleFinding(
        rule=rule,
        severity=severity,
        week=one.number,
        day=None,
        sentence=sentence,
        reason=reason,
        fix=f"No session of the week can take {missing} without a new error or warning.",
        path=pattern_path(plan, one),
        trials=lambda: added(plan, one, choices()),
    )


# R15: calves every week

_CALVES = frozenset({Muscle.CALVES, Muscle.SOLEUS})


def works_calves(exercise: Exercise) -> bool:
    """Whether an exercise is one for the calves: by its pattern, or as their main work (hops)."""
    return exercise.pattern is Pattern.CALF or not _CALVES.isdisjoint(exercise.muscles.primary)


def _check_calves(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week in complete_weeks(plan):
        if any(works_calves(exercise) for exercise in worked_in(week)):
            continue
        yield _in_week(
            "R15",
            Severity.INFO,
            (plan, week),
            (
                "No session works the calves",
                "Calves push off in every step, and strong ones push harder when you run fast.",
                "a calf exercise",
            ),
            partial(_choices, plan, week, ((Pattern.CALF,),), library),
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
        yield _in_week(
            "R16",
            Severity.WARNING,
            (plan, week),
            (
                "No exercise works one side at a time",
                "Running goes from one leg to the other; work on one leg trains balance and evens"
                " out a weaker side.",
                "work on one leg",
            ),
            partial(_choices, plan, week, (_SINGLE_LEG,), library, is_one_sided),
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
        patterns = {exercise.pattern for exercise in worked}
        missing = [name for name, group in _GROUPS.items() if patterns.isdisjoint(group)]
        if missing:
            groups = tuple(_GROUPS[name] for name in missing)
            yield _in_week(
                "R17",
                Severity.WARNING,
                (plan, week),
                (
                    f"The sessions leave out {listed(missing)}",
                    "Running is one narrow movement; lifting is there for all the others.",
                    listed(missing),
                ),
                partial(_choices, plan, week, groups, library),
            )
        if not any(leaves_sagittal(exercise) for exercise in worked):
            yield _in_week(
                "R17",
                Severity.WARNING,
                (plan, week),
                (
                    "Everything in the sessions goes straight ahead, nothing sideways or in a turn",
                    "Running only goes forward; hips and trunk also have to hold against the side.",
                    "an exercise to the side or against a turn",
                ),
                partial(_choices, plan, week, (_SIDEWAYS,), library, leaves_sagittal),
            )


def _choices(
    plan: Plan,
    week: Week,
    groups: Sequence[Sequence[Pattern]],
    library: Library,
    wanted: Callable[[Exercise], bool] = lambda _: True,
) -> list[list[Exercise]]:
    """For each group of patterns the exercises that may be added, the easiest first."""
    return [[one for one in ideas(plan, week, group, library) if wanted(one)] for group in groups]


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

_MOST_EXCHANGES = 4
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
            fix="No exercises of the same kind can be exchanged for them without a new error or"
            " warning.",
            path=("sessions",),
            trials=partial(_exchanges, plan, missing, library),
        )


def _exchanges(plan: Plan, missing: Sequence[str], library: Library) -> Iterator[Trial]:
    """Each favourite where an exercise of its kind stands now, first among the main sets."""
    items = [item for lift in _sessions(plan) for item in (*lift.main, *lift.work)]
    places = [_places(name, items, plan, library) for name in missing]
    if all(places):
        for number in range(min(_MOST_EXCHANGES, max(map(len, places)))):
            chosen = [some[min(number, len(some) - 1)] for some in places]
            if len({item.path for item in chosen}) < len(chosen):
                continue
            pairs = tuple(zip(missing, chosen, strict=True))
            said = listed(
                f"{_named([name], library)} in place of {item.exercise.name.lower()} in"
                f" '{item.path[1]}'"
                for name, item in pairs
            )
            yield Trial(f"Use {said}.", tuple(_exchange(name, item) for name, item in pairs))


def _sessions(plan: Plan) -> Iterator[Lift]:
    return (lift for _, _, lift in plan.first_lifts)


def _places(
    name: str, items: Sequence[PlannedItem], plan: Plan, library: Library
) -> list[PlannedItem]:
    """Items that a favourite could stand in for: of its pattern, written out, no favourite."""
    wanted = library.exercises.get(name)
    if wanted is None:
        return []
    found = {
        item.path: item
        for item in items
        if item.exercise.pattern is wanted.pattern
        and item.exercise.id not in FAVOURITES
        and item.exercise.measure is wanted.measure
        and written_out(plan.template, item.path)
    }
    return list(found.values())


def _exchange(name: str, item: PlannedItem) -> Edit:
    return Edit((*item.path, "exercise"), name)


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
