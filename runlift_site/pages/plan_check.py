"""What the coaching rules say about a plan, as its pages show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from runlift_site.diagnostics.model import Severity
from runlift_site.pages import names, urls
from runlift_site.pages.wording import Wording
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.rules.phrases import weeks_named
from runlift_site.training.vocabulary import Tier
from runlift_site.training.week import Week

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """The findings of one plan variant, or of all together.

    Attributes:
        rules: How many rules were asked.
        findings: What they found, allowed findings included.
        variants: Of several variants, those that have a finding which not all of them have.
    """

    rules: int
    findings: tuple[RuleFinding, ...]
    variants: Mapping[RuleFinding, tuple[Tier, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as shown.

    Attributes:
        severity: error, warning or info, for the icon.
        word: The severity in words.
        rule: The rule, such as "R20".
        href: Its page.
        where: "Week 3, Tuesday", and variants where not all have it; empty for the whole plan.
        sentence: What is the matter.
        reason: Why it matters.
        fix: What to do; empty where it is allowed.
        allowed: The author's reason to accept it; empty otherwise.
    """

    severity: str
    word: str
    rule: str
    href: str
    where: str
    sentence: str
    reason: str
    fix: str
    allowed: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """The plan check.

    Attributes:
        summary: How many rules were asked, and what came of it.
        findings: What they found, gravest first.
        rules: Link to the page of all rules.
    """

    summary: str
    findings: tuple[FindingView, ...]
    rules: str


def check_view(check: PlanCheck, words: Wording, path: str, week: int | None = None) -> CheckView:
    """The plan check of a week (with what concerns the whole plan), or of all weeks for None.

    Args:
        check: What the rules say.
        words: Interface words.
        path: Path of the page it stands on.
        week: Number of the week.
    """
    shown = [f for f in check.findings if week is None or f.week is None or week in f.weeks]
    ordered = sorted(shown, key=_place)
    return CheckView(
        summary=words("check.summary", n=check.rules, result=_result(shown, words)),
        findings=tuple(
            _finding(finding, words, path, check.variants.get(finding, ()), week)
            for finding in ordered
        ),
        rules=urls.relative(path, urls.RULES),
    )


def allowances(check: PlanCheck, week: Week, words: Wording) -> tuple[str, ...]:
    """Why heavy legs stand on striped days of a week, one sentence a day."""
    striped = {
        day.weekday
        for day in week.days
        if day.weekday in week.clear and any(lift.heavy_leg for lift in day.lifts)
    }
    days = words.list("days.long")
    return tuple(
        words("strip.allowed", day=days[finding.day], reason=finding.allowed_because)
        for finding in check.findings
        if week.number in finding.weeks and finding.day in striped and finding.allowed_because
    )


def _place(finding: RuleFinding) -> tuple[int, int, int, str]:
    day = -1 if finding.day is None else finding.day
    return (_ORDER.index(finding.severity), finding.week or 0, day, finding.rule)


def _result(findings: Sequence[RuleFinding], words: Wording) -> str:
    parts = []
    allowed = sum(finding.allowed_because is not None for finding in findings)
    for severity in _ORDER:
        n = sum(f.severity is severity and f.allowed_because is None for f in findings)
        if n or severity is Severity.ERROR:
            parts.append(words(f"check.{severity.value}s", n=n) if n else words("check.no_errors"))
    if allowed:
        parts.append(words("check.alloweds", n=allowed))
    return ", ".join(parts)


def _finding(
    finding: RuleFinding, words: Wording, path: str, tiers: tuple[Tier, ...], week: int | None
) -> FindingView:
    where = []
    if finding.weeks:
        weeks = finding.weeks if week is None else (week,)
        where.append(names.capital(weeks_named(weeks)))
    if finding.day is not None:
        where.append(words.list("days.long")[finding.day])
    return FindingView(
        severity=finding.severity.value,
        word=words(f"check.word.{finding.severity.value}"),
        rule=finding.rule,
        href=urls.relative(path, urls.rule(finding.rule)),
        where=", ".join((*where, *(words(f"check.variant.{tier.value}") for tier in tiers))),
        sentence=words("check.sentence", text=names.capital(finding.sentence)),
        reason=finding.reason,
        fix="" if finding.allowed_because else finding.fix,
        allowed=finding.allowed_because or "",
    )
