"""R9, R10 and R14: what main sets hold, and how many reps."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, at
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.plan import PlanTemplate, ProgressionRule
from runlift_site.training.rules.model import Rule, RuleFinding, Trial, Trials
from runlift_site.training.rules.remedies import with_accessory, written, written_out
from runlift_site.training.rules.sessions import named
from runlift_site.training.rules.written import WrittenDose, written_dose
from runlift_site.training.vocabulary import Basis, BlockKind, Level, Pattern
from runlift_site.training.week import Lift, Path, Plan, PlannedItem

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
_NO_DOSE = (
    "No sets and reps within these bounds pass all rules here; where the block follows a routine,"
    " its doses stand in the routine's own file."
)


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

    def found(
        self, rule: str, severity: Severity, text: tuple[str, str], trials: Trials
    ) -> RuleFinding:
        """A finding about it: sentence and reason, and what to try."""
        sentence, reason = text
        return RuleFinding(
            rule,
            severity,
            self.week,
            self.day,
            sentence,
            reason,
            _NO_DOSE,
            self.item.path,
            trials=trials,
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
                for item in lift.main:
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


# R9: beginners begin with few reps


def _few_reps_at_first(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    template = plan.template
    for use in loaded_uses(plan, library, lambda week: _is_beginners_start(template, week)):
        dose = use.dose
        few = BEGINNER_SETS.low <= dose.sets <= BEGINNER_SETS.high
        if few and within(dose.amount, BEGINNER_REPS):
            continue
        yield use.found(
            "R9",
            Severity.WARNING,
            (
                f"{use.name} is {dose.sets} x {_shown(dose.amount)} reps in a beginner's first"
                " weeks; 3 to 5 sets of 3 to 5 are the start",
                "Short sets leave the mind fresh for form: every rep can be a good one.",
            ),
            partial(_start_doses, template, use),
        )


def _start_doses(template: PlanTemplate, use: Use) -> Iterator[Trial]:
    """The nearest dose of the start, then others from the fewest reps up."""
    dose = use.dose
    sets = min(max(dose.sets, BEGINNER_SETS.low), BEGINNER_SETS.high)
    low, high = BEGINNER_REPS.low, BEGINNER_REPS.high
    others = [Span(few, many) for few in range(low, high + 1) for many in range(few, high + 1)]
    yield from _doses(template, use, sets, (nearest(dose.amount, BEGINNER_REPS), *others))


def _doses(template: PlanTemplate, use: Use, sets: int, amounts: Iterable[Span]) -> Iterator[Trial]:
    """Other sets and reps for an exercise, where the plan itself says them."""
    path, dose = use.item.path, use.dose
    if not written_out(template, path):
        return
    for amount in dict.fromkeys(amounts):
        edits, said = [], []
        if sets != dose.sets:
            where = (*path[:4], "rounds") if dose.by_rounds else (*path, "sets")
            edits.append(Edit(where, sets))
            said.append(f"{'rounds' if dose.by_rounds else 'sets'}: {sets}")
        if amount != dose.amount:
            edits.append(Edit((*path, dose.measure.value), amount))
            said.append(f"{dose.measure}: {written(amount)}")
        yield Trial(f"Write {' and '.join(said)}.", tuple(edits))


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
                ),
                partial(_usual_doses, template, use),
            )
        elif dose.amount.is_single and climbs:
            yield use.found(
                "R10",
                Severity.INFO,
                (
                    f"{use.name} has one number of reps, so there are no reps to rise first",
                    "Where the reps grow before the weight does, the body has time to adapt.",
                ),
                partial(_usual_doses, template, use),
            )


def _usual_doses(template: PlanTemplate, use: Use) -> Iterator[Trial]:
    """The nearest range of reps, then others, the nearer to the written one the earlier."""
    dose = use.dose
    near = nearest(dose.amount, REPS)
    low = min(near.low, REPS.high - 2)
    ranges = [Span(low, low + width) for width in (2, 1, 3) if low + width <= REPS.high]
    ranges += [Span(few, few + 2) for few in range(REPS.low, REPS.high - 1)]
    first = () if near.is_single else (near,)
    yield from _doses(template, use, dose.sets, (*first, *ranges))


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
    for week, day, lift in plan.first_lifts:
        for item in lift.main:
            if item.exercise.pattern in COMPOUND:
                continue
            yield RuleFinding(
                rule="R14",
                severity=Severity.INFO,
                week=week,
                day=day,
                sentence=f"{named(lift)} has {item.exercise.name.lower()} among its main sets",
                reason="Main sets build general strength with movements that use much of the body.",
                fix="Neither moving it to the accessory block nor leaving it out passes all rules.",
                path=item.path,
                trials=partial(_out_of_main, plan, lift, item),
            )


def _out_of_main(plan: Plan, lift: Lift, item: PlannedItem) -> Iterator[Trial]:
    """The exercise among the accessory work, or not at all."""
    template, name = plan.template, item.exercise.name.lower()
    if not written_out(template, item.path):
        return
    block = at(template, item.path[:4])
    left = tuple(one for index, one in enumerate(block.items) if index != item.path[5])
    moved = at(template, item.path)
    if moved.sets is None:
        moved = moved.model_copy(update={"sets": block.rounds, "rest_s": block.rest_s})
    session = template.sessions[lift.session_id]
    blocks = list(session.blocks)
    if left:
        blocks[int(item.path[3])] = block.model_copy(update={"items": left})
    else:
        del blocks[int(item.path[3])]
    rest = session.model_copy(update={"blocks": tuple(blocks)})
    path: Path = (*lift.session_path, "blocks")
    yield Trial(
        f"Move {name} to the accessory block.", (Edit(path, with_accessory(rest, (moved,))),)
    )
    yield Trial(f"Leave {name} out.", (Edit(path, rest.blocks),))


R14 = Rule(
    id="R14",
    title="Big movements in the main sets",
    sentence="Main sets are squats, hinges, lunges, hip thrusts, pushes, pulls and carries;"
    " everything else comes after them.",
    basis=Basis.ARTICLE,
    sources=("S17",),
    check=_compound,
)
