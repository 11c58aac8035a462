"""What keeps a week pattern from being planned: unknown names, contradictions, wrong counts."""

from collections.abc import Iterator, Sequence

from runlift_site.training.calendar import PlanWeek
from runlift_site.training.plan import (
    CrossTrainEntry,
    DayEntry,
    PlanTemplate,
    RestEntry,
    RunEntry,
    StrengthEntry,
    WeekPattern,
)
from runlift_site.training.problem import TrainingProblem, unknown
from runlift_site.training.vocabulary import RunType, SessionKind
from runlift_site.training.week import Path


def pattern_problems(
    template: PlanTemplate, weeks: Sequence[PlanWeek]
) -> Iterator[TrainingProblem]:
    """Everything that keeps the weeks of a template from being planned.

    Args:
        template: The template.
        weeks: Its weeks; empty where the phases do not cover them.
    """
    used = {phase.pattern_key for phase in template.phases}
    for name, pattern in template.week_pattern.items():
        path: Path = ("week_pattern", name)
        if name not in used and used <= template.week_pattern.keys():
            # While a phase looks for a pattern in vain, this is most likely the one it means.
            yield TrainingProblem(
                "RL249",
                f"no phase follows the week pattern '{name}'",
                "name it as a phase's pattern, or take it out",
                path,
            )
        for day, entries in pattern.days():
            yield from _day(template, entries, (*path, day))
        for index, session in enumerate(pattern.place):
            yield from _session(template, session, (*path, "place", index))
    for index, phase in enumerate(template.phases):
        followed = template.week_pattern.get(phase.pattern_key)
        if followed is None:
            yield unknown(
                "RL243",
                "week pattern",
                phase.pattern_key,
                template.week_pattern,
                ("phases", index, "pattern" if phase.pattern else "phase"),
                f"add {phase.pattern_key} under week_pattern, or name one that exists",
            )
            continue
        yield from _counts(template, index, followed)
        yield from _ranges(template, index, followed, weeks)


def _day(
    template: PlanTemplate, entries: tuple[DayEntry, ...], path: Path
) -> Iterator[TrainingProblem]:
    slots = [slot for entry in entries if (slot := getattr(entry, "slot", None)) is not None]
    if len(slots) != len(set(slots)):
        yield TrainingProblem(
            "RL255",
            f"two sessions in the {slots[0]} slot of one day",
            "give one of them am and the other pm",
            path,
        )
    for index, entry in enumerate(entries):
        here: Path = (*path, index)
        if isinstance(entry, RestEntry):
            if not entry.rest:
                yield TrainingProblem(
                    "RL261", "a day without training is written rest: true", "", (*here, "rest")
                )
            if len(entries) > 1:
                yield TrainingProblem(
                    "RL255", "a day of rest holds a session too", "take one of them out", here
                )
        elif isinstance(entry, StrengthEntry):
            yield from _session(template, entry.strength, (*here, "strength"))
        elif isinstance(entry, RunEntry):
            yield from _run(entry, here)


def _session(template: PlanTemplate, name: str, path: Path) -> Iterator[TrainingProblem]:
    if name not in template.sessions:
        otherwise = f"add {name} under sessions, or name one that exists"
        yield unknown("RL244", "session", name, template.sessions, path, otherwise)


def _run(entry: RunEntry, path: Path) -> Iterator[TrainingProblem]:
    given = [key for key in ("km", "minutes") if getattr(entry, key) is not None]
    if len(given) == 1:
        span = getattr(entry, given[0])
        if span.low == 0:
            yield TrainingProblem(
                "RL254", f"a run of 0 {given[0]}", "write rest: true instead", (*path, given[0])
            )
        if entry.run is RunType.RACE and not span.is_single:
            yield TrainingProblem(
                "RL254", "a race has one length", "write one number", (*path, given[0])
            )
        return
    yield TrainingProblem(
        "RL254",
        "the run has a distance and a time" if given else "the run has no distance and no time",
        "keep one of them: the pace gives the other" if given else "add km or minutes",
        path,
    )


def _counts(template: PlanTemplate, index: int, pattern: WeekPattern) -> Iterator[TrainingProblem]:
    phase = template.phases[index]
    kinds = [
        template.sessions[name].kind for name in pattern.strength() if name in template.sessions
    ]
    if len(kinds) != len(tuple(pattern.strength())):
        return  # a misspelt session is told where it stands, and counts once it is mended
    add_ons = kinds.count(SessionKind.ADD_ON)
    for key, said, there in (
        ("strength_per_week", phase.strength_per_week, len(kinds) - add_ons),
        ("add_ons", phase.add_ons, add_ons),
    ):
        if said != there:
            yield TrainingProblem(
                "RL256",
                f"the phase says {key}: {said}, but its week pattern '{phase.pattern_key}'"
                f" holds {there}",
                "change the number, or the week pattern",
                ("phases", index, key),
            )


def _ranges(
    template: PlanTemplate, index: int, pattern: WeekPattern, weeks: Sequence[PlanWeek]
) -> Iterator[TrainingProblem]:
    """A range needs a first and a last week; easier weeks do not climb."""
    own = [week for week in weeks if week.phase_index == index]
    if not own or own[0].run_steps:
        return
    for day, entries in pattern.days():
        for number, entry in enumerate(entries):
            if not isinstance(entry, RunEntry | CrossTrainEntry):
                continue
            spans = {"km": getattr(entry, "km", None), "minutes": entry.minutes}
            for key, span in spans.items():
                if span is not None and not span.is_single:
                    yield TrainingProblem(
                        "RL254",
                        "a range runs from the first to the last week of a phase, but the phase"
                        f" {template.phases[index].phase} has one normal week at most",
                        _one_number(template, index),
                        ("week_pattern", template.phases[index].pattern_key, day, number, key),
                    )


def _one_number(template: PlanTemplate, index: int) -> str:
    """How to mend a range in a phase of one week, without spoiling it for longer phases."""
    phase = template.phases[index]
    shared = any(
        other.pattern_key == phase.pattern_key
        for number, other in enumerate(template.phases)
        if number != index
    )
    if shared:
        return f"write one number, or give the phase {phase.phase} a week pattern of its own"
    return "write one number"
