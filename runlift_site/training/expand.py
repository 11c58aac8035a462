"""Expansion: a template becomes weeks of days, with the kit of one tier.

First everything that stands in the way is collected, all of it. Only where nothing does is there a
plan; nothing is left out or made up on the way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from runlift_site.training.auto_place import with_lifts_placed
from runlift_site.training.calendar import PlanWeek, plan_weeks
from runlift_site.training.dosing import Progress
from runlift_site.training.library import Library
from runlift_site.training.plan import (
    CrossTrainEntry,
    DayEntry,
    PlanTemplate,
    RunEntry,
    StrengthEntry,
    WeekPattern,
)
from runlift_site.training.problem import TrainingProblem
from runlift_site.training.rules.clear_zone import clear_days
from runlift_site.training.running import planned_cross_training, planned_run
from runlift_site.training.session import lift, progress_in
from runlift_site.training.template_check import template_problems, unused_overrides
from runlift_site.training.tier_session import TierSession, tier_session
from runlift_site.training.vocabulary import WEEKDAYS, Slot, Tier
from runlift_site.training.week import Day, Path, Plan, Session, Week

Sessions = Mapping[tuple[str, Tier], TierSession]
"""Sessions by their key in the template and their kit."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """What became of a template.

    Attributes:
        plan: The plan; None where there are problems.
        problems: Everything that stood in the way, in the order of the file's parts.
    """

    plan: Plan | None
    problems: tuple[TrainingProblem, ...]


def expand(template: PlanTemplate, tier: Tier, library: Library) -> Expansion:
    """Work out every week of a template with the kit of a tier.

    Args:
        template: The plan as written.
        tier: One of the template's tiers.
        library: Exercises and routines.

    Raises:
        ValueError: if the template is not published in that tier.
    """
    if tier not in template.tiers:
        raise ValueError(f"plan {template.id} has no {tier} variant")
    sessions = _sessions(template, tier, library)
    problems = [
        *template_problems(template, library),
        *(problem for session in sessions.values() for problem in session.problems),
        *unused_overrides(
            template,
            tier,
            (name for (_, kit), s in sessions.items() if kit is tier for name in s.overridden),
        ),
    ]
    if problems:
        return Expansion(None, tuple(dict.fromkeys(problems)))
    placed = with_lifts_placed(template, library)
    if placed.problems:
        return Expansion(None, placed.problems)
    return Expansion(Plan(placed.template, tier, _weeks(placed.template, tier, sessions)), ())


def _sessions(template: PlanTemplate, tier: Tier, library: Library) -> Sessions:
    """Each session with each kit it is done with, fitted once."""
    found: dict[tuple[str, Tier], TierSession] = {}
    for phase in template.phases:
        kit = phase.kit(tier)
        variant = template.variants.at(kit)
        pattern = template.week_pattern.get(phase.pattern_key)
        for name in pattern.strength() if pattern else ():
            written = template.sessions.get(name)
            if written is not None and (name, kit) not in found:
                found[name, kit] = tier_session(name, written, kit, variant, library)
    return found


def _weeks(template: PlanTemplate, tier: Tier, sessions: Sessions) -> tuple[Week, ...]:
    last_normal: dict[Path, Progress] = {}
    weeks: list[Week] = []
    for week in plan_weeks(template):
        kit = week.phase.kit(tier)
        pattern = template.week_pattern[week.phase.pattern_key]
        standing: dict[Path, Progress] = {}
        for name in dict.fromkeys(pattern.strength()):
            standing.update(progress_in(sessions[name, kit], week, last_normal))
        weeks.append(
            Week(
                number=week.number,
                phase=week.phase.phase,
                focus=week.phase.focus,
                why=week.phase.why,
                easy=week.easy,
                days=_days(template, week, pattern, kit, sessions, standing),
                clear=frozenset(),
            )
        )
        if week.normal:
            last_normal.update(standing)
    return tuple(
        replace(week, clear=clear_days(week, before, after))
        for before, week, after in zip([None, *weeks[:-1]], weeks, [*weeks[1:], None], strict=True)
    )


def _days(
    template: PlanTemplate,
    week: PlanWeek,
    pattern: WeekPattern,
    kit: Tier,
    sessions: Sessions,
    standing: Mapping[Path, Progress],
) -> tuple[Day, ...]:
    letters = iter("ABCDEFGHIJKLMN")
    days = []
    for weekday, (name, entries) in enumerate(pattern.days()):
        path: Path = ("week_pattern", week.phase.pattern_key, name)
        done: list[Session] = []
        for index, entry in _in_order(entries):
            here: Path = (*path, index)
            if isinstance(entry, RunEntry):
                done.append(planned_run(entry, week, template.pace, here))
            elif isinstance(entry, CrossTrainEntry):
                done.append(planned_cross_training(entry, week, here))
            elif isinstance(entry, StrengthEntry):
                session = sessions[entry.strength, kit]
                done.append(lift(session, entry, week, template, standing, next(letters), here))
        days.append(Day(weekday, tuple(done), path))
    assert len(days) == len(WEEKDAYS)
    return tuple(days)


def _in_order(entries: tuple[DayEntry, ...]) -> list[tuple[int, DayEntry]]:
    """Entries with their place in the file: morning first where both name their slot."""
    numbered = list(enumerate(entries))
    slots = [getattr(entry, "slot", None) for entry in entries]
    if None in slots:
        return numbered
    return sorted(numbered, key=lambda pair: slots[pair[0]] is Slot.PM)
