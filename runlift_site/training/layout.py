"""The question that placement answers, and its answers: runs of a week, lifts, and days for them.

A lift that has no day yet is known by its weight alone. That is all the rules of placement ask, so
a stand-in of the same weight can be judged in its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from runlift_site.training.rules.placement import Verdict
from runlift_site.training.rules.spacing import HeavyLegs
from runlift_site.training.vocabulary import (
    WEEKDAYS,
    PhaseName,
    RaceGoal,
    SessionKind,
    Slot,
    Tier,
)
from runlift_site.training.week import Day, DayInPlace, Lift


class Weight(StrEnum):
    """How much a lift asks of a week, the most first."""

    HEAVY = "heavy"
    FULL = "full"
    LIGHT = "light"
    ADD_ON = "add_on"


_KINDS = {
    Weight.HEAVY: SessionKind.FULL,
    Weight.FULL: SessionKind.FULL,
    Weight.LIGHT: SessionKind.SHORT,
    Weight.ADD_ON: SessionKind.ADD_ON,
}


def weight_of(lift: Lift) -> Weight:
    """How much a lift asks: heavy legs, a full session, a short or bodyweight one, an add-on."""
    if lift.heavy_leg:
        return Weight.HEAVY
    if lift.kind is SessionKind.ADD_ON:
        return Weight.ADD_ON
    return Weight.FULL if lift.plates > 1 else Weight.LIGHT


def stand_in(weight: Weight) -> Lift:
    """A lift of some weight that is asked about, not done."""
    return Lift(
        session_id="",
        letter="",
        name=None,
        kind=_KINDS[weight],
        minutes=0,
        blocks=(),
        heavy_leg=weight is Weight.HEAVY,
        leg_dominant=weight is Weight.HEAVY,
        tier=Tier.GYM,
        path=(),
        session_path=(),
    )


@dataclass(frozen=True, slots=True)
class Edge:
    """The days around a week: the Sunday before it and the Monday after it; None for no day."""

    before: Day | None
    after: Day | None


@dataclass(frozen=True, slots=True)
class LiftlessWeek:
    """A week that waits for its lifts.

    Attributes:
        days: Seven days, Monday first, with the runs, the cross-training and the lifts that stand.
        edges: Every pair of days around it; lifts must suit all of them.
        around: Heavy legs of the weeks around it, their days counted from its Monday.
        repeats: Whether it is followed by itself, so that its Sunday and Monday are neighbours.
        run_first: Whether the run comes first where a lift shares its day, or the lift (False);
            None where either may.
    """

    days: tuple[Day, ...]
    edges: tuple[Edge, ...] = (Edge(None, None),)
    around: tuple[HeavyLegs, ...] = ()
    repeats: bool = False
    run_first: bool | None = None

    @property
    def heavy_legs(self) -> tuple[HeavyLegs, ...]:
        """Heavy legs that stand in it or around it."""
        return (*self.around, *heavy_legs_in(self.days, 0))

    @property
    def run_days(self) -> int:
        """Number of days with a run."""
        return sum(1 for day in self.days if day.runs)

    def places(self, weekday: int) -> tuple[DayInPlace, ...]:
        """A day between the days around it, in every way they can be."""
        before = self.days[weekday - 1] if weekday else None
        after = self.days[weekday + 1] if weekday < len(self.days) - 1 else None
        return tuple(
            DayInPlace(before or edge.before, self.days[weekday], after or edge.after)
            for edge in self.edges
        )[: None if before is None or after is None else 1]


def repeating(days: tuple[Day, ...], run_first: bool | None = None) -> LiftlessWeek:
    """A week that follows itself."""
    return LiftlessWeek(
        days=days,
        edges=(Edge(days[-1], days[0]),),
        around=(*heavy_legs_in(days, -1), *heavy_legs_in(days, 1)),
        repeats=True,
        run_first=run_first,
    )


def heavy_legs_in(days: Iterable[Day], weeks_later: int) -> tuple[HeavyLegs, ...]:
    """Heavy legs of a week, their days counted from the Monday of another."""
    return tuple(
        HeavyLegs(day.weekday + len(WEEKDAYS) * weeks_later, lift)
        for day in days
        for lift in day.lifts
        if lift.heavy_leg
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """Days for the lifts of a week.

    Attributes:
        weights: The lifts, in the order they were asked for.
        days: The weekday of each, 0 is Monday.
        accepts: Warnings that it raises; empty where it is clean.
    """

    weights: tuple[Weight, ...]
    days: tuple[int, ...]
    accepts: tuple[Verdict, ...] = ()

    @property
    def heavy_days(self) -> tuple[int, ...]:
        """Weekdays of heavy leg work, in order."""
        return tuple(
            sorted(d for d, w in zip(self.days, self.weights, strict=True) if w is Weight.HEAVY)
        )


def run_comes_first(race: RaceGoal, phase: PhaseName) -> bool | None:
    """Whether a run comes before a lift on the same day, after it (False), or either way (None).

    With a race ahead the run gets the fresh legs; on the way back from an injury the lift does.
    """
    if phase is PhaseName.RETURN_FROM_INJURY:
        return False
    return None if race is RaceGoal.NONE else True


def slots_on(day: Day, weight: Weight, run_first: bool | None) -> tuple[Slot, Slot] | None:
    """Slots of the session that a day holds and of a lift that joins it.

    Args:
        day: A day that holds something.
        weight: The lift. An add-on never has to come first: it follows a run by what it is.
        run_first: Whether a run comes first, or the lift (False); None where either may.

    Returns:
        None where the day is full, or its session has a slot that puts it on the wrong side.
    """
    if len(day.sessions) != 1:
        return None
    (session,) = day.sessions
    first = run_first if day.runs and (run_first or weight is not Weight.ADD_ON) else None
    early = first is not False if session.slot is None else session.slot is Slot.AM
    if first is not None and early is not first:
        return None
    return (Slot.AM, Slot.PM) if early else (Slot.PM, Slot.AM)
