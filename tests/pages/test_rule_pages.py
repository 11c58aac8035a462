"""The pages of the rules, and the table and chooser of the guide about placing lifts."""

import re

import pytest

from runlift_site.pages.placement_part import placement_part
from runlift_site.pages.rule_index_page import GROUPS
from runlift_site.pages.rule_page import RuleView
from runlift_site.pipeline.rules import rule_pages
from runlift_site.training.guide import Reference
from runlift_site.training.rules.names import RULE_IDS
from tests.pages.builders import ROOT, frame, words
from tests.pages.small_pages import Elements, drawn

PAPER = Reference(
    authors="Doma K",
    year="2013",
    title="Order",
    journal="Journal",
    doi="10.1139/APNM-2012-0362",
    note="Fourteen runners.",
)


def views() -> dict[str, RuleView]:
    pages = rule_pages(frame(), {"doma-2013": PAPER})
    return {page.view.id: page.view for page in pages if isinstance(page.view, RuleView)}


def test_every_rule_stands_in_one_group_of_the_index() -> None:
    grouped = [rule for _, rules in GROUPS for rule in rules]
    assert sorted(grouped) == sorted(RULE_IDS)
    links = [e["href"] for e in Elements(drawn()["rules.html"]).all("a")]
    assert {f"rules/{rule.lower()}.html" for rule in RULE_IDS} <= set(links)


@pytest.mark.parametrize("rule", RULE_IDS)
def test_rule_has_a_page_with_both_examples_and_what_is_found(rule: str) -> None:
    html = drawn()[f"rules/{rule.lower()}.html"]
    assert f'<span class="tag ink">{rule}</span>' in html
    assert len(re.findall(r'class="card plan-card example"', html)) == 2
    assert re.search(r"<b>(Error|Warning|Note):</b> \w", html)


def test_placement_rule_draws_two_strips_with_one_key() -> None:
    html = drawn()["rules/r22.html"]
    assert html.count('<ol class="strip mini"') == 2
    assert html.count('<ul class="key">') == 1


def test_rule_about_doses_says_its_example_in_words_and_marks_the_difference() -> None:
    view = views()["R6"]
    (good,) = [line.text for part in view.good.parts for line in part.lines if line.marked]
    (bad,) = [line.text for part in view.bad.parts for line in part.lines if line.marked]
    assert (good, bad) == (
        "Front squat 3 × 4, RPE 8, rest 1:30",
        "Front squat 3 × 4, RPE 8, rest 4:00",
    )
    assert (view.good.title, view.bad.title) == ("A good session", "A bad session")


def test_order_of_a_day_is_said_in_words() -> None:
    view = views()["R23"]
    assert [part.title for part in view.bad.parts] == ["Thursday"]
    assert view.bad.parts[0].lines[0].text.startswith("lift B, then easy run 30 min")


def test_example_of_a_later_phase_names_it() -> None:
    assert views()["R25"].bad.about == "Taper"
    assert views()["R22"].bad.about == ""


def test_sources_are_statements_and_papers() -> None:
    view = views()["R22"]
    assert view.statements == "statements 70, 71, 72, 73 and 74"
    known, unknown = view.papers
    assert (known.text, known.title) == ("Doma K (2013)", "Order")
    assert known.href == "https://doi.org/10.1139/APNM-2012-0362"
    assert (unknown.text, unknown.doi) == ("", "10.1007/s40279-017-0758-3")
    assert views()["R21"].statements == "statement 55"
    assert views()["R26"].statements == ""


def test_rules_lead_to_their_neighbours() -> None:
    first, last = views()["R1"], views()["R27"]
    assert first.before is None
    assert last.after is None
    assert first.after is not None
    assert first.after.href == "r2.html"


def test_chooser_has_a_week_for_every_choice_and_a_rule_to_show_it() -> None:
    part = placement_part(words())
    css = (ROOT / "templates/assets/coaching.css").read_text(encoding="utf-8")
    assert len(part.weeks) == len(part.hard) * len(part.long)
    for hard in part.hard:
        for long in part.long:
            (week,) = [w for w in part.weeks if w.classes == f"{hard.id} {long.id}"]
            assert len(week.strip.days) == 7
            shown = f":has(#{hard.id}:checked):has(#{long.id}:checked) .{hard.id}.{long.id}"
            assert shown in css
    assert [sum(o.chosen for o in options) for options in (part.hard, part.long)] == [1, 1]


def test_table_says_what_fits_and_what_does_not() -> None:
    rows = [(r.runs, r.without_errors, r.without_warnings) for r in placement_part(words()).rows]
    assert rows == [
        ("0 hard runs and the long run", "3 days", "3 days"),
        ("1 hard run and the long run", "3 days", "2 days"),
        ("2 hard runs and the long run", "2 days", "1 day"),
        ("3 hard runs and the long run", "hard days would touch", "hard days would touch"),
    ]


def test_style_sheet_of_the_chooser_is_loaded_where_it_is_needed() -> None:
    for path, loaded in (
        ("guides/where-lifts-go.html", True),
        ("rules/r1.html", True),
        ("guides.html", False),
        ("plans.html", False),
    ):
        sheets = [link["href"] for link in Elements(drawn()[path]).all("link")]
        assert any(sheet.endswith("coaching.css") for sheet in sheets) is loaded
