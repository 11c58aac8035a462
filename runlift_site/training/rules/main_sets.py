"""R9, R10 and R14: what main sets hold, and how many reps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from runlift_site.diagnostics.model import Severity
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.plan import PlanTemplate, ProgressionRule
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.sessions import first_of_each, main_items, named
from runlift_site.training.rules.written import WrittenDose, written_dose
from runlift_site.training.vocabulary import Basis, BlockKind, Level, Pattern
from runlift_site.training.week import Path, Plan, PlannedItem

FIRST_WEEKS = 4
"""The weeks in which a beginner keeps to few reps."""
BEGINNER_SETS = Span(3, 5)
BEGINNER_REPS = Span(3, 5)
REPS = Span(4, 8)
COMPOUND = frozenset(
    {
        Pattern.SQUAT,
        Pattern.HINGE,
        Pattern.LUNGE,
        Pattern.HIP_THRUST,
        Pattern.PUSH_HORIZONTAL,
        Pattern.PUSH_VERTICAL,
        Pattern.PULL_HORIZONTAL,
        Pattern.PULL_VERTICAL,
        Pattern.CARRY,
    }
)
"""General movements of several joints. Jumps belong to the work after the main sets."""


@dataclass(frozen=True, slots=True)
class Use:
    """An exercise with a load in a main block, where a plan does it first."""

    week: int
    day: int
    item: PlannedItem
    dose: WrittenDose

    @property
    def name(self) -> str:
        """The exercise as written."""
        return self.dose.exercise.name

    def found(self, rule: str, severity: Severity, text: tuple[str, str, str]) -> RuleFinding:
        """A finding about it: sentence, reason and fix."""
        sentence, reason, fix = text
        return RuleFinding(
            rule, severity, self.week, self.day, sentence, reason, fix, self.item.path
        )


def loaded_uses(plan: Plan, library: Library, counts: Callable[[int], bool]) -> Iterator[Use]:
    """Each main exercise with a load in reps, once, from the weeks that count."""
    seen: set[Path] = set()
    for week in plan.weeks:
        if not counts(week.number):
            continue
        for day in week.days:
            for lift in day.lifts:
                if lift.session_path in seen:
                    continue
                seen.add(lift.session_path)
                for item in main_items(lift):
                    dose = written_dose(plan.template, library, item)
                    if dose.is_loaded_reps:
                        yield Use(week.number, day.weekday, item, dose)


def _is_beginners_start(template: PlanTemplate, week: int) -> bool:
    return template.level is Level.BEGINNER and week <= FIRST_WEEKS


def within(span: Span, bounds: Span) -> bool:
    """Whether a range lies within another."""
    return bounds.low <= span.low and span.high <= bounds.high


def nearest(span: Span, bounds: Span) -> Span:
    """The part of a range that lies within another; all of the other where that is no range."""
    low, high = max(span.low, bounds.low), min(span.high, bounds.high)
    return Span(low, high) if low < high or (low == high and span.is_single) else bounds


def _shown(span: Span) -> str:
    return str(span.low) if span.is_single else f"{span.low} to {span.high}"


def _written(span: Span) -> str:
    return str(span.low) if span.is_single else f"[{span.low}, {span.high}]"


# R9: beginners begin with few reps


def _few_reps_at_first(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    template = plan.template
    for use in loaded_uses(plan, library, lambda week: _is_beginners_start(template, week)):
        dose = use.dose
        sets = min(max(dose.sets, BEGINNER_SETS.low), BEGINNER_SETS.high)
        fixes = []
        if sets != dose.sets:
            fixes.append(f"{'rounds' if dose.by_rounds else 'sets'}: {sets}")
        if not within(dose.amount, BEGINNER_REPS):
            fixes.append(f"{dose.measure}: {_written(nearest(dose.amount, BEGINNER_REPS))}")
        if fixes:
            yield use.found(
                "R9",
                Severity.WARNING,
                (
                    f"{use.name} is {dose.sets} x {_shown(dose.amount)} reps in a beginner's first"
                    " weeks; 3 to 5 sets of 3 to 5 are the start",
                    "Short sets leave the mind fresh for form: every rep can be a good one.",
                    f"Write {' and '.join(fixes)}.",
                ),
            )


R9 = Rule(
    id="R9",
    title="Beginners start at 3 to 5 reps",
    sentence="In a beginner's first 4 weeks main exercises with a weight are done for 3 to 5 sets"
    " of 3 to 5 reps, as the plan is written; variants with less kit convert the reps.",
    basis=Basis.ARTICLE,
    sources=("S25",),
    check=_few_reps_at_first,
)


# R10: then 4 to 8 reps, which rise before the load


def _four_to_eight(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    template = plan.template
    climbs = _climbs(plan)
    for use in loaded_uses(plan, library, lambda week: not _is_beginners_start(template, week)):
        dose = use.dose
        if not within(dose.amount, REPS):
            yield use.found(
                "R10",
                Severity.INFO,
                (
                    f"{use.name} is written for {_shown(dose.amount)} reps, outside 4 to 8",
                    "Four to eight reps are heavy enough to get strong and leave room to grow.",
                    f"Write {dose.measure}: {_written(nearest(dose.amount, REPS))}.",
                ),
            )
        elif dose.amount.is_single and climbs:
            low = min(dose.amount.low, REPS.high - 2)
            yield use.found(
                "R10",
                Severity.INFO,
                (
                    f"{use.name} has one number of reps, so there are no reps to rise first",
                    "Where the reps grow before the weight does, the body has time to adapt.",
                    f"Write a range, such as {dose.measure}: [{low}, {low + 2}].",
                ),
            )


def _climbs(plan: Plan) -> bool:
    """Whether main sets are to get harder, and the plan is long enough for it."""
    doubles = any(
        rule.applies_to is BlockKind.MAIN and rule.rule is ProgressionRule.DOUBLE
        for rule in plan.template.progression
    )
    return doubles and sum(week.normal for week in plan.weeks) > 1


R10 = Rule(
    id="R10",
    title="Four to eight reps",
    sentence="With some experience main exercises with a weight are done for 4 to 8 reps, and the"
    " reps rise before the weight does.",
    basis=Basis.ARTICLE,
    sources=("S26",),
    check=_four_to_eight,
)


# R14: general strength in the main block


def _compound(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in first_of_each(plan):
        for item in main_items(lift):
            if item.exercise.pattern in COMPOUND:
                continue
            yield RuleFinding(
                rule="R14",
                severity=Severity.INFO,
                week=week,
                day=day,
                sentence=f"{named(lift)} has {item.exercise.name.lower()} among its main sets",
                reason="Main sets build general strength with movements that use much of the body.",
                fix=f"Move {item.exercise.name.lower()} to the accessory block.",
                path=item.path,
            )


R14 = Rule(
    id="R14",
    title="Big movements in the main sets",
    sentence="Main sets are squats, hinges, lunges, hip thrusts, pushes, pulls and carries;"
    " everything else comes after them.",
    basis=Basis.ARTICLE,
    sources=("S17",),
    check=_compound,
)
