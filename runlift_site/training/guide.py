"""A guide: an article with a head of facts."""

import datetime
from typing import Annotated

from pydantic import Field

from runlift_site.training.fields import Id, Line, Record


class GuideHead(Record):
    """What stands above a guide's text; its id is the file's name without the ending."""

    id: Id
    title: Annotated[Line, Field(max_length=80)]
    lead: Annotated[Line, Field(max_length=240, description="The answer in one or two sentences.")]
    card: Annotated[Line, Field(max_length=90, description="One line for lists.")]
    date: Annotated[datetime.date, Field(description="First published, as 2026-03-01.")]
    reviewed: Annotated[datetime.date, Field(description="Last checked against the sources.")]
    covers: tuple[Line, ...] = ()
    references: Annotated[
        tuple[Id, ...], Field(default=(), description="Keys of the bibliography.")
    ]


class Reference(Record):
    """One paper of the bibliography."""

    authors: Line
    year: Annotated[Line, Field(pattern=r"^(19|20)[0-9]{2}$")]
    title: Line
    journal: Line
    doi: Annotated[Line | None, Field(default=None, pattern=r"^10\.[0-9]{4,9}/\S+$")]
    note: Annotated[Line | None, Field(default=None, description="What it is cited for.")]


class Bibliography(Record):
    """Every paper the site cites, by key."""

    papers: dict[Id, Reference]
