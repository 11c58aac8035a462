"""A plan template as its author writes it: phases, sessions, week patterns and progression."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from runlift_site.training.exercise import AlternativeRef
from runlift_site.training.fields import (
    Flag,
    Id,
    Line,
    MinutesSeconds,
    Number,
    Prose,
    Range,
    Record,
    Tempo,
    Whole,
)
from runlift_site.training.formats import NO_RACE, TIMED_FORMATS
from runlift_site.training.items import Amounts, Effort, Rest
from runlift_site.training.vocabulary import (
    TIERS_DOWNWARD,
    WEEKDAYS,
    BlockFormat,
    BlockKind,
    ExtraKit,
    Level,
    PhaseName,
    RaceGoal,
    RunType,
    SessionKind,
    Slot,
    Tier,
)

PatternKey = Annotated[str, Field(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=40)]
"""Name of a week pattern: a phase, or a name of the author's own."""


class Goal(Record):
    """What the plan leads to."""

    race: RaceGoal
    anchor: Annotated[str | None, Field(default=None, pattern="^race_day$")]
    race_weekday: Annotated[str | None, Field(default=None, pattern=f"^({'|'.join(WEEKDAYS)})$")]


class Pace(Record):
    """Pace by class of run, in seconds per kilometre; turns distance into time and back."""

    easy: MinutesSeconds
    long: MinutesSeconds
    hard: MinutesSeconds


class Phase(Record):
    """A stretch of weeks with one aim."""

    phase: PhaseName
    weeks: Annotated[Range, Field(description="First and last week, counted from 1.")]
    strength_per_week: Annotated[Whole, Field(ge=0, le=5, description="Full or short sessions.")]
    add_ons: Annotated[Whole, Field(default=0, ge=0, le=7)]
    focus: Annotated[Line, Field(max_length=44, description="The aim, printed on each sheet.")]
    why: Annotated[Prose | None, Field(default=None, description="The coach's note on the phase.")]
    pattern: Annotated[
        PatternKey | None,
        Field(default=None, description="Week pattern to use, if not the one named as the phase."),
    ]
    strength_tier: Annotated[
        Tier | None, Field(default=None, description="Kit for these weeks, if less than usual.")
    ]
    sets_factor: Annotated[Number | None, Field(default=None, gt=0, le=1)]
    min_rir: Annotated[
        Whole | None,
        Field(default=None, ge=0, le=6, description="Leave at least this many reps in reserve."),
    ]

    @property
    def pattern_key(self) -> str:
        """Key of the week pattern this phase follows."""
        return str(self.pattern or self.phase)

    def kit(self, plan_tier: Tier) -> Tier:
        """Kit of the phase's lifts: the plan variant's, or the phase's own if that is less."""
        return max(plan_tier, self.strength_tier or plan_tier, key=TIERS_DOWNWARD.index)


class ExerciseItem(Amounts):
    """An exercise with its dose."""

    exercise: Id
    sets: Annotated[
        Whole | None,
        Field(default=None, ge=1, le=10, description="Left out in circuits and pairs."),
    ]
    load: Annotated[Effort | None, Field(default=None, description="How hard.")]
    rest_s: Rest | None = None
    tempo: Tempo | None = None
    note: Annotated[Line | None, Field(default=None, max_length=90)]
    alternative: Annotated[
        Id | None, Field(default=None, alias="or", description="An easier exercise to choose.")
    ]


class FreeSlot(Record):
    """A place that the runner fills."""

    choose_your_own: Flag
    hint: Annotated[Line, Field(max_length=34)]
    sets: Annotated[Whole, Field(default=2, ge=1, le=6)]


def _item_kind(value: Any) -> str:
    # Tags begin with "#" so that no key of a file can be mistaken for one in an error's path.
    if isinstance(value, dict):
        return "#free" if "choose_your_own" in value else "#exercise"
    return "#free" if isinstance(value, FreeSlot) else "#exercise"


Item = Annotated[
    Annotated[ExerciseItem, Tag("#exercise")] | Annotated[FreeSlot, Tag("#free")],
    Discriminator(_item_kind),
]


class AutoMobility(StrEnum):
    """How a mobility block fills itself."""

    WORKED_MUSCLES = "worked_muscles"


def _not_timed(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in TIMED_FORMATS:
        raise PydanticCustomError(
            "timed_format", "no {format} here: {reason}", {"format": value, "reason": NO_RACE}
        )
    return value


class Block(Record):
    """A part of a session."""

    kind: BlockKind
    format: Annotated[BlockFormat, BeforeValidator(_not_timed)] = BlockFormat.STRAIGHT_SETS
    routine: Annotated[Id | None, Field(default=None, description="A routine to follow.")]
    auto: Annotated[
        AutoMobility | None,
        Field(default=None, description="For mobility: fill from the muscles worked."),
    ]
    minutes: Annotated[Whole | None, Field(default=None, ge=1, le=60)]
    rounds: Annotated[Whole | None, Field(default=None, ge=1, le=10)]
    rest_s: Rest | None = None
    note: Annotated[Line | None, Field(default=None, max_length=120)]
    items: tuple[Item, ...] = ()


class SessionTemplate(Record):
    """A strength session as written, before weeks and variants."""

    kind: SessionKind
    name: Annotated[Line | None, Field(default=None, max_length=24)]
    minutes: Annotated[Whole, Field(ge=5, le=120)]
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, max_length=6)]


class StrengthEntry(Record):
    """A strength session on a day."""

    strength: Id
    slot: Slot | None = None


class RunEntry(Record):
    """A run on a day: distance or time, one number or first and last week of the phase."""

    run: RunType
    km: Range | None = None
    minutes: Range | None = None
    slot: Slot | None = None
    treadmill_ok: Flag = False
    note: Annotated[Line | None, Field(default=None, max_length=120)]


