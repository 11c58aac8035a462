"""What is worked on: the main and accessory exercises of sessions and weeks.

Warm-ups, rolling and stretches are left out. They hold a bit of everything, most of it one side at
a time, so that counting them would let any week pass for complete.
"""

from collections.abc import Iterator

from runlift_site.training.exercise import Exercise
from runlift_site.training.plan import Phase
from runlift_site.training.vocabulary import PhaseName
from runlift_site.training.week import Path, Plan, Week

AROUND_A_RACE = frozenset({PhaseName.RACE_WEEK, PhaseName.POST_RACE})
"""Phases of which no complete week of lifting is asked."""


def worked_in(week: Week) -> tuple[Exercise, ...]:
    """The main and accessory exercises of all sessions of a week, in order."""
    return tuple(item.exercise for lift in week.lifts for item in lift.work)


def complete_weeks(plan: Plan) -> Iterator[Week]:
    """The weeks that should train the whole body: all but those around a race."""
    return (week for week in plan.weeks if week.phase not in AROUND_A_RACE)


def phase_of(plan: Plan, week: Week) -> tuple[int, Phase]:
    """The phase of a week, with its place in the file."""
    return plan.phases[week.number - 1]


def pattern_path(plan: Plan, week: Week) -> Path:
    """Where the days of a week are written."""
    return ("week_pattern", phase_of(plan, week)[1].pattern_key)
