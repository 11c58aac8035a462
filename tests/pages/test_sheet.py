"""Week sheets as values: what every row, box and line says."""

from dataclasses import replace
from typing import Any

import pytest

from runlift_site.pages.outputs import Paper
from runlift_site.pages.sheet import week_sheets
from runlift_site.pages.sheet_view import SheetRow, SheetSession, SheetView
from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import BlockFormat, Measure, RunType, Tier
from runlift_site.training.week import Lift, Plan, PlannedFreeSlot, PlannedItem, Session, Week
from tests.pages.builders import (
    FRI,
    TUE,
    accessory,
    asked,
    cross,
    effort,
    item,
    lift,
    main_block,
    plan,
    run,
    settings,
    week,
    words,
)
from tests.pages.paper_weeks import (
    CARRY,
    EVERYTHING,
    FOUR,
    FOUR_FULL,
    FOUR_ROWS,
    LONG_LINES,
    MUCH_MOBILITY,
    ROUTINE_WARM_UP,
    RUNS_ONLY,
    THREE,
    WEAK,
    heavy,
    in_turn,
    light,
)
from tests.pages.sample_exercises import (
    CALF_RAISE,
    DEADLIFT,
    FORWARD_LUNGE,
    GOBLET_SQUAT,
    PUSH_UP,
    SIDE_PLANK,
    exercise,
)

LOADED_CALF_RAISE = exercise("calf-raise", load_type="bodyweight_plus")


def view(one: Week, paper: Paper = Paper.A4, of: Plan | None = None) -> SheetView:
    (sheet,) = week_sheets(of or plan(), one, settings(papers=[paper.value]), words())
    assert isinstance(sheet.view, SheetView)
    return sheet.view


def session(one: Lift) -> SheetSession:
    shown = view(week({TUE: (one,)}))
    return shown.pages[0].bands[0].sessions[0]


def row(one: PlannedItem | PlannedFreeSlot, tier: Tier = Tier.GYM) -> SheetRow:
    return session(lift("A", blocks=(accessory(one),), tier=tier)).rows[0]


# The sheet


def test_sheets_when_a_site_prints_both_papers_are_one_for_each() -> None:
    a4, letter = week_sheets(plan(), THREE, settings(), words())
    assert a4.path == "plans/half-marathon/gym/half-marathon-gym-week-3-a4.pdf"
    assert letter.path.endswith("-week-3-letter.pdf")
    assert a4.label == "half-marathon, gym, week 3, A4"
    assert (a4.pages, letter.pages) == (1, 1)


def test_sheet_when_shown_says_plan_week_version_and_focus() -> None:
    shown = view(THREE)
    assert (shown.plan, shown.week, shown.version) == (
        "Half marathon build",
        "Week 3 of 10",
        "gym version",
    )
    assert shown.focus == "Strong legs for the long run"
    assert shown.one_line
    assert shown.title == "Half marathon build, gym, week 3 of 10"
    assert shown.footer == "Runlift: Half marathon build, gym, week 3 of 10"
    assert shown.address == "example.org/runlift/plans/half-marathon/gym/3.html"
    assert shown.qr.text == f"https://{shown.address}"


def test_sheet_when_week_and_focus_are_too_long_for_one_line_takes_two() -> None:
    shown = view(EVERYTHING, of=replace(plan(), tier=Tier.BODYWEIGHT))
    assert shown.version == "bodyweight version, easy week"
    assert not shown.one_line


def test_sheet_when_the_plan_has_a_long_name_shortens_the_lines_beside_it() -> None:
    assert view(THREE).who_mm == 46
    assert 30 <= view(THREE, of=plan(name="WWWWWWWWW Marathon Programme")).who_mm < 46


def test_sheet_when_the_address_is_long_says_less_about_the_plan() -> None:
    def footer(host: str) -> str:
        site = settings(papers=["a4"], base_url=f"https://{host}/")
        (sheet,) = week_sheets(plan(), THREE, site, words())
        assert isinstance(sheet.view, SheetView)
        return sheet.view.footer

    assert footer("a.example").startswith("Runlift: ")
    assert footer(f"{'a' * 50}.example") == "Half marathon build"
    assert footer(f"{'a' * 70}.example") == ""


