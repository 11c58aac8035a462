"""Placement: the table of legal weeks, the search against the rules, the ranking, the ways out."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.diagnostics.model import Severity
from runlift_site.training.layout import (
    Layout,
    LiftlessWeek,
    Weight,
    repeating,
    run_comes_first,
    slots_on,
    stand_in,
    weight_of,
)
from runlift_site.training.placement import layouts, open_days
from runlift_site.training.placement_ways import ways
from runlift_site.training.placement_words import why
from runlift_site.training.rules.check import check_plan
from runlift_site.training.rules.clear_zone import clear_days
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.rules.placement import faults
from runlift_site.training.vocabulary import WEEKDAYS, PhaseName, RaceGoal, RunType, Tier
from runlift_site.training.week import DayInPlace, Run
from runlift_site.training.week_text import read_week
from tests.training.builders import (
    HEAVY,
    LIBRARY,
    UPPER,
    Values,
    item,
    main,
    plan,
    session,
    template,
    week,
)

HEAVY_LEGS, FULL, LIGHT, ADD_ON = Weight
SESSIONS: dict[Weight, Values] = {
    HEAVY_LEGS: HEAVY,
    FULL: UPPER,
    LIGHT: session(main(item("press"), item("band-row")), kind="short", minutes=25),
    ADD_ON: {"kind": "add_on", "minutes": 10, "blocks": [main(item("push-up"))]},
}
PLACEMENT_RULES = frozenset({"R20", "R21", "R22", "R23", "R24", "R25", "R26"})


def days_of(text: str) -> LiftlessWeek:
    return repeating(read_week(text))


def placed(layout: Layout) -> dict[str, list[str]]:
    """Weekdays of each weight, by their short names."""
    found: dict[str, list[str]] = {}
    for day, weight in sorted(zip(layout.days, layout.weights, strict=True)):
        found.setdefault(weight.value, []).append(WEEKDAYS[day])
    return found


def best(text: str, *weights: Weight) -> dict[str, list[str]]:
    return placed(layouts(days_of(text), weights)[0])


# The table of legal weeks: how many days of heavy legs a week has room for at best


def all_weeks(hard: int) -> list[str]:
    """Every week of one long run and so many hard runs, none of them side by side."""
    found = []
    for long in range(7):
        for days in combinations([day for day in range(7) if day != long], hard):
            busy = sorted([*days, long])
            if all((b - a) % 7 not in {1, 6} for a, b in combinations(busy, 2)):
                runs = {**dict.fromkeys(days, "tempo"), long: "long"}
                found.append(", ".join(f"{WEEKDAYS[d]} {runs.get(d, 'easy')}" for d in range(7)))
    return found


def heavy_days_by_hand(text: str, *, easy_after: bool, fresh: bool) -> int:
    """Most days of heavy legs, counted from the words of the rules alone."""
    runs = [part.split()[1] for part in text.split(", ")]
    open_to_legs = [
        day
        for day in range(7)
        if runs[day] == "easy"
        and runs[(day + 1) % 7] != "tempo"
        and not (easy_after and runs[(day + 1) % 7] == "long")
        and not (fresh and runs[day - 1] == "tempo")
    ]
    return max(
        count
        for count in range(len(open_to_legs) + 1)
        for days in combinations(open_to_legs, count)
        if all((b - a) % 7 not in {1, 6} for a, b in combinations(days, 2))
    )


def most(text: str, *, accept_warnings: bool) -> int:
    """Most days of heavy legs that the search finds."""
    found = 0
    while layouts(days_of(text), [HEAVY_LEGS] * (found + 1), accept_warnings=accept_warnings):
        found += 1
    return found


@pytest.mark.parametrize(("hard", "room"), [(0, (3, 3, 3)), (1, (3, 2, 2)), (2, (2, 1, 1))])
def test_room_for_heavy_legs_is_that_of_the_table(hard: int, room: tuple[int, int, int]) -> None:
    weeks = all_weeks(hard)
    assert weeks
    readings = [(False, False), (True, False), (True, True)]
    assert room == tuple(
        max(heavy_days_by_hand(text, easy_after=after, fresh=fresh) for text in weeks)
        for after, fresh in readings
    )
    assert room[0] == max(most(text, accept_warnings=True) for text in weeks)
    assert room[2] == max(most(text, accept_warnings=False) for text in weeks)


@pytest.mark.parametrize("hard", [0, 1, 2])
def test_search_agrees_with_counting_by_hand_in_every_week(hard: int) -> None:
    for text in all_weeks(hard):
        strict = heavy_days_by_hand(text, easy_after=True, fresh=True)
        loose = heavy_days_by_hand(text, easy_after=False, fresh=False)
        assert most(text, accept_warnings=False) == strict
        assert most(text, accept_warnings=True) == loose


@pytest.mark.parametrize("hard", [0, 1, 2])
def test_judges_without_the_day_before_give_the_middle_column(hard: int) -> None:
    for text in all_weeks(hard):
        the_week = days_of(text)
        judged = [
            day
            for day in range(7)
            for place in the_week.places(day)
            if not faults(stand_in(HEAVY_LEGS), DayInPlace(None, place.day, place.after))
        ]
        runs = [part.split()[1] for part in text.split(", ")]
        after = [runs[(day + 1) % 7] for day in range(7)]
        assert judged == [d for d in range(7) if (runs[d], after[d]) == ("easy", "easy")]


def test_three_hard_runs_and_a_long_one_stand_side_by_side() -> None:
    assert all_weeks(3) == []


# The best layout


def test_two_heavy_lifts_around_a_tempo_run() -> None:
    text = "mon rest, tue easy 40, wed tempo 50, thu easy, fri easy, sat rest, sun long 95"
    assert best(text, HEAVY_LEGS, HEAVY_LEGS) == {"heavy": ["mon", "fri"]}


@pytest.mark.parametrize(
    ("text", "weights", "expected"),
    [
        # a day of its own rather than the day of an easy run
        ("tue easy, sun long", [FULL], {"full": ["wed"]}),
        ("tue easy, wed easy, thu easy, fri easy, sun long", [FULL], {"full": ["mon"]}),
        # heavy legs get the free day where only one of two lifts can have it
        (
            "tue easy, wed easy, thu easy, fri easy, sat swim, sun long",
            [FULL, HEAVY_LEGS],
            {"heavy": ["mon"], "full": ["thu"]},
        ),
        # an add-on follows an easy run
        ("wed easy, sun long", [ADD_ON], {"add_on": ["wed"]}),
        # the rest day stays where six days are run
        (
            "mon easy, tue easy, wed easy, thu easy, fri tempo, sun long",
            [HEAVY_LEGS],
            {"heavy": ["mon"]},
        ),
        # heavy legs keep clear of each other, the other lift keeps clear of the day after
        (
            "tue easy, thu easy, sun long",
            [HEAVY_LEGS, HEAVY_LEGS, FULL],
            {"heavy": ["mon", "fri"], "full": ["wed"]},
        ),
    ],
)
def test_best_layout(text: str, weights: list[Weight], expected: dict[str, list[str]]) -> None:
    found = best(text, *weights)
    assert found == expected


def test_lifts_of_one_weight_stand_in_the_order_they_are_given() -> None:
    (only, *_) = layouts(days_of("wed tempo, sun long"), [FULL, HEAVY_LEGS, FULL])
    first, _, last = only.days
    assert first < last


def test_layouts_are_ranked_the_same_whatever_the_order_of_the_weights() -> None:
    the_week = days_of("tue easy, thu tempo, sun long")
    one = [placed(found) for found in layouts(the_week, [HEAVY_LEGS, FULL])]
    other = [placed(found) for found in layouts(the_week, [FULL, HEAVY_LEGS])]
    assert sorted(map(str, one)) == sorted(map(str, other))
    assert one[0] == other[0]


def test_no_lift_has_one_layout() -> None:
    assert layouts(days_of("sun long"), []) == (Layout((), ()),)


def test_day_with_two_sessions_or_a_lift_takes_no_other() -> None:
    held = read_week("mon easy + swim, wed easy")
    lifting = plan(template(weeks=1, pattern=week(tue="upper"))).weeks[0].days[1]
    the_week = LiftlessWeek((held[0], lifting, *held[2:]))
    assert open_days(the_week, FULL) == (2, 3, 4, 5, 6)


def test_standing_heavy_legs_keep_others_two_days_away() -> None:
    lifting = plan(template(weeks=1, pattern=week(wed="heavy"))).weeks[0].days
    assert open_days(repeating(lifting), HEAVY_LEGS) == (0, 4, 5, 6)
    assert open_days(repeating(lifting), FULL) == (0, 1, 3, 4, 5, 6)


def test_open_days_are_those_outside_the_clear_zone() -> None:
    days = plan(template(weeks=1, pattern=week(mon="upper", thu="tempo 40", sun="long 80"))).weeks
    zone = clear_days(days[0], None, None)
    bare = LiftlessWeek(read_week("thu tempo, sun long"))
    assert set(open_days(bare, HEAVY_LEGS)) == set(range(7)) - zone


def test_run_with_its_own_slot_decides_where_a_lift_may_go() -> None:
    evening = week(tue="easy 40")
    evening["tue"][0]["slot"] = "pm"
    evening["fri"] = [{"strength": "upper"}]
    (one,) = plan(template(weeks=1, pattern=evening)).weeks
    assert slots_on(one.days[1], FULL, None) == ("pm", "am")
    assert slots_on(one.days[1], FULL, False) == ("pm", "am")
    assert slots_on(one.days[1], FULL, True) is None
    assert 1 not in open_days(LiftlessWeek(one.days, run_first=True), FULL)


def test_race_puts_the_run_first_and_return_from_injury_the_lift() -> None:
    day = read_week("tue easy")[1]
    assert run_comes_first(RaceGoal.MARATHON, PhaseName.BASE) is True
    assert run_comes_first(RaceGoal.NONE, PhaseName.BASE) is None
    assert run_comes_first(RaceGoal.MARATHON, PhaseName.RETURN_FROM_INJURY) is False
    assert slots_on(day, FULL, True) == ("am", "pm")
    assert slots_on(day, FULL, None) == ("am", "pm")
    assert slots_on(day, FULL, False) == ("pm", "am")
    assert slots_on(day, ADD_ON, False) == ("am", "pm")


def test_heavy_legs_in_the_evening_and_two_mornings_later_are_too_close() -> None:
    """A run in the evening sends the lift to the morning: 36 hours after an evening's lift."""
    runs = week(tue="easy 40", thu="easy 40")
    runs["thu"][0]["slot"] = "pm"
    runs["mon"] = [{"strength": "upper"}]
    (one,) = plan(template(weeks=1, pattern=runs)).weeks
    found = layouts(LiftlessWeek(one.days), [HEAVY_LEGS, HEAVY_LEGS])
    assert (1, 3) not in {layout.days for layout in found}
    assert (1, 4) in {layout.days for layout in found}


