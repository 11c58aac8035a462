"""What is worked on: the main and accessory exercises of sessions and weeks.

Warm-ups, rolling and stretches are left out. They hold a bit of everything, most of it one side at
a time, so that counting them would let any week pass for complete.
"""

from collections.abc import Callable, Iterable, Iterator

from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.library import Library
from runlift_site.training.plan import Phase
from runlift_site.training.vocabulary import BlockKind, Pattern, PhaseName, Tier
from runlift_site.training.week import Lift, Path, Plan, PlannedItem, Week

WORK = frozenset({BlockKind.MAIN, BlockKind.ACCESSORY})
AROUND_A_RACE = frozenset({PhaseName.RACE_WEEK, PhaseName.POST_RACE})
"""Phases of which no complete week of lifting is asked."""


def work_of(lift: Lift) -> Iterator[PlannedItem]:
    """The main and accessory exercises of a session."""
    for block in lift.blocks:
        if block.kind in WORK:
            yield from block.exercises


def worked_in(week: Week) -> tuple[Exercise, ...]:
    """The main and accessory exercises of all sessions of a week, in order."""
    return tuple(item.exercise for lift in week.lifts for item in work_of(lift))


def complete_weeks(plan: Plan) -> Iterator[Week]:
    """The weeks that should train the whole body: all but those around a race."""
    return (week for week in plan.weeks if week.phase not in AROUND_A_RACE)


def phase_of(plan: Plan, week: Week) -> tuple[int, Phase]:
    """The phase of a week, with its place in the file."""
    return next(
        (index, phase)
        for index, phase in enumerate(plan.template.phases)
        if phase.weeks.low <= week.number <= phase.weeks.high
    )


def pattern_path(plan: Plan, week: Week) -> Path:
    """Where the days of a week are written."""
    return ("week_pattern", phase_of(plan, week)[1].pattern_key)


def kit_of(plan: Plan, week: Week) -> Tier:
    """Kit of a week's lifts."""
    return phase_of(plan, week)[1].kit(plan.tier)


def simplest(
    patterns: Iterable[Pattern],
    tier: Tier,
    library: Library,
    wanted: Callable[[Exercise], bool] = lambda _: True,
) -> Exercise | None:
    """An exercise to suggest: the easiest one for the kit, of the first pattern that has any."""
    for pattern in patterns:
        fitting = [
            one for one in library.of_pattern(pattern) if fits_tier(one, tier) and wanted(one)
        ]
        if fitting:
            return min(fitting, key=lambda one: (one.level.rank, one.id))
    return None
