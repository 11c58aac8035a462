"""What keeps a template from becoming a plan: gaps and contradictions between its parts."""

from collections.abc import Iterable, Iterator

from runlift_site.training.calendar import plan_weeks
from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.library import Library
from runlift_site.training.plan import PlanTemplate, Variant
from runlift_site.training.problem import TrainingProblem, unknown_exercise
from runlift_site.training.progression_check import progression_problems
from runlift_site.training.race_day import race_day_problems
from runlift_site.training.session_check import session_problems
from runlift_site.training.variants import override_note
from runlift_site.training.vocabulary import TIERS_DOWNWARD, PhaseName, Tier
from runlift_site.training.week import Path
from runlift_site.training.week_check import pattern_problems


def template_problems(template: PlanTemplate, library: Library) -> tuple[TrainingProblem, ...]:
    """Everything that keeps a template from being expanded in any variant, in the file's order."""
    weeks_problems = tuple(_weeks(template))
    weeks = () if weeks_problems else plan_weeks(template)
    found = [
        *weeks_problems,
        *_effort(template),
        *session_problems(template, library),
        *pattern_problems(template, weeks),
        *race_day_problems(template),
        *progression_problems(template, weeks),
        *_clearance(template),
        *_deload(template),
        *_variants(template, library),
        *_allowances(template),
    ]
    return tuple(dict.fromkeys(found))


def _weeks(template: PlanTemplate) -> Iterator[TrainingProblem]:
    """Phases must cover each week exactly once."""
    phases_of: dict[int, list[int]] = {week: [] for week in range(1, template.weeks + 1)}
    for index, phase in enumerate(template.phases):
        path: Path = ("phases", index, "weeks")
        outside = False
        for week in range(phase.weeks.low, phase.weeks.high + 1):
            if week in phases_of:
                phases_of[week].append(index)
            else:
                outside = True
        if outside:
            yield _outside(f"the phase {phase.phase} has weeks", template, path)
    shared: dict[tuple[int, int], list[int]] = {}
    for week, owners in phases_of.items():
        if len(owners) > 1:
            shared.setdefault((owners[0], owners[1]), []).append(week)
    for (first, second), weeks in shared.items():
        one, other = template.phases[first].phase, template.phases[second].phase
        yield TrainingProblem(
            "RL241",
            f"{_named(weeks)} {_belong(weeks)} to two phases, {one} and {other}",
            "let each week belong to one phase",
            ("phases", second, "weeks"),
        )
    free = [week for week, owners in phases_of.items() if not owners]
    if free:
        yield TrainingProblem(
            "RL240",
            f"{_named(free)} {_belong(free)} to no phase",
            f"let the phases cover weeks 1 to {template.weeks}",
            ("phases",),
        )


def _named(weeks: list[int]) -> str:
    if len(weeks) == 1:
        return f"week {weeks[0]}"
    return f"weeks {', '.join(map(str, weeks[:-1]))} and {weeks[-1]}"


def _belong(weeks: list[int]) -> str:
    return "belongs" if len(weeks) == 1 else "belong"


def _outside(what: str, template: PlanTemplate, path: Path) -> TrainingProblem:
    return TrainingProblem(
        "RL242",
        f"{what} outside the plan, which has {template.weeks}",
        f"use weeks from 1 to {template.weeks}, or change weeks at the top",
        path,
    )


def _effort(template: PlanTemplate) -> Iterator[TrainingProblem]:
    """A percentage of the maximum cannot be made easier by asking for reps in reserve."""
    if all(phase.min_rir is None for phase in template.phases):
        return
    for name, session in template.sessions.items():
        for number, block in enumerate(session.blocks):
            for index, item in enumerate(block.items):
                load = getattr(item, "load", None)
                if load is not None and load.percent_1rm is not None:
                    yield TrainingProblem(
                        "RL260",
                        "a phase asks for reps in reserve, which a percentage cannot follow",
                        "write the effort as rir, or take min_rir out of the phase",
                        ("sessions", name, "blocks", number, "items", index, "load"),
                    )


