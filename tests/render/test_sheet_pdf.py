"""Real week sheets as PDFs: pages, tags, fonts, and every text in its place."""

import hashlib
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from itertools import combinations
from pathlib import Path

import page
import pdfplumber
import pikepdf
import pytest
import zxingcpp

from runlift_site.pages.fitting import (
    COLUMN_HEADS_MM,
    SESSION_HEAD_MM,
    TOP_MM,
    USABLE_HEIGHT_MM,
    USABLE_WIDTH_MM,
    WARM_UP_MM,
)
from runlift_site.pages.outputs import Paper, Sheet
from runlift_site.pages.sheet import sheet_faults, week_sheets
from runlift_site.pages.sheet_measures import (
    APART_MM,
    BOX_HALF_MM,
    BOXES_MM,
    DOSE_MM,
    LOAD_MM,
    REST_MM,
)
from runlift_site.pages.sheet_view import SheetSession, SheetView
from runlift_site.render.fonts import FontSet
from runlift_site.render.pdf import Drawn, Renderer
from runlift_site.render.templates import Templates
from tests.pages.builders import ROOT, settings, words, words_mapping
from tests.pages.paper_weeks import CASES
from tests.render.paper_reading import PaperReading, Stretch, read_paper

SIZES_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
LEFT_MM, TOP_EDGE_MM = 10.0, 9.0
SMALLEST_PT, BODY_PT, NAME_PT = 7.5, 9.5, 11.0
HAIR_MM = 0.05

SHEETS = [pytest.param(case, paper, id=f"{case}, {paper}") for case in CASES for paper in Paper]
each_sheet = pytest.mark.parametrize(("case", "paper"), SHEETS)

Printed = tuple[Sheet, Drawn, PaperReading]
Print = Callable[[str, Paper], Printed]


def paper_assets(fonts: FontSet) -> Mapping[str, bytes]:
    return {"sheet.css": (ROOT / "templates/print/sheet.css").read_bytes(), **fonts.print_}


def sheet_of(case: str, paper: Paper) -> Sheet:
    wanted = CASES[case]
    made = week_sheets(wanted.plan, wanted.week, settings(papers=[paper.value]), words())
    (sheet,) = made
    return sheet


def html_of(sheet: Sheet) -> bytes:
    folder = ROOT / "templates"
    sources = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "print").glob("*.html"))
    }
    return Templates(sources, words_mapping()).render(sheet.template, sheet.view)


@pytest.fixture(scope="module")
def printed(fonts: FontSet) -> Print:
    renderer = Renderer(paper_assets(fonts))
    done: dict[tuple[str, Paper], Printed] = {}

    def get(case: str, paper: Paper) -> Printed:
        if (case, paper) not in done:
            sheet = sheet_of(case, paper)
            drawn = renderer.render(html_of(sheet))
            done[case, paper] = (sheet, drawn, read_paper(drawn.pdf))
        return done[case, paper]

    return get


# What the document is


@each_sheet
def test_sheet_when_printed_has_the_pages_that_were_worked_out(
    printed: Print, case: str, paper: Paper
) -> None:
    sheet, drawn, reading = printed(case, paper)
    assert sheet_faults(CASES[case].week, settings()) == ()
    assert (sheet.pages, drawn.pages) == (CASES[case].pages[paper],) * 2
    for printed_page in reading.pages:
        size = (printed_page.width, printed_page.height)
        assert size == pytest.approx(SIZES_MM[paper], abs=0.01)


