"""Fixes that were tried: a suggestion names a day only where all rules pass with the lift there.

A change is made to the expanded plan and every rule is asked again. It is offered if no finding of
its rule about the lift is left, no placement finding about the lift either, and no error or warning
is new anywhere in the plan.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from runlift_site.diagnostics.model import Severity
from runlift_site.training.layout import slots_on, weight_of
from runlift_site.training.library import Library
from runlift_site.training.placement import layouts
from runlift_site.training.rules import moves
from runlift_site.training.rules.days import DAY_NAMES, DayInPlace, run_of
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.phrases import lift_named, session_named
from runlift_site.training.vocabulary import RunClass, SessionKind
from runlift_site.training.week import Day, Lift, Path, Plan, Run, Week

_PLACEMENT = frozenset({"R20", "R21", "R22", "R26"})

Key = tuple[str, Severity, int | None, Path]
"""What makes a finding the same before and after a change: letters and days may differ."""


class Fixes:
    """Tries changes to one plan.

    Args:
        plan: The plan.
        library: Exercises and routines.
        rules: The rules that a fix must pass.
        found: What they find now.
    """

    def __init__(
        self, plan: Plan, library: Library, rules: Sequence[Rule], found: Iterable[RuleFinding]
    ) -> None:
        self._plan = plan
        self._library = library
        # What a move is most likely to break is asked first.
        self._rules = sorted(rules, key=lambda rule: rule.id not in _PLACEMENT)
        self._now = Counter(_key(one) for one in found if one.severity is not Severity.INFO)
        self._known: dict[tuple[str, Path], str | None] = {}

    def fixed(self, finding: RuleFinding) -> RuleFinding:
        """A finding about a lift that stands badly, with a fix that was tried if there is one."""
        if finding.move is None or finding.week is None or finding.allowed_because is not None:
            return finding
        known = (finding.rule, finding.move)
        if known not in self._known:
            week = next(week for week in self._plan.weeks if week.number == finding.week)
            self._known[known] = self._fix(finding, week, finding.move)
        fix = self._known[known]
        return finding if fix is None else replace(finding, fix=fix)

    def _fix(self, finding: RuleFinding, week: Week, path: Path) -> str | None:
        home = moves.home_of(week, path)
        if home is None:
            return None
        day, lift = home
        rule = finding.rule
        best = self._better_day(rule, week, path, lift)
        if best is not None or finding.severity is Severity.INFO:
            return best
        other = self._exchange(rule, week, path, lift)
        if other is not None:
            return other
        legs = "heavy legs" if lift.heavy_leg else lift_named(lift)
        return f"No other day is open for {legs}: {self._otherwise(rule, path, day, lift)}."

    def _better_day(self, rule: str, week: Week, path: Path, lift: Lift) -> str | None:
        """The best day of the week that passes."""
        free = moves.without(self._plan, path, week)
        here = moves.home_of(week, path)
        for layout in layouts(free, [weight_of(lift)]):
            (weekday,) = layout.days
            if here is not None and weekday == here[0].weekday:
                continue
            if self._passes(rule, path, moves.moved(self._plan, path, weekday)):
                place = free.places(weekday)[0]
                return f"Move {shown(lift)} to {place.name}: {_why(place, lift, free.run_first)}."
        return None

    def _exchange(self, rule: str, week: Week, path: Path, lift: Lift) -> str | None:
        """Another lift of the week that can change days with this one."""
        for other in week.lifts:
            if other.path != path and self._passes(
                rule, path, moves.exchanged(self._plan, path, other.path)
            ):
                home = moves.home_of(week, other.path)
                there = f" on {DAY_NAMES[home[0].weekday]}" if home else ""
                return f"Let {shown(lift)} change days with {shown(other)}{there}."
        return None

    def _otherwise(self, rule: str, path: Path, day: Day, lift: Lift) -> str:
        """What else would help, no other day being open."""
        if not lift.heavy_leg:
            return "leave it out, or make a run of the week easy"
        light = f"make {shown(lift)} an upper-body or bodyweight session"
        if self._passes(rule, path, moves.lightened(self._plan, path)):
            return f"{light}, which may stay on {DAY_NAMES[day.weekday]}"
        return f"{light} on a day of its own, leave it out, or make a run of the week easy"

    def _passes(self, rule: str, path: Path, changed: Plan) -> bool:
        known = Counter(self._now)
        for each in self._rules:
            for one in each.check(changed, self._library):
                if one.rule == rule and one.move == path:
                    return False
                if one.severity is Severity.INFO:
                    continue
                key = _key(one)
                known[key] -= 1
                if known[key] < 0 or (one.rule in _PLACEMENT and one.path == path):
                    return False
        return True


def shown(lift: Lift) -> str:
    """A lift as pages name it: "Heavy A"."""
    if lift.name is None or lift.kind is SessionKind.ADD_ON:
        return lift_named(lift)
    return f"{lift.name} {lift.letter}"


def _key(finding: RuleFinding) -> Key:
    return finding.rule, finding.severity, finding.week, finding.path


def _why(place: DayInPlace, lift: Lift, run_first: bool | None) -> str:
    """What speaks for a day: what it holds, and for heavy legs what the next day holds."""
    if place.day.sessions:
        (session,) = place.day.sessions
        what = "an easy run" if isinstance(session, Run) else session_named(session)
        slots = slots_on(place.day, weight_of(lift), run_first)
        order = f" ({slots[0]}, the lift {slots[1]})" if slots else ""
        own = f"{what}{order}"
    else:
        own = "nothing else that day"
    if not lift.heavy_leg or place.after is None:
        return own
    following = DAY_NAMES[place.after.weekday]
    if not place.after.sessions:
        return f"{own}, and {following} is free"
    if run_of(place.after, RunClass.EASY) is None:
        return own
    return f"{own}, and {following} is easy{' too' if place.day.runs else ''}"
