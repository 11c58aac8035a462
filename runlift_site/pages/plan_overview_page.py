"""A plan as a whole: who it is for, all its weeks, its variants and what the rules say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from runlift_site.pages import names, urls
from runlift_site.pages.frame import Frame, Head, Link, head
from runlift_site.pages.outputs import Page
from runlift_site.pages.plan_check import CheckView, PlanCheck, check_view
from runlift_site.pages.plan_parts import (
    Fact,
    VariantLink,
    facts,
    variant_links,
    week_summary,
    week_word,
)
from runlift_site.pages.strip import merged_key, strip
from runlift_site.pages.strip_view import KeyEntry, StripView
from runlift_site.pages.wording import Wording
from runlift_site.training.week import Plan, PlannedItem, Swap, Week


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A week in the list of weeks."""

    title: str
    href: str
    word: str
    summary: str
    strip: StripView


@dataclass(frozen=True, slots=True)
class PhasePart:
    """A stretch of weeks with one aim."""

    title: str
    focus: str
    weeks: tuple[WeekLine, ...]


@dataclass(frozen=True, slots=True)
class SwapLine:
    """What stands in for what in a variant."""

    instead_of: Link
    exercise: Link
    match: str
    reason: str


@dataclass(frozen=True, slots=True)
class SwapPart:
    """The swaps of one variant."""

    title: str
    summary: str
    swaps: tuple[SwapLine, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan's overview.

    Attributes:
        head: Head of the page.
        crumb: Link to the plans.
        name: Name of the plan.
        lead: The plan in a sentence.
        facts: Facts of the variant it was written for.
        variants: Links to the first week of each variant.
        start: Link to the first week.
        for_whom: Who it suits.
        not_for: Who should choose another.
        overview_html: What the plan is about; may be empty.
        key: The marks that occur in the plan's weeks.
        phases: All weeks, in their phases.
        missed_days: What to do about missed days.
        swaps: What each lower variant swaps.
        check: The plan check.
        clearance: What to settle with a clinician before this plan; mostly empty.
        readiness: Who should ask a professional first.
    """

    head: Head
    crumb: Link
    name: str
    lead: str
    facts: tuple[Fact, ...]
    variants: tuple[VariantLink, ...]
    start: Link
    for_whom: str
    not_for: str
    overview_html: str
    key: tuple[KeyEntry, ...]
    phases: tuple[PhasePart, ...]
    missed_days: tuple[str, ...]
    swaps: tuple[SwapPart, ...]
    check: CheckView
    clearance: tuple[str, ...]
    readiness: tuple[str, ...]


def plan_overview_page(frame: Frame, plans: Sequence[Plan], check: PlanCheck) -> Page:
    """The overview of a plan.

    Args:
        frame: What all pages share.
        plans: The plan in all its variants, the one it was written for first.
        check: What the coaching rules say about all its variants.
    """
    plan, words = plans[0], frame.words
    template = plan.template
    path = urls.plan(template.id)
    phases = _phases(plan, words, path)
    view = PlanView(
        head=head(frame, path, template.name, template.lead, "plans"),
        crumb=Link(words("nav.plans"), urls.relative(path, urls.PLANS)),
        name=template.name,
        lead=template.lead,
        facts=facts(plan, words),
        variants=variant_links(template, words, path, 1, None),
        start=Link(words("plan.start"), urls.relative(path, urls.week(template.id, plan.tier, 1))),
        for_whom=template.for_whom,
        not_for=template.not_for,
        overview_html=frame.prose(template.overview, path) if template.overview else "",
        key=merged_key(line.strip for phase in phases for line in phase.weeks),
        phases=phases,
        missed_days=template.missed_days,
        swaps=tuple(part for lower in plans[1:] if (part := _swaps(lower, words, path)).swaps),
        check=check_view(check, words, path),
        clearance=template.clearance,
        readiness=frame.settings.readiness,
    )
    return Page(path, "plan/overview.html", view)


def _phases(plan: Plan, words: Wording, path: str) -> tuple[PhasePart, ...]:
    parts = []
    for (phase, focus), group in groupby(plan.weeks, key=lambda week: (week.phase, week.focus)):
        weeks = tuple(group)
        first, last = weeks[0].number, weeks[-1].number
        key = "plan.phase_week" if first == last else "plan.phase_weeks"
        title = words(key, phase=words(f"phase.{phase.value}"), first=first, last=last)
        lines = tuple(_week_line(plan, week, words, path) for week in weeks)
        parts.append(PhasePart(title, focus, lines))
    return tuple(parts)


def _week_line(plan: Plan, week: Week, words: Wording, path: str) -> WeekLine:
    return WeekLine(
        title=words("week.title", n=week.number),
        href=urls.relative(path, urls.week(plan.template.id, plan.tier, week.number)),
        word=week_word(week, words),
        summary=week_summary(week, words),
        strip=strip(week, words),
    )


def _swaps(plan: Plan, words: Wording, path: str) -> SwapPart:
    found: dict[str, tuple[PlannedItem, Swap]] = {}
    for week in plan.weeks:
        for lift in week.lifts:
            for block in lift.blocks:
                for item in block.exercises:
                    if item.swap is not None:
                        found.setdefault(item.swap.instead_of.id, (item, item.swap))
    lines = tuple(
        SwapLine(
            instead_of=_exercise(swap.instead_of.id, swap.instead_of.name, path),
            exercise=_exercise(item.exercise.id, item.exercise.name, path),
            match=words(f"swap.match.{swap.fidelity.value}"),
            reason=swap.reason,
        )
        for item, swap in found.values()
    )
    title = words(f"tier.{plan.tier.value}")
    kit = names.capital(words(f"tier_kit.{plan.tier.value}"))
    return SwapPart(title, words("swap.count", n=len(lines), kit=kit), lines)


def _exercise(exercise_id: str, name: str, path: str) -> Link:
    return Link(name, urls.relative(path, urls.exercise(exercise_id)))
