"""The plan as lived: weeks of days with runs and lifts, every dose worked out.

A template (``training.plan``) says what may happen; these values say what does. Only a template
whose references resolve can become one of them, so pages and sheets never see an unchecked plan.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from runlift_site.training.exercise import Exercise
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.plan import Phase, PlanTemplate
from runlift_site.training.routine import Routine
from runlift_site.training.vocabulary import (
    DAY_NAMES,
    REDUCED_PHASES,
    BlockFormat,
    BlockKind,
    Fidelity,
    Measure,
    Muscle,
    PhaseName,
    RunClass,
    RunType,
    SessionKind,
    Slot,
    Tier,
)

WORK = frozenset({BlockKind.MAIN, BlockKind.ACCESSORY})
"""The blocks whose exercises make a session what it is."""

Path = tuple[str | int, ...]
"""Where in the plan file something was written: keys and indexes from the top."""


@dataclass(frozen=True, slots=True)
class Swap:
    """An exercise that stands in for another because of the kit.

    Attributes:
        instead_of: The exercise that was written.
        fidelity: How well the training effect is kept.
        reason: One plain sentence that says why the match is good, partial or poor.
        by_hand: Whether the author named it in the plan's ``override``.
    """

    instead_of: Exercise
    fidelity: Fidelity
    reason: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Prescription:
    """What one week asks of one exercise.

    Attributes:
        sets: Number of sets; rounds in a circuit or pair.
        measure: What one set counts.
        amount: One number in the measure's unit, within ``range``.
        range: The range the item was written with (after variant conversion).
        effort: How hard; None where the exercise has no effort worth naming.
        rest_s: Rest after a set, seconds; None inside circuits and pairs and where none is given.
        tempo: Down-pause-up-pause in seconds, or None.
        load_rises: Whether this is a week to add load (or take a harder version).
        load_step_pct: Range of the load step in percent when ``load_rises``, else None.
    """

    sets: int
    measure: Measure
    amount: int
    range: Span
    effort: Effort | None
    rest_s: Span | None
    tempo: str | None = None
    load_rises: bool = False
    load_step_pct: Span | None = None


@dataclass(frozen=True, slots=True)
class RampSet:
    """A lighter set on the way to the working weight.

    Attributes:
        percent: Part of the working weight.
        reps: Repetitions; each side where the item counts each side.
    """

    percent: int
    reps: int


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An exercise in a session of one week.

    Attributes:
        exercise: The exercise.
        prescription: What the week asks of it.
        path: Where it was written.
        swap: What it stands in for.
        alternative: An easier exercise to choose.
        note: The author's note.
        heavy: Whether it is heavy work.
        ramp_up: Lighter sets before the working sets, in order.
    """

    exercise: Exercise
    prescription: Prescription
    path: Path
    swap: Swap | None = None
    alternative: Exercise | None = None
    note: str | None = None
    heavy: bool = False
    ramp_up: tuple[RampSet, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedFreeSlot:
    """A place the runner fills, with a hint such as "your weak spot"."""

    hint: str
    sets: int
    path: Path


@dataclass(frozen=True)
class PlannedBlock:
    """A part of a session.

    Attributes:
        kind: Warm-up, main, accessory or mobility.
        format: How sets follow each other.
        items: Exercises and free slots in order; for routines their items as prescriptions.
        path: Where it was written.
        rounds: For circuits and pairs; None for straight sets.
        rest_s: Rest after each round of a circuit or pair, or the block's usual rest.
        minutes: Length where it is known.
        routine: The routine followed, if any.
        muscles: For mobility filled from the work done: the muscles, most worked first.
        note: The author's note.
    """

    kind: BlockKind
    format: BlockFormat
    items: tuple[PlannedItem | PlannedFreeSlot, ...]
    path: Path
    rounds: int | None = None
    rest_s: Span | None = None
    minutes: int | None = None
    routine: Routine | None = None
    muscles: tuple[Muscle, ...] = ()
    note: str | None = None

    @cached_property
    def exercises(self) -> tuple[PlannedItem, ...]:
        """The items that name an exercise."""
        return tuple(item for item in self.items if isinstance(item, PlannedItem))


@dataclass(frozen=True)
class Lift:
    """A strength session on a day.

    Attributes:
        session_id: Key of the session in the template.
        letter: A, B, C... in day order within the week.
        name: The author's name, else "Heavy" or "Light" (the letter is added when shown).
        kind: Full, short or add-on.
        minutes: Planned length.
        blocks: Warm-up, main, accessory, mobility, as far as the kind has them.
        heavy_leg: At least half of the main sets are leg patterns and one of those items is heavy.
        leg_dominant: At least half of the main sets are leg patterns.
        tier: Kit of this week's session.
        path: Where the day names it.
        session_path: Where the session is written.
        slot: am or pm where the day has two sessions.
    """

    session_id: str
    letter: str
    name: str | None
    kind: SessionKind
    minutes: int
    blocks: tuple[PlannedBlock, ...]
    heavy_leg: bool
    leg_dominant: bool
    tier: Tier
    path: Path
    session_path: Path
    slot: Slot | None = None

    @property
    def plates(self) -> int:
        """Plates drawn under the line: 3 heavy legs, 2 full session, 1 short, light or add-on."""
        if self.heavy_leg:
            return 3
        loaded = self.tier is not Tier.BODYWEIGHT
        return 2 if self.kind is SessionKind.FULL and loaded else 1

    def block(self, kind: BlockKind) -> PlannedBlock | None:
        """The first block of a kind, None if there is none."""
        return next((block for block in self.blocks if block.kind is kind), None)

    @cached_property
    def main(self) -> tuple[PlannedItem, ...]:
        """The exercises of its main blocks."""
        return tuple(
            item
            for block in self.blocks
            if block.kind is BlockKind.MAIN
            for item in block.exercises
        )

    @cached_property
    def work(self) -> tuple[PlannedItem, ...]:
        """Its main and accessory exercises: neither warm-up nor mobility, which hold of all."""
        return tuple(
            item for block in self.blocks if block.kind in WORK for item in block.exercises
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A run on a day; minutes and kilometres are both known.

    Attributes:
        run_type: Kind of run.
        minutes: Planned time.
        km: Planned distance, kilometres to one decimal.
        by_distance: Whether the author gave a distance (time is worked out) or a time.
        path: Where the day names it.
    """

    run_type: RunType
    minutes: int
    km: float
    by_distance: bool
    path: Path
    slot: Slot | None = None
    treadmill_ok: bool = False
    note: str | None = None

    @property
    def run_class(self) -> RunClass:
        """What the week rules ask of this run."""
        return self.run_type.run_class


@dataclass(frozen=True, slots=True)
class CrossTraining:
    """Cycling, swimming and the like."""

    activity: str
    minutes: int
    path: Path
    slot: Slot | None = None


Session = Run | Lift | CrossTraining


@dataclass(frozen=True)
class Day:
    """One day; no sessions means rest.

    Attributes:
        weekday: 0 is Monday.
        sessions: In the order they are done.
        path: Where the day is written.
    """

    weekday: int
    sessions: tuple[Session, ...]
    path: Path

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of the day."""
        return tuple(s for s in self.sessions if isinstance(s, Run))

    @cached_property
    def lifts(self) -> tuple[Lift, ...]:
        """The strength sessions of the day."""
        return tuple(s for s in self.sessions if isinstance(s, Lift))

    @cached_property
    def is_strength(self) -> bool:
        """Whether it holds a full or short session; an add-on does not make a strength day."""
        return any(lift.kind is not SessionKind.ADD_ON for lift in self.lifts)


@dataclass(frozen=True, slots=True)
class DayInPlace:
    """A day with the days around it; None at the ends of a plan."""

    before: Day | None
    day: Day
    after: Day | None

    @property
    def name(self) -> str:
        """Name of the weekday."""
        return DAY_NAMES[self.day.weekday]


@dataclass(frozen=True)
class Week:
    """One week of a plan in one variant.

    Attributes:
        number: Counted from 1.
        phase: Phase of the year.
        focus: Its aim, one short line.
        why: The coach's note on the phase, Markdown, or None.
        easy: Whether it is an easier week (deload).
        days: Seven days, Monday first.
        clear: Weekdays (0 is Monday) on which heavy leg work would raise an error or a warning.
    """

    number: int
    phase: PhaseName
    focus: str
    why: str | None
    easy: bool
    days: tuple[Day, ...]
    clear: frozenset[int]

    @property
    def normal(self) -> bool:
        """Whether doses climb in this week: no easier week, taper or race week."""
        return not self.easy and self.phase not in REDUCED_PHASES

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """All runs of the week in day order."""
        return tuple(run for day in self.days for run in day.runs)

    @cached_property
    def lifts(self) -> tuple[Lift, ...]:
        """All strength sessions of the week in day order."""
        return tuple(lift for day in self.days for lift in day.lifts)


@dataclass(frozen=True)
class Plan:
    """A template expanded for one tier."""

    template: PlanTemplate
    tier: Tier
    weeks: tuple[Week, ...]

    @cached_property
    def lifts(self) -> tuple[tuple[int, int, Lift], ...]:
        """Week, weekday and lift of all strength sessions."""
        return tuple(
            (week.number, day.weekday, lift)
            for week in self.weeks
            for day in week.days
            for lift in day.lifts
        )

    @cached_property
    def first_lifts(self) -> tuple[tuple[int, int, Lift], ...]:
        """Week, weekday and lift where each session is done for the first time with its kit."""
        first: dict[tuple[str, Tier], tuple[int, int, Lift]] = {}
        for one in self.lifts:
            first.setdefault((one[2].session_id, one[2].tier), one)
        return tuple(first.values())

    @cached_property
    def phases(self) -> tuple[tuple[int, Phase], ...]:
        """The phase of each week, with its place in the file."""
        return tuple(
            next(
                (index, phase)
                for index, phase in enumerate(self.template.phases)
                if phase.weeks.low <= week.number <= phase.weeks.high
            )
            for week in self.weeks
        )

    @cached_property
    def places(self) -> tuple[tuple[Week, tuple[DayInPlace, ...]], ...]:
        """Each week with its days between their neighbours: Sunday comes before Monday."""
        days = (None, *(day for week in self.weeks for day in week.days), None)
        inner = iter(map(DayInPlace, days, days[1:], days[2:]))  # type: ignore[arg-type]
        return tuple((week, tuple(islice(inner, len(week.days)))) for week in self.weeks)
