"""A routine: a warm-up, a mobility block or a small workout that plans and readers share."""

from typing import Annotated

from pydantic import Field

from runlift_site.training.fields import Flag, Id, Line, Prose, Range, Record, Whole
from runlift_site.training.items import Amounts
from runlift_site.training.vocabulary import RoutineKind

LINE_ON_PAPER = 110
SHORT_LINE_ON_PAPER = 48


class RoutineItem(Amounts):
    """One exercise of a routine with its amount."""

    exercise: Id
    sets: Annotated[Whole, Field(default=1, ge=1, le=6)]
    note: Annotated[Line | None, Field(default=None, max_length=90)]


class Routine(Record):
    """One routine file; its id is the file's name without the ending."""

    id: Id
    name: Annotated[Line, Field(max_length=40)]
    kind: RoutineKind
    minutes: Annotated[Whole, Field(ge=1, le=60, description="How long it takes.")]
    line: Annotated[
        Line, Field(max_length=LINE_ON_PAPER, description="The whole routine in one printed line.")
    ]
    short_line: Annotated[
        Line,
        Field(max_length=SHORT_LINE_ON_PAPER, description="The same for half the width."),
    ]
    summary: Annotated[Line, Field(max_length=160)]
    rounds: Annotated[Range | None, Field(default=None, description="For circuits.")]
    items: Annotated[tuple[RoutineItem, ...], Field(min_length=1, max_length=16)]
    note: Prose | None = None
    printable: Annotated[Flag, Field(default=False, description="Offered as a sheet of its own.")]
    covers: tuple[Line, ...] = ()
