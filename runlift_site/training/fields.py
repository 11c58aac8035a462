"""Field types shared by the records: how the text of a YAML scalar becomes a value.

Every scalar arrives as the text the author wrote. These types turn it into numbers, flags, ranges
and times, and refuse whatever could be meant in two ways.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-5][0-9])")
_TEMPO = re.compile(r"[0-9]{1,2}(-[0-9]{1,2}){3}")


class Record(BaseModel):
    """A record that content files hold: frozen, and no key beyond those declared."""

    # A build that changes one file validates one kind of record: the others are never built.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if not _WHOLE.fullmatch(value):
            raise PydanticCustomError("whole_number", "a whole number is needed, such as 4")
        return int(value)
    return value


def _number(value: Any) -> Any:
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value):
            raise PydanticCustomError("number", "a number is needed, such as 0.6 or 12")
        return float(value)
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise PydanticCustomError("flag", "write true or false")
        return value == "true"
    return value


def _seconds(value: Any) -> Any:
    if isinstance(value, str):
        match = _CLOCK.fullmatch(value)
        if not match:
            raise PydanticCustomError("clock", "a time as minutes:seconds is needed, such as 6:30")
        return int(match[1]) * 60 + int(match[2])
    return value


Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[float, BeforeValidator(_number)]
Flag = Annotated[bool, BeforeValidator(_flag)]
MinutesSeconds = Annotated[
    int,
    BeforeValidator(_seconds),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{1,2}:[0-5][0-9]$"}),
]
"""A time written as minutes:seconds, held in seconds."""

Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^\S(.*\S)?$")]
"""One line of text without spaces at its ends."""

Prose = Annotated[str, Field(min_length=1, max_length=4000)]
"""A few sentences; emphasis and links in Markdown are allowed."""

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Name of a file without its ending: lower case words joined by hyphens."""


def _checked_tempo(text: str) -> str:
    if not _TEMPO.fullmatch(text):
        raise PydanticCustomError(
            "tempo", "a tempo is four numbers of seconds: down, pause, up, pause, such as 3-1-1-0"
        )
    return text


Tempo = Annotated[
    str,
    AfterValidator(_checked_tempo),
    Field(description="Down, pause, up, pause, each in seconds, such as 3-1-1-0."),
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of whole numbers, both ends included; one number is a range of itself."""

    low: int
    high: int

    @property
    def is_single(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high


def _span(value: Any) -> Any:
    if isinstance(value, Span):
        return value
    ends = list(value) if isinstance(value, list | tuple) else [value]
    if len(ends) not in {1, 2} or not all(isinstance(end, str | int) for end in ends):
        raise PydanticCustomError("span", "a number or a range is needed, such as 5 or [4, 6]")
    low, high = _whole(ends[0]), _whole(ends[-1])
    if low > high:
        raise PydanticCustomError(
            "span_order", "the range is backwards: write the smaller number first"
        )
    if low < 0:
        raise PydanticCustomError("span_sign", "a range cannot be below zero")
    return Span(low, high)


Range = Annotated[
    Span,
    BeforeValidator(_span),
    PlainSerializer(lambda span: span.low if span.is_single else [span.low, span.high]),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {
                    "type": "array",
                    "items": {"type": "integer", "minimum": 0},
                    "minItems": 2,
                    "maxItems": 2,
                },
            ]
        }
    ),
]
"""A whole number, or ``[low, high]``."""
