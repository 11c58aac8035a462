"""The coaching rules as text and JSON, for the command line."""

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from runlift_site.training.rules.check import RULES
from runlift_site.training.rules.explained import EXPLAINED
from runlift_site.training.rules.model import Rule

DOI = "doi:"
_WIDTH = 88


class NoRule(Exception):
    """There is no rule of that name; its message says what there is."""


def rule_list(form: str) -> str:
    """All rules, one a line, or as JSON."""
    if form == "json":
        return json.dumps([_as_json(rule) for rule in RULES], indent=2, ensure_ascii=False)
    return "\n".join(f"{rule.id:<4} {rule.title}" for rule in RULES)


def rule_details(name: str, form: str) -> str:
    """One rule with its reason and sources.

    Raises:
        NoRule: No rule has this name.
    """
    known = {rule.id: rule for rule in RULES} | {rule.code: rule for rule in RULES}
    rule = known.get(name.upper())
    if rule is None:
        raise NoRule(f"there is no rule '{name}': they are named R1 to R{len(RULES)}")
    if form == "json":
        return json.dumps(_as_json(rule), indent=2, ensure_ascii=False)
    explained = EXPLAINED[rule.id]
    return "\n\n".join(
        (
            f"{rule.id}: {rule.title}",
            textwrap.fill(rule.sentence, _WIDTH),
            textwrap.fill(f"Why: {explained.reason}", _WIDTH),
            textwrap.fill(f"Weight: {explained.weight}", _WIDTH),
            "\n".join((f"Basis: {rule.basis.value}", *_sources(rule))),
        )
    )


def _sources(rule: Rule) -> Iterator[str]:
    numbers = [source[1:] for source in rule.sources if not source.startswith(DOI)]
    if numbers:
        word = "statement" if len(numbers) == 1 else "statements"
        yield f"Source: article, {word} {', '.join(numbers)}"
    for source in rule.sources:
        if source.startswith(DOI):
            yield f"Source: https://doi.org/{source.removeprefix(DOI)}"


def _as_json(rule: Rule) -> dict[str, Any]:
    explained = EXPLAINED[rule.id]
    return {
        "id": rule.id,
        "code": rule.code,
        "title": rule.title,
        "sentence": rule.sentence,
        "reason": explained.reason,
        "weight": explained.weight,
        "basis": rule.basis.value,
        "sources": list(rule.sources),
    }
