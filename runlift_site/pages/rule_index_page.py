"""All coaching rules on one page, by what they look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.frame import Frame, Head, Link, head
from runlift_site.pages.outputs import Page
from runlift_site.training.rules.model import Rule

GROUPS = (
    ("often", ("R1", "R2", "R3")),
    ("session", ("R4", "R5", "R6", "R7", "R8", "R14", "R19")),
    ("dose", ("R9", "R10", "R11", "R12", "R13")),
    ("contents", ("R15", "R16", "R17", "R18")),
    ("place", ("R20", "R21", "R22", "R23", "R24", "R26")),
    ("race", ("R25", "R27")),
)
"""Every rule stands in one group; key of its words, and its rules."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in the list."""

    id: str
    title: str
    href: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that look at the same thing."""

    id: str
    title: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class RuleIndexView:
    """The page of all rules."""

    head: Head
    crumb: Link
    title: str
    lead: str
    groups: tuple[RuleGroup, ...]


def rule_index_page(frame: Frame, rules: Sequence[Rule]) -> Page:
    """The page of all rules.

    Args:
        frame: What all pages share.
        rules: The rules; each must be in one of the groups.
    """
    words, path = frame.words, urls.RULES
    known = {rule.id: rule for rule in rules}
    view = RuleIndexView(
        head=head(frame, path, words("rules.title"), words("rules.description"), "guides"),
        crumb=Link(words("nav.guides"), urls.relative(path, urls.GUIDES)),
        title=words("rules.title"),
        lead=words("rules.lead", n=len(rules)),
        groups=tuple(
            RuleGroup(
                id=key,
                title=words(f"rules.group.{key}"),
                rules=tuple(_line(known[name], path) for name in group),
            )
            for key, group in GROUPS
        ),
    )
    return Page(path, "rule/index.html", view)


def _line(rule: Rule, path: str) -> RuleLine:
    href = urls.relative(path, urls.rule(rule.id))
    return RuleLine(rule.id, rule.title, href, rule.sentence)
