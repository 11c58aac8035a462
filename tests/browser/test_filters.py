"""The exercise index: its filters work without script, by style rules that the build writes."""

from itertools import product

import pytest
from playwright.sync_api import Page

from tests.browser.layout import resize
from tests.browser.sites import SHIPPED, SMALL

CARDS = """() => [...document.querySelectorAll(".ex")].map(one => ({
  name: one.querySelector("h3").innerText,
  line: one.querySelector("p").innerText,
  shown: one.checkVisibility(),
}))"""
KIT = {"Barbell": "barbell", "Dumbbells": "dumbbell", "Band": "band"}
IN_FRONT = """one => {
  const box = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(box.left + 30, box.top + 30));
}"""


@pytest.fixture
def index(scriptless: Page, server: str) -> Page:
    """The shipped index, freshly opened, without script."""
    resize(scriptless, 1280)
    scriptless.goto(f"{server}{SHIPPED}exercises.html")
    return scriptless


def choose(page: Page, *texts: str) -> None:
    """Click chips."""
    for text in texts:
        page.locator(".chip", has_text=text).click()


def shown(page: Page) -> dict[str, str]:
    """Name and line of each card that can be seen."""
    return {card["name"]: card["line"] for card in page.evaluate(CARDS) if card["shown"]}


def count_read_out(page: Page) -> str:
    """The count as a screen reader has it; the style sheet counts, so it is in no text node."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    count = session.send("DOM.querySelector", {"nodeId": root, "selector": ".count"})
    nodes = session.send("Accessibility.queryAXTree", {**count, "role": "StaticText"})["nodes"]
    session.detach()
    return "".join(node["name"]["value"] for node in nodes)


def test_all_cards_show_when_nothing_is_chosen(index: Page) -> None:
    cards = index.evaluate(CARDS)
    assert len(cards) > 60
    assert len(shown(index)) == len(cards)
    assert index.locator(".count").inner_text() == f"{len(cards)} exercises"
    assert not index.get_by_role("button", name="Clear filters").is_visible()


@pytest.mark.parametrize("chip", KIT)
def test_only_cards_with_the_equipment_show_when_it_is_chosen(index: Page, chip: str) -> None:
    before = shown(index)
    choose(index, chip)
    after = shown(index)
    assert after == {name: line for name, line in before.items() if KIT[chip] in line.lower()}
    assert 0 < len(after) < len(before)


def test_cards_of_either_show_when_two_of_a_row_are_chosen(index: Page) -> None:
    before = shown(index)
    choose(index, "Squat", "Hinge")
    wanted = {name: line for name, line in before.items() if line.startswith(("Squat", "Hinge"))}
    assert shown(index) == wanted
    assert len({line.split(" ·")[0] for line in wanted.values()}) == 2


def test_cards_of_both_show_when_two_rows_are_used(index: Page) -> None:
    before = shown(index)
    choose(index, "Hinge", "Barbell")
    assert shown(index) == {
        name: line
        for name, line in before.items()
        if line.startswith("Hinge") and "barbell" in line
    }
    assert "Deadlift" in shown(index)


def test_card_comes_back_when_a_choice_is_taken_back(index: Page) -> None:
    before = shown(index)
    choose(index, "Calf")
    assert shown(index) != before
    choose(index, "Calf")
    assert shown(index) == before


def test_all_come_back_when_filters_are_cleared(index: Page) -> None:
    before = shown(index)
    choose(index, "Calf", "Barbell", "New to lifting")
    index.get_by_role("button", name="Clear filters").click()
    assert shown(index) == before
    assert index.locator(":checked").count() == 0


def test_count_is_that_of_the_cards_that_show(index: Page) -> None:
    total = len(shown(index))
    choose(index, "Squat")
    assert count_read_out(index).split() == [str(len(shown(index))), "of", str(total), "exercises"]


@pytest.mark.parametrize("width_px", [320, 1280])
def test_empty_result_says_so(index: Page, width_px: int) -> None:
    resize(index, width_px)
    empty = index.locator(".empty")
    choose(index, "Squat")
    assert not empty.evaluate(IN_FRONT)
    choose(index, "Mobility", "Squat", "Barbell")
    assert shown(index) == {}
    assert "Nothing fits all of these. Drop one filter." in empty.inner_text()
    empty.scroll_into_view_if_needed()
    assert empty.evaluate(IN_FRONT)
    assert index.get_by_role("button", name="Clear filters").is_visible()
    assert count_read_out(index).startswith("0")


def test_every_chip_leaves_something_in_both_sites(scriptless: Page, server: str) -> None:
    for base in (SHIPPED, SMALL):
        scriptless.goto(f"{server}{base}exercises.html")
        total = len(shown(scriptless))
        for chip in scriptless.locator(".chip").all():
            chip.click()
            assert 0 < len(shown(scriptless)) <= total
            chip.click()


def test_card_shows_when_it_is_of_all_three_kinds_chosen(index: Page) -> None:
    kinds = index.evaluate(
        "() => [...document.querySelectorAll('.ex')].map(one => [...one.classList])"
    )
    rows = [
        [chip.get_attribute("id") or "" for chip in row.locator("input").all()]
        for row in index.locator("fieldset").all()
    ]
    assert len(rows) == 3
    for chosen in product(*(row[::2] for row in rows)):
        index.evaluate(
            "ids => document.querySelectorAll('.chip input')"
            ".forEach(one => { one.checked = ids.includes(one.id) })",
            list(chosen),
        )
        expected = sum(all(key in classes for key in chosen) for classes in kinds)
        assert len(shown(index)) == expected, chosen
