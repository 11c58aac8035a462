"""A strength session with the kit of a tier: what does not change from week to week."""

from collections.abc import Iterator
from dataclasses import dataclass

from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.loads import Growth, growth_of
from runlift_site.training.mobility import Work, drills_for, worked_muscles
from runlift_site.training.plan import Block, ExerciseItem, FreeSlot, SessionTemplate, Variant
from runlift_site.training.problem import TrainingProblem
from runlift_site.training.routine import Routine, RoutineItem
from runlift_site.training.variants import Asked, derive_item
from runlift_site.training.vocabulary import (
    BlockFormat,
    BlockKind,
    Measure,
    Muscle,
    RoutineKind,
    Tier,
)
from runlift_site.training.week import (
    Path,
    PlannedBlock,
    PlannedFreeSlot,
    PlannedItem,
    Prescription,
    Swap,
)

WORK = frozenset({BlockKind.MAIN, BlockKind.ACCESSORY})
"""The blocks that progress; what stands around them is the same in every week."""


@dataclass(frozen=True, slots=True)
class TierItem:
    """An exercise of a session with the kit of a tier, before weeks.

    Attributes:
        exercise: The exercise, a stand-in where ``swap`` says so.
        sets: Sets as written; rounds in circuits and pairs.
        measure: What one set counts.
        amount: Range of one set, after conversion.
        effort: How hard, as written.
        rest_s: Rest after a set, seconds; None inside circuits and pairs.
        tempo: Down-pause-up-pause in seconds, or None.
        growth: What can be made harder about it.
        path: Where it is written.
        swap: What it stands in for.
        alternative: An easier exercise to choose.
        note: The author's note.
    """

    exercise: Exercise
    sets: int
    measure: Measure
    amount: Span
    effort: Effort | None
    rest_s: Span | None
    tempo: str | None
    growth: Growth
    path: Path
    swap: Swap | None = None
    alternative: Exercise | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TierBlock:
    """A part of a session before weeks; the fields mean what they mean in ``PlannedBlock``.

    Main and accessory blocks wait for a week; warm-up and mobility are the same in every week, so
    they are planned at once.
    """

    kind: BlockKind
    format: BlockFormat
    items: tuple[TierItem | PlannedFreeSlot, ...]
    path: Path
    rounds: int | None = None
    rest_s: Span | None = None
    minutes: int | None = None
    routine: Routine | None = None
    muscles: tuple[Muscle, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TierSession:
    """A session with the kit of a tier, before weeks.

    Attributes:
        session_id: Key of the session in the template.
        template: The session as written.
        tier: The kit.
        blocks: Its parts, those that never change already planned.
        problems: What stood in the way.
        overridden: Ids in this session that the plan's author replaced by hand.
    """

    session_id: str
    template: SessionTemplate
    tier: Tier
    blocks: tuple[TierBlock | PlannedBlock, ...]
    problems: tuple[TrainingProblem, ...]
    overridden: frozenset[str]


def tier_session(
    session_id: str,
    template: SessionTemplate,
    tier: Tier,
    variant: Variant | None,
    library: Library,
) -> TierSession:
    """Settle what a session holds with the kit of a tier.

    Exercises and routines that the library lacks are passed over here: the check of the template
    tells about them.

    Args:
        session_id: Key of the session in the template.
        template: The session as written.
        tier: The kit.
        variant: What the plan's author says of the tier: stand-ins named by hand, kit on top.
        library: Exercises and routines.
    """
    fitter = _Fitter(tier, variant, library)
    blocks: list[TierBlock] = []
    for index, block in enumerate(template.blocks):
        path: Path = ("sessions", session_id, "blocks", index)
        blocks.append(fitter.block(block, path, blocks))
    return TierSession(
        session_id=session_id,
        template=template,
        tier=tier,
        blocks=tuple(block if block.kind in WORK else _same_each_week(block) for block in blocks),
        problems=tuple(fitter.problems),
        overridden=frozenset(fitter.overridden),
    )


class _Fitter:
    """Fits the blocks of one session to a tier and remembers what stood in the way."""

    def __init__(self, tier: Tier, variant: Variant | None, library: Library) -> None:
        self.tier = tier
        self.override = variant.override if variant else {}
        self.extra = variant.extra if variant else frozenset()
        self.library = library
        self.problems: list[TrainingProblem] = []
        self.overridden: set[str] = set()

    def block(self, block: Block, path: Path, before: list[TierBlock]) -> TierBlock:
        if block.auto is not None:
            return self._mobility(block, path, before)
        routine = self.library.routines.get(block.routine) if block.routine else None
        if routine is not None:
            return self._routine(block, routine, path)
        items = [
            PlannedFreeSlot(item.hint, block.rounds or item.sets, (*path, "items", index))
            if isinstance(item, FreeSlot)
            else self._item(item, block, (*path, "items", index), rounds=block.rounds)
            for index, item in enumerate(block.items)
        ]
        return TierBlock(
            kind=block.kind,
            format=block.format,
            items=tuple(item for item in items if item is not None),
            path=path,
            rounds=block.rounds,
            rest_s=block.rest_s,
            minutes=block.minutes,
            note=block.note,
        )

    def _routine(self, block: Block, routine: Routine, path: Path) -> TierBlock:
        circuit = routine.kind is RoutineKind.CIRCUIT
        rounds = block.rounds or (routine.rounds.low if circuit and routine.rounds else None)
        items = [
            self._item(item, block, (*path, "routine", index), rounds=rounds)
            for index, item in enumerate(routine.items)
        ]
        return TierBlock(
            kind=block.kind,
            format=BlockFormat.CIRCUIT if circuit else block.format,
            items=tuple(item for item in items if item is not None),
            path=path,
            rounds=rounds,
            rest_s=block.rest_s,
            minutes=block.minutes or routine.minutes,
            routine=routine,
            note=block.note,
        )

    def _item(
        self, item: ExerciseItem | RoutineItem, block: Block, path: Path, *, rounds: int | None
    ) -> TierItem | None:
        written = self.library.exercises.get(item.exercise)
        if written is None:
            return None
        planned = item if isinstance(item, ExerciseItem) else None
        derived = self._derived(
            Asked(
                exercise=written,
                measure=item.measure,
                amount=item.amount,
                effort=planned.load if planned else None,
                tempo=planned.tempo if planned else None,
            ),
            path,
        )
        if derived is None:
            return None
        rest_s = (planned.rest_s if planned else None) or block.rest_s
        return TierItem(
            exercise=derived.exercise,
            sets=rounds or item.sets or 1,
            measure=derived.measure,
            amount=derived.amount,
            effort=derived.effort,
            rest_s=None if rounds else rest_s,
            tempo=derived.tempo,
            growth=growth_of(derived.exercise, self.tier, self.library, self.extra),
            path=path,
            swap=derived.swap,
            alternative=self._easier(planned, derived.exercise, path) if planned else None,
            note=item.note,
        )

    def _derived(self, asked: Asked, path: Path) -> Asked | None:
        name = asked.exercise.id
        derived = derive_item(asked, self.tier, self.library, self.override, self.extra)
        if name in self.override:
            self.overridden.add(name)
        elif derived is None:
            self.problems.append(
                TrainingProblem(
                    "RL247",
                    f"nothing can stand in for '{name}' in the {self.tier} variant",
                    f"name an alternative in content/exercises/{name}.yaml, or an override under"
                    f" variants.{self.tier}",
                    (*path, "exercise"),
                )
            )
        return derived

    def _easier(self, item: ExerciseItem, exercise: Exercise, path: Path) -> Exercise | None:
        """The easier choice with this tier's kit; none where it comes down to the same exercise."""
        easier = self.library.exercises.get(item.alternative or "")
        if easier is None:
            return None
        asked = Asked(easier, item.measure, item.amount, None, None)
        derived = self._derived(asked, (*path, "or"))
        return derived.exercise if derived and derived.exercise.id != exercise.id else None

    def _mobility(self, block: Block, path: Path, before: list[TierBlock]) -> TierBlock:
        worked = worked_muscles(_work(before))
        drills = drills_for(worked, block.minutes or 0, self.tier, self.library)
        covered = {muscle for drill in drills for muscle in drill.muscles}
        if not drills and worked:
            self.problems.append(
                TrainingProblem(
                    "RL264",
                    f"no drill of the {self.tier} variant looks after the muscles worked here:"
                    f" {', '.join(worked[:4])}",
                    "add one with mobility_for to content/exercises/, or name a routine instead",
                    (*path, "auto"),
                )
            )
        items = tuple(
            TierItem(
                exercise=drill.exercise,
                sets=1,
                measure=drill.measure,
                amount=drill.amount,
                effort=None,
                rest_s=None,
                tempo=None,
                growth=Growth.NOTHING,
                path=(*path, "auto", index),
            )
            for index, drill in enumerate(drills)
        )
        return TierBlock(
            kind=block.kind,
            format=block.format,
            items=items,
            path=path,
            minutes=block.minutes,
            muscles=tuple(muscle for muscle in worked if muscle in covered),
            note=block.note,
        )


def _work(blocks: list[TierBlock]) -> Iterator[Work]:
    for block in blocks:
        for item in block.items:
            if isinstance(item, TierItem):
                yield Work(item.exercise, block.kind, item.sets)


def _same_each_week(block: TierBlock) -> PlannedBlock:
    return PlannedBlock(
        kind=block.kind,
        format=block.format,
        items=tuple(
            item if isinstance(item, PlannedFreeSlot) else _always(item) for item in block.items
        ),
        path=block.path,
        rounds=block.rounds,
        rest_s=block.rest_s,
        minutes=block.minutes,
        routine=block.routine,
        muscles=block.muscles,
        note=block.note,
    )


def _always(item: TierItem) -> PlannedItem:
    return PlannedItem(
        exercise=item.exercise,
        prescription=Prescription(
            sets=item.sets,
            measure=item.measure,
            amount=item.amount.low,
            range=item.amount,
            effort=item.effort,
            rest_s=item.rest_s,
            tempo=item.tempo,
        ),
        path=item.path,
        swap=item.swap,
        alternative=item.alternative,
        note=item.note,
    )