def test_sheet_when_no_line_holds_the_address_prints_that_of_the_site() -> None:
    host = f"{'w' * 60}.example"
    (sheet,) = week_sheets(
        plan(), THREE, settings(papers=["a4"], base_url=f"https://{host}/"), words()
    )
    assert isinstance(sheet.view, SheetView)
    assert sheet.view.address == f"{host}/"
    assert sheet.view.qr.text == f"https://{host}/plans/half-marathon/gym/3.html"


def test_sheet_when_it_has_two_pages_numbers_them() -> None:
    assert [page.number for page in view(FOUR_FULL).pages] == ["page 1 of 2", "page 2 of 2"]
    assert [page.number for page in view(THREE).pages] == [""]


def test_sheet_when_the_week_has_no_lift_is_strip_and_notes() -> None:
    (page,) = view(RUNS_ONLY).pages
    assert page.bands == ()
    assert page.note_lines > 20


def test_sheet_when_two_light_sessions_share_a_band_says_less_in_each() -> None:
    (page,) = view(FOUR).pages
    left, right = page.bands[2].sessions
    assert (left.name, right.name) == ("Light C", "Light D")
    assert left.when == "Friday, about 25 min"
    assert [r.strong + r.under for r in left.rows] == [
        "2 × 10, RPE 6, rest 1:00",
        "2 × 10, RPE 6, rest 1:00",
        "2 × 12, slow, rest 1:00",
        "2 × 30 s each, rest 0:45",
    ]
    assert not left.notes
    assert (left.columns, left.box_mm) == (2, 15)


def test_sheet_when_texts_do_not_fit_half_the_width_does_not_share_a_band() -> None:
    wide = exercise("w", name="Wide-grip mountain warmups")
    rows = (main_block(item(wide, asked(2, 10, rir=4, rest_s=60))),)
    days = {day: list(sessions.sessions) for day, sessions in enumerate(FOUR.days)}
    days[FRI] = [light("C", *rows)]
    assert len(view(week({day: tuple(done) for day, done in days.items()})).pages) == 2


def test_sheet_when_only_swap_lines_ask_for_a_page_puts_them_at_its_foot() -> None:
    (a4,), (letter,) = view(WEAK).pages, view(WEAK, Paper.LETTER).pages
    assert a4.swaps == ""
    assert [band.sessions[0].swaps != "" for band in a4.bands] == [True, True, False]
    assert letter.swaps.startswith("* Not a full match: split squat for front squat (poor), ")
    assert [band.sessions[0].swaps for band in letter.bands] == ["", "", ""]


# The head of a session and its lines


@pytest.mark.parametrize(
    ("sessions", "when"),
    [
        ((heavy("A"),), "Tuesday, about 55 min"),
        ((run(RunType.EASY, 40), heavy("A")), "Tuesday, after easy 40 min, about 55 min"),
        ((heavy("A"), run(RunType.LONG, 80)), "Tuesday, before long run 1 h 20, about 55 min"),
        ((cross("Swim", 30), heavy("A")), "Tuesday, after Swim 30 min, about 55 min"),
        ((cross("Swim, bike and row " * 5 + "x", 30), heavy("A")), "Tuesday, about 55 min"),
    ],
)
def test_session_when_shown_says_day_order_and_length(
    sessions: tuple[Session, ...], when: str
) -> None:
    (band,) = view(week({TUE: sessions})).pages[0].bands
    assert band.sessions[0].when == when


def test_session_when_heavy_has_a_filled_badge() -> None:
    assert session(heavy("A")).filled
    assert not session(light("A")).filled
    assert session(lift("A", name="Strong legs")).name == "Strong legs A"


def test_session_when_it_follows_a_routine_prints_the_routine_s_line() -> None:
    assert session(lift("A", blocks=(ROUTINE_WARM_UP, *FOUR_ROWS))).warm_up == LONG_LINES.line


def test_session_when_mobility_is_long_names_what_fits() -> None:
    line = session(lift("A", blocks=(*FOUR_ROWS, MUCH_MOBILITY))).mobility
    assert line.startswith("Roll quads 60 s each side, half-kneeling cable chop a 60 s each side")
    assert "suitcase" not in line


