"""The fitting rule: rows, gaps, notes and pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_site.pages.fitting import (
    ROW_MAX_MM,
    ROW_MIN_MM,
    SLACK_MM,
    TOP_MM,
    USABLE_HEIGHT_MM,
    DoesNotFit,
    SessionSize,
    fit,
)
from runlift_site.pages.outputs import Paper


def full(rows: int, **changes: object) -> SessionSize:
    values = {"rows": rows, "most_sets": 4, "light": False, **changes}
    return SessionSize(**values)  # type: ignore[arg-type]


def short(rows: int, **changes: object) -> SessionSize:
    return full(rows, **{"most_sets": 2, "light": True, **changes})


@pytest.mark.parametrize(
    ("sessions", "paper", "row_mm", "gap_mm", "lines"),
    [
        ([full(5), full(5)], Paper.A4, 12.12, 4.0, 5),
        ([full(5), full(5)], Paper.LETTER, 11.25, 3.5, 4),
        ([full(5), full(5), full(4)], Paper.A4, 10.486, 2.0, 0),
        ([full(5), full(5), full(4)], Paper.LETTER, 9.4, 1.2, 0),
        ([full(5), full(4)], Paper.A4, 12.5, 4.0, 6),
        ([], Paper.A4, 12.5, 4.0, 28),
        ([], Paper.LETTER, 12.5, 4.0, 26),
        ([short(4)], Paper.A4, 12.5, 4.0, 18),
    ],
)
def test_fit_when_all_goes_on_one_page(
    sessions: list[SessionSize], paper: Paper, row_mm: float, gap_mm: float, lines: int
) -> None:
    (page,) = fit(sessions, paper)
    assert [band.sessions for band in page.bands] == [(n,) for n in range(len(sessions))]
    assert page.row_mm == pytest.approx(row_mm, abs=0.005)
    assert (page.gap_mm, page.note_lines) == (gap_mm, lines)


@pytest.mark.parametrize("paper", Paper)
def test_fit_when_two_light_sessions_end_the_week_sets_them_side_by_side(paper: Paper) -> None:
    (page,) = fit([full(5), full(5), short(4), short(3)], paper)
    assert [band.sessions for band in page.bands] == [(0,), (1,), (2, 3)]
    assert page.bands[2].rows == 4


@pytest.mark.parametrize(
    "last",
    [full(4), short(4, narrow=False), short(4, most_sets=3)],
    ids=["heavy", "too wide", "three sets"],
)
def test_fit_when_they_may_not_share_takes_two_pages(last: SessionSize) -> None:
    first, second = fit([full(5), full(5), short(4), last], Paper.A4)
    assert [band.sessions for band in first.bands] == [(0,), (1,)]
    assert [band.sessions for band in second.bands] == [(2,), (3,)]
    assert first.row_mm == second.row_mm == 12.0
    assert first.note_lines == 0
    assert second.note_lines > 5


def test_fit_when_two_do_not_go_on_a_page_gives_each_its_own() -> None:
    pages = fit([full(14), full(14), full(5), full(5)], Paper.A4)
    assert [[band.sessions for band in page.bands] for page in pages] == [
        [(0,)],
        [(1,), (2,)],
        [(3,)],
    ]


def test_fit_when_a_session_is_too_long_says_how_long_it_may_be() -> None:
    with pytest.raises(DoesNotFit) as refusal:
        fit([full(5), full(40)], Paper.LETTER)
    error = refusal.value
    assert (error.session, error.rows, error.most) == (1, 40, 24)
    assert len(fit([full(5), full(24)], Paper.LETTER)) == 2


def test_fit_when_lines_are_missing_gives_their_room_to_the_rows() -> None:
    three = [full(5), full(5), full(4)]
    bare = [full(5, warm_up=False, mobility=False), full(5), full(4)]
    with_line = [full(5, swap_line=True), full(5), full(4)]
    plain, taller, lower = (fit(week, Paper.A4)[0].row_mm for week in (three, bare, with_line))
    assert lower < plain < taller
    assert 14 * (plain - lower) == pytest.approx(4.0)


SESSIONS = st.lists(
    st.builds(
        SessionSize,
        rows=st.integers(0, 12),
        most_sets=st.integers(1, 6),
        light=st.booleans(),
        narrow=st.booleans(),
        warm_up=st.booleans(),
        mobility=st.booleans(),
        swap_line=st.booleans(),
    ),
    max_size=7,
)


@given(SESSIONS, st.sampled_from(Paper))
def test_fit_for_any_week_places_each_session_once_and_stays_on_the_page(
    sessions: list[SessionSize], paper: Paper
) -> None:
    pages = fit(sessions, paper)
    placed = [index for page in pages for band in page.bands for index in band.sessions]
    assert placed == list(range(len(sessions)))
    for number, page in enumerate(pages):
        room = USABLE_HEIGHT_MM[paper] - SLACK_MM - (TOP_MM if number == 0 else 0)
        assert page.height_mm <= room + 1e-6
        assert ROW_MIN_MM <= page.row_mm <= ROW_MAX_MM
        assert page.note_lines == 0 or number == len(pages) - 1
