"""R25: less, and nothing new, before a race."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, at
from runlift_site.training.library import Library
from runlift_site.training.plan import Phase
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import lift_named, names_of, opening
from runlift_site.training.rules.remedies import weeks_of, written_out
from runlift_site.training.rules.sessions import main_sets
from runlift_site.training.rules.work import phase_of
from runlift_site.training.vocabulary import (
    MOBILITY_PATTERNS,
    REDUCED_PHASES,
    Basis,
    Impact,
    LoadType,
    Pattern,
    PhaseName,
    Tier,
)
from runlift_site.training.week import Lift, Plan, PlannedItem, Week

_GENTLE = MOBILITY_PATTERNS | {Pattern.MOBILITY_DYNAMIC}
"""Moving, rolling and stretching make nobody sore, and follow the muscles that are worked."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Fault:
    """What some items of a lift have in common that does not belong before a race.

    Attributes:
        items: The items.
        sentence: What is the matter.
        reason: Why it matters.
        bare: Whether bodyweight alone in the whole phase might mend it.
    """

    items: tuple[PlannedItem, ...]
    sentence: str
    reason: str
    bare: bool


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    met: set[str] = set()
    for index, week in enumerate(plan.weeks):
        if week.phase in REDUCED_PHASES:
            yield from _too_many_sets(plan, index)
            tapering = index > 0 and plan.weeks[index - 1].phase in REDUCED_PHASES
            for day in week.days:
                for lift in day.lifts:
                    for fault in _faults(lift, week, met if tapering else None):
                        yield _finding(plan, week, day.weekday, fault)
        met.update(item.exercise.id for lift in week.lifts for item in _items(lift))


def _items(lift: Lift) -> Iterator[PlannedItem]:
    for block in lift.blocks:
        yield from block.exercises


def _faults(lift: Lift, week: Week, met: set[str] | None) -> Iterator[Fault]:
    """What is wrong with a lift near a race.

    Args:
        lift: The lift.
        week: Its week.
        met: Exercises the plan had before; None in the first of the weeks before a race, where the
            switch to other exercises belongs.
    """
    items = tuple(_items(lift))
    jolting = tuple(item for item in items if item.exercise.impact is Impact.HIGH)
    if jolting:
        yield Fault(
            jolting,
            f"{_subject(lift)} holds {_names(jolting)}, of high impact",
            "Hard landings cost the legs more than they gain so close to a race.",
            bare=False,
        )
    loaded = tuple(item for item in items if item.exercise.load_type is LoadType.EXTERNAL)
    if week.phase is PhaseName.RACE_WEEK and loaded:
        yield Fault(
            loaded,
            f"{_subject(lift)} holds {_names(loaded)}, with weights, in race week",
            "In race week bodyweight work keeps you loose; weights make tired.",
            bare=True,
        )
    new = tuple(
        item
        for item in items
        if met is not None and item.exercise.id not in met and item.exercise.pattern not in _GENTLE
    )
    if new:
        yield Fault(
            new,
            f"{_subject(lift)} brings {_names(new)} for the first time",
            "What is new makes muscles sore, and there is no time left for that before the race.",
            bare=False,
        )


def _finding(plan: Plan, week: Week, day: int, fault: Fault) -> RuleFinding:
    return RuleFinding(
        rule="R25",
        severity=Severity.WARNING,
        week=week.number,
        day=day,
        sentence=fault.sentence,
        reason=fault.reason,
        fix=f"{opening(_names(fault.items))} cannot be left out without a new error or warning.",
        path=fault.items[0].path,
        trials=partial(_without, plan, week, fault),
    )


def _without(plan: Plan, week: Week, fault: Fault) -> Iterator[Trial]:
    """The phase with bodyweight alone; then the session without the items that do not belong."""
    if fault.bare:
        index, phase = phase_of(plan, week)
        yield Trial(
            f"Write strength_tier: bodyweight for the phase of {weeks_of(phase.weeks)}.",
            (Edit(("phases", index, "strength_tier"), Tier.BODYWEIGHT),),
        )
    paths = {item.path for item in fault.items}
    if not all(written_out(plan.template, path) for path in paths):
        return
    edits = []
    for block in {path[:4] for path in paths}:
        items = at(plan.template, (*block, "items"))
        left = tuple(one for n, one in enumerate(items) if (*block, "items", n) not in paths)
        if not left:
            return
        edits.append(Edit((*block, "items"), left))
    name = fault.items[0].path[1]
    yield Trial(f"Leave {_names(fault.items)} out of '{name}'.", tuple(edits))


def _too_many_sets(plan: Plan, index: int) -> Iterator[RuleFinding]:
    week = plan.weeks[index]
    measure = _measure(plan, index)
    if measure is None:
        return
    sets, usual = main_sets(week), main_sets(measure)
    if sets == 0 or sets < usual:
        return
    more = "as many as" if sets == usual else "more than"
    place, phase = phase_of(plan, week)
    key = () if phase.sets_factor is None else ("sets_factor",)
    yield RuleFinding(
        rule="R25",
        severity=Severity.WARNING,
        week=week.number,
        day=None,
        sentence=f"There are {sets} main sets, {more} the {usual} of week {measure.number}",
        reason="Before a race the work gets less, so that legs are fresh on the day.",
        fix=f"No sets_factor brings these weeks below {usual} main sets and passes all rules.",
        path=("phases", place, *key),
        trials=partial(_smaller_part, place, phase),
    )


def _smaller_part(place: int, phase: Phase) -> Iterator[Trial]:
    """Parts of the written sets, from the most down."""
    for tenths in range(int(10 * (phase.sets_factor or 1) - _ROUNDING), 1, -1):
        yield Trial(
            f"Write sets_factor: {tenths / 10:g} for the phase of {weeks_of(phase.weeks)}.",
            (Edit(("phases", place, "sets_factor"), tenths / 10),),
        )


def _measure(plan: Plan, index: int) -> Week | None:
    """The last normal week before a week; the week before it where there is none."""
    before = plan.weeks[:index]
    normal = next((week for week in reversed(before) if week.normal), None)
    return normal or (before[-1] if before else None)


def _subject(lift: Lift) -> str:
    return opening(lift_named(lift))


def _names(items: tuple[PlannedItem, ...]) -> str:
    return names_of(item.exercise for item in items)


R25 = Rule(
    id="R25",
    title="Less, and nothing new, before a race",
    sentence="In the taper and in race week nothing lands hard, the main sets are fewer than in the"
    " last normal week, and nothing is new after the first of these weeks; race week goes"
    " without weights.",
    basis=Basis.ARTICLE,
    sources=("S66", "doi:10.1249/mss.0b013e31806010e0", "doi:10.1371/journal.pone.0282838"),
    check=_check,
)
