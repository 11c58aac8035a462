"""An exercise: one movement, how it is done, and what can stand in for it."""

from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from runlift_site.training.dose import DoseRange, parse_dose
from runlift_site.training.fields import Id, Line, Prose, Record, Tempo
from runlift_site.training.vocabulary import (
    TIER_EQUIPMENT,
    Benefit,
    Equipment,
    Impact,
    Laterality,
    Level,
    LoadType,
    Measure,
    Muscle,
    Opens,
    Pattern,
    Plane,
    Tier,
)

NAME_ON_PAPER = 26
"""Characters of a name that fit the exercise column of a week sheet."""
CUE_CHARACTERS = 34
CUE_WORDS = 5


def _cue(text: str) -> str:
    if len(text) > CUE_CHARACTERS:
        raise PydanticCustomError(
            "cue_length",
            "a cue has at most {limit} characters, this one has {length}",
            {"limit": CUE_CHARACTERS, "length": len(text)},
        )
    if len(text.split()) > CUE_WORDS:
        raise PydanticCustomError(
            "cue_words",
            "a cue has at most {limit} words, this one has {length}",
            {"limit": CUE_WORDS, "length": len(text.split())},
        )
    return text


def _one_or_several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _named_exercise(value: Any) -> Any:
    return {"exercise": value} if isinstance(value, str) else value


