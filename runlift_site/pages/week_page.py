"""One week of a plan in one variant."""

from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.downloads import Download, downloads
from runlift_site.pages.frame import Frame, Head, Link, head
from runlift_site.pages.outputs import Page
from runlift_site.pages.plan_check import CheckView, PlanCheck, allowances, check_view
from runlift_site.pages.plan_parts import (
    Fact,
    VariantLink,
    WeekTab,
    facts,
    variant_links,
    week_summary,
    week_tabs,
    week_word,
)
from runlift_site.pages.session_card import SessionView, session_cards
from runlift_site.pages.strip import strip
from runlift_site.pages.strip_view import StripView
from runlift_site.training.week import Plan


@dataclass(frozen=True, slots=True)
class WeekView:
    """A week's page.

    Attributes:
        head: Head of the page.
        crumb: Link to the plans.
        name: Name of the plan.
        overview: Link to the plan's overview, in the crumbs.
        lead: The plan in a sentence.
        facts: Length, lifts, runs, phase, kit of this variant.
        variants: The variant switch.
        tabs: The week tabs.
        number: Number of the week.
        title: "Week 3".
        focus: The aim of the phase.
        word: "easy", "race" or empty.
        summary: Runs and lifts with their times.
        strip: The week drawn.
        allowances: Reasons for heavy legs on striped days.
        why_html: The coach's note; empty if there is none.
        sessions: Session cards in day order.
        check: The plan check.
        clearance: What to settle with a clinician before this plan; mostly empty.
        readiness: Who should ask a professional first.
        downloads: Printable sheets.
        next: The following week, or None.
    """

    head: Head
    crumb: Link
    name: str
    overview: Link
    lead: str
    facts: tuple[Fact, ...]
    variants: tuple[VariantLink, ...]
    tabs: tuple[WeekTab, ...]
    number: int
    title: str
    focus: str
    word: str
    summary: str
    strip: StripView
    allowances: tuple[str, ...]
    why_html: str
    sessions: tuple[SessionView, ...]
    check: CheckView
    clearance: tuple[str, ...]
    readiness: tuple[str, ...]
    downloads: tuple[Download, ...]
    next: Link | None


def week_page(frame: Frame, plan: Plan, number: int, check: PlanCheck) -> Page:
    """The page of week ``number`` (counted from 1) of an expanded plan.

    Args:
        frame: What all pages share.
        plan: The plan in the variant to show.
        number: The week.
        check: What the coaching rules say about this variant.
    """
    words, template = frame.words, plan.template
    path = urls.week(template.id, plan.tier, number)
    week = plan.weeks[number - 1]
    summary = week_summary(week, words)
    names: dict[str, str | int] = {
        "plan": template.name,
        "n": number,
        "variant": words(f"tier.{plan.tier.value}"),
    }
    following = None
    if number < len(plan.weeks):
        href = urls.relative(path, urls.week(template.id, plan.tier, number + 1))
        following = Link(words("week.next", n=number + 1), href)
    view = WeekView(
        head=head(
            frame,
            path,
            words("week.document_title", **names),
            words("week.description", focus=week.focus, summary=summary, **names),
            "plans",
        ),
        crumb=Link(words("nav.plans"), urls.relative(path, urls.PLANS)),
        name=template.name,
        overview=Link(template.name, urls.relative(path, urls.plan(template.id))),
        lead=template.lead,
        facts=facts(plan, words),
        variants=variant_links(template, words, path, number, plan.tier),
        tabs=week_tabs(plan, words, path, number),
        number=number,
        title=words("week.title", n=number),
        focus=week.focus,
        word=week_word(week, words),
        summary=summary,
        strip=strip(week, words, links=True),
        allowances=allowances(check, week, words),
        why_html=frame.prose(week.why, path) if week.why else "",
        sessions=session_cards(plan, week, words, path),
        check=check_view(check, words, path, number),
        clearance=template.clearance,
        readiness=frame.settings.readiness,
        downloads=downloads(frame, plan, number, path),
        next=following,
    )
    return Page(path, "plan/week.html", view)
