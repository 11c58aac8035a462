"""A strength session as its card: blocks in their order, one row an exercise."""

from dataclasses import dataclass, replace

from runlift_site.pages import names, urls
from runlift_site.pages.amounts import (
    DoseView,
    clock_span,
    dose,
    duration,
    effort,
    ramp_in_words,
    rest_in_words,
    short_dose,
    tempo,
)
from runlift_site.pages.frame import Link
from runlift_site.pages.progression_line import progression_line
from runlift_site.pages.wording import Wording
from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import BlockFormat, BlockKind, Fidelity
from runlift_site.training.week import (
    Day,
    Lift,
    Plan,
    PlannedBlock,
    PlannedFreeSlot,
    PlannedItem,
    Run,
    Week,
)


@dataclass(frozen=True, slots=True)
class RowView:
    """An exercise in a block.

    Attributes:
        name: Name of the exercise.
        href: Its page.
        cue: One short cue; empty for drills.
        dose: How much.
        load: How hard, such as "RPE 8"; may be empty.
        rest: Rest after a set, such as "rest 1:30"; may be empty.
        notes: Further small lines: the ramp-up, tempo, the author's note.
        swap: What it stands in for, in words; empty where nothing was swapped.
        match: "partial match" or "poor match"; empty for a good one.
        swap_reason: Why the match is what it is.
        alternative: An easier exercise to choose, or None.
    """

    name: str
    href: str
    cue: str
    dose: DoseView
    load: str
    rest: str
    notes: tuple[str, ...]
    swap: str
    match: str
    swap_reason: str
    alternative: Link | None


@dataclass(frozen=True, slots=True)
class FreeRowView:
    """A place that the runner fills."""

    hint: str
    sets: str
    href: str


@dataclass(frozen=True, slots=True)
class DrillView:
    """A drill or stretch: name and amount in one line."""

    name: str
    href: str
    amount: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of a session.

    Attributes:
        kind: warm_up, main, accessory or mobility.
        title: Its heading.
        aside: What stands beside the heading: rest, minutes, or what the block is for.
        bracket: Heading of the bracket of a circuit or pair; empty for straight sets.
        progression: This week's sentence; may be empty.
        hint: Explains the effort where it first appears on the page; may be empty.
        note: The author's note; may be empty.
        line: What a mobility block looks after; may be empty.
        rows: Exercises and free places of main and accessory blocks.
        drills: Exercises of warm-up and mobility blocks.
    """

    kind: str
    title: str
    aside: str
    bracket: str
    progression: str
    hint: str
    note: str
    line: str
    rows: tuple[RowView | FreeRowView, ...]
    drills: tuple[DrillView, ...]


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session card.

    Attributes:
        anchor: Its id on the page.
        letter: Letter of the badge.
        filled: Whether the badge is filled: heavy leg work.
        name: Name with letter, such as "Heavy A".
        when: Day, order and length: "Tuesday, after easy 40 min · 55 min".
        blocks: In their order.
    """

    anchor: str
    letter: str
    filled: bool
    name: str
    when: str
    blocks: tuple[BlockView, ...]


def session_cards(plan: Plan, week: Week, words: Wording, path: str) -> tuple[SessionView, ...]:
    """The cards of a week's sessions, in day order.

    Args:
        plan: The plan, for what earlier weeks asked.
        week: The week.
        words: Interface words.
        path: Path of the page the cards stand on.
    """
    cards = tuple(
        _card(plan, week, day, lift, words, path) for day in week.days for lift in day.lifts
    )
    return _explain_effort_once(cards, week, words)


def session_name(lift: Lift, words: Wording) -> str:
    """The session's name with its letter, such as "Heavy A"."""
    kind = "heavy" if lift.heavy_leg else "light"
    return words("session.name", name=lift.name or words(f"session.{kind}"), letter=lift.letter)


def _card(plan: Plan, week: Week, day: Day, lift: Lift, words: Wording, path: str) -> SessionView:
    ramped = _first_heavy(lift)
    return SessionView(
        anchor=urls.session_anchor(lift.letter),
        letter=lift.letter,
        filled=lift.heavy_leg,
        name=session_name(lift, words),
        when=_when(day, lift, words),
        blocks=tuple(
            _block(block, progression_line(plan, week, lift, block, words), ramped, words, path)
            for block in lift.blocks
        ),
    )


def _first_heavy(lift: Lift) -> PlannedItem | None:
    """The item that the ramp is told for: whatever is heavy after it finds the runner warm."""
    items = (item for block in lift.blocks for item in block.exercises)
    return next((item for item in items if item.ramp_up), None)


def _when(day: Day, lift: Lift, words: Wording) -> str:
    place = day.sessions.index(lift)
    others = [
        words(
            "session.after" if position < place else "session.before",
            run=words(f"run_short.{other.run_type.value}"),
            time=duration(words, other.minutes),
        )
        for position, other in enumerate(day.sessions)
        if isinstance(other, Run)
    ]
    name = words.list("days.long")[day.weekday]
    text = ", ".join((name, *others))
    return words("session.when", day=text, time=duration(words, lift.minutes))


