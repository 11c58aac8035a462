"""A coaching rule: what it asks, why, on what it rests, a week that passes and one that fails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runlift_site.pages import names, urls
from runlift_site.pages.frame import Frame, Head, Link, head
from runlift_site.pages.outputs import Page
from runlift_site.pages.papers import PaperView, doi_link, papers
from runlift_site.pages.rule_example import ExampleView, example_views
from runlift_site.pages.strip import merged_key
from runlift_site.pages.strip_view import KeyEntry
from runlift_site.pages.wording import Wording
from runlift_site.training.guide import Reference
from runlift_site.training.rules.examples import Example
from runlift_site.training.rules.explained import Explained
from runlift_site.training.rules.model import Rule, RuleFinding

DOI = "doi:"


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """What the check says about the week that fails.

    Attributes:
        severity: error, warning or info, for the icon.
        word: The severity in words.
        sentence: What is the matter.
        fix: What to do.
    """

    severity: str
    word: str
    sentence: str
    fix: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule's page.

    Attributes:
        head: Head of the page.
        crumbs: Links to the guides and to all rules.
        id: Its name, such as "R20".
        title: A few words.
        sentence: The rule itself.
        reason: Why it is there.
        weight: When its findings are errors, warnings or notes.
        good: A week that passes.
        bad: A week that does not.
        key: The marks of both, where they are drawn.
        told: What the check says about the second.
        basis: On what it rests, in words.
        statements: Which statements of the article it follows; may be empty.
        papers: Papers it follows.
        before: The rule before it, or None.
        after: The rule after it, or None.
    """

    head: Head
    crumbs: tuple[Link, ...]
    id: str
    title: str
    sentence: str
    reason: str
    weight: str
    good: ExampleView
    bad: ExampleView
    key: tuple[KeyEntry, ...]
    told: tuple[ToldFinding, ...]
    basis: str
    statements: str
    papers: tuple[PaperView, ...]
    before: Link | None
    after: Link | None


def rule_page(
    frame: Frame,
    rules: Sequence[Rule],
    place: int,
    explained: Explained,
    example: Example,
    found: Sequence[RuleFinding],
    bibliography: Mapping[str, Reference],
) -> Page:
    """The page of a rule.

    Args:
        frame: What all pages share.
        rules: All rules.
        place: Which of them.
        explained: Why it is there and how much it weighs.
        example: A week that passes, and one that does not.
        found: What it finds in the one that does not.
        bibliography: Papers by key.
    """
    words, rule = frame.words, rules[place]
    path = urls.rule(rule.id)
    good, bad = example_views(example, words)
    title = words("rules.document_title", id=rule.id, title=rule.title)
    view = RuleView(
        head=head(frame, path, title, rule.sentence, "guides", (frame.assets.coaching,)),
        crumbs=(
            Link(words("nav.guides"), urls.relative(path, urls.GUIDES)),
            Link(words("rules.title"), urls.relative(path, urls.RULES)),
        ),
        id=rule.id,
        title=rule.title,
        sentence=rule.sentence,
        reason=explained.reason,
        weight=explained.weight,
        good=good,
        bad=bad,
        key=merged_key(one.strip for one in (good, bad) if one.strip is not None),
        told=tuple(_told(finding, words) for finding in found),
        basis=words(f"rules.basis.{rule.basis.value}"),
        statements=_statements(rule, words),
        papers=tuple(_papers(rule, bibliography, words)),
        before=_neighbour(rules, place - 1, path, words),
        after=_neighbour(rules, place + 1, path, words),
    )
    return Page(path, "rule/rule.html", view)


def _told(finding: RuleFinding, words: Wording) -> ToldFinding:
    return ToldFinding(
        severity=finding.severity.value,
        word=words(f"check.word.{finding.severity.value}"),
        sentence=words("check.sentence", text=names.capital(finding.sentence)),
        fix=finding.fix,
    )


def _statements(rule: Rule, words: Wording) -> str:
    numbers = sorted(int(source[1:]) for source in rule.sources if not source.startswith(DOI))
    if not numbers:
        return ""
    *first, last = map(str, numbers)
    listed = words("rules.and", before=", ".join(first), last=last) if first else last
    return words("rules.statements", n=len(numbers), numbers=listed)


def _papers(
    rule: Rule, bibliography: Mapping[str, Reference], words: Wording
) -> tuple[PaperView, ...]:
    """The papers of a rule; one that the bibliography does not have is shown by its DOI alone."""
    known = {one.doi.lower(): (key, one) for key, one in bibliography.items() if one.doi}
    found: list[PaperView] = []
    for source in rule.sources:
        if not source.startswith(DOI):
            continue
        doi = source.removeprefix(DOI)
        if doi.lower() in known:
            found.extend(papers((known[doi.lower()],), words))
        else:
            found.append(PaperView(doi, "", "", "", doi_link(doi), doi, ""))
    return tuple(found)


def _neighbour(rules: Sequence[Rule], place: int, path: str, words: Wording) -> Link | None:
    if not 0 <= place < len(rules):
        return None
    rule = rules[place]
    text = words("rules.document_title", id=rule.id, title=rule.title)
    return Link(text, urls.relative(path, urls.rule(rule.id)))
