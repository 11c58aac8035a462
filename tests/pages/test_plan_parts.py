from dataclasses import replace

from runlift_site.pages import plan_parts
from runlift_site.training.vocabulary import SessionKind, Tier
from tests.pages.builders import bodyweight_plan, plan, template, words

SAID = words()
PATH = "plans/half-marathon/gym/3.html"


def test_facts_tell_the_usual_week_not_the_race_week() -> None:
    facts = {fact.label: fact.value for fact in plan_parts.facts(plan(), SAID)}
    assert facts == {
        "Length": "10 weeks",
        "Lifts": "2 a week",
        "Runs": "5 a week",
        "Phase": "Build to race week",
        "You need": "Barbell, dumbbells, rack, foam roller",
    }


def test_facts_without_runs_or_kit_leave_them_out() -> None:
    lower = bodyweight_plan()
    facts = {fact.label: fact.value for fact in plan_parts.facts(lower, SAID)}
    assert "Runs" not in facts
    assert facts["Length"] == "1 week"


def test_tabs_keep_the_variant_and_show_running_time() -> None:
    tabs = plan_parts.week_tabs(plan(), SAID, PATH, 3)
    assert [tab.number for tab in tabs if tab.current] == [3]
    assert tabs[0].href == "1.html"
    assert tabs[2].spoken == "Week 3, 4 h 05 of running"
    assert (tabs[3].word, tabs[9].word) == ("easy", "race")
    assert max(tab.fill for tab in tabs) == 100
    assert all(tab.fill % 10 == 0 for tab in tabs)
    assert tabs[0].fill < tabs[6].fill


def test_variant_switch_keeps_the_week() -> None:
    links = plan_parts.variant_links(template(), SAID, PATH, 3, Tier.GYM)
    assert [(link.name, link.href, link.current) for link in links] == [
        ("Gym", "3.html", True),
        ("Home", "../home/3.html", False),
        ("Bodyweight", "../bodyweight/3.html", False),
    ]


def test_plan_in_one_variant_has_no_switch() -> None:
    assert plan_parts.variant_links(template(variants={}), SAID, PATH, 3, Tier.GYM) == ()


def test_card_draws_a_week_that_is_not_eased() -> None:
    one = plan()
    assert plan_parts.typical_week(one).number == 1
    eased = replace(one, weeks=(replace(one.weeks[0], easy=True), *one.weeks[1:]))
    assert plan_parts.typical_week(eased).number == 2


def test_card_counts_weeks_lifts_and_runs() -> None:
    card = plan_parts.plan_card(plan(), SAID, "plans.html")
    assert card.facts == "10 weeks · 2 lifts · 5 runs · some practice"
    assert card.href == "plans/half-marathon.html"


def test_week_summary_leaves_out_what_does_not_happen() -> None:
    one = plan()
    assert plan_parts.week_summary(one.weeks[2], SAID) == "5 runs, 4 h 05 · 2 lifts, 1 h 20"
    assert plan_parts.week_summary(bodyweight_plan().weeks[0], SAID) == "1 lift, 55 min"


def test_add_ons_are_counted_apart_from_lifts_everywhere() -> None:
    one = plan()
    small = replace(one.weeks[0].lifts[0], kind=SessionKind.ADD_ON, minutes=15)
    monday = replace(one.weeks[0].days[0], sessions=(small,))
    first = replace(one.weeks[0], days=(monday, *one.weeks[0].days[1:]))
    lifts = len(one.weeks[0].lifts)
    assert "1 add-on, 15 min" in plan_parts.week_summary(first, SAID)
    alone = replace(one, weeks=(first,))
    counted = len(plan_parts.lifts_of(first))
    assert counted + len(plan_parts.add_ons_of(first)) == len(first.lifts) >= lifts - 1
    shown = {fact.label: fact.value for fact in plan_parts.facts(alone, SAID)}
    assert shown["Add-ons"] == "1 a week"
    assert "1 add-on" in plan_parts.plan_card(alone, SAID, "plans.html").facts.split(" · ")