def _block(
    block: PlannedBlock, progression: str, ramped: PlannedItem | None, words: Wording, path: str
) -> BlockView:
    small = block.kind in (BlockKind.WARM_UP, BlockKind.MOBILITY)
    bracketed = block.format is not BlockFormat.STRAIGHT_SETS
    return BlockView(
        kind=block.kind.value,
        title=words(f"block.{block.kind.value}"),
        aside=_aside(block, words),
        bracket=_bracket(block, words) if bracketed else "",
        progression=progression,
        hint="",
        note=block.note or "",
        line=_worked(block, words),
        rows=()
        if small
        else tuple(_row(item, bracketed, item is ramped, words, path) for item in block.items),
        drills=_drills(block, words, path) if small else (),
    )


def _aside(block: PlannedBlock, words: Wording) -> str:
    if block.kind in (BlockKind.WARM_UP, BlockKind.MOBILITY):
        minutes = block.minutes or (block.routine.minutes if block.routine else None)
        return duration(words, minutes) if minutes else ""
    if block.kind is BlockKind.ACCESSORY:
        return words("block.accessory_aside")
    if block.format is not BlockFormat.STRAIGHT_SETS:
        return ""
    rests = [item.prescription.rest_s for item in block.exercises if item.prescription.rest_s]
    if not rests:
        return rest_in_words(words, block.rest_s) if block.rest_s else ""
    whole = Span(min(rest.low for rest in rests), max(rest.high for rest in rests))
    return rest_in_words(words, whole)


def _bracket(block: PlannedBlock, words: Wording) -> str:
    kind = "circuit" if block.format is BlockFormat.CIRCUIT else "pair"
    head = words(f"block.{kind}", n=block.rounds or 1)
    if block.rest_s is None:
        return head
    return words("block.rest_after", head=head, time=clock_span(block.rest_s))


def _worked(block: PlannedBlock, words: Wording) -> str:
    if not block.muscles:
        return ""
    return words("block.worked", muscles=", ".join(names.muscles(words, block.muscles)))


def _drills(block: PlannedBlock, words: Wording, path: str) -> tuple[DrillView, ...]:
    return tuple(
        DrillView(
            name=item.exercise.name,
            href=urls.relative(path, urls.exercise(item.exercise.id)),
            amount=short_dose(words, item.prescription),
        )
        for item in block.exercises
    )


def _row(
    item: PlannedItem | PlannedFreeSlot, bracketed: bool, ramped: bool, words: Wording, path: str
) -> RowView | FreeRowView:
    if isinstance(item, PlannedFreeSlot):
        href = urls.relative(path, urls.EXERCISES)
        return FreeRowView(names.capital(item.hint), words("dose.free_sets", n=item.sets), href)
    asked = item.prescription
    rest = "" if asked.rest_s is None else words("dose.rest", time=clock_span(asked.rest_s))
    ramp = ramp_in_words(words, item.ramp_up, asked.measure) if ramped else ""
    slow = tempo(words, asked.tempo)
    return RowView(
        name=item.exercise.name,
        href=urls.relative(path, urls.exercise(item.exercise.id)),
        cue=item.exercise.cues[0],
        dose=dose(words, asked, rounds=bracketed),
        load=effort(words, asked.effort),
        rest="" if bracketed else rest,
        notes=tuple(note for note in (ramp, slow, item.note) if note),
        swap=""
        if item.swap is None
        else words("swap.instead", name=names.in_sentence(item.swap.instead_of.name)),
        match=_match(item, words),
        swap_reason="" if item.swap is None else item.swap.reason,
        alternative=_alternative(item, path),
    )


def _match(item: PlannedItem, words: Wording) -> str:
    if item.swap is None or item.swap.fidelity is Fidelity.GOOD:
        return ""
    return words(f"swap.match.{item.swap.fidelity.value}")


def _alternative(item: PlannedItem, path: str) -> Link | None:
    other = item.alternative
    if other is None:
        return None
    return Link(other.name, urls.relative(path, urls.exercise(other.id)))


def _explain_effort_once(
    cards: tuple[SessionView, ...], week: Week, words: Wording
) -> tuple[SessionView, ...]:
    """Say what RPE means under the first block of the page that names one."""
    for place, lift in enumerate(week.lifts):
        for position, block in enumerate(lift.blocks):
            efforts = [item.prescription.effort for item in block.exercises]
            left = next((e.rir for e in efforts if e is not None and e.rir is not None), None)
            card = cards[place]
            if left is None or not card.blocks[position].rows:
                continue
            hint = words("dose.rpe_means", rpe=10 - left, n=left)
            blocks = list(card.blocks)
            blocks[position] = replace(blocks[position], hint=hint)
            told = replace(card, blocks=tuple(blocks))
            return (*cards[:place], told, *cards[place + 1 :])
    return cards
