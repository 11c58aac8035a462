"""R26: two days between sessions of heavy leg work."""

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.vocabulary import Tier
from tests.training.builders import Values, template, week
from tests.training.rule_cases import asked, where, with_slots


def found(values: Values) -> list[tuple[int | None, str]]:
    return where(asked("R26", values))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"mon": "heavy", "wed": "heavy"}, []),
        ({"mon": "heavy", "thu": "heavy"}, []),
        ({"mon": "heavy", "tue": "heavy"}, ["tue"]),
        ({"mon": "heavy", "tue": "heavy", "wed": "heavy"}, ["tue", "wed"]),
        ({"mon": "heavy", "tue": "upper", "wed": "heavy"}, []),
        ({"mon": "heavy", "tue": "add-on"}, []),
        ({"mon": "heavy + heavy"}, ["mon"]),
    ],
)
def test_r26_heavy_legs_by_days(days: dict[str, str], expected: list[str]) -> None:
    assert found(template(1, week(**days))) == [(1, day) for day in expected]


def test_r26_is_a_warning_for_the_later_session() -> None:
    (only,) = asked("R26", template(1, week(mon="heavy", tue="heavy")))
    assert only.severity is Severity.WARNING
    assert only.sentence == "Heavy legs on Tuesday, 24 hours after those on Monday"
    assert only.path == ("week_pattern", "base", "tue", 0)
    assert only.move == only.path


def test_r26_runs_on_from_sunday_to_monday() -> None:
    assert found(template(3, week(mon="heavy", sun="heavy"))) == [(2, "mon"), (3, "mon")]
    assert found(template(3, week(mon="heavy", sat="heavy"))) == []


@pytest.mark.parametrize(
    ("monday", "wednesday", "faults"),
    [
        ("am", "am", 0),
        ("pm", "pm", 0),
        ("am", "pm", 0),
        ("pm", "am", 1),  # 36 hours
        ("pm", "-", 0),  # where one of the two says no time of day, days count
        ("-", "am", 0),
        ("-", "-", 0),
    ],
)
def test_r26_time_of_day_counts_only_where_both_say_it(
    monday: str, wednesday: str, faults: int
) -> None:
    pattern = week(mon="heavy", wed="heavy")
    written = asked("R26", template(1, with_slots(pattern, mon=monday, wed=wednesday)))
    assert where(written) == [(1, "wed")] * faults
    for one in written:
        assert one.sentence == "Heavy legs on Wednesday (am), 36 hours after those on Monday (pm)"


def test_r26_one_day_apart_is_too_close_at_any_time_of_day() -> None:
    pattern = with_slots(week(mon="heavy", tue="heavy"), mon="am", tue="pm")
    assert found(template(1, pattern)) == [(1, "tue")]


def test_r26_twice_on_a_day() -> None:
    pattern = with_slots(week(mon="heavy + heavy"), mon="am pm")
    (only,) = asked("R26", template(1, pattern))
    assert only.sentence == "Heavy legs twice on Monday"


def test_r26_variant_without_heavy_legs_passes() -> None:
    values = template(2, week(mon="heavy", tue="heavy"))
    assert len(asked("R26", values)) == 2
    assert asked("R26", values, Tier.BODYWEIGHT) == ()
