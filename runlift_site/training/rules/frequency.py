"""R1, R2 and R3: how many days of a week hold a strength session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from runlift_site.diagnostics.model import Severity
from runlift_site.training.layout import Weight, stand_in
from runlift_site.training.library import Library
from runlift_site.training.rules.days import DAY_NAMES, DayInPlace, in_place
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.phrases import listed, session_named
from runlift_site.training.rules.placement import faults
from runlift_site.training.rules.sessions import is_strength_day
from runlift_site.training.rules.work import AROUND_A_RACE, phase_of
from runlift_site.training.vocabulary import Basis, PhaseName, SessionKind
from runlift_site.training.week import Day, Path, Plan, Week

ROOM_FOR_STRENGTH = frozenset({PhaseName.OFF_SEASON, PhaseName.RETURN_FROM_INJURY})
MOST_DAYS = {
    PhaseName.BASE: 4,
    PhaseName.BUILD: 4,
    PhaseName.PEAK: 3,
    PhaseName.TAPER: 3,
}
"""Most strength days of the phases in which running comes first; two are the fewest."""
_WHERE = {
    PhaseName.OFF_SEASON: "far from a race",
    PhaseName.RETURN_FROM_INJURY: "while coming back from an injury",
    PhaseName.BASE: "in a base phase",
    PhaseName.BUILD: "in a build phase",
    PhaseName.PEAK: "in a peak phase",
    PhaseName.TAPER: "in a taper",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks of one phase that follow each other and lift on the same days.

    Attributes:
        first: Its first week.
        last: Number of its last week.
        days: The strength days of each week.
        around: The week before the first and the week after it, None at the ends of the plan.
        path: Where the phase is written.
    """

    first: Week
    last: int
    days: tuple[Day, ...]
    around: tuple[Week | None, Week | None]
    path: Path

    @property
    def said(self) -> str:
        """The weeks and the verb that follows them."""
        if self.first.number == self.last:
            return f"Week {self.last} has"
        return f"Weeks {self.first.number} to {self.last} have"


def stretches(plan: Plan) -> Iterator[Stretch]:
    """The weeks of a plan, taken together where they are alike; so a fault is said once."""
    weeks = (None, *plan.weeks, None)
    for (phase, days), group in groupby(plan.weeks, lambda week: _days_of(plan, week)):
        same = tuple(group)
        first, number = same[0], same[0].number
        yield Stretch(
            first=first,
            last=same[-1].number,
            days=tuple(first.days[weekday] for weekday in days),
            around=(weeks[number - 1], weeks[number + 1]),
            path=("phases", phase),
        )


def _days_of(plan: Plan, week: Week) -> tuple[int, tuple[int, ...]]:
    """Place of the phase of a week in the file, and the week's strength days."""
    days = tuple(day.weekday for day in week.days if is_strength_day(day))
    return phase_of(plan, week)[0], days


def days_for_more(stretch: Stretch, count: int, kind: SessionKind) -> tuple[DayInPlace, ...]:
    """Days of a week that would take another light session without an error or a warning.

    Args:
        stretch: The weeks.
        count: How many days are needed.
        kind: Short session or add-on.

    Returns:
        As many days as can be found, those farthest from other lifts first, in the week's order.
    """
    light = stand_in(Weight.ADD_ON if kind is SessionKind.ADD_ON else Weight.LIGHT)
    taken = [day.weekday for day in stretch.first.days if day.lifts]
    open_places = [
        place
        for place in in_place(stretch.first, *stretch.around)
        if not place.day.lifts and len(place.day.sessions) < 2 and not faults(light, place)
    ]
    chosen: list[DayInPlace] = []
    while open_places and len(chosen) < count:
        best = max(open_places, key=lambda place: _room(place, taken))
        open_places.remove(best)
        chosen.append(best)
        taken.append(best.day.weekday)
    return tuple(sorted(chosen, key=lambda place: place.day.weekday))


def _room(place: DayInPlace, taken: Sequence[int]) -> tuple[int, bool, int]:
    """Days to the nearest lift, from Sunday on to Monday; equally far, a free day, the earlier."""
    weekday = place.day.weekday
    apart = [min(abs(weekday - other), 7 - abs(weekday - other)) for other in taken]
    return min(apart, default=7), not place.day.sessions, -weekday


