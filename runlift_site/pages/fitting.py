"""The fitting rule of a week sheet: how tall its rows are and on how many pages it stands.

Worked out before anything is drawn, so that a sheet never shrinks its type and never splits a
session. All lengths are millimetres of the area inside the margins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from runlift_site.pages.outputs import Paper

USABLE_HEIGHT_MM = {Paper.A4: 276.0, Paper.LETTER: 258.4}
USABLE_WIDTH_MM = {Paper.A4: 190.0, Paper.LETTER: 195.9}

HEAD_MM = 17.0
STRIP_MM = 30.0
KEY_MM = 4.5
TOP_MM = HEAD_MM + STRIP_MM + KEY_MM
SLACK_MM = 1.5

SESSION_HEAD_MM = 8.8
WARM_UP_MM = 5.0
COLUMN_HEADS_MM = 4.0
MOBILITY_MM = 5.6
SWAP_LINE_MM = 4.0

NOTES_HEAD_MM = 6.0
NOTE_LINE_MM = 7.4
ROW_MAX_MM = 12.5
ROW_WITH_NOTES_MM = 10.6
ROW_MIN_MM = 9.3
LATER_PAGES_ROW_MM = 12.0
LATER_PAGES_GAP_MM = 3.0

GAPS_AND_NOTES = ((4.0, 5), (3.5, 4), (3.0, 3), (2.5, 2), (2.0, 0), (1.2, 0))
"""Gap above each band and lines for notes, in the order they are tried."""
SIDE_BY_SIDE_SETS = 2
"""Two light sessions stand side by side if no move has more sets than this."""
STACKED_LIMIT = 3


@dataclass(frozen=True, slots=True)
class SessionSize:
    """What the rule needs to know of a session.

    Attributes:
        rows: Exercises and free slots.
        most_sets: Sets (or rounds) of the move that has most.
        light: Whether it is drawn with fewer than three plates.
        narrow: Whether its texts fit into half the width.
        warm_up: Whether a warm-up line stands above its rows.
        mobility: Whether a mobility line stands below them.
        swap_line: Whether a line about swaps stands at its end.
    """

    rows: int
    most_sets: int
    light: bool
    narrow: bool = True
    warm_up: bool = True
    mobility: bool = True
    swap_line: bool = False

    @property
    def fixed_mm(self) -> float:
        """Height of everything but its rows."""
        return (
            SESSION_HEAD_MM
            + WARM_UP_MM * self.warm_up
            + COLUMN_HEADS_MM
            + MOBILITY_MM * self.mobility
            + SWAP_LINE_MM * self.swap_line
        )

    @property
    def may_share(self) -> bool:
        """Whether it may stand beside another one."""
        return self.light and self.narrow and self.most_sets <= SIDE_BY_SIDE_SETS


@dataclass(frozen=True, slots=True)
class Band:
    """A session over the whole width, or two side by side.

    Attributes:
        sessions: Their indexes in the week.
        fixed_mm: Height of everything but the rows.
        rows: Rows of the longer one.
    """

    sessions: tuple[int, ...]
    fixed_mm: float
    rows: int


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page of a sheet.

    Attributes:
        bands: From top to bottom.
        row_mm: Height of every row.
        gap_mm: Space above each band and above the notes.
        note_lines: Lines to write on; 0 for no notes.
    """

    bands: tuple[Band, ...]
    row_mm: float
    gap_mm: float
    note_lines: int

    def band_mm(self, band: Band) -> float:
        """Height of one of its bands."""
        return band.fixed_mm + band.rows * self.row_mm

    @property
    def notes_mm(self) -> float:
        """Height of the notes with the gap above them."""
        if not self.note_lines:
            return 0.0
        return self.gap_mm + NOTES_HEAD_MM + self.note_lines * NOTE_LINE_MM

    @property
    def height_mm(self) -> float:
        """Height of all bands and notes with the gaps above them."""
        return sum(self.gap_mm + self.band_mm(band) for band in self.bands) + self.notes_mm


