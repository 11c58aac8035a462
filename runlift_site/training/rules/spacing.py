"""R26: two days between sessions of heavy leg work."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.vocabulary import DAY_NAMES, Basis, Slot
from runlift_site.training.week import Lift, Path, Plan

HOURS_APART = 48
_HOURS_A_DAY = 24
_HOURS_A_SLOT = 12
_WEEKDAYS = len(DAY_NAMES)


@dataclass(frozen=True, slots=True)
class HeavyLegs:
    """A session of heavy leg work in the course of a plan.

    Attributes:
        day: Day of the plan, 0 is the Monday of its first week.
        lift: The session.
    """

    day: int
    lift: Lift

    @property
    def week(self) -> int:
        """Week of the plan, counted from 1."""
        return self.day // _WEEKDAYS + 1

    @property
    def weekday(self) -> int:
        """0 is Monday."""
        return self.day % _WEEKDAYS

    @property
    def path(self) -> Path:
        """Where the day names it."""
        return self.lift.path

    @property
    def when(self) -> str:
        """Day and, if it is known, time of day: "Monday", "Monday (pm)"."""
        name = DAY_NAMES[self.weekday]
        return f"{name} ({self.lift.slot.value})" if self.lift.slot else name


def heavy_legs_of(plan: Plan) -> tuple[HeavyLegs, ...]:
    """All sessions of heavy leg work in the order they are done, across weeks."""
    return tuple(
        HeavyLegs(index * _WEEKDAYS + day.weekday, lift)
        for index, week in enumerate(plan.weeks)
        for day in week.days
        for lift in day.lifts
        if lift.heavy_leg
    )


def hours_between(one: HeavyLegs, other: HeavyLegs) -> int:
    """Hours from one session to another, whichever comes first.

    Days alone count 24 hours each. Only where both sessions say am or pm does the time of day
    count: from an evening to the morning of the next day but one are 36 hours.
    """
    hours = (other.day - one.day) * _HOURS_A_DAY
    if one.lift.slot and other.lift.slot:
        hours += (_late(other.lift) - _late(one.lift)) * _HOURS_A_SLOT
    return abs(hours)


def _late(lift: Lift) -> int:
    return 1 if lift.slot is Slot.PM else 0


def too_close(one: HeavyLegs, other: HeavyLegs) -> bool:
    """Whether two sessions of heavy leg work leave too little time between them."""
    return hours_between(one, other) < HOURS_APART


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for before, after in pairwise(heavy_legs_of(plan)):
        if not too_close(before, after):
            continue
        yield RuleFinding(
            rule="R26",
            severity=Severity.WARNING,
            week=after.week,
            day=after.weekday,
            sentence=_sentence(before, after),
            reason="Legs need about two days to recover from heavy work.",
            fix="No other day of the week passes all rules.",
            path=after.path,
            move=after.path,
        )


def _sentence(before: HeavyLegs, after: HeavyLegs) -> str:
    if before.day == after.day:
        return f"Heavy legs twice on {DAY_NAMES[after.weekday]}"
    hours = hours_between(before, after)
    return f"Heavy legs on {after.when}, {hours} hours after those on {before.when}"


R26 = Rule(
    id="R26",
    title="Two days between heavy legs",
    sentence="Sessions of heavy leg work are 48 hours apart or more; by days where no time of day"
    " is given.",
    basis=Basis.HOUSE,
    sources=("doi:10.1007/s40279-017-0758-3",),
    check=_check,
)