def _more(stretch: Stretch, count: int, kind: SessionKind) -> str:
    """What to do about too few strength days."""
    what = "add-on" if kind is SessionKind.ADD_ON else "short session"
    found = days_for_more(stretch, count, kind)
    if not found:
        return (
            f"No day of week {stretch.first.number} is open for another {what}: make a hard run"
            " easy, or take a run out."
        )
    order = "before" if stretch.first.phase is PhaseName.RETURN_FROM_INJURY else "after"
    days = listed(
        " ".join((place.name, *(f"{order} {session_named(one)}" for one in place.day.sessions)))
        for place in found
    )
    if len(found) < count:
        return f"Add {_counted(len(found), what)} on {days}, and open another day for one more."
    return f"Add {_counted(count, what)} on {days}."


def _counted(count: int, what: str) -> str:
    return f"{'an' if what[0] == 'a' else 'a'} {what}" if count == 1 else f"{what}s"


def _fewer(stretch: Stretch, most: int) -> str:
    """What to do about too many strength days: heavy legs stay, the later days go first."""
    spare = sorted(
        stretch.days,
        key=lambda day: (any(lift.heavy_leg for lift in day.lifts), -day.weekday),
    )[: len(stretch.days) - most]
    days = listed(DAY_NAMES[day.weekday] for day in sorted(spare, key=lambda day: day.weekday))
    several = len(spare) > 1
    return (
        f"Leave out the {'sessions' if several else 'session'} of {days}, or make"
        f" {'them add-ons' if several else 'it an add-on'}."
    )


def _found(
    rule: str, severity: Severity, stretch: Stretch, sentence: str, reason: str, fix: str
) -> RuleFinding:
    return RuleFinding(
        rule=rule,
        severity=severity,
        week=stretch.first.number,
        day=None,
        sentence=sentence,
        reason=reason,
        fix=fix,
        path=(*stretch.path, "strength_per_week"),
    )


# R1: strength in every week


def _every_week(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for stretch in stretches(plan):
        week = stretch.first
        small = week.phase in AROUND_A_RACE
        if stretch.days or (small and week.lifts):
            continue
        kind = SessionKind.ADD_ON if small else SessionKind.SHORT
        yield _found(
            "R1",
            Severity.WARNING,
            stretch,
            f"{stretch.said} no strength {'session, not even an add-on' if small else 'day'}",
            "Strength fades when it is left out, and some strength work beats none.",
            _more(stretch, 1, kind),
        )


R1 = Rule(
    id="R1",
    title="Strength in every week",
    sentence="Every week has a strength day, easier weeks and the taper too; in the week of the"
    " race and after it an add-on is enough.",
    basis=Basis.ARTICLE,
    sources=("S69", "S2"),
    check=_every_week,
)


# R2: three or four days while there is room


def _while_there_is_room(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for stretch in stretches(plan):
        if stretch.first.phase not in ROOM_FOR_STRENGTH or len(stretch.days) in {3, 4}:
            continue
        severity = Severity.INFO if len(stretch.days) == 2 else Severity.WARNING
        yield _outside("R2", severity, stretch, 3, 4)


def _outside(
    rule: str, severity: Severity, stretch: Stretch, fewest: int, most: int
) -> RuleFinding:
    count = len(stretch.days)
    usual = f"{fewest} to {most} are right {_WHERE[stretch.first.phase]}"
    many = "More days leave too little time to recover between lifts and runs."
    few = {
        "R2": "With little running there is room to get strong; that pays off later.",
        "R3": "Two days a week still pay when running takes the most time.",
    }
    return _found(
        rule,
        severity,
        stretch,
        f"{stretch.said} {count} strength {'day' if count == 1 else 'days'}, and {usual}",
        few[rule] if count < fewest else many,
        _more(stretch, fewest - count, SessionKind.SHORT)
        if count < fewest
        else _fewer(stretch, most),
    )


R2 = Rule(
    id="R2",
    title="Three or four lifts with room",
    sentence="Far from a race, and while coming back from an injury, 3 or 4 days a week are"
    " strength days; 2 are a few less than there is room for.",
    basis=Basis.ARTICLE,
    sources=("S29", "S30", "S32"),
    check=_while_there_is_room,
)


# R3: two or more days beside full running


def _beside_running(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for stretch in stretches(plan):
        most = MOST_DAYS.get(stretch.first.phase)
        if most is not None and not 2 <= len(stretch.days) <= most:
            yield _outside("R3", Severity.WARNING, stretch, 2, most)


R3 = Rule(
    id="R3",
    title="Two lifts beside full running",
    sentence="In base and build phases 2 to 4 days a week are strength days, near the race 2 or 3.",
    basis=Basis.ARTICLE,
    sources=("S31", "S32"),
    check=_beside_running,
)
