"""What `content/site.yaml` says about the whole site."""

from typing import Annotated

from pydantic import Field

from runlift_site.training.fields import Flag, Id, Line, Prose, Record, Whole
from runlift_site.training.vocabulary import Tier

ADDRESS_PATTERN = r"^https?://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/$"


class WeekRef(Record):
    """One week of one plan variant."""

    plan: Id
    variant: Tier
    week: Annotated[Whole, Field(ge=1)]


class Home(Record):
    """The start page."""

    headline: Annotated[Line, Field(max_length=60)]
    marked: Annotated[Line, Field(description="The end of the headline, shown highlighted.")]
    lead: Line
    week: Annotated[WeekRef, Field(description="The real week drawn as the picture of the page.")]
    plans: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)]
    guides: Annotated[tuple[Id, ...], Field(min_length=1, max_length=6)]


class PaperUnits(Record):
    """Unit of weight in the write-in boxes of each paper format."""

    a4: Annotated[Line, Field(pattern="^(kg|lb)$")] = "kg"
    letter: Annotated[Line, Field(pattern="^(kg|lb)$")] = "lb"


class Settings(Record):
    """The site file."""

    title: Annotated[Line, Field(max_length=40)]
    tagline: Annotated[Line, Field(max_length=120)]
    base_url: Annotated[
        Line,
        Field(
            pattern=ADDRESS_PATTERN,
            description="Public address, ending in a slash.",
        ),
    ]
    language: Annotated[Line, Field(default="en", pattern="^[a-z]{2}(-[A-Z]{2})?$")]
    papers: Annotated[
        tuple[Annotated[str, Field(pattern="^(a4|letter)$")], ...],
        Field(default=("a4", "letter"), min_length=1, description="Formats to print sheets in."),
    ]
    paper_units: PaperUnits = PaperUnits()
    home: Home
    guides: Annotated[tuple[Id, ...], Field(description="Order of the guides.")]
    plans: Annotated[tuple[Id, ...], Field(description="Order of the plans.")]
    readiness: Annotated[
        tuple[Line, ...],
        Field(min_length=1, max_length=5, description="Who should ask a professional first."),
    ]
    footer: Prose
    pdf: Annotated[Flag, Field(default=True, description="Whether sheets are printed at all.")]
