"""What several pages show of a plan: facts, card, week tabs and the variant switch."""

from collections.abc import Callable, Sized
from dataclasses import dataclass

from runlift_site.pages import names, urls
from runlift_site.pages.amounts import duration, span_in_words
from runlift_site.pages.plan_card import PlanCard
from runlift_site.pages.strip import strip
from runlift_site.pages.wording import Wording
from runlift_site.training.fields import Span
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.vocabulary import PhaseName, RunType, SessionKind, Tier
from runlift_site.training.week import Lift, Plan, Week

_FILL_STEP = 10
_AROUND_THE_RACE = (PhaseName.TAPER, PhaseName.RACE_WEEK, PhaseName.POST_RACE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its label."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class VariantLink:
    """An entry of the variant switch."""

    name: str
    kit: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class WeekTab:
    """A week tab.

    Attributes:
        number: Number of the week.
        href: Its page.
        spoken: "Week 3, 4 h 05 of running".
        word: "easy", "race" or empty.
        fill: Running time against the plan's longest week, in percent, a multiple of 10.
        current: Whether it is this page's week.
    """

    number: int
    href: str
    spoken: str
    word: str
    fill: int
    current: bool


def running_minutes(week: Week) -> int:
    """Running time of a week."""
    return sum(run.minutes for run in week.runs)


def lifts_of(week: Week) -> tuple[Lift, ...]:
    """The lifts that count as such: full and short sessions."""
    return tuple(lift for lift in week.lifts if lift.kind is not SessionKind.ADD_ON)


def add_ons_of(week: Week) -> tuple[Lift, ...]:
    """The add-ons, which are named by that word wherever lifts are counted."""
    return tuple(lift for lift in week.lifts if lift.kind is SessionKind.ADD_ON)


def _minutes(lifts: tuple[Lift, ...]) -> int:
    return sum(lift.minutes for lift in lifts)


def _usual(plan: Plan) -> tuple[Week, ...]:
    """Weeks that tell how often a plan asks for a lift or a run; a race bends the rest."""
    usual = tuple(week for week in plan.weeks if week.phase not in _AROUND_THE_RACE)
    return usual or plan.weeks


def _span(plan: Plan, held: Callable[[Week], Sized]) -> Span:
    """How many of something the usual weeks of a plan hold."""
    counts = [len(held(week)) for week in _usual(plan)]
    return Span(min(counts), max(counts))


def _spans(plan: Plan) -> tuple[tuple[str, Span], ...]:
    """How often a plan asks for a lift, an add-on and a run; what never happens is left out."""
    found = (
        ("lifts", _span(plan, lifts_of)),
        ("add_ons", _span(plan, add_ons_of)),
        ("runs", _span(plan, lambda week: week.runs)),
    )
    return tuple((what, span) for what, span in found if span.high)


def facts(plan: Plan, words: Wording) -> tuple[Fact, ...]:
    """Length, lifts, runs, phase and kit of a plan variant."""
    phases = list(dict.fromkeys(words(f"phase.{week.phase.value}") for week in plan.weeks))
    phase = phases[0]
    if len(phases) > 1:
        phase = words("plan.phases", first=phases[0], last=phases[-1].lower())
    used = {
        item.exercise.id: item.exercise
        for week in plan.weeks
        for lift in week.lifts
        for block in lift.blocks
        for item in block.exercises
    }
    kit = ", ".join(words(f"equipment.{p.value}") for p in names.kit_of(used.values(), plan.tier))
    return (
        Fact(words("plan.length"), words("plan.weeks", n=len(plan.weeks))),
        *(
            Fact(words(f"plan.{what}"), words("plan.a_week", n=span_in_words(words, span)))
            for what, span in _spans(plan)
        ),
        Fact(words("plan.phase"), phase),
        Fact(words("plan.need"), names.capital(kit or words("plan.need_nothing"))),
    )


def typical_week(plan: Plan) -> Week:
    """The first normal week with the most iron in it: what the plan is about."""
    normal = [week for week in plan.weeks if week.normal] or list(plan.weeks)
    return max(normal, key=lambda week: (sum(lift.plates for lift in week.lifts), -week.number))


def plan_card(plan: Plan, words: Wording, path: str) -> PlanCard:
    """The card of a plan on the page at ``path``."""
    template = plan.template
    parts = (
        words("plan.weeks", n=len(plan.weeks)),
        *(_count(words, what, span) for what, span in _spans(plan)),
        words(f"level.{template.level.value}"),
    )
    return PlanCard(
        name=template.name,
        href=urls.relative(path, urls.plan(template.id)),
        line=template.lead,
        strip=strip(typical_week(plan), words),
        facts=" · ".join(parts),
    )


def _count(words: Wording, what: str, span: Span) -> str:
    """How many there are: "1 lift", "3 lifts" or "2 to 3 lifts"."""
    n = span.low if span.is_single else span_in_words(words, span)
    return words(f"plan.count_{what}", n=n)


def variant_links(
    template: PlanTemplate, words: Wording, path: str, number: int, current: Tier | None
) -> tuple[VariantLink, ...]:
    """The switch between variants, keeping the week; empty where there is only one."""
    if len(template.tiers) < 2:
        return ()
    return tuple(
        VariantLink(
            name=words(f"tier.{tier.value}"),
            kit=words(f"tier_kit.{tier.value}"),
            href=urls.relative(path, urls.week(template.id, tier, number)),
            current=tier is current,
        )
        for tier in template.tiers
    )


def week_tabs(plan: Plan, words: Wording, path: str, current: int) -> tuple[WeekTab, ...]:
    """A tab for each week."""
    most = max(running_minutes(week) for week in plan.weeks) or 1
    return tuple(
        WeekTab(
            number=week.number,
            href=urls.relative(path, urls.week(plan.template.id, plan.tier, week.number)),
            spoken=spoken_week(week, words),
            word=week_word(week, words),
            fill=round(running_minutes(week) / most * 100 / _FILL_STEP) * _FILL_STEP,
            current=week.number == current,
        )
        for week in plan.weeks
    )


def spoken_week(week: Week, words: Wording) -> str:
    """A week in words: "Week 3, 4 h 05 of running"."""
    minutes = running_minutes(week)
    if not minutes:
        return words("week.title", n=week.number)
    return words("week.spoken", n=week.number, time=duration(words, minutes))


def week_word(week: Week, words: Wording) -> str:
    """What sets a week apart: "race" for one with a race, "easy" for an easier one, else empty."""
    if any(run.run_type is RunType.RACE for run in week.runs):
        return words("week.race")
    return words("week.easy") if week.easy else ""


def week_summary(week: Week, words: Wording) -> str:
    """Runs, lifts and add-ons with their time: "5 runs, 4 h 05 · 2 lifts, 1 h 20"."""
    parts = []
    for key, count, minutes in (
        ("week.runs", len(week.runs), running_minutes(week)),
        ("week.lifts", len(lifts_of(week)), _minutes(lifts_of(week))),
        ("week.add_ons", len(add_ons_of(week)), _minutes(add_ons_of(week))),
    ):
        if count:
            parts.append(f"{words(key, n=count)}, {duration(words, minutes)}")
    return " · ".join(parts)
