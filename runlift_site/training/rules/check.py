"""All coaching rules, and what they say about a plan."""

from collections.abc import Iterable
from dataclasses import replace

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.plan import Allowed, PlanTemplate
from runlift_site.training.rules.aftercare import R19
from runlift_site.training.rules.beginners import R11
from runlift_site.training.rules.blocks import R4
from runlift_site.training.rules.coverage import R15, R16, R17, R18
from runlift_site.training.rules.efforts import R12
from runlift_site.training.rules.fixes import Fixes
from runlift_site.training.rules.fold import over_weeks, without_repeats
from runlift_site.training.rules.frequency import R1, R2, R3
from runlift_site.training.rules.growth import R13
from runlift_site.training.rules.main_sets import R9, R10, R14
from runlift_site.training.rules.mileage import R27
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.order import R23, R24
from runlift_site.training.rules.placement import R20, R21, R22
from runlift_site.training.rules.rest import R6, R7
from runlift_site.training.rules.spacing import R26
from runlift_site.training.rules.taper import R25
from runlift_site.training.rules.variety import R8
from runlift_site.training.rules.warm_up import R5
from runlift_site.training.vocabulary import WEEKDAYS
from runlift_site.training.week import Plan

RULES: tuple[Rule, ...] = (
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
    R16,
    R17,
    R18,
    R19,
    R20,
    R21,
    R22,
    R23,
    R24,
    R25,
    R26,
    R27,
)
"""Every rule that is checked, in the order of their numbers."""


def check_plan(plan: Plan, library: Library) -> tuple[RuleFinding, ...]:
    """What the rules say about one variant of a plan, by week, day and rule.

    Each cause is told once, with all weeks that have it. A finding that the author allows stays in
    the list, with the author's reason. The others get a fix that was tried: with it, no rule finds
    anything new.
    """
    allow = plan.template.checks.allow
    found = [
        _allowed(finding, allow) if allow else finding
        for rule in RULES
        for finding in rule.check(plan, library)
    ]
    if not found:
        return ()
    fixes = Fixes(plan, library, RULES, found)
    told = over_weeks(without_repeats(found))
    return tuple(sorted((fixes.fixed(finding) for finding in told), key=_place_in_plan))


def unused_allowances(
    template: PlanTemplate, findings: Iterable[RuleFinding]
) -> tuple[RuleFinding, ...]:
    """A finding for each allowance that matches nothing.

    What is allowed may come up in one variant only, so this needs the findings of all of them.

    Args:
        template: The plan.
        findings: What the rules found in all variants of the plan.
    """
    everything = tuple(findings)
    return tuple(
        RuleFinding(
            rule=allowed.rule,
            severity=Severity.WARNING,
            week=allowed.week,
            day=None if allowed.day is None else WEEKDAYS.index(allowed.day),
            sentence=f"{allowed.rule} is allowed here, but it finds nothing to allow",
            reason="An exception that is no longer needed would hide the next mistake.",
            fix="Take the allowance out, or correct its rule, week and day.",
            path=("checks", "allow", index),
            unused_allowance=True,
        )
        for index, allowed in enumerate(template.checks.allow)
        if not any(_matches(allowed, finding) for finding in everything)
    )


def _allowed(finding: RuleFinding, allowances: Iterable[Allowed]) -> RuleFinding:
    for allowed in allowances:
        if _matches(allowed, finding):
            return replace(finding, allowed_because=allowed.reason)
    return finding


def _matches(allowed: Allowed, finding: RuleFinding) -> bool:
    if allowed.rule != finding.rule or allowed.week not in {None, *finding.weeks}:
        return False
    return allowed.day is None or (finding.day is not None and WEEKDAYS[finding.day] == allowed.day)


def _place_in_plan(finding: RuleFinding) -> tuple[int, int, int, str]:
    week = finding.week or 0
    day = -1 if finding.day is None else finding.day
    return week, day, int(finding.rule[1:]), finding.sentence
