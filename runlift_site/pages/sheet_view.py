"""Everything a week sheet shows, as plain values."""

from dataclasses import dataclass

from runlift_site.pages.print_strip import PrintStrip
from runlift_site.pages.qr import QrCode


@dataclass(frozen=True, slots=True)
class Heads:
    """The column heads of a session.

    Attributes:
        first: Head of the first column; for a session that is one circuit, what it is.
        dose: What the amounts count.
        boxes: "Set 1", "Set 2"... one for each column of boxes.
    """

    first: str
    dose: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One exercise, or a free line.

    Attributes:
        name: Name on paper; empty for a free line, which is written in.
        under: The cue below the name, or the hint of a free line; beside another session the end
            of the line that holds its dose.
        strong: Beside another session the start of that line, in bold; else empty.
        dose: "4 × 5", or the amount alone where the whole session is one circuit.
        dose_unit: A short unit beside the amount: s, m; may be empty.
        dose_note: "each side" below the amount; may be empty.
        load: RPE, percentage or a word; may be empty.
        load_note: Below it: what else there is to say, "add load"; may be empty.
        rest: "2:00"; empty within a circuit or pair but for the end of the round.
        rest_note: "to 3:00" where the rest is a range; else empty.
        boxes: How many boxes to write into.
        unit: What is written into the boxes: kg, lb, reps, s, m; empty for a free line.
        grouped: Whether the bracket of a circuit or pair stands at its left.
        new_block: Whether a heavy rule stands above it.
        blank: Columns left empty at the right of its boxes.
    """

    name: str = ""
    under: str = ""
    strong: str = ""
    dose: str = ""
    dose_unit: str = ""
    dose_note: str = ""
    load: str = ""
    load_note: str = ""
    rest: str = ""
    rest_note: str = ""
    boxes: int
    unit: str = ""
    grouped: bool
    new_block: bool = False
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Bracket:
    """The bracket of a circuit or pair.

    Attributes:
        label: "Circuit" or "Pair", turned; empty where the column heads say it.
        top_mm: From the top of the session.
        height_mm: Its height.
    """

    label: str
    top_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class SheetSession:
    """One session on paper.

    Attributes:
        letter: Its letter in this week.
        filled: Whether the badge is filled (heavy).
        name: "Heavy A".
        when: "Tuesday, after easy 40 min, about 55 min".
        warm_up: One line, or empty.
        columns: How many columns of boxes share the place of four; 2 in half the width.
        box_mm: Width of one column of boxes.
        heads: Column heads; None where there are no rows.
        rows: Exercises and free lines.
        notes: How many columns at the right make one box for notes.
        brackets: Brackets of circuits and pairs.
        mobility: One line, or empty.
        swaps: One line about swaps that are not a good match, or empty.
    """

    letter: str
    filled: bool
    name: str
    when: str
    warm_up: str
    columns: int
    box_mm: float
    heads: Heads | None
    rows: tuple[SheetRow, ...]
    notes: int
    brackets: tuple[Bracket, ...]
    mobility: str
    swaps: str


@dataclass(frozen=True, slots=True)
class SheetBand:
    """A session over the whole width, or two side by side."""

    height_mm: float
    sessions: tuple[SheetSession, ...]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page of a sheet.

    Attributes:
        bands: From top to bottom.
        row_mm: Height of each row.
        gap_mm: Space above each band and above the notes.
        note_lines: Lines to write on.
        swaps: The line about weak swaps of all its sessions, where the sessions have no room for
            lines of their own; else empty.
        number: "page 1 of 2", empty on a sheet of one page.
    """

    bands: tuple[SheetBand, ...]
    row_mm: float
    gap_mm: float
    note_lines: int
    swaps: str
    number: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """A week of a plan in one variant on one paper format.

    Attributes:
        language: Language of the document.
        title: Title of the document.
        paper: Page size as the style sheet names it.
        height_mm: Height inside the margins, the footer's place at the bottom included.
        plan: Name of the plan.
        who_mm: Width of the lines for name and date.
        week: "Week 3 of 8".
        version: "gym version", with more where the week is an easy one.
        focus: The aim of the week.
        one_line: Whether week, version and focus stand in one line, else the focus has its own.
        strip: The week as drawn.
        key: What the marks mean, in one line.
        clearance: What to settle with a clinician first, in short lines; mostly empty.
        qr: Code of the page's public address.
        address: The same address in print.
        footer: "Runlift: plan, gym, week 3 of 8".
        pages: One or more pages.
    """

    language: str
    title: str
    paper: str
    height_mm: float
    plan: str
    who_mm: float
    week: str
    version: str
    focus: str
    one_line: bool
    strip: PrintStrip
    key: str
    clearance: tuple[str, ...]
    qr: QrCode
    address: str
    footer: str
    pages: tuple[SheetPage, ...]
