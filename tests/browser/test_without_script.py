"""The site without JavaScript: nothing is missing but the theme button and the mark of today."""

from playwright.sync_api import Page

from tests.browser.layout import resize, sideways, text_on_text
from tests.browser.opened import Address, Themed
from tests.browser.sites import SHIPPED
from tests.browser.watch import Watch


def test_page_says_the_same_when_there_is_no_script(
    address: Address, scriptless: Page, themed: Themed
) -> None:
    resize(scriptless, 320)
    with Watch(scriptless, address.base) as watch:
        scriptless.goto(address.url)
    assert watch.problems == []
    assert sideways(scriptless) == []
    assert text_on_text(scriptless) == []
    resize(themed.light, 320)
    themed.light.goto(address.url)
    said = scriptless.locator("body").inner_text()
    assert said == themed.light.locator("body").inner_text()
    assert len(said) > 200


def test_theme_button_is_hidden_when_there_is_no_script(scriptless: Page, server: str) -> None:
    scriptless.goto(f"{server}{SHIPPED}index.html")
    assert not scriptless.locator(".theme").is_visible()
    assert scriptless.locator("html[data-theme]").count() == 0


def test_warm_up_unfolds_when_there_is_no_script(scriptless: Page, server: str) -> None:
    scriptless.goto(f"{server}{SHIPPED}plans/big-four-8/gym/6.html")
    warm_up = scriptless.locator("details").first
    drill = warm_up.get_by_role("link").first
    assert not drill.is_visible()
    warm_up.locator("summary").click()
    assert drill.is_visible()


def test_first_answer_is_open_when_there_is_no_script(scriptless: Page, server: str) -> None:
    scriptless.goto(f"{server}{SHIPPED}guides/should-runners-lift.html")
    answers = scriptless.locator(".questions details")
    assert answers.count() > 2
    opened = [one.get_attribute("open") is not None for one in answers.all()]
    assert opened == [True] + [False] * (len(opened) - 1)
    assert answers.first.locator("p").first.is_visible()
