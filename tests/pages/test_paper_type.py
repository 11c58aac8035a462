"""Measuring texts for paper."""

import pytest

from runlift_site.pages.paper_type import LINE, NAME, TITLE


def test_width_when_a_text_grows_grows_with_it() -> None:
    assert NAME.width_mm("") == 0
    assert NAME.width_mm("Deadlift") < NAME.width_mm("Deadlifts")
    assert LINE.width_mm("iiii") < LINE.width_mm("wwww")


def test_width_when_measured_is_that_of_the_print() -> None:
    # Taken with a ruler from a printed sheet: 101.78 mm.
    assert TITLE.width_mm("Marathon Maintenance Program") == pytest.approx(101.8, rel=0.02)


def test_first_fitting_when_some_fit_takes_the_fullest() -> None:
    ways = ("Monday, about 50 min", "Monday", "Mon")
    assert LINE.first_fitting(ways, 100) == "Monday, about 50 min"
    assert LINE.first_fitting(ways, 15) == "Monday"
    assert LINE.first_fitting(ways, 1) == "Mon"
    assert LINE.first_fitting((), 10) == ""


def test_missing_when_the_face_lacks_characters_names_each_once() -> None:
    assert NAME.missing("Čolić's squat × 5") == ""
    assert NAME.missing("力 squat 力 ☃") == "力☃"