@pytest.mark.parametrize(
    ("values", "weight"),
    [
        (HEAVY, HEAVY_LEGS),
        (UPPER, FULL),
        (SESSIONS[LIGHT], LIGHT),
        (SESSIONS[ADD_ON], ADD_ON),
        (session(main(item("push-up"), item("band-row"))), FULL),
    ],
)
def test_weight_of_a_lift(values: Values, weight: Weight) -> None:
    (one,) = plan(template(weeks=1, pattern=week(tue="work"), sessions={"work": values})).weeks
    assert weight_of(one.lifts[0]) is weight
    assert weight_of(stand_in(weight)) is weight


# Against the rules: what is placed is expanded and checked

PHASES = [
    ("none", "base"),
    ("marathon", "build"),
    ("any", "return_from_injury"),
]
some_runs = st.lists(
    st.sampled_from(
        ["", "", "", "easy", "easy", "recovery", "strides", "tempo", "intervals", "long", "race"]
    ),
    min_size=7,
    max_size=7,
)
some_weights = st.lists(st.sampled_from(list(Weight)), min_size=1, max_size=4)


def written(the_week: LiftlessWeek, layout: Layout, phase: str, race: str) -> Values:
    """The plan file of a week with its lifts in place, three times over."""
    pattern: dict[str, list[Values]] = {}
    for number, name in enumerate(WEEKDAYS):
        entries: list[Values] = [
            {"run": run.run_type.value, "minutes": 40}
            for run in the_week.days[number].sessions
            if isinstance(run, Run)
        ]
        if number in layout.days:
            weight = layout.weights[layout.days.index(number)]
            entries.append({"strength": weight.value.replace("_", "-")})
            if len(entries) == 2:
                slots = slots_on(the_week.days[number], weight, the_week.run_first)
                assert slots is not None
                for entry, slot in zip(entries, slots, strict=True):
                    entry["slot"] = slot.value
        pattern[name] = entries or [{"rest": True}]
    sessions = {weight.value.replace("_", "-"): SESSIONS[weight] for weight in layout.weights}
    values = template(weeks=3, pattern=pattern, sessions=sessions)
    values["phases"][0].update(phase=phase, pattern="base")
    values["goal"] = {"race": race}
    return values


