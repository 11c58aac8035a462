"""Fixes that were tried: a suggestion names a day or a dose only where all rules pass with it.

A lift is moved in the expanded plan; every other change is made to the plan file, which is then
expanded anew in all its variants. Every rule is asked again. A change is offered if the finding is
gone and no error or warning is new anywhere in the plan.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit, changed
from runlift_site.training.expand import expand
from runlift_site.training.layout import slots_on, weight_of
from runlift_site.training.library import Library
from runlift_site.training.placement import layouts
from runlift_site.training.rules import moves
from runlift_site.training.rules.days import run_of, run_on
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.phrases import lift_named, session_named
from runlift_site.training.rules.remedies import left_out
from runlift_site.training.vocabulary import DAY_NAMES, RunClass, RunType, SessionKind, Tier
from runlift_site.training.week import DayInPlace, Lift, Path, Plan, Run, Week

MOST_TRIALS = 16
"""Changes that are tried for one finding; each costs as much as a check of the plan."""
_PLACEMENT = frozenset({"R20", "R21", "R22", "R26"})

Key = tuple[str, Severity, int | None, Path]
"""What makes a finding the same before and after a change: letters and days may differ."""
Counts = Counter[Key]


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
        found = tuple(found)
        self._now = Counter(_key(one) for one in found if one.severity is not Severity.INFO)
        self._before = {plan.tier: Counter(key for one in found for key in _coarse(one))}
        self._known: dict[tuple[str, Path], str | Trial | None] = {}

    def fixed(self, finding: RuleFinding) -> RuleFinding:
        """A finding with a fix that was tried, if there is one."""
        if finding.allowed_because is not None:
            return finding
        fix: str | Trial | None = None
        if finding.trials is not None:
            fix = self._first_that_holds(finding, finding.trials())
        elif finding.move is not None and finding.week is not None:
            known = (finding.rule, finding.move)
            if known not in self._known:
                week = self._plan.weeks[finding.week - 1]
                self._known[known] = self._fix(finding, week, finding.move)
            fix = self._known[known]
        if isinstance(fix, Trial):
            return replace(finding, fix=fix.text, mended_by=fix.edits)
        return finding if fix is None else replace(finding, fix=fix)

    def _first_that_holds(self, finding: RuleFinding, trials: Iterable[Trial]) -> Trial | None:
        tried = islice(trials, MOST_TRIALS)
        return next((trial for trial in tried if self._holds(finding, trial.edits)), None)

    def _holds(self, finding: RuleFinding, edits: tuple[Edit, ...]) -> bool:
        """Whether a change of the plan file mends a finding in all its weeks and breaks nothing."""
        template = changed(self._plan.template, edits)
        others = (tier for tier in template.tiers if tier is not self._plan.tier)
        for tier in (self._plan.tier, *others):
            plan = expand(template, tier, self._library).plan
            if plan is None:
                return False
            before, after = self._counts_before(tier), self._counted(plan)
            if any(
                after[key] > before[key]
                for key in after
                if key[1] is not Severity.INFO or key[0] == finding.rule
            ):
                return False
            if tier is self._plan.tier and not _gone(finding, before, after):
                return False
        return True

    def _counts_before(self, tier: Tier) -> Counts:
        if tier not in self._before:
            plan = expand(self._plan.template, tier, self._library).plan
            assert plan is not None, "all variants of a plan can be expanded, or none"
            self._before[tier] = self._counted(plan)
        return self._before[tier]

    def _counted(self, plan: Plan) -> Counts:
        return Counter(
            key
            for rule in self._rules
            for one in rule.check(plan, self._library)
            for key in _coarse(one)
        )

    def _fix(self, finding: RuleFinding, week: Week, path: Path) -> str | Trial | None:
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
        if lift.heavy_leg and self._passes(rule, path, moves.lightened(self._plan, path)):
            return (
                f"No other day is open for heavy legs: make {shown(lift)} an upper-body or"
                f" bodyweight session, which may stay on {DAY_NAMES[day.weekday]}."
            )
        legs = "heavy legs" if lift.heavy_leg else lift_named(lift)
        smaller = self._first_that_holds(finding, self._otherwise(week, path, lift))
        if smaller is not None:
            text = f"{smaller.text[:1].lower()}{smaller.text[1:]}"
            return Trial(f"No other day is open for {legs}: {text}", smaller.edits)
        return (
            f"No other day is open for {legs}, and neither leaving it out nor making one run of the"
            " week easy passes all rules."
        )

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

    def _otherwise(self, week: Week, path: Path, lift: Lift) -> Iterator[Trial]:
        """What else would help, no other day being open: an easier run, or no lift."""
        for day in week.days:
            run = run_of(day, RunClass.HARD)
            if run is not None:
                yield Trial(
                    f"Make {run_on(day, run)} an easy run.",
                    (Edit((*run.path, "run"), RunType.EASY),),
                )
        yield left_out(self._plan, week, path, shown(lift))

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


def _coarse(finding: RuleFinding) -> tuple[Key, ...]:
    """Keys, one for each week, that hold when items and blocks change their places."""
    weeks = finding.weeks or (None,)
    return tuple((finding.rule, finding.severity, week, finding.path[:2]) for week in weeks)


def _gone(finding: RuleFinding, before: Counts, after: Counts) -> bool:
    """Whether there is less of a finding in each of its weeks."""
    return all(after[key] < before[key] for key in _coarse(finding))


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
