"""Fixes name a day that passes: each is written into the plan file and checked again."""

from collections import Counter
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import changed
from runlift_site.training.expand import expand
from runlift_site.training.library import Library
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.rules.check import RULES, check_plan
from runlift_site.training.rules.fixes import Fixes
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import DAY_NAMES, WEEKDAYS, Tier
from runlift_site.training.week import Plan
from tests.training.builders import (
    LIBRARY,
    Values,
    item,
    main,
    phase,
    plan,
    session,
    template,
    week,
)
from tests.training.test_rules_dose_properties import plans

PLACEMENT = frozenset({"R20", "R21", "R22", "R26"})
Pattern = dict[str, list[Values]]


def checked(pattern: Pattern, weeks: int = 2) -> tuple[RuleFinding, ...]:
    return check_plan(plan(template(weeks=weeks, pattern=pattern)), LIBRARY)


def placement(found: tuple[RuleFinding, ...]) -> list[RuleFinding]:
    grave = (one for one in found if one.severity is not Severity.INFO)
    return [one for one in grave if one.rule in PLACEMENT]


def fixes(**days: str) -> list[str]:
    return sorted({one.fix for one in placement(checked(week(**days)))})


def followed(pattern: Pattern, finding: RuleFinding) -> Pattern:
    """The week pattern with the lift of a finding on the day that its fix names."""
    assert finding.move is not None
    _, _, old, index = finding.move
    new = WEEKDAYS[DAY_NAMES.index(finding.fix.split(" to ")[1].split(":")[0])]
    changed = deepcopy(pattern)
    lift = changed[str(old)].pop(int(index))
    changed[str(old)] = changed[str(old)] or [{"rest": True}]
    lift.pop("slot", None)
    there = [entry for entry in changed[new] if "rest" not in entry]
    if there:
        first, second = ("am", "pm") if "(am, the lift pm)" in finding.fix else ("pm", "am")
        assert f"({first}, the lift {second})" in finding.fix
        there[0]["slot"], lift["slot"] = first, second
    changed[new] = [*there, lift]
    return changed


def grave(found: tuple[RuleFinding, ...]) -> Counter[tuple[str, Severity, int | None]]:
    return Counter(
        (f.rule, f.severity, number)
        for f in found
        if f.severity is not Severity.INFO
        for number in f.weeks
    )


def assert_fixes_hold(pattern: Pattern) -> None:
    before = checked(pattern)
    for finding in before:
        if finding.move is None or not finding.fix.startswith("Move ") or " to " not in finding.fix:
            continue
        if ": " not in finding.fix:  # the general advice, which names no day
            continue
        after = checked(followed(pattern, finding))
        assert not grave(after) - grave(before), finding
        assert (
            grave(after)[finding.rule, finding.severity, finding.week]
            < max(1, grave(before)[finding.rule, finding.severity, finding.week])
            or finding.severity is Severity.INFO
        )


AROUND = [
    {"mon": first, "tue": "heavy", "wed": second, "thu": third, "sat": fourth, "sun": "long 80"}
    for first in ("", "easy 30", "tempo 40")
    for second in ("", "easy 30", "tempo 40")
    for third in ("", "easy 30", "tempo 40")
    for fourth in ("", "easy 30", "tempo 40")
]


@pytest.mark.parametrize("days", AROUND)
def test_every_suggested_move_passes_all_rules(days: dict[str, str]) -> None:
    pattern = week(**days)
    assert_fixes_hold(pattern)
    for finding in placement(checked(pattern)):
        if finding.fix.startswith("Move "):
            assert placement(checked(followed(pattern, finding))) == []


DAYS = ("", "", "easy 40", "tempo 40", "long 80", "heavy", "heavy", "upper", "easy 30 + heavy",
        "tempo 40 + upper", "long 80 + add-on")  # fmt: skip


def lifting(days: list[str]) -> int:
    return sum("heavy" in day or "upper" in day for day in days)


some_days = st.lists(st.sampled_from(DAYS), min_size=7, max_size=7).filter(
    lambda days: 1 <= lifting(days) <= 4
)


@settings(max_examples=25, deadline=None)
@given(some_days)
def test_suggested_moves_pass_in_any_week(days: list[str]) -> None:
    assert_fixes_hold(week(**dict(zip(WEEKDAYS, days, strict=True))))


