import pytest

from runlift_site.pages import amounts
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort, Feel
from runlift_site.training.vocabulary import Measure
from tests.pages.builders import asked, effort, words

SAID = words()


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (40, "40 min"), (60, "1 h"), (65, "1 h 05"), (95, "1 h 35"), (245, "4 h 05")],
)
def test_duration_counts_hours_from_sixty_minutes(minutes: int, text: str) -> None:
    assert amounts.duration(SAID, minutes) == text


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        (Span(45, 45), "rest 0:45"),
        (Span(90, 90), "rest 1:30"),
        (Span(60, 120), "rest 1 to 2 min"),
        (Span(120, 120), "rest 2 min"),
        (Span(75, 120), "rest 1:15–2:00"),
    ],
)
def test_rest_is_said_in_minutes_where_it_can_be(rest: Span, text: str) -> None:
    assert amounts.rest_in_words(SAID, rest) == text


@pytest.mark.parametrize(
    ("measure", "number", "unit"),
    [
        (Measure.REPS, "3 × 6", ""),
        (Measure.REPS_PER_SIDE, "3 × 6", "each side"),
        (Measure.SECONDS, "3 × 6", "s"),
        (Measure.SECONDS_PER_SIDE, "3 × 6", "s each side"),
        (Measure.METRES, "3 × 6", "m"),
        (Measure.BREATHS, "3 × 6", "breaths"),
    ],
)
def test_dose_names_its_unit(measure: Measure, number: str, unit: str) -> None:
    assert amounts.dose(SAID, asked(3, 6, measure)) == amounts.DoseView(number, unit)


def test_dose_in_rounds_leaves_the_sets_out() -> None:
    assert amounts.dose(SAID, asked(3, 6), rounds=True).number == "6"


@pytest.mark.parametrize(
    ("sets", "amount", "measure", "text"),
    [
        (1, 1, Measure.REPS, "1 rep"),
        (1, 5, Measure.REPS, "5 reps"),
        (1, 10, Measure.REPS_PER_SIDE, "10 each side"),
        (2, 30, Measure.SECONDS, "2 × 30 s"),
    ],
)
def test_short_dose_reads_as_one_text(sets: int, amount: int, measure: Measure, text: str) -> None:
    assert amounts.short_dose(SAID, asked(sets, amount, measure)) == text


@pytest.mark.parametrize(
    ("load", "text"),
    [
        (None, ""),
        (effort(rir=2), "RPE 8"),
        (effort(percent_1rm=77.5, rir=2), "77.5 %, RPE 8"),
        (effort(percent_1rm=80), "80 %"),
        (effort(feel=Feel.LIGHT), "light"),
    ],
)
def test_effort_is_shown_as_rpe(load: Effort | None, text: str) -> None:
    assert amounts.effort(SAID, load) == text


def test_tempo_names_only_what_takes_time() -> None:
    assert amounts.tempo(SAID, "3-1-1-0") == "3 s down, 1 s pause, 1 s up"
    assert amounts.tempo(SAID, "2-0-1-2") == "2 s down, 1 s up, 2 s at the top"
    assert amounts.tempo(SAID, None) == ""
