"""R11: technique comes before load."""

from collections.abc import Iterator
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit
from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.load_reps import reps_to_failure
from runlift_site.training.loads import is_heavy
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.remedies import rir, weeks_of, written_out
from runlift_site.training.rules.work import phase_of
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
                for item in lift.main:
                    asked = item.prescription
                    key = (item.path, needed_rir(week.number))
                    if key in said or not is_too_much(
                        item.exercise, asked.measure, asked.range, asked.effort, week.number
                    ):
                        continue
                    said.add(key)
                    yield _too_much(plan, week, day.weekday, item)


def _too_much(plan: Plan, week: Week, day: int, item: PlannedItem) -> RuleFinding:
    asked = item.prescription
    assert asked.effort is not None, "without an effort nothing is too much"
    needed = needed_rir(week.number)
    left = rir_of(asked.effort, asked.measure, asked.range)
    name = item.exercise.name
    if left is not None and needed is not None and left < needed:
        reps = "1 rep" if left == 1 else f"{left} reps"
        sentence = f"{name} leaves {reps} in reserve; a beginner leaves {needed} for now"
    else:
        sentence = f"{name} is heavy while a beginner still learns the movements"
    return RuleFinding(
        rule="R11",
        severity=Severity.ERROR,
        week=week.number,
        day=day,
        sentence=sentence,
        reason="Form comes before load: the first weeks are for learning, well short of the limit.",
        fix="No lighter effort passes all rules here.",
        path=item.path,
        trials=partial(_lighter, plan, week, item, asked.effort),
    )


def _lighter(plan: Plan, week: Week, item: PlannedItem, effort: Effort) -> Iterator[Trial]:
    """The nearest effort that passes: of the exercise, or of all that its phase asks for."""
    asked, needed = item.prescription, needed_rir(week.number)
    assert needed is not None, "a week that asks for no reserve asks for nothing lighter"
    path: Path = (*item.path, "load")
    if effort.percent_1rm is None:
        if written_out(plan.template, item.path):
            yield Trial(f"Write load: {{rir: {needed}}}.", (Edit(path, rir(needed)),))
        index, phase = phase_of(plan, week)
        if phase.weeks.low <= TECHNIQUE_WEEKS:
            needed = TECHNIQUE_RIR
        yield Trial(
            f"Write min_rir: {needed} for the phase of {weeks_of(phase.weeks)}.",
            (Edit(("phases", index, "min_rir"), needed),),
        )
        return
    if not written_out(plan.template, item.path):
        return
    left = None if effort.rir is None else max(effort.rir, needed)
    for percent in range(max(1, int(effort.percent_1rm)), 0, -1):
        lighter = Effort(rir=left, percent_1rm=percent, feel=None)
        if not is_too_much(item.exercise, asked.measure, asked.range, lighter, week.number):
            both = "" if left is None else f"rir: {left}, "
            yield Trial(f"Write load: {{{both}percent_1rm: {percent}}}.", (Edit(path, lighter),))
            break
    yield Trial(f"Write load: {{rir: {needed}}}.", (Edit(path, rir(needed)),))


# Prerequisites


def _prerequisites(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    """What an exercise builds on is done in an earlier week than the exercise is heavy."""
    practised: set[str] = set()
    said: set[tuple[str, str]] = set()
    for week in plan.weeks:
        for day in week.days:
            for lift in day.lifts:
                for item in lift.main:
                    if not item.heavy:
                        continue
                    for first in item.exercise.prerequisites:
                        key = (item.exercise.id, first)
                        if first not in practised and key not in said:
                            said.add(key)
                            yield _too_early(plan, week, day.weekday, item, first, library)
        practised.update(name for lift in week.lifts for name in _names(lift))


def _names(lift: Lift) -> Iterator[str]:
    for block in lift.blocks:
        for item in block.exercises:
            yield item.exercise.id


def _too_early(
    plan: Plan, week: Week, day: int, item: PlannedItem, first: str, library: Library
) -> RuleFinding:
    known = library.exercises.get(first)
    name = known.name.lower() if known else first
    return RuleFinding(
        rule="R11",
        severity=Severity.ERROR,
        week=week.number,
        day=day,
        sentence=f"{item.exercise.name} is heavy, and no earlier week holds {name}, which comes"
        " first",
        reason="A movement is learned on its easier relative before it is loaded.",
        fix=f"Neither {name} in its place nor a lighter set passes all rules here.",
        path=item.path,
        trials=partial(_prepared, plan, item, first, name),
    )


def _prepared(plan: Plan, item: PlannedItem, first: str, name: str) -> Iterator[Trial]:
    """What comes first in place of the exercise, or the exercise not heavy yet."""
    if item.swap is not None or not written_out(plan.template, item.path):
        return
    yield Trial(
        f"Do {name} in place of {item.exercise.name.lower()}.",
        (Edit((*item.path, "exercise"), first), Edit((*item.path, "alternative"), None)),
    )
    lighter = rir(TECHNIQUE_RIR)
    yield Trial(
        f"Write load: {{rir: {TECHNIQUE_RIR}}}, which is not heavy.",
        (Edit((*item.path, "load"), lighter),),
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
