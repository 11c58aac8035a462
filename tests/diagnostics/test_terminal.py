"""Findings as people see them."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.diagnostics.display import cells, excerpt, visible
from runlift_site.diagnostics.model import Finding, Note, Place, Severity
from runlift_site.diagnostics.terminal import LINE_CELLS, render_text, summary

LINE = "          - {exercise: gobelt-squat, sets: 3}"
UNKNOWN = Finding(
    "RL203",
    Severity.ERROR,
    "unknown exercise 'gobelt-squat'",
    Place("content/plans/base.yaml", 41, 24, 12, LINE),
    "did you mean 'goblet-squat'?",
)
TWICE = Finding(
    "RL124",
    Severity.ERROR,
    "'name' is written twice",
    Place("content/exercises/deadlift.yaml", 120, 1, 4, "name: Deadlift"),
    "keep one of the two",
    (
        Note(
            Place("content/exercises/deadlift.yaml", 2, 1, 4, "name: Lift"), "it stands here first"
        ),
    ),
)
NOWHERE = Finding("RL501", Severity.WARNING, "the cache is not writable", None, "check the disk")
FILE = Finding("RL101", Severity.ERROR, "it cannot be read", Place("content/a.yaml", 1, 1))


def shown(line: str, column: int, length: int = 1) -> tuple[str, str]:
    """The line and the carets under it."""
    finding = Finding("RL999", Severity.ERROR, "wrong", Place("x.yaml", 1, column, length, line))
    lines = render_text([finding], colour=False).split("\n")
    return lines[3].removeprefix("1 |").removeprefix(" "), lines[4].removeprefix("  | ")


def test_finding_shows_line_carets_and_help_when_it_has_a_place() -> None:
    assert render_text([UNKNOWN], colour=False) == (
        "error[RL203]: unknown exercise 'gobelt-squat'\n"
        "  --> content/plans/base.yaml:41:24\n"
        "   |\n"
        "41 |           - {exercise: gobelt-squat, sets: 3}\n"
        "   |                        ^^^^^^^^^^^^\n"
        "   = help: did you mean 'goblet-squat'?\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_second_place_shares_the_gutter_when_finding_has_a_note() -> None:
    assert render_text([TWICE], colour=False) == (
        "error[RL124]: 'name' is written twice\n"
        "   --> content/exercises/deadlift.yaml:120:1\n"
        "    |\n"
        "120 | name: Deadlift\n"
        "    | ^^^^\n"
        "    = help: keep one of the two\n"
        "note: it stands here first\n"
        "   --> content/exercises/deadlift.yaml:2:1\n"
        "    |\n"
        "  2 | name: Lift\n"
        "    | ----\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_findings_are_sorted_and_counted_when_there_are_several() -> None:
    assert render_text([UNKNOWN, FILE, NOWHERE, UNKNOWN], colour=False) == (
        "warning[RL501]: the cache is not writable\n"
        "  = help: check the disk\n"
        "\n"
        "error[RL101]: it cannot be read\n"
        " --> content/a.yaml:1:1\n"
        "\n"
        "error[RL203]: unknown exercise 'gobelt-squat'\n"
        "  --> content/plans/base.yaml:41:24\n"
        "   |\n"
        "41 |           - {exercise: gobelt-squat, sets: 3}\n"
        "   |                        ^^^^^^^^^^^^\n"
        "   = help: did you mean 'goblet-squat'?\n"
        "\n"
        "2 errors, 1 warning in 2 files\n"
    )


def test_remarks_are_only_counted_where_nobody_asks_or_something_is_graver() -> None:
    remark = Finding("RL324", Severity.INFO, "Lift A shares Monday")
    assert render_text([remark], colour=False) == (
        "info[RL324]: Lift A shares Monday\n\n1 remark\n"
    )
    assert render_text([remark], colour=False, remarks=False) == ""
    both = render_text([remark, UNKNOWN], colour=False)
    assert "Lift A" not in both
    assert both.endswith("\n\n1 error, 1 remark in 1 file\n")


def test_text_is_empty_when_there_is_nothing_to_say() -> None:
    assert render_text([], colour=False) == ""


def test_colours_change_nothing_else_when_they_are_on() -> None:
    findings = [UNKNOWN, TWICE, NOWHERE, FILE]
    coloured = render_text(findings, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_text(findings, colour=False)
    assert coloured.startswith("\x1b[1;33mwarning[RL501]\x1b[0m\x1b[1m: the cache")
    assert "\x1b[1;31merror[RL203]\x1b[0m" in coloured
    assert "\x1b[1;31m^^^^^^^^^^^^\x1b[0m" in coloured


@pytest.mark.parametrize(
    ("severities", "told"),
    [
        ("", "no findings"),
        ("E", "1 error in 1 file"),
        ("EEW", "2 errors, 1 warning in 1 file"),
        ("WWI", "2 warnings, 1 remark in 1 file"),
    ],
)
def test_summary_counts_in_words(severities: str, told: str) -> None:
    kinds = {"E": Severity.ERROR, "W": Severity.WARNING, "I": Severity.INFO}
    place = Place("a.yaml", 1, 1)
    assert summary([Finding("RL1", kinds[kind], "m", place) for kind in severities]) == told


def test_tab_is_shown_as_spaces_and_underlined_as_wide() -> None:
    assert shown("\tname: a", 2, 4) == ("    name: a", "    ^^^^")
    assert shown("a\tb", 2) == ("a   b", " ^^^")


def test_wide_letters_move_the_carets_by_two_cells() -> None:
    assert shown("名前: 値", 5, 1) == ("名前: 値", "      ^^")
    assert shown("名前: 値", 1, 2) == ("名前: 値", "^^^^")


def test_combining_marks_take_no_cell() -> None:
    assert shown("e\u0301t: x", 6) == ("e\u0301t: x", "    ^")


def test_control_characters_are_shown_when_they_stand_in_the_line() -> None:
    assert shown("a\x00b\x1b[0m\x7f", 3) == ("a␀b␛[0m␡", "  ^")
    assert shown("a\u00a0\u202eb", 4) == ("a<U+00A0><U+202E>b", " " * 17 + "^")


def test_control_characters_are_shown_when_they_stand_in_the_words() -> None:
    place = Place("a\nb.yaml", 1, 1)
    finding = Finding("RL1", Severity.ERROR, "k\x1b[31m", place, "h\r", (Note(place, "n\b"),))
    told = render_text([finding], colour=False)
    assert told == (
        "error[RL1]: k␛[31m\n --> a␊b.yaml:1:1\n  = help: h␍\nnote: n␈\n --> a␊b.yaml:1:1\n"
        "\n1 error in 1 file\n"
    )


def test_place_just_after_the_line_is_underlined() -> None:
    assert shown("a: [", 5) == ("a: [", "    ^")
    assert shown("a: [", 99, 7) == ("a: [", "    ^")


def test_long_line_is_cut_around_the_place() -> None:
    line, carets = shown("x" * 500 + "HERE" + "y" * 500, 501, 4)
    assert (line[0], line[-1]) == ("…", "…")
    assert line[len(carets) - 4 : len(carets)] == "HERE"
    assert len(line) <= LINE_CELLS


def test_long_line_is_cut_at_one_side_when_the_place_is_near_an_end() -> None:
    line, carets = shown("HERE" + "y" * 500, 1, 4)
    assert line.startswith("HERE") and line.endswith("…") and carets == "^^^^"
    line, carets = shown("y" * 500 + "HERE", 501, 4)
    assert line.startswith("…") and line.endswith("HERE") and carets.endswith("^^^^")


def test_long_place_is_cut_with_its_line() -> None:
    line, carets = shown("a: " + "x" * 500, 4, 500)
    assert len(carets) <= len(line) <= LINE_CELLS


@settings(deadline=None, database=None, derandomize=True, max_examples=500)
@given(
    st.text(max_size=300) | st.text("a\t名\u0301\u200b", max_size=300),
    st.integers(-3, 320),
    st.integers(0, 320),
    st.integers(20, 120),
)
def test_excerpt_fits_and_carets_stand_under_the_place(
    line: str, column: int, length: int, room: int
) -> None:
    result = excerpt(line, column, length, room=room)
    assert result.text.isprintable()
    assert cells(result.text) <= room
    assert result.width >= 1
    assert result.indent <= cells(result.text)
    assert result.indent + result.width <= cells(result.text) + 1
    if 1 <= column <= len(line) and visible(line) == line and line.isascii():
        assert result.text[result.indent] == line[column - 1]


@settings(deadline=None, database=None, derandomize=True, max_examples=300)
@given(st.text())
def test_visible_text_steers_no_terminal(text: str) -> None:
    told = visible(text)
    assert {unicodedata.category(char) for char in told}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert visible(told) == told
