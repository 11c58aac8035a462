"""A strength session in one week: sets, doses and efforts worked out."""

from collections.abc import Mapping
from dataclasses import dataclass

from runlift_site.training.calendar import PlanWeek, scaled_sets
from runlift_site.training.dosing import Progress, WeekDose, advanced, dose, kept
from runlift_site.training.loads import Growth, is_heavy, raised
from runlift_site.training.plan import PlanTemplate, Progression, ProgressionRule, StrengthEntry
from runlift_site.training.ramp_up import ramp_up
from runlift_site.training.tier_session import TierBlock, TierItem, TierSession
from runlift_site.training.vocabulary import LEG_PATTERNS, BlockKind, SessionKind
from runlift_site.training.week import (
    Lift,
    Path,
    PlannedBlock,
    PlannedFreeSlot,
    PlannedItem,
    Prescription,
)

_EVEN_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Legs:
    """What a session asks of the legs.

    Attributes:
        dominant: At least half of the main sets are leg patterns.
        heavy: So they are, and one of those items is heavy; an add-on never is.
    """

    dominant: bool
    heavy: bool


def lift(
    session: TierSession,
    entry: StrengthEntry,
    week: PlanWeek,
    template: PlanTemplate,
    progress: Mapping[Path, Progress],
    letter: str,
    path: Path,
) -> Lift:
    """A session in one week.

    Args:
        session: The session with the kit of this week.
        entry: The day's mention of it.
        week: The week.
        template: The plan, for its progression.
        progress: How far each item has come, by where it is written.
        letter: Letter within the week.
        path: Where the day names the session.
    """
    rules = {rule.applies_to: rule for rule in template.progression}
    blocks = tuple(_block(block, week, rules, progress) for block in session.blocks)
    legs = legs_of(blocks, session.template.kind)
    return Lift(
        session_id=session.session_id,
        letter=letter,
        name=session.template.name or ("Heavy" if legs.heavy else "Light"),
        kind=session.template.kind,
        minutes=_minutes(session, week),
        blocks=blocks,
        heavy_leg=legs.heavy,
        leg_dominant=legs.dominant,
        tier=session.tier,
        path=path,
        session_path=("sessions", session.session_id),
        slot=entry.slot,
    )


def progress_in(
    session: TierSession, week: PlanWeek, last: Mapping[Path, Progress]
) -> dict[Path, Progress]:
    """Where each item of a session stands in a week, given the last normal one."""
    move = advanced if week.normal else kept
    standing: dict[Path, Progress] = {}
    for block in session.blocks:
        for item in block.items:
            if isinstance(item, TierItem):
                effort = raised(item.effort, week.phase.min_rir)
                rir = effort.rir if effort else None
                standing[item.path] = move(last.get(item.path), item.exercise.id, rir, item.growth)
    return standing


def legs_of(blocks: tuple[PlannedBlock, ...], kind: SessionKind) -> Legs:
    """What a session asks of the legs, judged by the sets of its main blocks."""
    main = [item for block in blocks if block.kind is BlockKind.MAIN for item in block.exercises]
    legs = [item for item in main if item.exercise.pattern in LEG_PATTERNS]
    leg_sets = sum(item.prescription.sets for item in legs)
    dominant = bool(legs) and 2 * leg_sets >= sum(item.prescription.sets for item in main)
    heavy = dominant and kind is not SessionKind.ADD_ON and any(item.heavy for item in legs)
    return Legs(dominant, heavy)


def _block(
    block: TierBlock | PlannedBlock,
    week: PlanWeek,
    rules: Mapping[BlockKind, Progression],
    progress: Mapping[Path, Progress],
) -> PlannedBlock:
    if isinstance(block, PlannedBlock):
        return block
    rule = rules.get(block.kind)
    items = tuple(
        PlannedFreeSlot(item.hint, scaled_sets(item.sets, week.sets_factor), item.path)
        if isinstance(item, PlannedFreeSlot)
        else _item(item, block.kind, week, rule, progress[item.path])
        for item in block.items
    )
    return PlannedBlock(
        kind=block.kind,
        format=block.format,
        items=items,
        path=block.path,
        rounds=scaled_sets(block.rounds, week.sets_factor) if block.rounds else None,
        rest_s=block.rest_s,
        minutes=block.minutes,
        routine=block.routine,
        muscles=block.muscles,
        note=block.note,
    )


def _item(
    item: TierItem,
    kind: BlockKind,
    week: PlanWeek,
    rule: Progression | None,
    progress: Progress,
) -> PlannedItem:
    effort = raised(item.effort, week.phase.min_rir)
    asked = WeekDose(item.amount.low)
    if rule is not None and rule.rule is ProgressionRule.DOUBLE:
        asked = dose(item.amount, item.measure, progress, item.growth)
    rises = asked.load_rises and week.normal
    by_weight = rises and rule is not None and item.growth is Growth.WEIGHT
    prescription = Prescription(
        sets=scaled_sets(item.sets, week.sets_factor),
        measure=item.measure,
        amount=asked.amount,
        range=item.amount,
        effort=effort,
        rest_s=item.rest_s,
        tempo=item.tempo,
        load_rises=rises,
        load_step_pct=rule.then_load_pct if rule and by_weight else None,
    )
    heavy = is_heavy(item.exercise, kind, item.measure, item.amount, effort)
    return PlannedItem(
        exercise=item.exercise,
        prescription=prescription,
        path=item.path,
        swap=item.swap,
        alternative=item.alternative,
        note=item.note,
        heavy=heavy,
        ramp_up=ramp_up(prescription) if heavy else (),
    )


def _minutes(session: TierSession, week: PlanWeek) -> int:
    """Length of the session: fewer sets shorten the work, not the blocks around it."""
    written = session.template.minutes
    around = sum(block.minutes or 0 for block in session.blocks if isinstance(block, PlannedBlock))
    sets = [
        item.sets
        for block in session.blocks
        if isinstance(block, TierBlock)
        for item in block.items
    ]
    done = sum(scaled_sets(count, week.sets_factor) for count in sets)
    if done == sum(sets) or around >= written:
        return written
    exact = around + (written - around) * done / sum(sets)
    return max(_EVEN_MINUTES, int(exact / _EVEN_MINUTES + 0.5) * _EVEN_MINUTES)