class CrossTrainEntry(Record):
    """Cycling, swimming and the like."""

    cross_train: Line
    minutes: Range
    slot: Slot | None = None


class RestEntry(Record):
    """Nothing today."""

    rest: Flag


_ENTRY_KINDS = ("strength", "run", "cross_train", "rest")


def _entry_kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((f"#{kind}" for kind in _ENTRY_KINDS if kind in value), None)
    return {
        "StrengthEntry": "#strength",
        "RunEntry": "#run",
        "CrossTrainEntry": "#cross_train",
        "RestEntry": "#rest",
    }.get(type(value).__name__)


DayEntry = Annotated[
    Annotated[StrengthEntry, Tag("#strength")]
    | Annotated[RunEntry, Tag("#run")]
    | Annotated[CrossTrainEntry, Tag("#cross_train")]
    | Annotated[RestEntry, Tag("#rest")],
    Discriminator(
        _entry_kind,
        custom_error_type="day_entry",
        custom_error_message="a day holds strength, run, cross_train or rest",
    ),
]
DayEntries = Annotated[tuple[DayEntry, ...], Field(min_length=1, max_length=2)]


class WeekPattern(Record):
    """The seven days of a typical week."""

    mon: DayEntries
    tue: DayEntries
    wed: DayEntries
    thu: DayEntries
    fri: DayEntries
    sat: DayEntries
    sun: DayEntries
    place: Annotated[
        tuple[Id, ...],
        Field(default=(), max_length=7, description="Sessions to put on the best days."),
    ]

    def days(self) -> tuple[tuple[str, tuple[DayEntry, ...]], ...]:
        """Weekday key and entries, Monday first."""
        return tuple((day, getattr(self, day)) for day in WEEKDAYS)

    def strength(self) -> tuple[str, ...]:
        """Ids of the strength sessions in day order, then of those that wait for a day."""
        named = (
            entry.strength
            for _, entries in self.days()
            for entry in entries
            if isinstance(entry, StrengthEntry)
        )
        return (*named, *self.place)


class ProgressionRule(StrEnum):
    """How a dose grows."""

    DOUBLE = "double"
    HOLD = "hold"


class Progression(Record):
    """How the items of one kind of block grow from week to week."""

    applies_to: BlockKind
    rule: ProgressionRule
    reps_first: Annotated[Flag, Field(default=True, description="Reps rise before the load.")]
    then_load_pct: Annotated[
        Range | None, Field(default=None, description="Load step in percent once reps are full.")
    ]


class Deload(Record):
    """Easier weeks."""

    weeks: Annotated[tuple[Whole, ...], Field(min_length=1)]
    sets_factor: Annotated[Number, Field(default=0.6, gt=0, le=1)]
    run_factor: Annotated[Number, Field(default=0.75, gt=0, le=1)]
    keep_load: Flag = True


class Variant(Record):
    """One lower tier, derived, with replacements by hand."""

    derive: Flag
    kit: Annotated[
        tuple[ExtraKit, ...],
        Field(default=(), max_length=1, description="Kit on top of the tier's own."),
    ]
    override: dict[Id, AlternativeRef] = Field(
        default_factory=dict, description="What to do instead of an exercise, by its id."
    )

    @property
    def extra(self) -> frozenset[str]:
        """The pieces of equipment on top of the tier's own."""
        return frozenset(self.kit)


class Variants(Record):
    """The lower tiers this plan is published in."""

    home: Variant | None = None
    bodyweight: Variant | None = None

    def at(self, tier: Tier) -> Variant | None:
        """The variant of a tier, None if the plan has none."""
        return {Tier.HOME: self.home, Tier.BODYWEIGHT: self.bodyweight}.get(tier)


class Allowed(Record):
    """A finding that the author accepts, with the reason that is printed."""

    rule: Annotated[str, Field(pattern=r"^R[1-9][0-9]?$")]
    reason: Line
    week: Whole | None = None
    day: Annotated[str | None, Field(default=None, pattern=f"^({'|'.join(WEEKDAYS)})$")]


class Checks(Record):
    """Exceptions from the coaching rules."""

    allow: tuple[Allowed, ...] = ()


class PlanTemplate(Record):
    """One plan file; its id is the file's name without the ending."""

    id: Id
    name: Annotated[Line, Field(max_length=28)]
    lead: Annotated[Line, Field(max_length=160)]
    goal: Goal
    for_whom: Annotated[Line, Field(alias="for", description="Who this plan suits.")]
    not_for: Annotated[Line, Field(description="Who should choose another.")]
    level: Level
    written_for: Annotated[Tier, Field(description="Kit it was written for.")]
    weeks: Annotated[Whole, Field(ge=1, le=30)]
    pace: Pace
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    sessions: Annotated[dict[Id, SessionTemplate], Field(min_length=1)]
    week_pattern: Annotated[dict[PatternKey, WeekPattern], Field(min_length=1)]
    progression: tuple[Progression, ...] = ()
    deload: Deload | None = None
    variants: Variants = Variants()
    missed_days: Annotated[tuple[Line, ...], Field(default=(), max_length=5)]
    clearance: Annotated[
        tuple[Line, ...],
        Field(default=(), max_length=6, description="What to settle with a clinician first."),
    ]
    overview: Annotated[Prose | None, Field(default=None, description="What the plan is about.")]
    covers: tuple[Line, ...] = ()
    checks: Checks = Checks()
    status: Annotated[str, Field(default="ready", pattern="^(draft|ready)$")]

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """Tiers the plan is published in, the fullest kit first."""
        lower = (t for t in (Tier.HOME, Tier.BODYWEIGHT) if self.variants.at(t) is not None)
        return (self.written_for, *lower)
