"""Changes that several rules suggest: a dose written anew, an exercise or a lift more or less."""

from collections.abc import Iterable, Iterator, Sequence

from runlift_site.training.edits import Edit, at, changed, counted
from runlift_site.training.exercise import Exercise, fits_tier
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.library import Library
from runlift_site.training.plan import (
    Block,
    DayEntry,
    ExerciseItem,
    PlanTemplate,
    RestEntry,
    SessionTemplate,
    StrengthEntry,
)
from runlift_site.training.rules.model import Trial
from runlift_site.training.rules.phrases import listed
from runlift_site.training.rules.work import phase_of
from runlift_site.training.vocabulary import (
    WEEKDAYS,
    BlockFormat,
    BlockKind,
    Measure,
    Pattern,
    SessionKind,
    Slot,
    Tier,
)
from runlift_site.training.week import Path, Plan, Week

SETS = 2
_MOST_IDEAS = 3
_MOST_BLOCKS = 6
_AMOUNTS = {
    Measure.REPS: (10, "{n} reps"),
    Measure.REPS_PER_SIDE: (8, "{n} each side"),
    Measure.SECONDS: (30, "{n} s"),
    Measure.SECONDS_PER_SIDE: (20, "{n} s each side"),
    Measure.METRES: (20, "{n} m"),
    Measure.BREATHS: (5, "{n} breaths"),
}
_COUNTED = frozenset({Measure.REPS, Measure.REPS_PER_SIDE})


def rir(reserve: int) -> Effort:
    """An effort in reps in reserve."""
    return Effort(rir=reserve, percent_1rm=None, feel=None)


def written(span: Span) -> str:
    """A range as a plan file has it."""
    return str(span.low) if span.is_single else f"[{span.low}, {span.high}]"


def weeks_of(span: Span) -> str:
    """The weeks of a phase in words: "week 3", "weeks 3 to 5"."""
    return f"week {span.low}" if span.is_single else f"weeks {span.low} to {span.high}"


def written_out(template: PlanTemplate, path: Path) -> bool:
    """Whether the plan file itself holds an item, and not a routine that it follows."""
    block = template.sessions[str(path[1])].blocks[int(path[3])]
    return block.routine is None and bool(block.items)


def lowest_kit(plan: Plan, week: Week) -> Tier:
    """The least kit that a week is done with in any variant of its plan."""
    return phase_of(plan, week)[1].kit(plan.template.tiers[-1])


def ideas(
    plan: Plan, week: Week, patterns: Iterable[Pattern], library: Library
) -> tuple[Exercise, ...]:
    """Exercises of some patterns that every variant can do, the easiest first."""
    kit = lowest_kit(plan, week)
    found = [
        one for pattern in patterns for one in library.of_pattern(pattern) if fits_tier(one, kit)
    ]
    return tuple(sorted(found, key=lambda one: (one.level.rank, one.id)))


def small_dose(exercise: Exercise) -> tuple[ExerciseItem, str]:
    """Two easy sets of an exercise: as an item, and in words."""
    count, shown = _AMOUNTS[exercise.measure]
    effort = {"rir": 3} if exercise.measure in _COUNTED else {"feel": "slow"}
    dose = {exercise.measure.value: count, "load": effort, "rest_s": 60}
    item = ExerciseItem.model_validate({"exercise": exercise.id, "sets": SETS, **dose})
    return item, f"{exercise.name.lower()} ({SETS} x {shown.format(n=count)})"


def drill_dose(exercise: Exercise) -> tuple[ExerciseItem, str]:
    """A usual dose of a drill: as an item, and in words."""
    count, shown = _AMOUNTS[exercise.measure]
    item = ExerciseItem.model_validate({"exercise": exercise.id, exercise.measure.value: count})
    return item, f"{exercise.name.lower()} ({shown.format(n=count)})"


def new_block(kind: BlockKind, **values: object) -> Block:
    """A block of a session, with what it is written with."""
    return Block.model_validate({"kind": kind, **values})