def test_move_says_what_speaks_for_the_day() -> None:
    days = {"tue": "heavy", "wed": "tempo 40", "fri": "easy 30", "sat": "easy 30"}
    assert fixes(**days, mon="tempo 40", thu="easy 40", sun="long 80") == [
        "Move Heavy A to Friday: an easy run (am, the lift pm), and Saturday is easy too."
    ]


def test_move_prefers_a_day_without_a_run() -> None:
    days = {"mon": "", "tue": "heavy", "wed": "tempo 40", "fri": "easy 30", "sun": "long 80"}
    assert fixes(**days) == ["Move Heavy A to Monday: nothing else that day, and Tuesday is free."]


def test_move_keeps_two_days_between_heavy_legs() -> None:
    days = {"mon": "heavy", "tue": "easy 40", "wed": "heavy", "thu": "tempo 40", "sun": "long 80"}
    assert fixes(**days) == [
        "No other day is open for heavy legs: make Heavy B an upper-body or bodyweight session,"
        " which may stay on Wednesday."
    ]


def test_lifts_change_days_where_no_day_is_open() -> None:
    days = {"mon": "heavy", "tue": "tempo 40", "wed": "long 60", "thu": "upper", "fri": "upper",
            "sat": "upper", "sun": "long 80"}  # fmt: skip
    assert fixes(**days) == ["Let Heavy A change days with Light B on Thursday."]
    assert placement(checked(week(**{**days, "mon": "upper", "thu": "heavy"}))) == []


def test_heavy_legs_too_close_are_told_a_day_with_room() -> None:
    (found,) = (one for one in checked(week(tue="heavy", wed="heavy"), 1) if one.rule == "R26")
    assert found.fix == "Move Heavy B to Friday: nothing else that day, and Saturday is free."


def test_lift_that_need_not_share_its_day_is_told_a_tried_one() -> None:
    pattern = week(mon="easy 30", wed="tempo 40", thu="upper", sun="long 80")
    pattern["mon"] = [{**pattern["mon"][0], "slot": "am"}, {"strength": "upper", "slot": "pm"}]
    (found,) = (one for one in checked(pattern, 1) if one.rule == "R24")
    assert found.fix == "Move Light A to Tuesday: nothing else that day."
    assert [one for one in checked(followed(pattern, found), 1) if one.rule == "R24"] == []


def test_lift_on_a_hard_day_is_told_the_day_to_go_to() -> None:
    days = {"tue": "tempo 40 + upper", "thu": "easy 40", "sun": "long 80"}
    assert fixes(**days) == ["Move Light A to Friday: nothing else that day."]


def test_lift_that_fits_nowhere_is_told_so() -> None:
    runs = dict.fromkeys(WEEKDAYS[:6], "tempo 40")
    found = fixes(**{**runs, "tue": "tempo 40 + upper", "sun": "long 80"})
    assert found == ["No other day is open for lift A: make Tuesday's tempo run an easy run."]


def test_heavy_legs_that_are_no_better_light_are_told_so() -> None:
    runs = dict.fromkeys(WEEKDAYS[:6], "tempo 40")
    found = fixes(**{**runs, "tue": "tempo 40 + heavy", "sun": "long 80"})
    assert found == [
        "No other day is open for heavy legs: make Monday's tempo run an easy run.",
        "No other day is open for heavy legs: make Tuesday's tempo run an easy run.",
    ]


def test_fix_suits_every_week_that_follows_the_pattern() -> None:
    """Sunday would do, were it not for the hard Monday of the next phase."""
    base = week(mon="upper", tue="heavy", wed="tempo 40", thu="easy 40", fri="tempo 40")
    values = template(weeks=4, pattern=base)
    (alone,) = {one.fix for one in placement(check_plan(plan(values), LIBRARY))}
    assert alone == "Move Heavy B to Sunday: nothing else that day."
    values["phases"] = [phase(1, 2), phase(3, 4, phase="build", strength_per_week=1)]
    values["week_pattern"]["build"] = week(mon="tempo 40", wed="heavy", sat="easy 40")
    found = placement(check_plan(plan(values), LIBRARY))
    assert {one.weeks for one in found} == {(1, 2)}
    assert {one.fix for one in found} == {"Let Heavy B change days with Light A on Monday."}


