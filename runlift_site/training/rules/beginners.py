"""R11: technique comes before load."""

from collections.abc import Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.load_reps import reps_to_failure
from runlift_site.training.loads import is_heavy
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.sessions import main_items
from runlift_site.training.rules.written import REP_MEASURES
from runlift_site.training.vocabulary import Basis, BlockKind, Level, Measure
from runlift_site.training.week import Lift, Path, Plan, PlannedItem, Week

TECHNIQUE_WEEKS = 2
FIRST_WEEKS = 4
TECHNIQUE_RIR = 4
FIRST_RIR = 3


def _check(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    if plan.template.level is Level.BEGINNER:
        yield from _reserve(plan)
        yield from _prerequisites(plan, library)


# Reps in reserve in the first weeks


def needed_rir(week: int) -> int | None:
    """Reps that a beginner leaves in reserve in a week, None where it is free."""
    if week > FIRST_WEEKS:
        return None
    return TECHNIQUE_RIR if week <= TECHNIQUE_WEEKS else FIRST_RIR


def rir_of(effort: Effort | None, measure: Measure, amount: Span) -> int | None:
    """Reps in reserve of an effort; a percentage leaves fewest after the most reps of its range.

    None where nothing is counted: a word for the effort, or none.
    """
    if effort is None or effort.rir is not None:
        return effort.rir if effort else None
    if effort.percent_1rm is None or measure not in REP_MEASURES:
        return None
    return max(0, reps_to_failure(effort.percent_1rm) - amount.high)


def is_too_much(
    exercise: Exercise, measure: Measure, amount: Span, effort: Effort | None, week: int
) -> bool:
    """Whether a main exercise asks too much of a beginner in a week."""
    needed = needed_rir(week)
    if needed is None:
        return False
    left = rir_of(effort, measure, amount)
    heavy = is_heavy(exercise, BlockKind.MAIN, measure, amount, effort)
    return (left is not None and left < needed) or (week <= TECHNIQUE_WEEKS and heavy)


def _reserve(plan: Plan) -> Iterator[RuleFinding]:
    """Weeks 1 and 2 practise technique, weeks 3 and 4 go on with care."""
    said: set[tuple[Path, int | None]] = set()
    for week in plan.weeks[:FIRST_WEEKS]:
        for day in week.days:
            for lift in day.lifts:
                for item in main_items(lift):
                    asked = item.prescription
                    key = (item.path, needed_rir(week.number))
                    if key in said or not is_too_much(
                        item.exercise, asked.measure, asked.range, asked.effort, week.number
                    ):
                        continue
                    said.add(key)
                    yield _too_much(week, day.weekday, item)


def _too_much(week: Week, day: int, item: PlannedItem) -> RuleFinding:
    asked = item.prescription
    assert asked.effort is not None, "without an effort nothing is too much"
    needed = needed_rir(week.number)
    left = rir_of(asked.effort, asked.measure, asked.range)
    name = item.exercise.name
    if left is not None and needed is not None and left < needed:
        reps = "1 rep" if left == 1 else f"{left} reps"
        sentence = f"{name} leaves {reps} in reserve in week {week.number}, a beginner {needed}"
    else:
        sentence = f"{name} is heavy in week {week.number}, while a beginner learns the movements"
    return RuleFinding(
        rule="R11",
        severity=Severity.ERROR,
        week=week.number,
        day=day,
        sentence=sentence,
        reason="Form comes before load: the first weeks are for learning, well short of the limit.",
        fix=_lighter(week, item, asked.effort),
        path=item.path,
    )


def _lighter(week: Week, item: PlannedItem, effort: Effort) -> str:
    """The nearest effort that passes."""
    asked, needed = item.prescription, needed_rir(week.number)
    if effort.percent_1rm is None:
        return (
            f"Write load: {{rir: {needed}}}, or min_rir: {needed} in the phase of week"
            f" {week.number}."
        )
    rir = None if effort.rir is None else max(effort.rir, needed or 0)
    percent = next(
        (
            percent
            for percent in range(max(1, int(effort.percent_1rm)), 0, -1)
            if not is_too_much(
                item.exercise,
                asked.measure,
                asked.range,
                Effort(rir=rir, percent_1rm=percent, feel=None),
                week.number,
            )
        ),
        None,
    )
    if percent is None:
        return f"Ask for far fewer reps, and leave {needed} in reserve."
    both = "" if rir is None else f"rir: {rir}, "
    return f"Write load: {{{both}percent_1rm: {percent}}}."


# Prerequisites


def _prerequisites(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    """What an exercise builds on is done in an earlier week than the exercise is heavy."""
    practised: set[str] = set()
    said: set[tuple[str, str]] = set()
    for week in plan.weeks:
        for day in week.days:
            for lift in day.lifts:
                for item in main_items(lift):
                    if not item.heavy:
                        continue
                    for first in item.exercise.prerequisites:
                        key = (item.exercise.id, first)
                        if first not in practised and key not in said:
                            said.add(key)
                            yield _too_early(week, day.weekday, item, first, library)
        practised.update(name for lift in week.lifts for name in _names(lift))


def _names(lift: Lift) -> Iterator[str]:
    for block in lift.blocks:
        for item in block.exercises:
            yield item.exercise.id


def _too_early(
    week: Week, day: int, item: PlannedItem, first: str, library: Library
) -> RuleFinding:
    known = library.exercises.get(first)
    name = known.name.lower() if known else first
    heavy = item.exercise.name.lower()
    fix = f"Do {name} in place of {heavy} in week {week.number}, and {heavy} from a later week on."
    if week.number > 1:
        earlier = f"week {week.number - 1} or an earlier one"
        fix = f"Put {name} into {earlier}, or do it in place of {heavy}."
    return RuleFinding(
        rule="R11",
        severity=Severity.ERROR,
        week=week.number,
        day=day,
        sentence=f"{item.exercise.name} is heavy in week {week.number}, and no earlier week holds"
        f" {name}, which comes first",
        reason="A movement is learned on its easier relative before it is loaded.",
        fix=fix,
        path=item.path,
    )


R11 = Rule(
    id="R11",
    title="Technique before load",
    sentence="Beginners leave 4 reps in reserve in the main sets of weeks 1 and 2, and 3 in weeks 3"
    " and 4. What an exercise builds on is done in an earlier week than the exercise is heavy.",
    basis=Basis.ARTICLE,
    sources=("S24", "S27"),
    check=_check,
)