def placement_findings(values: Values) -> list[RuleFinding]:
    return [one for one in check_plan(plan(values), LIBRARY) if one.rule in PLACEMENT_RULES]


def text_of(runs: list[str]) -> str:
    return ", ".join(f"{day} {run or 'rest'}" for day, run in zip(WEEKDAYS, runs, strict=True))


@settings(max_examples=60, deadline=None)
@given(some_runs, some_weights, st.sampled_from(PHASES))
def test_clean_placement_raises_no_error_or_warning(
    runs: list[str], weights: list[Weight], around: tuple[str, str]
) -> None:
    race, phase = around
    first = run_comes_first(RaceGoal(race), PhaseName(phase))
    the_week = repeating(read_week(text_of(runs)), first)
    for layout in layouts(the_week, weights)[:2]:
        assert layout.accepts == ()
        found = placement_findings(written(the_week, layout, phase, race))
        assert [one for one in found if one.severity is not Severity.INFO] == []


@settings(max_examples=60, deadline=None)
@given(some_runs, some_weights)
def test_other_placement_names_the_findings_it_accepts(
    runs: list[str], weights: list[Weight]
) -> None:
    the_week = repeating(read_week(text_of(runs)))
    for layout in layouts(the_week, weights, accept_warnings=True)[-1:]:
        found = {
            (one.rule, one.severity)
            for one in placement_findings(written(the_week, layout, "base", "none"))
            if 2 in one.weeks and one.severity is not Severity.INFO
        }
        assert found == {(one.rule, one.severity) for one in layout.accepts}


