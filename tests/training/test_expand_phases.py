"""Phases with a purpose: taper and race week, the way back from an injury."""

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.training.vocabulary import RunClass, Tier
from runlift_site.training.week import Plan, PlannedItem
from tests.training.builders import (
    ADD_ON,
    Values,
    item,
    items_of,
    main,
    phase,
    plan,
    session,
    template,
    week,
)

LOOSE: Values = {**ADD_ON, "blocks": [main(item("front-squat", reps=4, load={"rir": 4}))]}


def race_plan() -> Plan:
    """Two normal weeks, a taper and a race week, both without weights."""
    values = template(
        4,
        week(mon="heavy", tue="easy 40", thu="upper", sun="long 12-14 km"),
        goal={"race": "10k", "anchor": "race_day", "race_weekday": "sun"},
    )
    light = {"strength_tier": "bodyweight"}
    values["sessions"]["loose"] = LOOSE
    values["phases"] = [
        phase(1, 2),
        phase(3, 3, phase="taper", sets_factor=0.6, **light),
        phase(4, 4, phase="race_week", strength_per_week=0, add_ons=1, sets_factor=0.4, **light),
    ]
    values["week_pattern"]["taper"] = week(mon="heavy", tue="easy 30", thu="upper", sun="long 8 km")
    values["week_pattern"]["race_week"] = week(mon="loose", wed="easy 20", sun="race 10 km")
    return plan(values)


def work(one: Plan, number: int) -> list[PlannedItem]:
    lifts = one.weeks[number - 1].lifts
    return [found for lift in lifts for block in lift.blocks[1:3] for found in block.exercises]


def test_taper_has_fewer_sets_without_weights_and_race_week_fewer_still() -> None:
    made = race_plan()
    sets = [
        [found.prescription.sets for found in items_of(made, "front-squat")],
        [lift.tier for each in made.weeks for lift in each.lifts],
    ]
    assert sets == [[3, 3, 2, 1], [Tier.GYM] * 4 + [Tier.BODYWEIGHT] * 3]
    for number in (3, 4):
        assert not any(found.heavy or found.ramp_up for found in work(made, number))
        assert not any(lift.heavy_leg for lift in made.weeks[number - 1].lifts)


def test_nothing_climbs_on_the_way_to_the_race() -> None:
    made = race_plan()
    for number in (3, 4):
        for found in work(made, number):
            assert found.prescription.amount == found.prescription.range.low
            assert not found.prescription.load_rises


def test_race_is_run_in_full_on_its_day() -> None:
    made = race_plan()
    races = [
        (each.number, day.weekday, run.km)
        for each in made.weeks
        for day in each.days
        for run in day.runs
        if run.run_class is RunClass.RACE
    ]
    assert races == [(4, 6, 10.0)]


def test_race_in_an_easier_week_keeps_its_length() -> None:
    values = template(2, week(mon="heavy", sun="race 10 km", wed="easy 40"), deload={"weeks": [2]})
    race, easier = (each.runs for each in plan(values).weeks)
    assert [run.km for run in race if run.run_class is RunClass.RACE] == [10.0]
    assert [run.km for run in easier if run.run_class is RunClass.RACE] == [10.0]
    assert [run.minutes for run in easier if run.run_class is RunClass.EASY] == [30]


def way_back(first: str = "am", second: str = "pm") -> Plan:
    """Four weeks of walking and running, the lift named before or after the run."""
    days = week(mon="heavy", wed="walk_run 20-35", fri="upper", sat="walk_run 20-30")
    days["tue"] = [
        {"run": "walk_run", "minutes": [12, 30], "slot": second, "note": "Walk a minute, run one."},
        {"strength": "work", "slot": first},
    ]
    light = session(main(item("press"), item("band-row")), kind="short", minutes=30)
    values = template(4, days, {"work": light})
    values["phases"] = [phase(1, 4, phase="return_from_injury", strength_per_week=3)]
    values["week_pattern"] = {"return_from_injury": values["week_pattern"].pop("base")}
    return plan(values)


def test_walk_and_run_grows_from_week_to_week_and_stays_easy() -> None:
    minutes = [[run.minutes for run in each.runs] for each in way_back().weeks]
    assert minutes == [[12, 20, 20], [18, 25, 25], [25, 30, 25], [30, 35, 30]]
    assert {run.run_class for each in way_back().weeks for run in each.runs} == {RunClass.EASY}
    assert way_back().weeks[0].runs[0].note == "Walk a minute, run one."


@settings(deadline=None, max_examples=40)
@given(st.integers(5, 120), st.integers(0, 60), st.integers(2, 10), st.sets(st.integers(3, 10)))
def test_run_climbs_from_its_first_amount_to_its_last_and_falls_in_easier_weeks_only(
    low: int, more: int, weeks: int, easy: set[int]
) -> None:
    easier = sorted(number for number in easy if number < weeks)
    changes: Values = {"deload": {"weeks": easier}} if easier else {}
    made = plan(template(weeks, week(mon="heavy", sat=f"walk_run {low}-{low + more}"), **changes))
    climbing = [each.runs[0].minutes for each in made.weeks if not each.easy]
    assert climbing == sorted(climbing)
    assert (climbing[0], climbing[-1]) == (low, low + more)
    for each in made.weeks:
        if each.easy:
            assert each.runs[0].minutes <= made.weeks[each.number - 2].runs[0].minutes


def test_lift_comes_first_where_its_slot_says_so() -> None:
    tuesday = way_back().weeks[0].days[1]
    assert [type(one).__name__ for one in tuesday.sessions] == ["Lift", "Run"]
    tuesday = way_back("pm", "am").weeks[0].days[1]
    assert [type(one).__name__ for one in tuesday.sessions] == ["Run", "Lift"]