def test_nothing_is_tried_for_a_finding_that_is_allowed() -> None:
    values = template(weeks=1, pattern=week(tue="heavy", wed="tempo 40"))
    values["checks"] = {"allow": [{"rule": "R22", "reason": "Track night."}]}
    (found,) = placement(check_plan(plan(values), LIBRARY))
    assert found.allowed_because == "Track night."
    assert found.fix == "No other day of the week passes all rules."


def test_race_ahead_sends_the_lift_to_the_afternoon() -> None:
    runs = dict.fromkeys(("mon", "thu", "fri", "sat"), "easy 40")
    values = template(weeks=1, pattern=week(tue="tempo 40 + upper", sun="long 80", **runs))
    for goal, phase_name, order in (
        ("10k", "base", "(am, the lift pm)"),
        ("10k", "return_from_injury", "(pm, the lift am)"),
    ):
        values["goal"] = {"race": goal}
        values["phases"][0].update(phase=phase_name, pattern="base")
        for found in placement(check_plan(plan(values), LIBRARY)):
            assert found.rule == "R20"
            assert "Wednesday: nothing else that day" in found.fix or order in found.fix


# Changes of the plan file


def assert_mended(values: Values, tier: Tier) -> int:
    """Write each change into the plan and check it anew, in all variants.

    Returns:
        How many changes there were.
    """
    template_of = PlanTemplate.model_validate(values)
    tiers = template_of.tiers
    before = {one: check_plan(plan(values, one), LIBRARY) for one in tiers}
    count = 0
    for finding in before[tier]:
        if not finding.mended_by:
            continue
        count += 1
        new = changed(template_of, finding.mended_by)
        for one in tiers:
            made = expand(new, one, LIBRARY).plan
            assert made is not None
            after = check_plan(made, LIBRARY)
            assert not grave(after) - grave(before[one]), finding
            if one is tier:
                key = finding.rule, finding.path[:2]
                for number in finding.weeks or (None,):
                    assert weekly(after, number)[key] < weekly(before[one], number)[key], finding
    return count


def weekly(
    found: tuple[RuleFinding, ...], number: int | None
) -> Counter[tuple[str, tuple[str | int, ...]]]:
    return Counter((one.rule, one.path[:2]) for one in found if number in (one.weeks or (None,)))


@settings(deadline=None, max_examples=25)
@given(plans, st.sampled_from(list(Tier)))
def test_every_change_of_the_plan_passes_all_rules(values: Values, tier: Tier) -> None:
    assert_mended(values, tier)


SMALL = item("band-row", sets=2, reps=5)


@pytest.mark.parametrize(
    "work",
    [
        {"rest_s": 240},
        {"rest_s": 30},
        {"reps": [10, 12]},
        {"load": {"percent_1rm": 99}},
        {"reps": 5},
    ],
)
def test_dose_that_is_suggested_was_tried(work: Values) -> None:
    written = session(main(item("front-squat", **work), item("press"), SMALL))
    values = template(4, week(mon="work", thu="upper"), {"work": written})
    assert assert_mended(values, Tier.GYM) >= 1


def test_no_dose_is_named_where_none_passes() -> None:
    """A rule that finds something whatever is written leaves no fix to offer."""
    values = template(1, week(mon="heavy", thu="upper"))
    values["sessions"]["heavy"]["blocks"][1]["items"][0]["rest_s"] = 240
    made = plan(values)

    def always(one: Plan, _library: Library) -> list[RuleFinding]:
        changed_rest = one.template != made.template
        sentence = "The rest was changed"
        return [
            RuleFinding("R6", Severity.WARNING, 1, 3, sentence, "Because.", "Nothing.", ("x",))
        ] * changed_rest

    strict = replace(RULES[5], check=always)
    (found,) = (one for one in check_plan(made, LIBRARY) if one.rule == "R6")
    assert found.fix == "Write rest_s: 120."
    (raw,) = RULES[5].check(made, LIBRARY)
    told = Fixes(made, LIBRARY, (*RULES, strict), [raw]).fixed(raw)
    assert told.mended_by == ()
    assert told.fix.startswith("No other rest passes all rules here")