def test_session_when_it_has_no_warm_up_or_mobility_has_no_line() -> None:
    bare = session(lift("A", blocks=FOUR_ROWS))
    assert (bare.warm_up, bare.mobility, bare.swaps) == ("", "", "")


# Columns of boxes


@pytest.mark.parametrize(
    ("sets", "columns", "box_mm", "notes"),
    [(1, 4, 17.5, 3), (2, 4, 17.5, 2), (3, 4, 17.5, 0), (4, 4, 17.5, 0), (6, 6, 11.667, 0)],
)
def test_session_when_sets_leave_columns_free_makes_them_notes(
    sets: int, columns: int, box_mm: float, notes: int
) -> None:
    shown = session(lift("A", blocks=(accessory(item(DEADLIFT, asked(sets, 5))),)))
    assert (shown.columns, shown.box_mm, shown.notes) == (columns, box_mm, notes)
    assert shown.heads is not None
    assert shown.heads.boxes == tuple(f"Set {n}" for n in range(1, sets + 1))
    assert (shown.rows[0].boxes, shown.rows[0].blank) == (sets, columns - notes - sets)


@pytest.mark.parametrize(
    ("one", "tier", "unit"),
    [
        (item(DEADLIFT, asked(2, 5)), Tier.GYM, "kg"),
        (item(CARRY, asked(2, 40, Measure.METRES)), Tier.GYM, "kg"),
        (item(PUSH_UP, asked(2, 5)), Tier.GYM, "reps"),
        (item(SIDE_PLANK, asked(2, 30, Measure.SECONDS_PER_SIDE)), Tier.GYM, "s"),
        (item(PUSH_UP, asked(2, 20, Measure.METRES)), Tier.GYM, "m"),
        (item(PUSH_UP, asked(2, 8, Measure.BREATHS)), Tier.GYM, "breaths"),
        (item(LOADED_CALF_RAISE, asked(2, 12)), Tier.GYM, "kg"),
        (item(LOADED_CALF_RAISE, asked(2, 12)), Tier.BODYWEIGHT, "reps"),
        (item(LOADED_CALF_RAISE, asked(2, 30, Measure.SECONDS)), Tier.GYM, "s"),
        (PlannedFreeSlot("your weak spot", 2, ()), Tier.GYM, ""),
    ],
)
def test_row_when_boxes_are_written_in_names_the_measure(
    one: PlannedItem | PlannedFreeSlot, tier: Tier, unit: str
) -> None:
    assert row(one, tier).unit == unit


def test_row_when_printed_on_letter_asks_for_pounds() -> None:
    shown = view(week({TUE: (heavy("A"),)}), Paper.LETTER)
    assert shown.pages[0].bands[0].sessions[0].rows[0].unit == "lb"


# What a row says


@pytest.mark.parametrize(
    ("measure", "amount", "said"),
    [
        (Measure.REPS, 5, ("3 × 5", "", "")),
        (Measure.REPS_PER_SIDE, 6, ("3 × 6", "", "each side")),
        (Measure.SECONDS, 30, ("3 × 30", "s", "")),
        (Measure.SECONDS_PER_SIDE, 30, ("3 × 30", "s", "each side")),
        (Measure.METRES, 40, ("3 × 40", "m", "")),
        (Measure.BREATHS, 8, ("3 × 8", "", "breaths")),
        (Measure.METRES, 100000, ("3 × 100000", "", "m")),
    ],
)
def test_row_when_dosed_says_amount_and_unit(
    measure: Measure, amount: int, said: tuple[str, str, str]
) -> None:
    shown = row(item(FORWARD_LUNGE, asked(3, amount, measure)))
    assert (shown.dose, shown.dose_unit, shown.dose_note) == said


@pytest.mark.parametrize(
    ("changes", "load", "note"),
    [
        ({"rir": 2}, "RPE 8", ""),
        ({"rir": 2, "load_rises": True}, "RPE 8", "add load"),
        ({"effort": effort(percent_1rm=75)}, "75 %", ""),
        ({"effort": effort(percent_1rm=82.5, rir=2)}, "82.5 %", "RPE 8"),
        ({"effort": effort(percent_1rm=82.5, rir=2), "load_rises": True}, "82.5 %", "RPE 8"),
        ({}, "", ""),
    ],
)
def test_row_when_loaded_says_how_hard_and_when_to_add(
    changes: dict[str, Any],
    load: str,
    note: str,
) -> None:
    shown = row(item(DEADLIFT, asked(3, 5, **changes)))
    assert (shown.load, shown.load_note) == (load, note)


