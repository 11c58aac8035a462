"""What to settle with a clinician first, on paper."""

from dataclasses import replace

import pytest

from runlift_site.pages.outputs import Paper
from runlift_site.pages.paper_type import SMALL
from runlift_site.pages.sheet import week_sheets
from runlift_site.pages.sheet_clearance import clearance_lines, clearance_mm
from runlift_site.pages.sheet_measures import SESSION_MM
from runlift_site.pages.sheet_view import SheetView
from runlift_site.training.week import Week
from tests.pages.builders import plan, sample_week, settings, words
from tests.pages.paper_weeks import FOUR, RUNS_ONLY, THREE

LINES = ("Begin with your clinician's clearance. Show them the plan.", "Stop if pain rises.")


def sheet_of(one: Week, clearance: tuple[str, ...], paper: Paper) -> tuple[SheetView, int]:
    shown = replace(plan(clearance=list(clearance)), weeks=(one,))
    sheets = week_sheets(shown, one, settings(), words())
    (sheet,) = (sheet for sheet in sheets if sheet.path.endswith(f"{paper.value}.pdf"))
    assert isinstance(sheet.view, SheetView)
    return sheet.view, sheet.pages


def test_clearance_is_cut_to_the_first_sentences() -> None:
    assert clearance_lines(LINES) == ("Begin with your clinician's clearance. Stop if pain rises.",)
    assert clearance_lines(()) == ()
    assert clearance_mm(()) == 0


def test_clearance_takes_two_lines_at_most_and_breaks_no_sentence() -> None:
    long = tuple(f"{letter} {'word ' * 18}ends." for letter in "ABCDE")
    lines = clearance_lines(long)
    assert len(lines) == 2
    assert all(line.startswith(letter) for line, letter in zip(lines, "AB", strict=True))
    assert all(SMALL.fits(line, SESSION_MM) for line in lines)
    assert clearance_lines(("x" * 300,)) == ()


def test_clearance_has_a_box_of_its_own_where_there_is_room() -> None:
    bare, _ = sheet_of(sample_week(), (), Paper.A4)
    boxed, pages = sheet_of(sample_week(), LINES, Paper.A4)
    assert (bare.clearance, boxed.clearance) == ((), clearance_lines(LINES))
    assert (boxed.key, pages) == (bare.key, 1)


@pytest.mark.parametrize("case", [THREE, FOUR, RUNS_ONLY])
@pytest.mark.parametrize("paper", list(Paper))
def test_clearance_stands_on_every_sheet_and_costs_no_page(case: Week, paper: Paper) -> None:
    _, without = sheet_of(case, (), paper)
    view, pages = sheet_of(case, LINES, paper)
    assert pages == without
    assert view.clearance == clearance_lines(LINES) or view.key == clearance_lines(LINES)[0]