def _dose(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    dose = parse_dose(value)
    if dose is None:
        raise PydanticCustomError(
            "dose", "a dose reads like '4 x 4-6', '3 x 8 per side', '2 x 30 s' or '2 x 20 m'"
        )
    return dose


KitChoice = Annotated[tuple[Equipment, ...], BeforeValidator(_one_or_several), Field(min_length=1)]
"""One piece of equipment, or several of which one is enough."""
Dose = Annotated[DoseRange, BeforeValidator(_dose)]


class Muscles(Record):
    """Muscles worked."""

    primary: Annotated[
        tuple[Muscle, ...],
        Field(min_length=1, description="The muscles that do most of the work."),
    ]
    secondary: Annotated[
        tuple[Muscle, ...], Field(default=(), description="The muscles that help.")
    ]


class Mistake(Record):
    """A common mistake and its mend."""

    see: Annotated[Line, Field(description="What a coach would see.")]
    fix: Annotated[Line, Field(description="What to do about it.")]


class Contraindication(Record):
    """When to leave the exercise out, and what to do then."""

    when: Annotated[Line, Field(description="The complaint or state.")]
    do: Annotated[Line, Field(description="What to do in that case.")]


class RunningBenefit(Record):
    """What the exercise does for running."""

    tags: Annotated[tuple[Benefit, ...], Field(min_length=1)]
    note: Annotated[Line, Field(description="One sentence for the runner.")]


class Ladder(Record):
    """Neighbours on the ladder of difficulty."""

    easier: tuple[Id, ...] = ()
    harder: tuple[Id, ...] = ()


class Alternative(Record):
    """What to do with less kit."""

    exercise: Id
    pattern_note: Annotated[
        Line | None,
        Field(
            default=None,
            description="Needed where the movement pattern differs: why this one all the same.",
        ),
    ]


AlternativeRef = Annotated[Alternative, BeforeValidator(_named_exercise)]


class Alternatives(Record):
    """One alternative for each lower tier."""

    home: AlternativeRef | None = None
    bodyweight: AlternativeRef | None = None

    def at(self, tier: Tier) -> Alternative | None:
        """The alternative named for a tier, None if there is none."""
        return {Tier.HOME: self.home, Tier.BODYWEIGHT: self.bodyweight}.get(tier)


class DefaultDose(Record):
    """A usual dose for each tier."""

    gym: Dose | None = None
    home: Dose | None = None
    bodyweight: Dose | None = None


class ExternalIds(Record):
    """The same exercise in other people's lists."""

    fed: Line | None = None
    wger: Line | None = None
    garmin: Line | None = None


class Source(Record):
    """Where the text comes from and under which licence."""

    kind: Line
    licence: Line


class Exercise(Record):
    """One exercise file; its id is the file's name without the ending."""

    id: Id
    name: Annotated[Line, Field(max_length=60, description="Plain standard name, sentence case.")]
    short_name: Annotated[
        Line | None,
        Field(
            default=None,
            max_length=NAME_ON_PAPER,
            description="Name on paper; needed where the name has more than 26 characters.",
        ),
    ]
    aliases: Annotated[tuple[Line, ...], Field(default=(), description="Other common names.")]
    pattern: Annotated[Pattern, Field(description="Movement pattern.")]
    plane: Annotated[tuple[Plane, ...], Field(default=(Plane.SAGITTAL,), min_length=1)]
    opens: Annotated[
        tuple[Opens, ...], Field(default=(), description="For warm-up drills: what it opens.")
    ]
    muscles: Muscles
    equipment: Annotated[
        tuple[KitChoice, ...],
        Field(
            min_length=1,
            description="What is needed; an entry that is a list means one of them. none for bare"
            " hands.",
        ),
    ]
    load_type: LoadType
    laterality: Laterality
    measure: Annotated[Measure, Field(description="What a set counts.")]
    level: Level
    impact: Impact
    summary: Annotated[Line, Field(max_length=160, description="One sentence: what it is.")]
    running_benefit: RunningBenefit | None = None
    prerequisites: Annotated[
        tuple[Id, ...], Field(default=(), description="Exercises to master before going heavy.")
    ]
    contraindications: tuple[Contraindication, ...] = ()
    setup: Annotated[tuple[Line, ...], Field(min_length=1, max_length=5)]
    steps: Annotated[tuple[Line, ...], Field(min_length=3, max_length=8)]
    cues: Annotated[
        tuple[Annotated[Line, AfterValidator(_cue)], ...],
        Field(min_length=3, max_length=5, description="The first stands on the week sheet."),
    ]
    mistakes: Annotated[tuple[Mistake, ...], Field(min_length=2, max_length=5)]
    breathing: Line
    tempo: Tempo | None = None
    rom_note: Annotated[Line | None, Field(default=None, description="How far to move.")]
    safety: Prose
    ladder: Ladder = Ladder()
    alternatives: Alternatives = Alternatives()
    default_dose: DefaultDose = DefaultDose()
    mobility_for: Annotated[
        tuple[Muscle, ...],
        Field(default=(), description="For mobility work: the muscles it looks after."),
    ]
    external_ids: ExternalIds = ExternalIds()
    sources: Annotated[tuple[Source, ...], Field(default=())]
    covers: Annotated[
        tuple[Annotated[str, Field(pattern=r"^S[1-9][0-9]?$")], ...],
        Field(default=(), description="Statements that this page covers, for the coverage table."),
    ]
    status: Annotated[
        str,
        Field(default="ready", pattern="^(draft|ready)$", description="draft: not published."),
    ]

    @model_validator(mode="after")
    def _fits_paper(self) -> "Exercise":
        if len(self.name) > NAME_ON_PAPER and self.short_name is None:
            raise PydanticCustomError(
                "short_name_needed",
                "the name has {length} characters: add a short_name of at most {limit} for paper",
                {"length": len(self.name), "limit": NAME_ON_PAPER},
            )
        return self

    @cached_property
    def tier(self) -> Tier:
        """The lowest tier whose equipment is enough."""
        for tier in (Tier.BODYWEIGHT, Tier.HOME):
            if fits_tier(self, tier):
                return tier
        return Tier.GYM

    @property
    def paper_name(self) -> str:
        """The name as printed on sheets and cards."""
        return self.short_name or self.name


def fits_tier(exercise: Exercise, tier: Tier, extra: frozenset[str] = frozenset()) -> bool:
    """Whether an exercise can be done with the equipment of a tier, and what comes on top of it."""
    kit = TIER_EQUIPMENT[tier]
    return all(
        any(piece in kit or piece in extra for piece in choice) for choice in exercise.equipment
    )