@settings(max_examples=40, deadline=None)
@given(some_runs, st.lists(st.sampled_from([HEAVY_LEGS, FULL]), min_size=1, max_size=3))
def test_best_layout_leaves_no_lift_that_could_have_a_day_of_its_own(
    runs: list[str], weights: list[Weight]
) -> None:
    the_week = repeating(read_week(text_of(runs)))
    for layout in layouts(the_week, weights)[:1]:
        found = placement_findings(written(the_week, layout, "base", "none"))
        assert [one.rule for one in found] == []


@settings(max_examples=40, deadline=None)
@given(some_runs, some_weights)
def test_every_way_out_really_fits(runs: list[str], weights: list[Weight]) -> None:
    the_week = repeating(read_week(text_of(runs)))
    if layouts(the_week, weights):
        return
    for way in ways(the_week, weights):
        found = {
            (one.rule, one.severity)
            for one in placement_findings(written(way.week, way.layout, "base", "none"))
            if 2 in one.weeks and one.severity is not Severity.INFO
        }
        assert found == {(one.rule, one.severity) for one in way.layout.accepts}
        assert way.sentence.endswith(".")


# Words


def test_why_says_what_is_good_about_the_best() -> None:
    the_week = days_of("tue easy, wed tempo, sun long")
    (first, *_) = layouts(the_week, [HEAVY_LEGS, FULL])
    assert why(the_week, first) == (
        "Each lift has a day to itself and the day after heavy legs is easy or free."
    )


