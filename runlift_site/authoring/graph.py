"""Checks between records: mentions that lead nowhere, and ladders and alternatives that do not fit.

Everything here works on what was remembered of each file, so that no record has to be made again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from runlift_site.authoring.refs import ExerciseLinks, Path, Ref
from runlift_site.diagnostics.model import Finding, Place, Severity
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.training.vocabulary import MAIN_LIFT_PATTERNS, Tier

UNKNOWN_CODES = {
    "exercise": "RL203",
    "routine": "RL204",
    "plan": "RL205",
    "guide": "RL206",
    "paper": "RL207",
    "rule": "RL225",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with a way to find its place, which is only looked up for a fault."""

    ref: Ref
    place: Callable[[], Place]


def unknown_mentions(
    mentions: Iterable[Mention],
    known: Mapping[str, Iterable[str]],
    drafts: Mapping[str, frozenset[str]],
) -> Iterator[Finding]:
    """Mentions of records that do not exist, or that are drafts and so are not published.

    Args:
        mentions: All mentions of all files.
        known: Ids by kind of record.
        drafts: Ids of drafts that this build leaves out, by kind.
    """
    sets = {kind: frozenset(ids) for kind, ids in known.items()}
    for mention in mentions:
        kind, target = mention.ref.kind, mention.ref.target
        if target in drafts.get(kind, frozenset()):
            yield Finding(
                "RL221",
                Severity.ERROR,
                f"the {kind} '{target}' is a draft, and drafts are not published",
                mention.place(),
                help="take 'status: draft' out of its file, or build with --drafts",
            )
        elif kind in sets and target not in sets[kind]:
            close = near_miss(target, sorted(sets[kind]))
            tell = f"did you mean '{close}'?" if close else _where_to_add(kind, target)
            yield Finding(
                UNKNOWN_CODES[kind],
                Severity.ERROR,
                f"unknown {kind} '{target}'",
                mention.place(),
                help=tell,
            )


def _where_to_add(kind: str, target: str) -> str:
    if kind == "paper":
        return f"add '{target}' to content/bibliography.yaml"
    if kind == "rule":
        return "rules are named R1 to R27; runlift rules lists them"
    ending = "md" if kind == "guide" else "yaml"
    return f"add content/{kind}s/{target}.{ending}, or name one that exists"


def exercise_faults(
    links: Mapping[str, ExerciseLinks], place: Callable[[str, Path], Place]
) -> Iterator[Finding]:
    """Ladders that are one-sided or go in circles, alternatives that cannot stand in or lack.

    Args:
        links: What is known of each exercise, by id.
        place: Finds the place of a path in the file of an exercise.
    """
    for name in sorted(links):
        yield from _ladder_faults(name, links, place)
        yield from _alternative_faults(name, links, place)
        yield from _without_kit(name, links, place)
    yield from _ladder_circles(links, place)


def _ladder_faults(
    name: str, links: Mapping[str, ExerciseLinks], place: Callable[[str, Path], Place]
) -> Iterator[Finding]:
    own = links[name]
    for rung, back, targets in (
        ("easier", "harder", own.easier),
        ("harder", "easier", own.harder),
    ):
        for index, target in enumerate(targets):
            other = links.get(target)
            if other is not None and name not in getattr(other, back):
                yield Finding(
                    "RL214",
                    Severity.ERROR,
                    f"'{target}' is named as {rung}, but does not name '{name}' as {back}",
                    place(name, ("ladder", rung, index)),
                    help=f"add {name} to ladder.{back} in content/exercises/{target}.yaml",
                )


def _ladder_circles(
    links: Mapping[str, ExerciseLinks], place: Callable[[str, Path], Place]
) -> Iterator[Finding]:
    done: set[str] = set()
    for start in sorted(links):
        trail: list[str] = []
        _climb(start, links, trail, done)
        if trail:
            circle = " -> ".join(trail)
            yield Finding(
                "RL215",
                Severity.ERROR,
                f"the ladder goes in a circle: {circle}",
                place(trail[0], ("ladder", "harder", links[trail[0]].harder.index(trail[1]))),
                help="take one of these steps out",
            )


def _climb(
    start: str, links: Mapping[str, ExerciseLinks], trail: list[str], done: set[str]
) -> None:
    """Walk the harder rungs from one exercise; fills ``trail`` if the walk comes back."""
    stack: list[tuple[str, Iterator[str]]] = [(start, iter(links[start].harder))]
    path = [start]
    if start in done:
        return
    while stack:
        name, rest = stack[-1]
        following = next(rest, None)
        if following is None:
            done.add(name)
            stack.pop()
            path.pop()
        elif following in path:
            trail.extend([*path[path.index(following) :], following])
            done.update(path)
            return
        elif following in links and following not in done:
            stack.append((following, iter(links[following].harder)))
            path.append(following)


def _alternative_faults(
    name: str, links: Mapping[str, ExerciseLinks], place: Callable[[str, Path], Place]
) -> Iterator[Finding]:
    own = links[name]
    for link in own.alternatives:
        other = links.get(link.target)
        if other is None:
            continue
        where: Path = ("alternatives", link.tier, "exercise")
        if link.tier not in other.fits:
            yield Finding(
                "RL216",
                Severity.ERROR,
                f"'{link.target}' needs more kit than the {link.tier} tier has",
                place(name, where),
                help="name an exercise that fits the tier",
            )
        if other.pattern != own.pattern and not link.has_note:
            yield Finding(
                "RL217",
                Severity.ERROR,
                f"'{link.target}' has the pattern {other.pattern}, '{name}' has {own.pattern}",
                place(name, where),
                help="add a pattern_note that says why it can stand in, or name another",
            )
        if other.level > own.level + 1:
            yield Finding(
                "RL218",
                Severity.ERROR,
                f"'{link.target}' is more than one level harder than '{name}'",
                place(name, where),
                help="name an easier exercise",
            )


def _without_kit(
    name: str, links: Mapping[str, ExerciseLinks], place: Callable[[str, Path], Place]
) -> Iterator[Finding]:
    """A lift that no variant without kit could replace, found as variants find their stand-ins."""
    own, tier = links[name], Tier.BODYWEIGHT.value
    named = any(link.tier == tier for link in own.alternatives)
    if own.pattern not in MAIN_LIFT_PATTERNS or tier in own.fits or named:
        return
    muscles = frozenset(own.main_muscles)
    if not any(
        other.pattern == own.pattern
        and tier in other.fits
        and not muscles.isdisjoint(other.main_muscles)
        for other in links.values()
    ):
        yield Finding(
            "RL224",
            Severity.ERROR,
            f"'{name}' is a main lift, and nothing can stand in for it without kit",
            place(name, ("equipment",)),
            help="name an exercise under alternatives.bodyweight",
        )