class DoesNotFit(Exception):
    """A session has more rows than a page of its own can hold.

    Attributes:
        session: Index of the session.
        rows: Rows it has.
        most: Rows that fit.
    """

    def __init__(self, session: int, rows: int, most: int) -> None:
        self.session, self.rows, self.most = session, rows, most
        super().__init__(f"session {session} has {rows} rows, {most} fit")


def fit(
    sessions: Sequence[SessionSize], paper: Paper, more_mm: float = 0.0
) -> tuple[PageLayout, ...]:
    """Lay the sessions of a week out on one page, or on as few as the rows allow.

    Args:
        sessions: The week's sessions in day order.
        paper: Paper format.
        more_mm: Height of what stands below the strip, beside its key.

    Raises:
        DoesNotFit: A single session is too long for a page.
    """
    room = USABLE_HEIGHT_MM[paper] - SLACK_MM
    top = TOP_MM + more_mm
    one = _one_page(sessions, room - top)
    return (one,) if one is not None else tuple(_several_pages(sessions, room, top))


def _one_page(sessions: Sequence[SessionSize], room: float) -> PageLayout | None:
    if len(sessions) <= STACKED_LIMIT:
        places: tuple[tuple[int, ...], ...] = tuple((index,) for index in range(len(sessions)))
    elif len(sessions) == STACKED_LIMIT + 1 and all(s.may_share for s in sessions[-2:]):
        places = ((0,), (1,), (2, 3))
    else:
        return None
    bands = tuple(_band(sessions, place) for place in places)
    rows = sum(band.rows for band in bands)
    free = room - sum(band.fixed_mm for band in bands)
    for gap, lines in GAPS_AND_NOTES:
        page = PageLayout(bands, 0.0, gap, lines)
        left = free - len(bands) * gap - page.notes_mm
        row = left / rows if rows else ROW_MAX_MM
        if left >= 0 and row >= (ROW_WITH_NOTES_MM if lines else ROW_MIN_MM):
            return _filled(bands, min(row, ROW_MAX_MM), gap, room)
    return None


def _band(sessions: Sequence[SessionSize], place: tuple[int, ...]) -> Band:
    together = [sessions[index] for index in place]
    fixed = max(session.fixed_mm for session in together)
    return Band(place, fixed, max(session.rows for session in together))


def _filled(bands: tuple[Band, ...], row: float, gap: float, room: float) -> PageLayout:
    """The page with as many whole lines for notes as its bands leave room for."""
    bare = PageLayout(bands, row, gap, 0)
    left = room - bare.height_mm - gap - NOTES_HEAD_MM
    # A hair is added: lines that fit exactly must not be lost to the rounding of sums.
    return PageLayout(bands, row, gap, max(0, int((left + 1e-6) / NOTE_LINE_MM)))


def _several_pages(sessions: Sequence[SessionSize], room: float, top: float) -> list[PageLayout]:
    """Two sessions a page where they fit, else one; notes on the last page."""
    pages: list[PageLayout] = []
    index = 0
    while index < len(sessions):
        free = room if pages else room - top
        page = None
        if index + 1 < len(sessions):
            page = _page_of(sessions, (index, index + 1), free)
        page = page or _page_of(sessions, (index,), free)
        if page is None:
            fixed = sessions[index].fixed_mm + LATER_PAGES_GAP_MM
            raise DoesNotFit(index, sessions[index].rows, int((free - fixed) / ROW_MIN_MM))
        index += len(page.bands)
        if index == len(sessions):
            page = _filled(page.bands, page.row_mm, page.gap_mm, free)
        pages.append(page)
    return pages


def _page_of(
    sessions: Sequence[SessionSize], stacked: tuple[int, ...], room: float
) -> PageLayout | None:
    bands = tuple(_band(sessions, (index,)) for index in stacked)
    rows = sum(band.rows for band in bands)
    left = room - sum(band.fixed_mm + LATER_PAGES_GAP_MM for band in bands)
    row = left / rows if rows else LATER_PAGES_ROW_MM
    if left < 0 or row < ROW_MIN_MM:
        return None
    return PageLayout(bands, min(row, LATER_PAGES_ROW_MM), LATER_PAGES_GAP_MM, 0)