@each_sheet
def test_sheet_when_validated_is_accessible(printed: Print, case: str, paper: Paper) -> None:
    sheet, drawn, _ = printed(case, paper)
    report = page.validate_pdf_bytes(drawn.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with pikepdf.open(BytesIO(drawn.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo["/Title"]) == view_of(sheet).title


def test_sheet_when_printed_embeds_only_our_fonts(printed: Print) -> None:
    _, drawn, _ = printed("everything", Paper.A4)
    with pikepdf.open(BytesIO(drawn.pdf)) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        names = {str(font.FontName).partition("+")[2] for font in fonts}
    assert names == {"RL-Text", "RL-Text-Bold", "RL-Display-Heavy"}


@each_sheet
def test_sheet_when_its_code_is_scanned_leads_to_the_page(
    printed: Print, case: str, paper: Paper
) -> None:
    sheet, drawn, reading = printed(case, paper)
    with pdfplumber.open(BytesIO(drawn.pdf)) as document:
        picture = document.pages[0].to_image(resolution=150).original
    (code,) = zxingcpp.read_barcodes(picture)
    plan, week = CASES[case].plan, CASES[case].week
    address = f"example.org/runlift/plans/{plan.template.id}/{plan.tier}/{week.number}.html"
    assert code.text == f"https://{address}"
    assert all(address in text_of(printed_page.stretches) for printed_page in reading.pages)
    assert view_of(sheet).qr.text == code.text


def test_sheet_when_printed_again_has_the_same_bytes(
    printed: Print, fonts: FontSet, tmp_path: Path
) -> None:
    sheet, drawn, _ = printed("everything", Paper.LETTER)
    parcel = tmp_path / "parcel"
    parcel.write_bytes(pickle.dumps((dict(paper_assets(fonts)), html_of(sheet))))
    program = (
        "import hashlib, pickle, sys; from pathlib import Path;"
        "from runlift_site.render.pdf import Renderer;"
        "assets, html = pickle.loads(Path(sys.argv[1]).read_bytes());"
        "print(hashlib.sha256(Renderer(assets).render(html).pdf).hexdigest())"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", program, str(parcel)],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert elsewhere.stdout.strip() == hashlib.sha256(drawn.pdf).hexdigest()


# What stands on it


@each_sheet
def test_sheet_when_printed_sets_nothing_too_small(printed: Print, case: str, paper: Paper) -> None:
    sheet, _, reading = printed(case, paper)
    stretches = [stretch for one in reading.pages for stretch in one.stretches]
    assert min(stretch.size_pt for stretch in stretches) >= SMALLEST_PT - 0.01
    rows = [row for session in sessions_of(sheet) for row in session.rows]
    for row in rows:
        if row.name:
            assert sizes_of(row.name, stretches) >= {11.5}
            assert min(sizes_of(row.name, stretches)) >= NAME_PT
        if row.under:
            assert max(sizes_of(row.under.strip(), stretches)) >= BODY_PT
    for session in sessions_of(sheet):
        for line in (session.warm_up, session.mobility):
            assert not line or max(sizes_of(line, stretches)) >= BODY_PT


@each_sheet
def test_sheet_when_printed_keeps_its_margins(printed: Print, case: str, paper: Paper) -> None:
    _, _, reading = printed(case, paper)
    right, bottom = LEFT_MM + USABLE_WIDTH_MM[paper], SIZES_MM[paper][1] - 4
    for one in reading.pages:
        for stretch in one.stretches:
            assert stretch.left >= LEFT_MM - HAIR_MM, stretch
            assert stretch.right <= right + HAIR_MM, stretch
            assert stretch.top >= TOP_EDGE_MM, stretch
            assert stretch.bottom <= bottom, stretch


@each_sheet
def test_sheet_when_printed_sets_no_text_over_another(
    printed: Print, case: str, paper: Paper
) -> None:
    _, _, reading = printed(case, paper)
    for one in reading.pages:
        over = [(a.text, b.text) for a, b in combinations(one.stretches, 2) if overlap(a, b)]
        assert over == []


@each_sheet
def test_sheet_when_printed_keeps_texts_in_their_columns(
    printed: Print, case: str, paper: Paper
) -> None:
    sheet, _, reading = printed(case, paper)
    for number, top, bottom, edges in tables(sheet, paper):
        texts = [
            stretch
            for stretch in reading.pages[number].stretches
            if top < (stretch.top + stretch.bottom) / 2 < bottom
            and edges[0] - HAIR_MM < stretch.left < edges[-1]
        ]
        assert texts
        for stretch in texts:
            crossed = [edge for edge in edges if stretch.left + HAIR_MM < edge < stretch.right]
            assert crossed == [], stretch


@each_sheet
def test_sheet_when_printed_draws_no_line_through_a_text(
    printed: Print, case: str, paper: Paper
) -> None:
    _, _, reading = printed(case, paper)
    for one in reading.pages:
        lines = [line for line in one.lines if line.width > 0.19]
        for stretch in one.stretches:
            if stretch.bottom < TOP_EDGE_MM + TOP_MM:
                continue  # the strip's letters stand on their bars
            for line in lines:
                apart = (
                    line.x1 <= stretch.left + 0.1
                    or line.x0 >= stretch.right - 0.1
                    or line.y1 <= stretch.top + 0.1
                    or line.y0 >= stretch.bottom - 0.1
                )
                turned = stretch.text in ("Pair", "Circuit")  # stands on a patch of paper
                assert apart or turned, (stretch, line)


@each_sheet
def test_sheet_when_printed_has_rows_where_the_rule_puts_them(
    printed: Print, case: str, paper: Paper
) -> None:
    sheet, _, reading = printed(case, paper)
    for number, top, bottom, edges in tables(sheet, paper):
        drawn = sorted(
            {
                round((line.y0 + line.y1) / 2, 1)
                for line in reading.pages[number].lines
                if abs(line.y1 - line.y0) < 0.01
                and line.x1 > line.x0
                and abs(line.x0 - edges[0]) < 0.5
                and top - 0.5 < line.y0 < bottom + 0.5
            }
        )
        rows = round((bottom - top) / row_mm(sheet, number))
        expected = [top + index * row_mm(sheet, number) for index in range(rows + 1)]
        assert drawn == pytest.approx(expected, abs=0.35)
        assert drawn[-1] <= TOP_EDGE_MM + USABLE_HEIGHT_MM[paper]


@each_sheet
def test_sheet_when_printed_draws_boxes_between_its_columns(
    printed: Print, case: str, paper: Paper
) -> None:
    sheet, _, reading = printed(case, paper)
    for number, top, bottom, edges in tables(sheet, paper):
        drawn = {
            round(line.x0, 1)
            for line in reading.pages[number].lines
            if abs(line.x1 - line.x0) < 0.01
            and line.y1 > line.y0
            and top - 0.5 < (line.y0 + line.y1) / 2 < bottom + 0.5
            and edges[0] + 2 < line.x0 < edges[-1] + 0.5
        }
        assert len(drawn) >= 2
        assert all(any(abs(x - edge) < 0.2 for edge in edges) for x in drawn), (drawn, edges)


@each_sheet
def test_sheet_when_read_aloud_goes_session_by_session(
    printed: Print, case: str, paper: Paper
) -> None:
    sheet, _, reading = printed(case, paper)
    view = view_of(sheet)
    place = 0
    expected = [view.plan, view.week, view.key]
    for session in sessions_of(sheet):
        expected += [session.name, session.when, session.warm_up]
        expected += [part for row in session.rows for part in (row.name, row.under, row.dose)]
        expected += [session.mobility, session.swaps]
    for part in filter(None, expected):
        found = squeezed(reading.aloud).find(squeezed(part), place)
        assert found >= place, part
        place = found + len(squeezed(part))


def test_sheet_when_text_grows_too_wide_would_be_seen(printed: Print, fonts: FontSet) -> None:
    """The checks above can fail: a name that is too long is found over the next column."""
    sheet, _, _ = printed("three sessions", Paper.A4)
    wide = html_of(sheet).replace(b"Front squat", b"Front squat with a very long name of its own")
    reading = read_paper(Renderer(paper_assets(fonts)).render(wide).pdf)
    stretches = reading.pages[0].stretches
    assert any(overlap(a, b) for a, b in combinations(stretches, 2))


# How it is looked at


def view_of(sheet: Sheet) -> SheetView:
    assert isinstance(sheet.view, SheetView)
    return sheet.view


def sessions_of(sheet: Sheet) -> Iterator[SheetSession]:
    for one in view_of(sheet).pages:
        for band in one.bands:
            yield from band.sessions


def row_mm(sheet: Sheet, number: int) -> float:
    return view_of(sheet).pages[number].row_mm


def tables(sheet: Sheet, paper: Paper) -> Iterator[tuple[int, float, float, tuple[float, ...]]]:
    """Page, top and bottom of the rows of each session, and the edges of its columns."""
    width = USABLE_WIDTH_MM[paper]
    for number, one in enumerate(view_of(sheet).pages):
        top = TOP_EDGE_MM + (TOP_MM if number == 0 else 0)
        for band in one.bands:
            top += one.gap_mm
            for place, session in enumerate(band.sessions):
                start = top + SESSION_HEAD_MM + COLUMN_HEADS_MM
                start += WARM_UP_MM if session.warm_up else 0
                half = len(band.sessions) > 1
                wide = (width - APART_MM) / 2 if half else width
                left = LEFT_MM + place * (wide + APART_MM)
                end = start + len(session.rows) * one.row_mm
                yield number, start, end, columns(session, left, left + wide, half)
            top += band.height_mm


def columns(session: SheetSession, left: float, right: float, half: bool) -> tuple[float, ...]:
    boxes = [right - index * session.box_mm for index in range(session.columns + 1)]
    if half:
        assert boxes[-1] == pytest.approx(right - 2 * BOX_HALF_MM)
        return (left, *reversed(boxes))
    assert boxes[-1] == pytest.approx(right - BOXES_MM, abs=0.01)
    rest = boxes[-1] - REST_MM
    load = rest - LOAD_MM
    return (left, load - DOSE_MM, load, rest, *reversed(boxes))


def overlap(a: Stretch, b: Stretch) -> bool:
    hair = 0.1
    return (
        a.left < b.right - hair
        and b.left < a.right - hair
        and a.top < b.bottom - hair
        and b.top < a.bottom - hair
    )


def text_of(stretches: tuple[Stretch, ...]) -> str:
    return " ".join(stretch.text for stretch in stretches)


def squeezed(text: str) -> str:
    return "".join(text.split())


def sizes_of(text: str, stretches: list[Stretch]) -> set[float]:
    """Sizes of type that a text, or a text that holds it, is set in."""
    found = {
        round(stretch.size_pt, 1)
        for stretch in stretches
        if squeezed(text) in squeezed(stretch.text)
    }
    assert found, text
    return found
