"""R27: hard days, distance and easier weeks of running."""

from collections.abc import Sequence

import pytest

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.model import RuleFinding
from tests.training.builders import Values, template, week
from tests.training.rule_cases import asked, phases, where

WARNING, INFO = Severity.WARNING, Severity.INFO


def of(values: Values) -> tuple[RuleFinding, ...]:
    return asked("R27", values)


# Hard days in a row


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"tue": "tempo 40", "wed": "intervals 40"}, ["wed"]),
        ({"tue": "tempo 40", "wed": "easy 30", "thu": "hills 40"}, []),
        ({"tue": "tempo 40", "wed": "hills 40", "thu": "fartlek 40"}, ["wed", "thu"]),
        ({"sat": "tempo 40", "sun": "long 80"}, []),
        ({"sat": "strides 30", "sun": "tempo 40"}, []),
        ({"sat": "tempo 40", "sun": "race 40"}, []),
    ],
)
def test_r27_no_two_hard_days_in_a_row(days: dict[str, str], expected: list[str]) -> None:
    found = of(template(1, week(mon="upper", **days)))
    assert where(found) == [(1, day) for day in expected]
    assert {one.severity for one in found} <= {WARNING}


def test_r27_hard_days_run_on_from_sunday_to_monday() -> None:
    found = of(template(2, week(mon="tempo 40", wed="upper", sun="hills 40")))
    assert where(found) == [(2, "mon")]
    assert found[0].sentence == "The tempo run on Monday follows Sunday's hill repeats"
    assert found[0].fix == "Let Monday's tempo run move to Tuesday."


# Distance


def by_distance(*distances: int, **changes: object) -> Values:
    """A plan of one week a phase, each with a single run of so many kilometres."""
    count = len(distances)
    written = phases(*(("base", number, number) for number in range(1, count + 1)))
    for number, phase in enumerate(written, start=1):
        phase["pattern"] = f"week-{number}"
    values = template(count, week(mon="upper", wed="easy 1 km"))
    values["phases"] = written
    values["week_pattern"] = {
        f"week-{number}": week(mon="upper", wed=f"easy {km} km")
        for number, km in enumerate(distances, start=1)
    }
    return {**values, **changes}


@pytest.mark.parametrize(
    ("distances", "weeks"),
    [
        ((20, 22), []),  # exactly a tenth more
        ((20, 23), [2]),
        ((30, 33, 36), []),
        ((30, 33, 37), [3]),
        ((30, 20, 22), []),
        ((30, 20, 30), [3]),
        ((10, 11, 13, 14), [3]),
    ],
)
def test_r27_distance_grows_by_a_tenth_at_most(distances: Sequence[int], weeks: list[int]) -> None:
    found = of(by_distance(*distances))
    assert where(found) == [(number, "") for number in weeks]
    assert {one.severity for one in found} <= {INFO}


def test_r27_says_how_much_would_pass() -> None:
    (found,) = of(by_distance(25, 29))
    assert found.sentence == "There are 29 km of running, 16 % more than the 25 km of week 1"
    assert found.fix == "Write km: 27 for Wednesday's easy run."
    assert found.path == ("week_pattern", "week-2")


def test_r27_easier_weeks_are_no_measure() -> None:
    deload = {"weeks": [3], "run_factor": 0.5}
    assert of(by_distance(30, 32, 33, 35, deload=deload)) == ()  # 16 km in week 3
    found = of(by_distance(30, 32, 33, 36, deload=deload))
    assert where(found) == [(4, "")]
    assert "of week 2" in found[0].sentence


@pytest.mark.parametrize(("phase", "weeks"), [("taper", [2]), ("race_week", [2]), ("peak", [2])])
def test_r27_every_week_is_measured(phase: str, weeks: list[int]) -> None:
    values = by_distance(20, 24)
    values["phases"][1]["phase"] = phase
    assert where(of(values)) == [(number, "") for number in weeks]


def test_r27_race_of_race_week_is_not_counted() -> None:
    values = by_distance(20, 20)
    values["phases"][1]["phase"] = "race_week"
    values["week_pattern"]["week-2"] = week(mon="upper", wed="easy 18 km", sun="race 42 km")
    assert of(values) == ()
    values["phases"][1]["phase"] = "peak"  # a race on the way is distance like any other
    assert where(of(values)) == [(2, "")]


def test_r27_adds_up_runs_by_time_and_by_distance() -> None:
    values = by_distance(20, 20)
    values["week_pattern"]["week-2"] = week(mon="upper", wed="easy 12 km", fri="easy 60")
    assert of(values) == ()  # 12 km and 10 km
    values["week_pattern"]["week-2"] = week(mon="upper", wed="easy 12 km", fri="easy 61")
    assert where(of(values)) == [(2, "")]  # 12 km and 10.2 km


def test_r27_weeks_without_running_are_no_measure_of_growth() -> None:
    values = by_distance(20, 20)
    values["week_pattern"]["week-1"] = week(mon="upper")
    assert of(values) == ()


# Easier weeks


def steady(weeks: int, *easier: int, last: str | None = None) -> Values:
    """Weeks that are all the same, with some easier ones and perhaps a last phase of one week."""
    changes: Values = {"deload": {"weeks": list(easier)}} if easier else {}
    values = template(weeks, week(mon="upper", wed="easy 8 km"), **changes)
    if last:
        values["phases"] = phases(("base", 1, weeks - 1), (last, weeks, weeks))
    return values


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (steady(5), []),  # short plans need no easier week
        (steady(6), [5]),
        (steady(6, 5), []),
        (steady(6, 1), [6]),
        (steady(6, 2), []),
        (steady(8, 4, 8), []),
        (steady(10, 5), [10]),
        (steady(10, 5, 10), []),
        (steady(12), [5, 10]),
        (steady(6, last="taper"), [5]),
        (steady(6, 3, last="race_week"), []),
        (steady(9, 4, last="taper"), []),
    ],
)
def test_r27_easier_week_at_least_every_fifth(values: Values, told: list[int]) -> None:
    found = of(values)
    assert [one.weeks[-1] for one in found] == told
    assert {len(one.weeks) for one in found} <= {5}
    assert {one.severity for one in found} <= {INFO}


def test_r27_says_which_week_to_make_easier() -> None:
    (found,) = of(steady(6))
    assert found.sentence == "There is no easier week"
    assert found.fix == "Write deload: {weeks: [5]}."
    assert of(steady(6, 5)) == ()
