"""The theme: the system's, until the reader chooses one, which is then remembered."""

import pytest

from tests.browser.opened import OpenPage
from tests.browser.sites import SHIPPED

BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(244, 246, 245)", "rgb(15, 19, 21)"
# Nothing is painted before there is a body.
AT_FIRST = """
new MutationObserver((changes, observer) => {
  if (document.body) {
    observer.disconnect();
    window.themeAtFirst = document.documentElement.dataset.theme;
  }
}).observe(document, {childList: true, subtree: true});
"""


@pytest.mark.parametrize(("system", "background"), [("light", LIGHT), ("dark", DARK)])
def test_theme_is_that_of_the_system_when_none_was_chosen(
    open_page: OpenPage, server: str, system: str, background: str
) -> None:
    page = open_page(f"{server}{SHIPPED}index.html", color_scheme=system)
    assert page.evaluate(BACKGROUND) == background
    page.emulate_media(color_scheme="dark" if system == "light" else "light")
    assert page.evaluate(BACKGROUND) == (DARK if system == "light" else LIGHT)


@pytest.mark.parametrize(
    ("system", "chosen", "background"), [("light", "dark", DARK), ("dark", "light", LIGHT)]
)
def test_theme_is_remembered_without_a_flash_when_it_was_chosen(
    open_page: OpenPage, server: str, system: str, chosen: str, background: str
) -> None:
    page = open_page(f"{server}{SHIPPED}index.html", color_scheme=system)
    page.add_init_script(AT_FIRST)
    page.get_by_role("button", name="Switch between light and dark").click()
    assert page.evaluate(BACKGROUND) == background
    for path in ("index.html", "plans/big-four-8/gym/6.html", "404.html"):
        page.goto(f"{server}{SHIPPED}{path}")
        assert page.evaluate("themeAtFirst") == chosen
        assert page.evaluate(BACKGROUND) == background


def test_theme_turns_back_when_the_button_is_pressed_again(
    open_page: OpenPage, server: str
) -> None:
    page = open_page(f"{server}{SHIPPED}index.html", color_scheme="light")
    button = page.get_by_role("button", name="Switch between light and dark")
    for background in (DARK, LIGHT, DARK):
        button.press("Enter")
        assert page.evaluate(BACKGROUND) == background


def test_page_works_when_storage_is_switched_off(open_page: OpenPage, server: str) -> None:
    page = open_page("about:blank", color_scheme="light")
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('off') }})"
    )
    page.goto(f"{server}{SHIPPED}index.html")
    page.get_by_role("button", name="Switch between light and dark").click()
    assert page.evaluate(BACKGROUND) == DARK
    assert problems == []


def test_stranger_in_storage_is_ignored(open_page: OpenPage, server: str) -> None:
    page = open_page(f"{server}{SHIPPED}index.html", color_scheme="light")
    page.evaluate("localStorage.setItem('runlift-theme', 'purple')")
    page.reload()
    assert page.locator("html[data-theme]").count() == 0
    assert page.evaluate(BACKGROUND) == LIGHT
