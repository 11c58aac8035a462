"""How heavy: what counts as a heavy item, and how effort and load relate."""

from enum import Enum

from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.load_reps import reps_to_failure
from runlift_site.training.vocabulary import BlockKind, LoadType, Measure, Tier

HEAVY_REPS = 8
HEAVY_RIR = 3
HEAVY_PERCENT_1RM = 75.0
_REP_MEASURES = frozenset({Measure.REPS, Measure.REPS_PER_SIDE})


class Growth(Enum):
    """What can be made harder once all reps are done."""

    WEIGHT = "weight"
    """More weight, measured in percent."""
    RESISTANCE = "resistance"
    """A stronger band, or less help."""
    VERSION = "version"
    """A harder version that the kit allows."""
    NOTHING = "nothing"
    """Nothing: the dose stays at its top."""

    @property
    def by_load(self) -> bool:
        """Whether the exercise stays and what resists it grows."""
        return self in {Growth.WEIGHT, Growth.RESISTANCE}


def growth_of(
    exercise: Exercise, tier: Tier, library: Library, extra: frozenset[str] = frozenset()
) -> Growth:
    """What can be made harder about an exercise with the kit of a tier and what is on top of it."""
    if exercise.load_type is LoadType.EXTERNAL or (
        exercise.load_type is LoadType.BODYWEIGHT_PLUS and tier is not Tier.BODYWEIGHT
    ):
        return Growth.WEIGHT
    if exercise.load_type in {LoadType.BAND, LoadType.ASSISTED}:
        return Growth.RESISTANCE
    harder = has_harder_rung(exercise, tier, library, extra)
    return Growth.VERSION if harder else Growth.NOTHING


def has_harder_rung(
    exercise: Exercise, tier: Tier, library: Library, extra: frozenset[str] = frozenset()
) -> bool:
    """Whether the exercise's ladder goes on with the kit of a tier and what is on top of it."""
    return any(
        rung in library.exercises and fits_tier(library.exercises[rung], tier, extra)
        for rung in exercise.ladder.harder
    )


def is_heavy(
    exercise: Exercise, block: BlockKind, measure: Measure, amount: Span, effort: Effort | None
) -> bool:
    """Whether an item is heavy; of a range the hardest end, the fewest reps, counts.

    Heavy is external load in a main block at 8 reps or fewer with 3 or fewer in reserve, or at 75 %
    of the one-rep maximum or more.
    """
    if block is not BlockKind.MAIN or exercise.load_type is not LoadType.EXTERNAL or effort is None:
        return False
    if effort.percent_1rm is not None and effort.percent_1rm >= HEAVY_PERCENT_1RM:
        return True
    few = measure in _REP_MEASURES and amount.low <= HEAVY_REPS
    return few and effort.rir is not None and effort.rir <= HEAVY_RIR


def raised(effort: Effort | None, min_rir: int | None) -> Effort | None:
    """An effort that leaves at least so many reps in reserve; a word for effort stays as it is."""
    if effort is None or min_rir is None or effort.rir is None or effort.rir >= min_rir:
        return effort
    return effort.model_copy(update={"rir": min_rir})


def without_percent(effort: Effort | None, reps: Span) -> Effort | None:
    """The same effort for a stand-in, whose one-rep maximum is another.

    A percentage alone becomes the reps in reserve it leaves at the top of the written range,
    between 0 and 6.
    """
    if effort is None or effort.percent_1rm is None:
        return effort
    rir = effort.rir
    if rir is None:
        rir = min(max(reps_to_failure(effort.percent_1rm) - reps.high, 0), 6)
    return effort.model_copy(update={"rir": rir, "percent_1rm": None})
