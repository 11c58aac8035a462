"""The race a plan leads to: whether its goal and its weeks agree about the day.

Races in earlier weeks are practice. A plan may go on after its race: then the race belongs to the
phase called race_week, else to the phase that ends the plan.
"""

from collections.abc import Iterator

from runlift_site.training.plan import PlanTemplate, RunEntry
from runlift_site.training.problem import TrainingProblem
from runlift_site.training.vocabulary import PhaseName, RaceGoal, RunType

_AGREE = "let the goal and the week of the race agree"


def race_day_problems(template: PlanTemplate) -> Iterator[TrainingProblem]:
    """Where the goal of a plan and the race in its weeks contradict each other."""
    goal = template.goal
    if goal.race is RaceGoal.NONE:
        for key in ("race_weekday", "anchor"):
            if getattr(goal, key) is not None:
                yield TrainingProblem(
                    "RL257",
                    f"{key} is given, but the plan leads to no race",
                    "name the race, or take the line out",
                    ("goal", key),
                )
        return
    index = _race_phase(template)
    if index is None or template.phases[index].pattern_key not in template.week_pattern:
        return
    phase, races = template.phases[index], _races(template, index)
    held = f"on {' and '.join(races)}" if races else "on no day"
    if goal.race_weekday is not None and races != (goal.race_weekday,):
        yield TrainingProblem(
            "RL257",
            f"the race is on {goal.race_weekday}, but week {phase.weeks.high} holds it {held}",
            _AGREE,
            ("goal", "race_weekday"),
        )
    elif goal.anchor is not None and len(races) != 1:
        yield TrainingProblem(
            "RL257",
            f"the plan is counted back from the race, but week {phase.weeks.high} holds it {held}",
            "write run: race on one day of that week, or take the anchor out",
            ("goal", "anchor"),
        )
    elif phase.phase is PhaseName.RACE_WEEK and not races:
        yield TrainingProblem(
            "RL257",
            f"the race week {phase.weeks.high} has no race",
            "write run: race on the day of the race",
            ("week_pattern", phase.pattern_key),
        )
    if races and not phase.weeks.is_single and (goal.anchor or goal.race_weekday):
        count = phase.weeks.high - phase.weeks.low + 1
        yield TrainingProblem(
            "RL257",
            f"the race would be run {count} times, in each week of the phase {phase.phase}",
            "give the week of the race a phase of its own",
            ("phases", index, "weeks"),
        )


def _race_phase(template: PlanTemplate) -> int | None:
    """Place of the phase that holds the race: race_week, else the one that ends the plan."""
    last = None
    for index, phase in enumerate(template.phases):
        if phase.phase is PhaseName.RACE_WEEK:
            return index
        if phase.weeks.high == template.weeks:
            last = index
    return last


def _races(template: PlanTemplate, index: int) -> tuple[str, ...]:
    """Weekdays of the races in a week of a phase."""
    pattern = template.week_pattern.get(template.phases[index].pattern_key)
    return tuple(
        day
        for day, entries in (pattern.days() if pattern else ())
        for entry in entries
        if isinstance(entry, RunEntry) and entry.run is RunType.RACE
    )
