"""Whether the progression of a plan can be followed: no two ways at once, and nothing left behind.

A range that nothing makes climb would stay at its low end for good, without a word to the runner.
"""

from collections.abc import Iterator, Sequence

from runlift_site.training.calendar import PlanWeek
from runlift_site.training.plan import ExerciseItem, PlanTemplate, Progression, ProgressionRule
from runlift_site.training.problem import TrainingProblem
from runlift_site.training.vocabulary import REDUCED_PHASES, BlockKind
from runlift_site.training.week import Path

_CLIMBING = frozenset({BlockKind.MAIN, BlockKind.ACCESSORY})


def progression_problems(
    template: PlanTemplate, weeks: Sequence[PlanWeek]
) -> Iterator[TrainingProblem]:
    """Contradictions in how doses grow, and ranges that nothing makes grow.

    Args:
        template: The plan.
        weeks: Its weeks; empty where they do not add up, which is told elsewhere.
    """
    held = {block.kind for session in template.sessions.values() for block in session.blocks}
    first: dict[BlockKind, ProgressionRule] = {}
    for index, rule in enumerate(template.progression):
        path: Path = ("progression", index)
        if rule.applies_to in first:
            yield TrainingProblem(
                "RL258",
                f"two progressions for {rule.applies_to} blocks",
                "keep one of them",
                (*path, "applies_to"),
            )
        elif rule.applies_to not in held:
            yield TrainingProblem(
                "RL249",
                f"a progression for {rule.applies_to} blocks, which no session of the plan has",
                "take it out, or correct the kind of block",
                (*path, "applies_to"),
            )
        first.setdefault(rule.applies_to, rule.rule)
        yield from _rule(rule, path)
    yield from _stuck_ranges(template, first)
    yield from _no_week_to_climb(template, first, weeks)


def _rule(rule: Progression, path: Path) -> Iterator[TrainingProblem]:
    step = rule.then_load_pct
    if rule.rule is ProgressionRule.HOLD:
        for key, written in (
            ("then_load_pct", step is not None),
            ("reps_first", "reps_first" in rule.model_fields_set),
        ):
            if written:
                yield TrainingProblem(
                    "RL258",
                    "a dose that holds has no step to take",
                    f"take {key} out, or write rule: double",
                    (*path, key),
                )
        return
    if rule.applies_to not in _CLIMBING:
        yield TrainingProblem(
            "RL258",
            f"{rule.applies_to} blocks do not get harder from week to week",
            "apply it to main or accessory",
            (*path, "applies_to"),
        )
    if not rule.reps_first:
        yield TrainingProblem(
            "RL258",
            "in double progression the reps rise before the load",
            "write reps_first: true, or rule: hold",
            (*path, "reps_first"),
        )
    if step is not None and step.low == 0:
        yield TrainingProblem(
            "RL258",
            "a load step of 0 % is no step",
            "write at least 1, such as [2, 5]",
            (*path, "then_load_pct"),
        )


def _stuck_ranges(
    template: PlanTemplate, rules: dict[BlockKind, ProgressionRule]
) -> Iterator[TrainingProblem]:
    for name, session in template.sessions.items():
        for number, block in enumerate(session.blocks):
            if block.kind not in _CLIMBING or rules.get(block.kind) is ProgressionRule.DOUBLE:
                continue
            for index, item in enumerate(block.items):
                if isinstance(item, ExerciseItem) and not item.amount.is_single:
                    holds = "the dose holds" if block.kind in rules else "no progression applies"
                    yield TrainingProblem(
                        "RL258",
                        f"a range that never climbs: in {block.kind} blocks {holds}",
                        f"write one number, or a progression with rule: double for {block.kind}",
                        ("sessions", name, "blocks", number, "items", index, item.measure.value),
                    )


def _no_week_to_climb(
    template: PlanTemplate, rules: dict[BlockKind, ProgressionRule], weeks: Sequence[PlanWeek]
) -> Iterator[TrainingProblem]:
    """Ranges in sessions that stand in tapers and race weeks alone."""
    standing: dict[str, list[PlanWeek]] = {}
    for week in weeks:
        pattern = template.week_pattern.get(week.phase.pattern_key)
        for name in dict.fromkeys(pattern.strength() if pattern else ()):
            standing.setdefault(name, []).append(week)
    for name, own in standing.items():
        if name not in template.sessions or any(
            week.phase.phase not in REDUCED_PHASES for week in own
        ):
            continue
        for number, block in enumerate(template.sessions[name].blocks):
            if rules.get(block.kind) is not ProgressionRule.DOUBLE:
                continue
            for index, item in enumerate(block.items):
                if isinstance(item, ExerciseItem) and not item.amount.is_single:
                    yield TrainingProblem(
                        "RL258",
                        "a range that never climbs: the session stands in tapers and race weeks"
                        " alone, where doses hold",
                        "write one number",
                        ("sessions", name, "blocks", number, "items", index, item.measure.value),
                    )
