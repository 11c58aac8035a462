"""Doses as the author wrote them, before a variant converts them."""

from dataclasses import dataclass

from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.plan import Block, ExerciseItem, PlanTemplate
from runlift_site.training.routine import RoutineItem
from runlift_site.training.vocabulary import LoadType, Measure, RoutineKind
from runlift_site.training.week import PlannedItem

REP_MEASURES = frozenset({Measure.REPS, Measure.REPS_PER_SIDE})


@dataclass(frozen=True, slots=True)
class WrittenDose:
    """What a plan says of an exercise in a session.

    Attributes:
        exercise: The exercise as written, not the stand-in of a variant.
        sets: Sets, or rounds of a circuit or pair, before easier weeks take some away.
        by_rounds: Whether the sets are the rounds of the block.
        measure: What one set counts.
        amount: Range of one set.
    """

    exercise: Exercise
    sets: int
    by_rounds: bool
    measure: Measure
    amount: Span

    @property
    def is_loaded_reps(self) -> bool:
        """Whether it counts reps with an external load."""
        return self.exercise.load_type is LoadType.EXTERNAL and self.measure in REP_MEASURES


def written_dose(template: PlanTemplate, library: Library, item: PlannedItem) -> WrittenDose:
    """The dose that an item of an expanded plan was written with.

    Args:
        template: The plan as written.
        library: Its routines.
        item: An item of a main or accessory block.
    """
    _, session, _, number, _, index, *_ = item.path
    block = template.sessions[str(session)].blocks[int(number)]
    source, rounds = _source(block, int(index), library)
    return WrittenDose(
        exercise=item.swap.instead_of if item.swap else item.exercise,
        sets=rounds or source.sets or 1,
        by_rounds=rounds is not None,
        measure=source.measure,
        amount=source.amount,
    )


def _source(
    block: Block, index: int, library: Library
) -> tuple[ExerciseItem | RoutineItem, int | None]:
    """An item of a block with the block's rounds, None where its sets count."""
    if block.routine is None:
        item = block.items[index]
        assert isinstance(item, ExerciseItem), "a free place names no exercise"
        return item, block.rounds
    routine = library.routines[block.routine]
    circuit = routine.kind is RoutineKind.CIRCUIT
    usual = routine.rounds.low if circuit and routine.rounds else None
    return routine.items[index], block.rounds or usual
