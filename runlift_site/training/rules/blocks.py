"""R4: a session has its parts, and in their order."""

from collections.abc import Iterator
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit
from runlift_site.training.library import Library
from runlift_site.training.plan import AutoMobility, Block
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.remedies import new_block, recounted
from runlift_site.training.rules.sessions import named
from runlift_site.training.vocabulary import Basis, BlockKind, RoutineKind, SessionKind
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


def _check(plan: Plan, library: Library) -> Iterator[RuleFinding]:
    for week, day, lift in plan.first_lifts:
        yield from _missing(plan, week, day, lift, library)
        yield from _misplaced(plan, week, day, lift)


def _missing(
    plan: Plan, week: int, day: int, lift: Lift, library: Library
) -> Iterator[RuleFinding]:
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
                fix="No usual block of this kind, and no lesser kind of session, passes all rules"
                " here.",
                path=(*lift.session_path, "blocks"),
                trials=partial(_completed, plan, lift, kind, library),
            )


def _completed(plan: Plan, lift: Lift, missing: BlockKind, library: Library) -> Iterator[Trial]:
    """A usual block of the kind that is missing, or a lesser session that does without it."""
    session = plan.template.sessions[lift.session_id]
    place = sum(_ORDER.index(block.kind) < _ORDER.index(missing) for block in session.blocks)
    for block, text in _usual(missing, library):
        blocks = (*session.blocks[:place], block, *session.blocks[place:])
        yield Trial(
            f"Add the block {{{text}}} to '{lift.session_id}'.",
            (Edit((*lift.session_path, "blocks"), blocks),),
        )
    for kind in (SessionKind.SHORT, SessionKind.ADD_ON):
        there = {block.kind for block in session.blocks}
        if kind is not session.kind and not NEEDED[kind] - there:
            edits = (Edit((*lift.session_path, "kind"), kind),)
            number = next(n for n, _, one in plan.lifts if one.session_id == lift.session_id)
            week = plan.weeks[number - 1]
            counts = recounted(plan, week, edits) if kind is SessionKind.ADD_ON else ""
            yield Trial(f"Write kind: {kind} for '{lift.session_id}'{counts}.", edits)


def _usual(kind: BlockKind, library: Library) -> Iterator[tuple[Block, str]]:
    """Blocks of a kind that suit any session, with what to write."""
    if kind is BlockKind.MOBILITY:
        auto = AutoMobility.WORKED_MUSCLES
        yield new_block(kind, auto=auto, minutes=6), f"kind: {kind}, auto: {auto}, minutes: 6"
        yield from _routines(kind, RoutineKind.MOBILITY, library)
    elif kind is BlockKind.ACCESSORY:
        free = {"choose_your_own": True, "hint": "Your weak spot"}
        text = "choose_your_own: true, hint: Your weak spot"
        yield new_block(kind, items=[free]), f"kind: {kind}, items: [{{{text}}}]"
    elif kind is BlockKind.WARM_UP:
        yield from _routines(kind, RoutineKind.WARM_UP, library)


def _routines(
    kind: BlockKind, wanted: RoutineKind, library: Library
) -> Iterator[tuple[Block, str]]:
    for name in sorted(library.routines):
        if library.routines[name].kind is wanted:
            yield new_block(kind, routine=name), f"kind: {kind}, routine: {name}"


def _misplaced(plan: Plan, week: int, day: int, lift: Lift) -> Iterator[RuleFinding]:
    for earlier, block in zip(lift.blocks, lift.blocks[1:], strict=False):
        if _ORDER.index(block.kind) < _ORDER.index(earlier.kind):
            yield RuleFinding(
                rule="R4",
                severity=Severity.ERROR,
                week=week,
                day=day,
                sentence=f"{named(lift)} has {_WORDS[block.kind]} after {_WORDS[earlier.kind]}",
                reason="A session goes from warm-up to main sets, accessory work and mobility.",
                fix="Put the parts in their order; that alone does not pass all rules here.",
                path=(*block.path, "kind"),
                trials=partial(_in_order, plan, lift),
            )


def _in_order(plan: Plan, lift: Lift) -> Iterator[Trial]:
    written = plan.template.sessions[lift.session_id].blocks
    blocks = tuple(sorted(written, key=lambda block: _ORDER.index(block.kind)))
    order = ", ".join(_WORDS[kind] for kind in dict.fromkeys(block.kind for block in blocks))
    yield Trial(
        f"Write the parts of '{lift.session_id}' in this order: {order}.",
        (Edit((*lift.session_path, "blocks"), blocks),),
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
