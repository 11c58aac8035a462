"""The key of a printed strip."""

import pytest

from runlift_site.pages.paper_type import KEY
from runlift_site.pages.sheet_key import sheet_key
from runlift_site.pages.sheet_measures import SESSION_MM
from runlift_site.pages.strip import strip
from runlift_site.training.week import Week
from tests.pages.builders import MON, WED, week, words
from tests.pages.paper_weeks import EVERYTHING, RUNS_ONLY, heavy, light


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (
            RUNS_ONLY,
            "Above the line: runs. E easy, L long. Stripes: no heavy legs.",
        ),
        (
            week({MON: (heavy("A"),), WED: (light("B"),)}, (MON,)),
            "Below: lifts, three bars heavy legs, one bar light. Stripes: no heavy legs."
            " * kept on purpose.",
        ),
        (week({}), ""),
    ],
)
def test_key_when_printed_names_only_the_marks_that_occur(one: Week, key: str) -> None:
    assert sheet_key(strip(one, words()), words()) == key


def test_key_when_all_marks_occur_says_it_shorter() -> None:
    key = sheet_key(strip(EVERYTHING, words()), words())
    assert key.startswith("E easy, W walk/run, L long, T tempo, S speed, R race, X cross. Bars: ")
    assert key.endswith("Stripes: no heavy legs. * on purpose.")
    assert KEY.fits(key, SESSION_MM)


def test_key_when_nothing_is_left_out_still_fits_its_line() -> None:
    every = words()
    marks = ("easy", "walk", "long", "steady", "fast", "race", "cross")
    runs = ", ".join(f"W {every(f'print.short_key.{mark}')}" for mark in marks)
    lifts = ", ".join(every(f"print.short_key.{mark}") for mark in ("heavy", "loaded", "light"))
    whole = " ".join(
        (
            every("print.short_key.runs", marks=runs),
            every("print.short_key.lifts", marks=lifts),
            every("print.short_key.clear"),
            every("print.short_key.allowed"),
        )
    )
    assert KEY.fits(whole, SESSION_MM)