def _clearance(template: PlanTemplate) -> Iterator[TrainingProblem]:
    """A plan back from an injury says what to settle with a clinician first."""
    if template.clearance:
        return
    for index, phase in enumerate(template.phases):
        if phase.phase is PhaseName.RETURN_FROM_INJURY:
            yield TrainingProblem(
                "RL266",
                "a way back from an injury, and the plan does not say to ask a clinician first",
                "add clearance: what to settle first, and when to stop",
                ("phases", index, "phase"),
            )
            return


def _deload(template: PlanTemplate) -> Iterator[TrainingProblem]:
    if template.deload is None:
        return
    weeks = template.deload.weeks
    for index, week in enumerate(weeks):
        path: Path = ("deload", "weeks", index)
        if not 1 <= week <= template.weeks:
            yield _outside(f"the easier week {week} lies", template, path)
        elif week in weeks[:index]:
            yield TrainingProblem("RL258", f"week {week} is named twice", "name it once", path)
    if not template.deload.keep_load:
        yield TrainingProblem(
            "RL258",
            "an easier week has fewer sets at the same load",
            "write keep_load: true, or take the line out",
            ("deload", "keep_load"),
        )


def _variants(template: PlanTemplate, library: Library) -> Iterator[TrainingProblem]:
    order = TIERS_DOWNWARD
    for tier in (Tier.HOME, Tier.BODYWEIGHT):
        variant = template.variants.at(tier)
        if variant is None:
            continue
        if order.index(tier) <= order.index(template.written_for):
            yield TrainingProblem(
                "RL259",
                f"the variant {tier} needs no less kit than the plan, written for"
                f" {template.written_for}",
                "variants are derived downward: take it out, or change written_for",
                ("variants", tier.value),
            )
        yield from _variant(tier, variant, library)
    for index, phase in enumerate(template.phases):
        asked = phase.strength_tier
        if asked is not None and order.index(asked) < order.index(template.written_for):
            yield TrainingProblem(
                "RL259",
                f"the phase asks for {asked} kit, more than the plan is written for",
                f"name {template.written_for} or less",
                ("phases", index, "strength_tier"),
            )


def _variant(tier: Tier, variant: Variant, library: Library) -> Iterator[TrainingProblem]:
    path: Path = ("variants", tier.value)
    if not variant.derive:
        yield TrainingProblem(
            "RL261",
            "a variant is written derive: true",
            "take the variant out if the plan should not have it",
            (*path, "derive"),
        )
    for old, new in variant.override.items():
        here: Path = (*path, "override", old)
        for name in (old, new.exercise):
            if name not in library.exercises:
                yield unknown_exercise(name, library.exercises, here)
        written, chosen = library.exercises.get(old), library.exercises.get(new.exercise)
        if chosen is None:
            continue
        if not fits_tier(chosen, tier, variant.extra):
            yield TrainingProblem(
                "RL248",
                f"'{chosen.id}' needs more kit than the {tier} variant has",
                "name an exercise that fits the tier",
                here,
            )
        if (
            written is not None
            and written.pattern is not chosen.pattern
            and override_note(written, new, tier) is None
        ):
            yield _no_pattern_note(written, chosen, here)


def _no_pattern_note(written: Exercise, chosen: Exercise, path: Path) -> TrainingProblem:
    return TrainingProblem(
        "RL217",
        f"'{chosen.id}' has the pattern {chosen.pattern}, '{written.id}' has {written.pattern}",
        f"say why it can stand in: {{exercise: {chosen.id}, pattern_note: ...}}, or name another",
        path,
    )


def _allowances(template: PlanTemplate) -> Iterator[TrainingProblem]:
    for index, allowed in enumerate(template.checks.allow):
        if allowed.week is not None and not 1 <= allowed.week <= template.weeks:
            path: Path = ("checks", "allow", index, "week")
            yield _outside(f"the week {allowed.week} lies", template, path)


def unused_overrides(
    template: PlanTemplate, tier: Tier, used: Iterable[str]
) -> Iterator[TrainingProblem]:
    """Replacements by hand for exercises that no session of the plan holds."""
    variant = template.variants.at(tier)
    known = set(used)
    for old in variant.override if variant else ():
        if old not in known:
            yield TrainingProblem(
                "RL249",
                f"'{old}' is replaced, but no session of this plan holds it",
                "take the line out, or name the exercise as the sessions do",
                ("variants", tier.value, "override", old),
            )
