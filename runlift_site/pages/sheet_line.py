"""The lines of a session on paper that must fit in one line: when, warm-up, mobility, swaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from runlift_site.pages import names
from runlift_site.pages.amounts import duration, short_dose
from runlift_site.pages.paper_type import LINE, LINE_BOLD, SESSION_NAME, SMALL, WHEN
from runlift_site.pages.session_card import session_name
from runlift_site.pages.sheet_measures import (
    BADGE_MM,
    DATE_HALF_MM,
    DATE_MM,
    HALF_MM,
    HEAD_SPACE_MM,
    SESSION_MM,
    line_room_mm,
)
from runlift_site.pages.wording import Wording
from runlift_site.training.vocabulary import BlockKind, Fidelity
from runlift_site.training.week import (
    Day,
    Lift,
    PlannedBlock,
    PlannedFreeSlot,
    PlannedItem,
    Run,
    Week,
)


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Says what fits, and leaves the rest to the page of the week.

    Attributes:
        words: Interface words.
    """

    words: Wording

    def when(self, lift: Lift, week: Week, beside: bool) -> str:
        """Day, order and length of a session, as much as fits beside its name."""
        width, date = (HALF_MM, DATE_HALF_MM) if beside else (SESSION_MM, DATE_MM)
        name = SESSION_NAME.width_mm(session_name(lift, self.words))
        room = width - BADGE_MM - name - date - 2 * HEAD_SPACE_MM
        day = next(day for day in week.days if lift in day.sessions)
        long_name = self.words.list("days.long")[day.weekday]
        order = self._order(lift, day)
        about = self.words("print.about_time", time=duration(self.words, lift.minutes))
        ways = [self._joined(long_name, about), long_name]
        if not beside:
            ways = [self._joined(long_name, order, about), self._joined(long_name, order), *ways]
        return WHEN.first_fitting((*ways, self.words.list("days.short")[day.weekday]), room)

    def _order(self, lift: Lift, day: Day) -> str:
        """The other session of the day and the order, such as "after easy 40 min"."""
        place = day.sessions.index(lift)
        for index, other in enumerate(day.sessions):
            if isinstance(other, Lift):
                continue
            what = (
                self.words(f"run_short.{other.run_type.value}")
                if isinstance(other, Run)
                else other.activity
            )
            order = "session.after" if index < place else "session.before"
            return self.words(order, run=what, time=duration(self.words, other.minutes))
        return ""

    def drills(self, lift: Lift, kind: BlockKind, beside: bool) -> str:
        """The line of a warm-up or mobility block; empty where there is none."""
        block = lift.block(kind)
        if block is None:
            return ""
        if block.routine is not None:
            return block.routine.short_line if beside else block.routine.line
        label = LINE_BOLD.width_mm(f"{self.words(f'block.{kind.value}')} ")
        return self._drills(block, line_room_mm(HALF_MM if beside else SESSION_MM, label))

    def _drills(self, block: PlannedBlock, room: float) -> str:
        """Names and amounts in one line, the first ones that fit."""
        line = ""
        for item in block.exercises:
            name = item.exercise.paper_name
            piece = self.words(
                "print.drill",
                name=names.in_sentence(name) if line else name,
                dose=short_dose(self.words, item.prescription),
            )
            longer = self._joined(line, piece)
            if line and not LINE.fits(longer, room):
                break
            line = longer
        return line

    def swaps(self, lifts: Iterable[Lift], beside: bool) -> str:
        """One line on the swaps that are not a good match, as many as fit."""
        weak: dict[tuple[str, str], PlannedItem] = {}
        for item in chain.from_iterable(map(weak_swaps, lifts)):
            if item.swap is not None:
                weak.setdefault((item.exercise.id, item.swap.instead_of.id), item)
        said = [
            self.words(
                f"print.swap.{swap.fidelity.value}",
                new=names.in_sentence(item.exercise.paper_name),
                old=names.in_sentence(swap.instead_of.paper_name),
            )
            for item in weak.values()
            if (swap := item.swap) is not None
        ]
        if not said:
            return ""
        ways = (self._some(said, count) for count in range(len(said), -1, -1))
        lines = [self.words("print.swap.line", swaps=way) for way in ways]
        return SMALL.first_fitting(lines, HALF_MM if beside else SESSION_MM)

    def _some(self, said: list[str], count: int) -> str:
        """The first swaps in words, and how many more there are."""
        more = len(said) - count
        if not count:
            return self.words("print.swap.count", n=more)
        shown = self._joined(*said[:count])
        return shown + self.words("print.swap.more", n=more) if more else shown

    def _joined(self, *parts: str) -> str:
        return self.words("print.comma").join(part for part in parts if part)


def rows_of(lift: Lift) -> tuple[PlannedBlock, ...]:
    """The blocks whose exercises have rows: all but warm-up and mobility."""
    kinds = (BlockKind.MAIN, BlockKind.ACCESSORY)
    return tuple(block for block in lift.blocks if block.kind in kinds and block.items)


def weak_swaps(lift: Lift) -> Iterator[PlannedItem]:
    """The exercises in rows that are no good match for what was written."""
    return (item for block in rows_of(lift) for item in block.exercises if is_weak_swap(item))


def is_weak_swap(item: PlannedItem | PlannedFreeSlot) -> bool:
    """Whether an asterisk stands at the name."""
    return (
        isinstance(item, PlannedItem)
        and item.swap is not None
        and item.swap.fidelity is not Fidelity.GOOD
    )
