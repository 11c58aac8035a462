"""Lifts that a plan leaves to be placed: ``place`` in a week pattern gets its days here.

A pattern gets one layout for all its weeks and all variants of the plan, so each lift counts as
heavy as it is in any of them. Patterns are settled in the order of their weeks; each has to suit
the days of the weeks around it, those settled before it with their lifts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from runlift_site.training.calendar import PlanWeek, plan_weeks
from runlift_site.training.layout import (
    Edge,
    Layout,
    LiftlessWeek,
    Weight,
    heavy_legs_in,
    run_comes_first,
    slots_on,
    stand_in,
    weight_of,
)
from runlift_site.training.library import Library
from runlift_site.training.placement import layouts
from runlift_site.training.placement_ways import ways
from runlift_site.training.placement_words import asked
from runlift_site.training.plan import (
    CrossTrainEntry,
    DayEntry,
    PlanTemplate,
    RestEntry,
    RunEntry,
    StrengthEntry,
    WeekPattern,
)
from runlift_site.training.problem import TrainingProblem
from runlift_site.training.running import planned_cross_training, planned_run
from runlift_site.training.session import lift, progress_in
from runlift_site.training.tier_session import tier_session
from runlift_site.training.vocabulary import WEEKDAYS
from runlift_site.training.week import Day, Session

_ORDER = tuple(Weight)


@dataclass(frozen=True, slots=True)
class Placed:
    """A template whose lifts all have a day, or why they have none."""

    template: PlanTemplate
    problems: tuple[TrainingProblem, ...] = ()


def with_lifts_placed(template: PlanTemplate, library: Library) -> Placed:
    """Give every lift that a week pattern leaves open the best day there is.

    Args:
        template: A template without other problems.
        library: Exercises and routines.
    """
    if not any(pattern.place for pattern in template.week_pattern.values()):
        return Placed(template)
    placer = _Placer(template, library)
    weeks = plan_weeks(template)
    problems = [
        problem
        for key in dict.fromkeys(week.phase.pattern_key for week in weeks)
        if (problem := placer.settle(key)) is not None
    ]
    return Placed(
        template.model_copy(update={"week_pattern": dict(placer.patterns)}), tuple(problems)
    )


class _Placer:
    """Settles one pattern after the other.

    Args:
        template: The plan.
        library: Exercises and routines.
    """

    def __init__(self, template: PlanTemplate, library: Library) -> None:
        self.patterns = dict(template.week_pattern)
        self._template = template
        self._library = library
        self._weeks = plan_weeks(template)
        self._weights: dict[tuple[str, str], Weight] = {}

    def settle(self, key: str) -> TrainingProblem | None:
        """Give the lifts of a pattern their days, or say why there are none."""
        pattern = self.patterns[key]
        if not pattern.place:
            return None
        week = self._liftless(key)
        weights = [self._weight(key, name) for name in pattern.place]
        found = layouts(week, weights)
        if found:
            self.patterns[key] = _filled(pattern, week, found[0])
            return None
        help_ = "; or ".join(
            _uncapital(way.sentence.removesuffix(".")) for way in ways(week, weights)
        )
        return TrainingProblem(
            "RL265",
            f"the week pattern '{key}' has no days for {asked(weights)}",
            help_ or "make some of its runs easy, or place fewer lifts",
            ("week_pattern", key, "place"),
        )

    def _liftless(self, key: str) -> LiftlessWeek:
        own = [week for week in self._weeks if week.phase.pattern_key == key]
        numbers = [week.number for week in own]
        by_key = {week.phase.pattern_key: week for week in reversed(self._weeks)}
        held = {pattern: self._days(week) for pattern, week in by_key.items()}
        days = {week.number: held[week.phase.pattern_key] for week in self._weeks}
        before = [days.get(number - 1, ()) for number in numbers]
        after = [days.get(number + 1, ()) for number in numbers]
        orders = {run_comes_first(self._template.goal.race, week.phase.phase) for week in own}
        return LiftlessWeek(
            days=days[numbers[0]],
            edges=tuple(
                Edge(early[-1] if early else None, late[0] if late else None)
                for early, late in zip(before, after, strict=True)
            ),
            around=(
                *(heavy for week in before for heavy in heavy_legs_in(week, -1)),
                *(heavy for week in after for heavy in heavy_legs_in(week, 1)),
            ),
            repeats=any(later - earlier == 1 for earlier, later in pairwise(numbers)),
            run_first=next((order for order in (True, False) if order in orders), None),
        )

    def _days(self, week: PlanWeek) -> tuple[Day, ...]:
        """The days of a week as far as they are settled, with stand-ins for its lifts."""
        key = week.phase.pattern_key
        return tuple(
            Day(weekday, tuple(self._sessions(entries, week, key)), ("week_pattern", key, name))
            for weekday, (name, entries) in enumerate(self.patterns[key].days())
        )

    def _sessions(self, entries: Sequence[DayEntry], week: PlanWeek, key: str) -> Iterable[Session]:
        for entry in entries:
            if isinstance(entry, RunEntry):
                yield planned_run(entry, week, self._template.pace, ())
            elif isinstance(entry, CrossTrainEntry):
                yield planned_cross_training(entry, week, ())
            elif isinstance(entry, StrengthEntry):
                weight = self._weight(key, entry.strength)
                yield replace(stand_in(weight), slot=entry.slot)

    def _weight(self, key: str, name: str) -> Weight:
        """The most that a session asks in any week of a pattern, in any variant."""
        if (key, name) not in self._weights:
            weeks = [week for week in self._weeks if week.phase.pattern_key == key]
            found = {weight for week in weeks for weight in self._weights_in(week, name)}
            self._weights[key, name] = min(found, key=_ORDER.index)
        return self._weights[key, name]

    def _weights_in(self, week: PlanWeek, name: str) -> Iterable[Weight]:
        """What a session asks in a week, in each variant that can be made."""
        template = self._template
        entry = StrengthEntry(strength=name)
        for kit in dict.fromkeys(week.phase.kit(tier) for tier in template.tiers):
            variant = template.variants.at(kit)
            fitted = tier_session(name, template.sessions[name], kit, variant, self._library)
            if not fitted.problems:
                progress = progress_in(fitted, week, {})
                yield weight_of(lift(fitted, entry, week, template, progress, "", ()))


def _filled(pattern: WeekPattern, week: LiftlessWeek, layout: Layout) -> WeekPattern:
    """A pattern with its lifts on their days."""
    days: dict[str, tuple[DayEntry, ...]] = dict(pattern.days())
    for name, weight, weekday in zip(pattern.place, layout.weights, layout.days, strict=True):
        key = WEEKDAYS[weekday]
        there = [entry for entry in days[key] if not isinstance(entry, RestEntry)]
        slots = slots_on(week.days[weekday], weight, week.run_first) if there else None
        if slots is None:
            days[key] = (StrengthEntry(strength=name),)
        else:
            kept = there[0].model_copy(update={"slot": slots[0]})
            days[key] = (kept, StrengthEntry(strength=name, slot=slots[1]))
    return pattern.model_copy(update={**days, "place": ()})


def _uncapital(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"
