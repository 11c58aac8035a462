"""Lifts that a week pattern leaves to be placed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.diagnostics.model import Severity
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.rules.check import check_plan
from runlift_site.training.vocabulary import WEEKDAYS, Tier
from runlift_site.training.week import Lift, Plan
from tests.training.builders import (
    ADD_ON,
    HEAVY,
    LIBRARY,
    UPPER,
    Values,
    expanded,
    phase,
    plan,
    template,
    week,
)

KNOWN = {"heavy": HEAVY, "upper": UPPER, "add-on": ADD_ON}
PLACEMENT_RULES = frozenset({"R20", "R21", "R22", "R23", "R26"})
TEMPO_WEEK = {"tue": "easy 40", "wed": "tempo 40", "thu": "easy 30", "fri": "easy 30",
              "sun": "long 80"}  # fmt: skip


def waiting(*place: str, **days: str) -> Values:
    """A plan file whose week leaves lifts to be placed."""
    counted = week(**dict(zip(WEEKDAYS, place, strict=False)))
    values = template(weeks=4, pattern=counted, sessions=KNOWN)
    values["week_pattern"]["base"] = {**week(**days), "place": list(place)}
    return values


def lifts_of(one: Plan, number: int = 1) -> dict[str, tuple[str, str | None]]:
    """Session and slot on each day of a week that has a lift."""
    return {
        WEEKDAYS[day.weekday]: (lift.session_id, lift.slot.value if lift.slot else None)
        for day in one.weeks[number - 1].days
        for lift in day.lifts
    }


def grave(one: Plan) -> list[str]:
    return [
        f"{found.rule} {found.week} {found.sentence}"
        for found in check_plan(one, LIBRARY)
        if found.rule in PLACEMENT_RULES and found.severity is not Severity.INFO
    ]


def test_lifts_get_the_best_days_in_every_week() -> None:
    one = plan(waiting("heavy", "upper", "add-on", **TEMPO_WEEK))
    days = {"mon": ("heavy", None), "thu": ("add-on", "pm"), "sat": ("upper", None)}
    assert all(lifts_of(one, number) == days for number in range(1, 5))
    assert grave(one) == []


def test_lift_that_shares_a_day_settles_the_slots() -> None:
    one = plan(waiting("heavy", "heavy", **TEMPO_WEEK))
    assert lifts_of(one) == {"mon": ("heavy", None), "fri": ("heavy", "pm")}
    (run,) = one.weeks[0].days[4].runs
    assert run.slot == "am"
    assert grave(one) == []


def test_lifts_are_lettered_in_day_order() -> None:
    one = plan(waiting("upper", "heavy", **TEMPO_WEEK))
    assert [(lift.session_id, lift.letter) for lift in one.weeks[0].lifts] == [
        ("heavy", "A"),
        ("upper", "B"),
    ]


def test_every_variant_has_its_lifts_on_the_same_days() -> None:
    values = waiting("heavy", "upper", **TEMPO_WEEK)
    found = [lifts_of(plan(values, tier)) for tier in Tier]
    assert found[0] == found[1] == found[2]


def test_lifts_that_stand_stay_where_they_are() -> None:
    values = waiting("heavy", **{**TEMPO_WEEK, "mon": "upper"})
    values["sessions"]["upper"] = UPPER
    values["phases"][0]["strength_per_week"] = 2
    values["progression"] = plan(waiting("heavy", "upper", **TEMPO_WEEK)).template.model_dump(
        mode="json", exclude_none=True
    )["progression"]
    one = plan(values)
    assert lifts_of(one) == {"mon": ("upper", None), "fri": ("heavy", "pm")}


def test_expanded_template_says_where_the_lifts_went() -> None:
    one = plan(waiting("heavy", **TEMPO_WEEK))
    pattern = one.template.week_pattern["base"]
    assert pattern.place == ()
    assert pattern.strength() == ("heavy",)
    (lift,) = one.weeks[0].lifts
    assert lift.path == ("week_pattern", "base", "mon", 0)


def test_same_file_gives_the_same_days() -> None:
    values = waiting("heavy", "upper", "add-on", **TEMPO_WEEK)
    assert plan(values) == plan(values)


def test_lifts_that_fit_nowhere_are_a_problem_with_a_way_out() -> None:
    runs = {"tue": "tempo 40", "fri": "tempo 40", "sun": "long 80"}
    (problem,) = expanded(waiting("heavy", "heavy", **runs)).problems
    assert problem.code == "RL265"
    assert problem.path == ("week_pattern", "base", "place")
    assert problem.message == ("the week pattern 'base' has no days for two heavy-leg lifts")
    assert problem.help.startswith("make both heavy lifts upper-body or bodyweight sessions: ")


def test_ways_out_of_a_plan_fit_there_too() -> None:
    """Where Sunday and Monday are neighbours, a run that moves to one of them counts for both."""
    runs = {"tue": "tempo 40", "wed": "easy 30", "fri": "tempo 40", "sun": "long 80"}
    (problem,) = expanded(waiting("heavy", "upper", **runs)).problems
    assert "move Tuesday's tempo run to Wednesday and the easy run there to Tuesday" in problem.help
    moved = {**runs, "tue": "easy 30", "wed": "tempo 40"}
    assert grave(plan(waiting("heavy", "upper", **moved))) == []


def test_lifts_in_a_week_of_hard_runs_are_told_so() -> None:
    runs = {**dict.fromkeys(WEEKDAYS[:6], "tempo 40"), "sun": "long 80"}
    (problem,) = expanded(waiting("heavy", **runs)).problems
    assert problem.help == "make some of its runs easy, or place fewer lifts"


def test_unknown_session_is_told_of_where_it_is_named() -> None:
    values = waiting("heavy", **TEMPO_WEEK)
    values["week_pattern"]["base"]["place"] = ["haevy"]
    problems = {(one.code, one.path) for one in expanded(values).problems}
    assert ("RL244", ("week_pattern", "base", "place", 0)) in problems


def test_number_of_lifts_counts_those_that_wait() -> None:
    values = waiting("heavy", "upper", **TEMPO_WEEK)
    values["phases"][0]["strength_per_week"] = 3
    (problem,) = expanded(values).problems
    assert problem.code == "RL256"
    assert problem.message.endswith("but its week pattern 'base' holds 2")


def test_session_that_waits_is_not_unused() -> None:
    values = waiting("heavy", **TEMPO_WEEK)
    values["sessions"]["upper"] = UPPER
    (problem,) = expanded(values).problems
    assert (problem.code, problem.path) == ("RL249", ("sessions", "upper"))


def test_lift_that_is_heavy_in_one_phase_alone_is_placed_as_heavy() -> None:
    """The second phase asks for reps in reserve, so its lifts are light; the days are the same."""
    values = waiting("heavy", **TEMPO_WEEK)
    light = phase(1, 2, strength_per_week=1, pattern="base", min_rir=5)
    values["phases"] = [light, phase(3, 4, strength_per_week=1, phase="build", pattern="base")]
    one = plan(values)
    assert [week.lifts[0].heavy_leg for week in one.weeks] == [False, False, True, True]
    assert lifts_of(one, 1) == lifts_of(one, 3) == {"mon": ("heavy", None)}


def test_days_suit_the_weeks_of_the_phases_around() -> None:
    """Sunday and the next Monday are neighbours, also where one week pattern follows another."""

    def second_phase(**first_phase: str) -> dict[str, tuple[str, str | None]]:
        values = waiting("heavy", **TEMPO_WEEK)
        values["phases"] = [
            phase(1, 2, strength_per_week=1),
            phase(3, 4, strength_per_week=1, phase="build"),
        ]
        values["week_pattern"] = {
            "base": week(**first_phase),
            "build": {**week(tue="easy 30", wed="tempo 40"), "place": ["heavy"]},
        }
        one = plan(values)
        assert grave(one) == []
        return lifts_of(one, 3)

    assert second_phase(fri="heavy") == {"mon": ("heavy", None)}
    assert second_phase(sun="heavy") == {"fri": ("heavy", None)}
    assert second_phase(fri="heavy", sun="tempo 40") == {"fri": ("heavy", None)}


some_runs = st.lists(
    st.sampled_from(["", "", "easy 30", "easy 30", "tempo 40", "long 80"]), min_size=7, max_size=7
)
some_lifts = st.lists(st.sampled_from(sorted(KNOWN)), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(some_runs, some_lifts, some_runs, some_lifts)
def test_placed_lifts_raise_nothing_across_phases(
    runs: list[str], lifts: list[str], later_runs: list[str], later_lifts: list[str]
) -> None:
    first = waiting(*lifts, **dict(zip(WEEKDAYS, runs, strict=True)))
    later = waiting(*later_lifts, **dict(zip(WEEKDAYS, later_runs, strict=True)))
    values = {**first, "sessions": {**first["sessions"], **later["sessions"]}}
    values["week_pattern"]["build"] = later["week_pattern"]["base"]
    values["progression"] = max(first["progression"], later["progression"], key=len)
    values["phases"] = [
        {**first["phases"][0], "weeks": [1, 2]},
        {**later["phases"][0], "weeks": [3, 4], "phase": "build"},
    ]
    PlanTemplate.model_validate(values)
    expansion = expanded(values)
    if expansion.plan is None:
        assert {problem.code for problem in expansion.problems} == {"RL265"}
        return
    assert grave(expansion.plan) == []
    placed = [s for d in expansion.plan.weeks[0].days for s in d.sessions if isinstance(s, Lift)]
    assert sorted(lift.session_id for lift in placed) == sorted(lifts)
