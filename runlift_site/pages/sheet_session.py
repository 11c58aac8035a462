"""One session on a week sheet: its head, rows and lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runlift_site.pages.fitting import (
    COLUMN_HEADS_MM,
    SESSION_HEAD_MM,
    WARM_UP_MM,
    SessionSize,
)
from runlift_site.pages.paper_type import LINE, LINE_BOLD, NAME, SESSION_NAME
from runlift_site.pages.session_card import session_name
from runlift_site.pages.sheet_line import LineWriter, rows_of, weak_swaps
from runlift_site.pages.sheet_measures import (
    BADGE_MM,
    BOX_HALF_MM,
    BOXES_MM,
    BRACKET_MM,
    COLUMNS_HALF,
    DATE_HALF_MM,
    HALF_MM,
    HEAD_SPACE_MM,
    NAME_HALF_MM,
    SHORT_DAY_MM,
    USUAL_COLUMNS,
)
from runlift_site.pages.sheet_row import RowWriter, sets_of
from runlift_site.pages.sheet_view import Bracket, Heads, SheetRow, SheetSession
from runlift_site.pages.wording import Wording
from runlift_site.training.vocabulary import BlockFormat, BlockKind
from runlift_site.training.week import Lift, PlannedBlock, Week

BRACKET_INSET_MM = 0.8
"""A bracket ends a little before the lines above and below its rows."""


def most_sets(lift: Lift) -> int:
    """Sets (or rounds) of the move that has most."""
    return max((sets_of(item) for block in rows_of(lift) for item in block.items), default=0)


def session_size(lift: Lift, narrow: bool) -> SessionSize:
    """What the fitting rule needs to know of a session.

    Args:
        lift: The session.
        narrow: Whether its texts fit into half the width.
    """
    blocks = rows_of(lift)
    return SessionSize(
        rows=sum(len(block.items) for block in blocks),
        most_sets=most_sets(lift),
        light=not lift.heavy_leg,
        narrow=narrow,
        warm_up=lift.block(BlockKind.WARM_UP) is not None,
        mobility=lift.block(BlockKind.MOBILITY) is not None,
        swap_line=any(True for _ in weak_swaps(lift)),
    )


def _is_one_circuit(blocks: tuple[PlannedBlock, ...]) -> bool:
    return len(blocks) == 1 and blocks[0].rounds is not None


@dataclass(frozen=True, slots=True)
class SessionPrinter:
    """Turns sessions into what a sheet shows of them.

    Attributes:
        words: Interface words.
        weight_unit: kg or lb, as written into the boxes.
        swap_lines: Whether each session has its own line about weak swaps.
    """

    words: Wording
    weight_unit: str
    swap_lines: bool = True

    def print(self, lift: Lift, week: Week, beside: bool, row_mm: float) -> SheetSession:
        """A session on paper.

        Args:
            lift: The session.
            week: The week it belongs to.
            beside: Whether it stands in half a band.
            row_mm: Height of its rows.
        """
        most = most_sets(lift)
        columns = COLUMNS_HALF if beside else max(USUAL_COLUMNS, most)
        # Two free columns or more make one box for notes.
        notes = 0 if beside or columns - most < 2 else columns - most
        rows = tuple(self._rows(lift, beside, columns - notes))
        lines = LineWriter(self.words)
        warm_up = lines.drills(lift, BlockKind.WARM_UP, beside)
        top = SESSION_HEAD_MM + (WARM_UP_MM if warm_up else 0) + COLUMN_HEADS_MM
        return SheetSession(
            letter=lift.letter,
            filled=lift.heavy_leg,
            name=session_name(lift, self.words),
            when=lines.when(lift, week, beside),
            warm_up=warm_up,
            columns=columns,
            box_mm=BOX_HALF_MM if beside else round(BOXES_MM / columns, 3),
            heads=self._heads(rows_of(lift)) if rows else None,
            rows=rows,
            notes=notes,
            brackets=tuple(self._brackets(rows_of(lift), top, row_mm)),
            mobility=lines.drills(lift, BlockKind.MOBILITY, beside),
            swaps=lines.swaps((lift,), beside) if self.swap_lines else "",
        )

    def narrow(self, lift: Lift) -> bool:
        """Whether a session's texts fit into half the width."""
        name = SESSION_NAME.width_mm(session_name(lift, self.words))
        head = BADGE_MM + name + SHORT_DAY_MM + DATE_HALF_MM + 2 * HEAD_SPACE_MM
        return head <= HALF_MM and all(
            max(NAME.width_mm(row.name), LINE_BOLD.width_mm(row.strong) + LINE.width_mm(row.under))
            <= NAME_HALF_MM - BRACKET_MM * row.grouped
            for row in self._rows(lift, True, COLUMNS_HALF)
        )

    def _heads(self, blocks: tuple[PlannedBlock, ...]) -> Heads:
        """Heads that say the rounds where all is one circuit, and the sets everywhere else."""
        most = max(sets_of(item) for block in blocks for item in block.items)
        first, amount, head = (
            self.words("print.exercise"),
            self.words("print.dose"),
            "print.set",
        )
        if _is_one_circuit(blocks):
            first = self.words(f"block.{_kind(blocks[0])}", n=most)
            amount, head = self.words("print.per_round"), "print.round"
        boxes = tuple(self.words(head, n=number) for number in range(1, most + 1))
        return Heads(first, amount, boxes)

    def _rows(self, lift: Lift, beside: bool, columns: int) -> Iterator[SheetRow]:
        blocks = rows_of(lift)
        one_circuit = _is_one_circuit(blocks)
        writer = RowWriter(self.words, self.weight_unit, lift.tier, beside, one_circuit)
        for place, block in enumerate(blocks):
            for index, item in enumerate(block.items):
                row = writer.row(item, block, last=index == len(block.items) - 1)
                opens = place > 0 and index == 0
                yield replace(row, blank=columns - row.boxes, new_block=opens)

    def _brackets(
        self, blocks: tuple[PlannedBlock, ...], top_mm: float, row_mm: float
    ) -> Iterator[Bracket]:
        top = top_mm
        for block in blocks:
            height = len(block.items) * row_mm
            if block.rounds is not None:
                label = "" if _is_one_circuit(blocks) else self.words(f"print.{_kind(block)}")
                inset = BRACKET_INSET_MM
                yield Bracket(label, round(top + inset, 3), round(height - 2 * inset, 3))
            top += height


def _kind(block: PlannedBlock) -> str:
    return "circuit" if block.format is BlockFormat.CIRCUIT else "pair"
