"""The strip on paper: every mark of the week in one ink."""

import re

import pytest

from runlift_site.pages.print_strip import (
    BAR_FOOT_MM,
    GREY,
    INK,
    LINE_Y_MM,
    PAPER,
    STRIPE,
    PrintStrip,
    Shape,
    print_strip,
)
from runlift_site.pages.strip import strip
from runlift_site.training.vocabulary import RunType
from runlift_site.training.week import Week
from tests.pages.builders import FRI, MON, SUN, THU, TUE, WED, cross, lift, run, week, words
from tests.pages.paper_weeks import EVERYTHING, light

WIDTH_MM = 190.0
COLUMN_MM = WIDTH_MM / 7


def drawn(one: Week) -> PrintStrip:
    return print_strip(strip(one, words()), WIDTH_MM)


def shapes(one: Week, **looks: object) -> list[Shape]:
    found = drawn(one).shapes
    return [s for s in found if all(getattr(s, key) == value for key, value in looks.items())]


def texts(one: Week) -> dict[str, list[tuple[float, str]]]:
    """Texts with their place across, by family and colour."""
    found: dict[str, list[tuple[float, str]]] = {}
    for group in drawn(one).texts:
        key = f"{group.family} {group.fill}"
        found.setdefault(key, []).extend((float(t.x), t.text) for t in group.texts)
    return found


def starts(path: str) -> list[float]:
    return [float(x) for x in re.findall(r"M([\d.]+) ", path)]


@pytest.mark.parametrize(
    ("run_type", "fill"),
    [
        (RunType.EASY, PAPER),
        (RunType.WALK_RUN, PAPER),
        (RunType.LONG, GREY),
        (RunType.TEMPO, INK),
        (RunType.HILLS, INK),
        (RunType.RACE, INK),
    ],
)
def test_strip_when_a_day_has_a_run_fills_its_bar_by_class(run_type: RunType, fill: str) -> None:
    (bar,) = shapes(week({TUE: (run(run_type, 60),)}), fill=fill, stroke=INK)
    (left,) = starts(bar.d)
    assert left == pytest.approx(1.5 * COLUMN_MM - 5.5, abs=0.01)
    letters = texts(week({TUE: (run(run_type, 60),)}))
    assert len(letters[f"RL Display {PAPER if fill == INK else INK}"]) == 1


@pytest.mark.parametrize(
    ("minutes", "height"), [(10, 5.6), (40, 5.6), (60, 7.5), (95, 11.87), (240, 12.0)]
)
def test_strip_when_a_run_is_longer_draws_a_taller_bar(minutes: int, height: float) -> None:
    (bar,) = shapes(week({SUN: (run(RunType.LONG, minutes),)}), fill=GREY)
    (top,) = re.findall(r"V([\d.]+)H", bar.d)
    assert pytest.approx(height, abs=0.01) == BAR_FOOT_MM - float(top)


def test_strip_when_there_is_cross_training_dashes_its_bar() -> None:
    (bar,) = shapes(week({WED: (cross("Swim", 45),)}), dashes="1.2 0.8")
    assert bar.fill == PAPER


@pytest.mark.parametrize("plates", [1, 2, 3])
def test_strip_when_a_day_has_a_lift_hangs_its_plates(plates: int) -> None:
    one = {
        3: lift("A", heavy_leg=True),
        2: lift("A"),
        1: light("A"),
    }[plates]
    (stack,) = shapes(week({MON: (one,)}), stroke=INK, cap="round")
    lengths = [float(x) for x in re.findall(r"h([\d.]+)", stack.d)]
    assert lengths == [11.5, 8.5, 5.5][:plates]
    assert all(float(y) > LINE_Y_MM for y in re.findall(r"M[\d.]+ ([\d.]+)", stack.d))


def test_strip_when_a_lift_stands_on_stripes_keeps_it_clear_of_them() -> None:
    open_day = week({MON: (light("A"),)})
    striped = week({MON: (light("A"),)}, (MON,))
    assert shapes(open_day, stroke=PAPER, cap="round") == []
    assert len(shapes(striped, stroke=PAPER, cap="round")) == 1
    assert "*" not in [text for _, text in texts(striped)[f"RL Display {INK}"]]


def test_strip_when_heavy_legs_are_allowed_on_stripes_marks_the_letter() -> None:
    letters = texts(week({MON: (lift("A", heavy_leg=True),)}, (MON,)))[f"RL Display {INK}"]
    assert [text for _, text in letters] == ["A", "*"]
    assert letters[0][0] < letters[1][0]


def test_strip_when_days_are_clear_stripes_exactly_those() -> None:
    (stripes,) = shapes(week({}, (TUE, WED, FRI)), stroke=STRIPE)
    ends = [float(x) for x in re.findall(r"[ML]([\d.]+) ", stripes.d)]
    assert all(
        COLUMN_MM - 0.01 <= x <= 3 * COLUMN_MM + 0.01
        or 4 * COLUMN_MM - 0.01 <= x <= 5 * COLUMN_MM + 0.01
        for x in ends
    )
    assert min(ends) == pytest.approx(COLUMN_MM, abs=0.02)
    assert max(ends) == pytest.approx(5 * COLUMN_MM, abs=0.02)
    assert shapes(week({}), stroke=STRIPE) == []


def test_strip_when_two_lifts_share_a_day_widens_the_ring() -> None:
    letters = texts(week({THU: (light("A"), light("B"))}))[f"RL Display {INK}"]
    assert [text for _, text in letters] == ["AB"]


def test_strip_when_drawn_says_the_week_in_words() -> None:
    said = drawn(EVERYTHING).title
    assert said.count(".") == 7
    assert said.startswith("Monday: ")
    assert "Sunday: long run 2 h 30" in said


def test_strip_when_drawn_stays_on_its_sheet() -> None:
    for one in (EVERYTHING, week({})):
        for places in texts(one).values():
            assert all(0 <= x <= WIDTH_MM for x, _ in places)
        captions = [text for _, text in texts(one)[f"RL Text {INK}"]]
        assert len(captions) in {14, 21}