def test_why_tells_of_shared_days() -> None:
    the_week = days_of("tue easy 40, wed tempo 50, thu easy, fri easy, sun long 95")
    (first, *_) = layouts(the_week, [HEAVY_LEGS, HEAVY_LEGS])
    assert why(the_week, first) == (
        "Friday is shared with an easy run because no free day would pass, at least 72 hours lie"
        " between heavy legs and the days after them are easy or free."
    )


def changes(text: str, *weights: Weight) -> list[str]:
    return [way.sentence for way in ways(days_of(text), weights)]


def test_ways_out_of_a_week_with_two_hard_runs() -> None:
    assert changes("tue intervals, fri tempo, sun long", HEAVY_LEGS, FULL) == [
        "Make the heavy lift an upper-body or bodyweight session: the lift on Thursday, the light"
        " lift on Monday.",
        "Move Tuesday's intervals to Wednesday: heavy legs on Monday, the other lift on Thursday.",
        "Place one lift instead of one heavy-leg lift and one other lift: the lift on Wednesday.",
        "Accept one warning: heavy legs on Wednesday, the other lift on Saturday (R22: Heavy legs"
        " on Wednesday, the day after Tuesday's intervals).",
    ]


def test_way_out_says_what_changes_days_with_the_hard_run() -> None:
    found = changes("tue intervals, wed easy, fri tempo, sun long", HEAVY_LEGS, FULL)
    assert (
        "Move Tuesday's intervals to Wednesday and the easy run there to Tuesday: heavy legs on"
        " Monday, the other lift on Thursday." in found
    )


def test_more_heavy_legs_than_a_week_can_hold() -> None:
    found = changes("tue easy, thu easy, sun long", *[HEAVY_LEGS] * 4)
    assert found[0].startswith("Make one of the heavy lifts an upper-body or bodyweight session:")
    assert found[-1].startswith("Place three heavy-leg lifts instead of four heavy-leg lifts:")


def test_week_full_of_hard_running_has_no_way_out() -> None:
    text = ", ".join(f"{day} tempo" for day in WEEKDAYS[:6])
    assert changes(f"{text}, sun long", HEAVY_LEGS) == []


def test_stand_ins_are_judged_like_real_lifts() -> None:
    """The verdict depends on the weight alone, not on what a session holds."""
    for weight, values in SESSIONS.items():
        name = weight.value.replace("_", "-")
        for runs in ({"wed": "tempo 40"}, {"wed": "long 80"}, {"tue": "tempo 40"}, {}):
            pattern: dict[str, Any] = week(**runs)
            pattern["wed"] = [entry for entry in pattern["wed"] if "run" in entry]
            pattern["wed"].append({"strength": name})
            the_plan = plan(template(weeks=1, pattern=pattern, sessions={name: values}), Tier.GYM)
            (one,) = the_plan.weeks
            place = DayInPlace(one.days[1], one.days[2], one.days[3])
            real = {(v.rule, v.severity) for v in faults(one.lifts[0], place)}
            assert real == {(v.rule, v.severity) for v in faults(stand_in(weight), place)}


def test_every_run_type_can_be_read_and_placed_around() -> None:
    for kind in RunType:
        assert layouts(days_of(f"wed {kind.value} 40"), [HEAVY_LEGS])
