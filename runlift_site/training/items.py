"""What plan items and routine items share: exactly one amount, and an effort."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from runlift_site.training.fields import Number, Range, Record, Span, Whole
from runlift_site.training.vocabulary import Measure

AMOUNT_KEYS = tuple(measure.value for measure in Measure)


class Feel(StrEnum):
    """Effort in a word, where counting reps in reserve makes no sense."""

    LIGHT = "light"
    EASY = "easy"
    SLOW = "slow"
    QUICK = "quick"


class Effort(Record):
    """How hard a set is: reps in reserve, a percentage of the one-rep maximum, or a word."""

    rir: Annotated[
        Whole | None,
        Field(default=None, ge=0, le=10, description="Reps in reserve: good reps left undone."),
    ]
    percent_1rm: Annotated[
        Number | None,
        Field(default=None, gt=0, le=100, description="Load in percent of the one-rep maximum."),
    ]
    feel: Annotated[Feel | None, Field(default=None, description="The effort in a word.")]

    @model_validator(mode="after")
    def _says_something(self) -> "Effort":
        if self.rir is None and self.percent_1rm is None and self.feel is None:
            raise PydanticCustomError(
                "effort_empty", "say the effort: rir, percent_1rm or feel, such as {{rir: 2}}"
            )
        return self

    @property
    def rpe(self) -> int | None:
        """Rating of perceived exertion, 10 minus reps in reserve."""
        return None if self.rir is None else 10 - self.rir


Rest = Annotated[Range, Field(description="Rest in seconds; [60, 90] is a range.")]


class Amounts(Record):
    """Exactly one of the amounts that a set can have."""

    reps: Annotated[Range | None, Field(default=None, description="Repetitions a set.")]
    reps_per_side: Annotated[Range | None, Field(default=None, description="Repetitions a side.")]
    seconds: Annotated[Range | None, Field(default=None, description="Length of a hold, s.")]
    seconds_per_side: Annotated[Range | None, Field(default=None, description="Hold a side, s.")]
    metres: Annotated[Range | None, Field(default=None, description="Distance of a carry, m.")]
    breaths: Annotated[Range | None, Field(default=None, description="Slow breaths.")]

    @model_validator(mode="after")
    def _one_amount(self) -> "Amounts":
        given = [key for key in AMOUNT_KEYS if getattr(self, key) is not None]
        if len(given) != 1:
            raise PydanticCustomError(
                "one_amount",
                "exactly one amount is needed ({keys}), {count}",
                {
                    "keys": ", ".join(AMOUNT_KEYS),
                    "count": f"here are {' and '.join(given)}" if given else "here is none",
                },
            )
        if self.amount.low < 1:
            raise PydanticCustomError("amount_zero", "an amount is at least 1")
        return self

    @property
    def measure(self) -> Measure:
        """What the amount counts."""
        return Measure(next(key for key in AMOUNT_KEYS if getattr(self, key) is not None))

    @property
    def amount(self) -> Span:
        """The range of one set, in the unit of the measure."""
        span = getattr(self, self.measure.value)
        assert isinstance(span, Span)
        return span
