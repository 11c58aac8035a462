"""A week of runs in words: what is understood, and how the rest is refused."""

import pytest

from runlift_site.training.vocabulary import WEEKDAYS, RunType
from runlift_site.training.week import CrossTraining, Day, Run
from runlift_site.training.week_text import NotAWeek, read_week


def said(days: tuple[Day, ...]) -> dict[str, list[str]]:
    """What each day holds, days of rest left out."""
    return {
        WEEKDAYS[day.weekday]: [
            session.run_type.value if isinstance(session, Run) else getattr(session, "activity", "")
            for session in day.sessions
        ]
        for day in days
        if day.sessions
    }


def test_week_of_runs_and_rest() -> None:
    days = read_week("mon rest, tue easy 40, wed tempo 50, sun long 18 km")
    assert len(days) == 7
    assert [day.weekday for day in days] == list(range(7))
    assert said(days) == {"tue": ["easy"], "wed": ["tempo"], "sun": ["long"]}
    assert days[1].runs[0].minutes == 40
    assert (days[6].runs[0].km, days[6].runs[0].by_distance) == (18.0, True)
    assert days[2].path == ("wed",)


@pytest.mark.parametrize(
    "text",
    [
        "tue easy 40",
        "Tuesday easy 40",
        "TUE: Easy 40 min",
        "tues easy 40'",
        " tue   easy  40 ,",
        "tue easy run 40",
        "mon rest; tue easy 40",
        "mon rest\ntue easy 40",
    ],
)
def test_many_ways_to_write_a_day(text: str) -> None:
    days = read_week(text)
    assert said(days) == {"tue": ["easy"]}
    assert days[1].runs[0].minutes == 40


@pytest.mark.parametrize("kind", list(RunType))
def test_every_kind_of_run_is_understood(kind: RunType) -> None:
    for name in (kind.value, kind.value.replace("_", "-"), kind.value.replace("_", " ")):
        assert said(read_week(f"fri {name} 30")) == {"fri": [kind.value]}


def test_run_without_an_amount_has_none() -> None:
    (run,) = read_week("fri easy")[4].runs
    assert (run.minutes, run.km, run.by_distance) == (0, 0.0, False)


def test_two_sessions_and_cross_training() -> None:
    days = read_week("sat easy 30 + swim 20, sun bike")
    assert said(days) == {"sat": ["easy", "swim"], "sun": ["bike"]}
    assert isinstance(days[5].sessions[1], CrossTraining)
    assert days[5].sessions[1].minutes == 20


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'the week is empty: write it as "mon rest, tue easy 40, wed tempo 50, sun long 95"'),
        (" , ,", 'the week is empty: write it as "mon rest, tue easy 40, wed tempo 50, sun long'),
        ("teu easy", "'teu' in 'teu easy' is no day of the week: did you mean 'tue'?"),
        ("tusday easy", "'tusday' in 'tusday easy' is no day of the week: did you mean 'tuesday'?"),
        ("t easy", "'t' in 't easy' is no day of the week: begin with a day, such as tue easy 40"),
        ("easy 40", "'easy' in 'easy 40' is no day of the week: begin with a day, such as tue eas"),
        ("tue tmepo 40", "'tmepo' on Tuesday is no run: did you mean 'tempo'?"),
        (
            "tue yoga 40",
            "'yoga' on Tuesday is no run: one of easy, recovery, walk-run, strides, lo",
        ),
        ("tue", "Tuesday says nothing: write rest, or a run such as easy 40"),
        ("tue 40", "Tuesday says nothing: write rest, or a run such as easy 40"),
        ("tue easy, wed rest, tue tempo", "Tuesday is named twice: join two sessions with a plus"),
        ("tue easy, tuesday rest", "Tuesday is named twice: join two sessions with a plus"),
        ("tue easy + tempo + long", "Tuesday holds 3 sessions: two are the most"),
        ("tue easy + rest", "Tuesday is a day of rest and holds a session too"),
        ("tue easy +", "Tuesday says nothing: write rest, or a run such as easy 40"),
        ("tue rest 40", "Tuesday is a day of rest, so '40' says nothing"),
        ("tue easy forty", "'easy-forty' on Tuesday is no run: did you mean 'easy'?"),
        ("tue easy 40 miles", "'40 miles' on Tuesday is no amount: write minutes such as 40, or 8"),
        ("tue easy 99999", "'99999' on Tuesday is no amount: write minutes such as 40, or 8 km"),
        ("tue heavy", "'heavy' on Tuesday: leave lifts out, they are what is placed (--lifts 2)"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_write(text: str, message: str) -> None:
    with pytest.raises(NotAWeek) as refusal:
        read_week(text)
    assert str(refusal.value).startswith(message)
