"""R4: a session has its parts, and in their order."""

from collections.abc import Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.sessions import first_of_each, named
from runlift_site.training.vocabulary import Basis, BlockKind, SessionKind
from runlift_site.training.week import Lift, Plan

NEEDED = {
    SessionKind.FULL: frozenset(BlockKind),
    SessionKind.SHORT: frozenset({BlockKind.WARM_UP, BlockKind.MAIN}),
    SessionKind.ADD_ON: frozenset[BlockKind](),
}
_ORDER = tuple(BlockKind)
_WORDS = {
    BlockKind.WARM_UP: "warm-up",
    BlockKind.MAIN: "main sets",
    BlockKind.ACCESSORY: "accessory work",
    BlockKind.MOBILITY: "mobility",
}
_WHY = {
    BlockKind.WARM_UP: "The warm-up opens hips and shoulders before anything heavy.",
    BlockKind.MAIN: "The main sets are what the session is for.",
    BlockKind.ACCESSORY: "After the main sets comes what needs attention of its own.",
    BlockKind.MOBILITY: "Mobility at the end looks after the muscles just used.",
}


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in first_of_each(plan):
        yield from _missing(week, day, lift)
        yield from _misplaced(week, day, lift)


def _missing(week: int, day: int, lift: Lift) -> Iterator[RuleFinding]:
    present = {block.kind for block in lift.blocks}
    for kind in _ORDER:
        if kind in NEEDED[lift.kind] - present:
            yield RuleFinding(
                rule="R4",
                severity=Severity.ERROR,
                week=week,
                day=day,
                sentence=f"{named(lift)} is a {lift.kind} session without {_WORDS[kind]}",
                reason=_WHY[kind],
                fix=f"Add a block of kind {kind}, or make the session {_lesser(kind, lift.kind)}.",
                path=(*lift.session_path, "blocks"),
            )


def _lesser(missing: BlockKind, kind: SessionKind) -> str:
    """The kind of session that does without a block."""
    if kind is SessionKind.FULL and missing not in NEEDED[SessionKind.SHORT]:
        return str(SessionKind.SHORT.value)
    return "an add-on"


def _misplaced(week: int, day: int, lift: Lift) -> Iterator[RuleFinding]:
    for earlier, block in zip(lift.blocks, lift.blocks[1:], strict=False):
        if _ORDER.index(block.kind) < _ORDER.index(earlier.kind):
            yield RuleFinding(
                rule="R4",
                severity=Severity.ERROR,
                week=week,
                day=day,
                sentence=f"{named(lift)} has {_WORDS[block.kind]} after {_WORDS[earlier.kind]}",
                reason="A session goes from warm-up to main sets, accessory work and mobility.",
                fix=f"Move the {_WORDS[block.kind]} before the {_WORDS[earlier.kind]}.",
                path=(*block.path, "kind"),
            )


R4 = Rule(
    id="R4",
    title="Sessions in four parts",
    sentence="A session goes from warm-up to main sets, accessory work and mobility. A full session"
    " has all four, a short one at least the first two.",
    basis=Basis.ARTICLE,
    sources=("S34", "S37", "S45", "S46"),
    check=_check,
)