def with_accessory(session: SessionTemplate, items: Sequence[ExerciseItem]) -> tuple[Block, ...]:
    """The blocks of a session with some small work added."""
    blocks = list(session.blocks)
    for index, part in enumerate(blocks):
        straight = part.format is BlockFormat.STRAIGHT_SETS
        if part.kind is BlockKind.ACCESSORY and part.items and straight:
            blocks[index] = part.model_copy(update={"items": (*part.items, *items)})
            return tuple(blocks)
    place = next(
        (i for i, part in enumerate(blocks) if part.kind is BlockKind.MOBILITY), len(blocks)
    )
    blocks.insert(place, new_block(BlockKind.ACCESSORY, items=tuple(items)))
    return tuple(blocks)


def added(plan: Plan, week: Week, choices: Sequence[Sequence[Exercise]]) -> Iterator[Trial]:
    """Trials that add exercises to a session of a week, one of each list of choices.

    Longer sessions come first: they have room. The first of each list is tried in all of them
    before the second of any.
    """
    if not choices or not all(choices):
        return
    lifts = sorted(week.lifts, key=lambda lift: -lift.minutes)
    for number in range(min(_MOST_IDEAS, max(map(len, choices)))):
        chosen = [small_dose(some[min(number, len(some) - 1)]) for some in choices]
        for name in dict.fromkeys(lift.session_id for lift in lifts):
            blocks = with_accessory(plan.template.sessions[name], [item for item, _ in chosen])
            if len(blocks) <= _MOST_BLOCKS:
                yield Trial(
                    f"Add {listed(said for _, said in chosen)} to '{name}'.",
                    (Edit(("sessions", name, "blocks"), blocks),),
                )


def without_entry(plan: Plan, path: Path) -> Edit:
    """A day without one of the sessions it is written with."""
    entries: tuple[DayEntry, ...] = at(plan.template, path[:-1])
    left = tuple(entry for index, entry in enumerate(entries) if index != path[-1])
    if len(left) == 1 and not isinstance(left[0], RestEntry):
        left = (left[0].model_copy(update={"slot": None}),)
    return Edit(path[:-1], left or (RestEntry(rest=True),))


def with_entry(
    plan: Plan, pattern: str, weekday: int, session: str, slots: tuple[Slot, Slot] | None
) -> Edit:
    """A day with a lift more, and slots for what it holds already and for the lift."""
    path: Path = ("week_pattern", pattern, WEEKDAYS[weekday])
    there = tuple(e for e in at(plan.template, path) if not isinstance(e, RestEntry))
    if not there or slots is None:
        return Edit(path, (*there, StrengthEntry(strength=session)))
    first = there[0].model_copy(update={"slot": slots[0]})
    return Edit(path, (first, StrengthEntry(strength=session, slot=slots[1])))


def recounted(plan: Plan, week: Week, edits: tuple[Edit, ...]) -> str:
    """What the phase of a week says of its number of lifts after a change, in brackets."""
    _, phase = phase_of(plan, week)
    after = changed(plan.template, edits)
    key = phase.pattern_key
    full, add_ons = counted(after.week_pattern[key], after.sessions)
    said = []
    if full != phase.strength_per_week:
        said.append(f"strength_per_week: {full}")
    if add_ons != phase.add_ons:
        said.append(f"add_ons: {add_ons}")
    return f" ({', '.join(said)})" if said else ""


def left_out(plan: Plan, week: Week, path: Path, session: str) -> Trial:
    """The trial of leaving a lift out of the day that names it."""
    edits = (without_entry(plan, path),)
    return Trial(f"Leave {session} out{recounted(plan, week, edits)}.", edits)


def sessions_by_weight(template: PlanTemplate, kind: SessionKind) -> tuple[str, ...]:
    """Names of a plan's sessions that may stand for one of a kind, the shortest first."""
    wanted = {kind} if kind is SessionKind.ADD_ON else {SessionKind.SHORT, SessionKind.FULL}
    found = [(one.minutes, name) for name, one in template.sessions.items() if one.kind in wanted]
    return tuple(name for _, name in sorted(found))
