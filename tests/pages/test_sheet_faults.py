"""What cannot be printed is told at its line."""

import pytest

from runlift_site.diagnostics.catalogue import catalogue
from runlift_site.pages.sheet import sheet_faults
from runlift_site.pages.sheet_faults import (
    exercise_sheet_faults,
    plan_sheet_faults,
    routine_sheet_faults,
)
from runlift_site.training.routine import Routine
from runlift_site.training.week import PlannedFreeSlot
from tests.pages.builders import TUE, accessory, asked, item, lift, settings, template, week, words
from tests.pages.paper_weeks import CASES, CHOP, LONG_LINES, WALKOUT
from tests.pages.sample_exercises import DEADLIFT, exercise


@pytest.mark.parametrize("case", CASES)
def test_week_when_it_can_be_printed_has_no_fault(case: str) -> None:
    assert sheet_faults(CASES[case].week, settings()) == ()


def test_week_when_a_session_is_too_long_says_how_many_rows_fit() -> None:
    rows = tuple(item(DEADLIFT, asked(2, 5)) for _ in range(30))
    one = week({TUE: (lift("A", blocks=(accessory(*rows),), session_path=("sessions", "a")),)})
    a4, letter = sheet_faults(one, settings())
    assert a4.code == letter.code == "RL490"
    assert a4.path == ("sessions", "a")
    assert a4.message == "this session takes 30 rows on paper, a page holds 22"
    assert letter.message == "this session takes 30 rows on paper, a page holds 20"


def test_week_when_there_are_more_sets_than_boxes_points_at_each() -> None:
    seven, six = item(DEADLIFT, asked(7, 5)), item(DEADLIFT, asked(6, 5))
    free = PlannedFreeSlot("your weak spot", 8, ("sessions", "a", "free"))
    one = week({TUE: (lift("A", blocks=(accessory(seven, six, free),)),)})
    faults = sheet_faults(one, settings())
    assert [(fault.code, fault.path) for fault in faults] == [
        ("RL491", seven.path),
        ("RL491", free.path),
    ]
    assert faults[0].message == "7 sets have no room on paper, a row has 6 boxes"


@pytest.mark.parametrize("one", [CHOP, WALKOUT, DEADLIFT], ids=lambda one: one.id)
def test_exercise_when_its_texts_fit_has_no_fault(one: object) -> None:
    assert exercise_sheet_faults(one) == ()  # type: ignore[arg-type]


def test_exercise_when_letters_are_wide_is_too_wide_within_the_limit() -> None:
    wide = exercise("w", name="W" * 26, cues=["M" * 34, "b c", "d e", "f g"])
    name, cue = exercise_sheet_faults(wide)
    assert (name.code, name.path, cue.path) == ("RL492", ("name",), ("cues", 0))
    assert name.message.startswith("this text is ")
    assert "shorten it by" in name.help
    short = exercise("w", name="W" * 26, short_name="W" * 10)
    assert exercise_sheet_faults(short) == ()


def test_exercise_when_a_character_is_in_no_font_says_which() -> None:
    (fault,) = exercise_sheet_faults(exercise("w", name="Squat 力"))
    assert (fault.code, fault.message) == ("RL493", "the fonts cannot print '力' (U+529B)")


def test_routine_when_its_lines_are_too_wide_points_at_them() -> None:
    assert routine_sheet_faults(LONG_LINES, words()) == ()
    wide = LONG_LINES.model_copy(update={"line": "m" * 110, "short_line": "m" * 48})
    assert isinstance(wide, Routine)
    faults = routine_sheet_faults(wide, words())
    assert [(fault.code, fault.path) for fault in faults] == [
        ("RL492", ("line",)),
        ("RL492", ("short_line",)),
    ]


def test_plan_when_its_texts_are_too_wide_points_at_them() -> None:
    assert plan_sheet_faults(template(), words()) == ()
    block = {
        "kind": "accessory",
        "items": [{"choose_your_own": "true", "hint": "W" * 34, "sets": "2"}],
    }
    wide = template(
        name="W" * 28,
        phases=[
            {"phase": "build", "weeks": ["1", "10"], "strength_per_week": "2", "focus": "W" * 44}
        ],
        sessions={"a": {"kind": "full", "minutes": "55", "name": "力", "blocks": [block]}},
    )
    assert [(fault.code, fault.path) for fault in plan_sheet_faults(wide, words())] == [
        ("RL492", ("name",)),
        ("RL492", ("phases", 0, "focus")),
        ("RL493", ("sessions", "a", "name")),
        ("RL492", ("sessions", "a", "blocks", 0, "items", 0, "hint")),
    ]


def test_codes_when_used_are_in_the_catalogue() -> None:
    assert {"RL490", "RL491", "RL492", "RL493"} <= set(catalogue())