def test_row_when_nothing_can_be_added_asks_for_a_harder_version() -> None:
    assert row(item(PUSH_UP, asked(3, 8, load_rises=True))).load_note == "harder"


def test_row_when_rest_is_a_range_says_both_ends() -> None:
    shown = row(item(DEADLIFT, asked(3, 5, rest_s=None, effort=None)))
    assert (shown.rest, shown.rest_note) == ("", "")
    ranged = replace(asked(3, 5), rest_s=Span(90, 120))
    shown = row(item(DEADLIFT, ranged))
    assert (shown.rest, shown.rest_note) == ("1:30", "to 2:00")


def test_row_when_free_leaves_the_name_to_the_runner() -> None:
    shown = row(PlannedFreeSlot("your weak spot", 2, ()))
    assert (shown.name, shown.under, shown.dose, shown.boxes) == ("", "your weak spot", "2 ×", 2)


# Circuits and pairs


def test_session_when_it_is_one_circuit_heads_its_boxes_with_rounds() -> None:
    block = in_turn(
        BlockFormat.CIRCUIT, 3, item(GOBLET_SQUAT, asked(3, 10)), item(PUSH_UP, asked(3, 8))
    )
    shown = session(lift("A", blocks=(block,)))
    assert shown.heads is not None
    assert shown.heads.first == "Circuit, 3 rounds"
    assert shown.heads.boxes == ("Round 1", "Round 2", "Round 3")
    assert [r.dose for r in shown.rows] == ["10", "8"]
    assert [(r.rest, r.rest_note) for r in shown.rows] == [("", ""), ("1:30", "to 2:30")]
    (bracket,) = shown.brackets
    assert bracket.label == ""


def test_session_when_a_pair_stands_among_straight_sets_labels_its_bracket() -> None:
    pair = in_turn(
        BlockFormat.SUPERSET, 3, item(GOBLET_SQUAT, asked(3, 10)), item(PUSH_UP, asked(3, 8))
    )
    straight = accessory(item(CALF_RAISE, asked(2, 12, rest_s=60)))
    shown = session(lift("A", blocks=(pair, straight)))
    assert shown.heads is not None
    assert (shown.heads.first, shown.heads.boxes[0]) == ("Exercise", "Set 1")
    assert [r.dose for r in shown.rows] == ["3 × 10", "3 × 8", "2 × 12"]
    assert [r.grouped for r in shown.rows] == [True, True, False]
    assert [r.new_block for r in shown.rows] == [False, False, True]
    assert [r.rest for r in shown.rows] == ["", "1:30", "1:00"]
    (bracket,) = shown.brackets
    row_mm = view(week({TUE: (lift("A", blocks=(pair, straight)),)})).pages[0].row_mm
    assert bracket.label == "Pair"
    assert bracket.height_mm == pytest.approx(2 * row_mm - 1.6, abs=0.01)


# Swaps


def test_row_when_a_swap_is_weak_has_an_asterisk_and_a_line() -> None:
    first, second = (view(WEAK).pages[0].bands[n].sessions[0] for n in (0, 2))
    assert [r.name for r in first.rows][:3] == ["Split squat*", "Push up*", "Goblet squat"]
    assert first.swaps.startswith("* Not a full match: split squat for front squat (poor), push up")
    assert second.swaps == ""
    assert not any("*" in r.name for r in second.rows)


def test_session_when_swaps_are_many_counts_those_that_do_not_fit() -> None:
    weak = [
        replace(block_item, swap=WEAK.lifts[0].blocks[1].exercises[0].swap)
        for block_item in (
            item(exercise(f"very-long-name-{n:02}-of-move"), asked(2, 5)) for n in range(9)
        )
    ]
    line = session(lift("A", blocks=(main_block(*weak),))).swaps
    assert line.startswith("* Not a full match: very long name 00 of move for front squat (poor), ")
    assert " and " in line
    assert line.endswith(" more.")
