"""One finding for each cause: weeks that have the same are named together, and so are variants."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier

_GRAVITY = {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}
_ABOUT_SHARED_DAYS = frozenset({"R23", "R24"})
_OF_THE_DAY = frozenset({"R20", "R21"})


def over_weeks(found: Iterable[RuleFinding]) -> tuple[RuleFinding, ...]:
    """The findings with the same cause in several weeks as one that names them all.

    The cause is the same where rule, place in the file and sentence are, and the author allows all
    of them or none.
    """
    groups: dict[tuple[object, ...], list[RuleFinding]] = {}
    for one in found:
        same = (one.rule, one.severity, one.day, one.path, one.sentence, one.allowed_because)
        groups.setdefault(same, []).append(one)
    folded = []
    for group in groups.values():
        first, *_ = ordered = sorted(group, key=lambda one: one.week or 0)
        weeks = dict.fromkeys(week for one in ordered for week in one.weeks)
        folded.append(replace(first, further=tuple(weeks)[1:]))
    return tuple(folded)


def without_repeats(found: Sequence[RuleFinding]) -> tuple[RuleFinding, ...]:
    """The findings without what R23 and R24 say of a day on which the lift should not stand at all.

    Where R20 or R21 sends a lift away, that settles its order and its company too. A note does not
    silence a warning, and what the author allows sends nothing away.
    """
    gravest: dict[tuple[int, int | None], int] = {}
    for one in found:
        gravity = _GRAVITY[one.severity]
        if one.rule in _OF_THE_DAY and one.allowed_because is None and gravity:
            for week in one.weeks:
                gravest[week, one.day] = max(gravity, gravest.get((week, one.day), 0))
    return tuple(
        one
        for one in found
        if one.rule not in _ABOUT_SHARED_DAYS
        or any(_GRAVITY[one.severity] > gravest.get((week, one.day), -1) for week in one.weeks)
    )


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding with the variants that have it.

    Attributes:
        finding: In the words it has for the fullest of them.
        tiers: The variants, the fullest first; empty where all have it.
    """

    finding: RuleFinding
    tiers: tuple[Tier, ...]


def over_variants(
    found: Sequence[tuple[Tier, Sequence[RuleFinding]]],
) -> tuple[ToldFinding, ...]:
    """The findings of all variants of a plan, each cause once.

    What a rule says of a place in several variants has one cause, and is told in the words it has
    for the fullest of them.

    Args:
        found: Each variant with its findings, the fullest variant first.
    """
    tiers: dict[RuleFinding, list[Tier]] = {}
    told: dict[tuple[object, ...], list[RuleFinding]] = {}
    for tier, findings in found:
        new: dict[tuple[object, ...], list[RuleFinding]] = {}
        for one in findings:
            cause = (one.rule, one.weeks, one.day, one.path)
            if cause not in told:
                new.setdefault(cause, []).append(one)
            for same in told.get(cause, (one,)):
                having = tiers.setdefault(same, [])
                if tier not in having:
                    having.append(tier)
        told |= new
    return tuple(
        ToldFinding(one, () if len(tiers[one]) == len(found) else tuple(tiers[one]))
        for one in without_repeats(tuple(tiers))
    )
