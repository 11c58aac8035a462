"""Every kind of page against the rules of axe-core, in both themes, on phones and desktops."""

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests.browser.layout import resize
from tests.browser.opened import Address, Themed

TAGS = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
)
RULES = {"runOnly": TAGS, "resultTypes": ["violations"], "preload": False}
SHAPE_RULES = {**RULES, "rules": {"color-contrast": {"enabled": False}}}
# Links reach over their whole card, and stripes lie behind the week: both are drawn by the style
# sheet alone, and keep axe from seeing what text stands on.
LAID_BARE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".cover::after, .strip::before { display: none !important }");
  document.adoptedStyleSheets = [sheet];
}"""


def checked(page: Page, options: object) -> list[str]:
    """What axe holds against the page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    run = "options => axe.run(options).then(results => results.violations)"
    return told(page.evaluate(run, options))


def told(results: list[dict[str, Any]]) -> list[str]:
    """One line for each element that breaks a rule."""
    return [
        f"{result['id']}: {node['target'][0]}: {' '.join(node['failureSummary'].split())}"
        for result in results
        for node in result["nodes"]
    ]


def violations(page: Page, url: str, runs: Mapping[int, object]) -> list[str]:
    """What axe holds against a page, with the rules of each width in pixels."""
    resize(page, next(iter(runs)))
    page.goto(url)
    page.evaluate(LAID_BARE)
    found: list[str] = []
    for width, rules in runs.items():
        resize(page, width)
        found.extend(f"{width} px: {line}" for line in checked(page, rules))
    return found


def test_axe_finds_nothing_in_the_light(address: Address, themed: Themed) -> None:
    runs = {320: SHAPE_RULES, 390: RULES, 1280: RULES}
    assert violations(themed.light, address.url, runs) == []


def test_axe_finds_nothing_in_the_dark(address: Address, themed: Themed) -> None:
    assert violations(themed.dark, address.url, {390: RULES, 1280: RULES}) == []


def test_axe_finds_faults_when_there_are_some(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        "<title>T</title><main><a href='a'></a><p style='color:#aaa'>Pale</p>"
        "<a href=b style='display:block;width:9px;height:9px;overflow:hidden'>b</a>"
        "<a href=c style='display:block;width:9px;height:9px;overflow:hidden'>c</a></main>"
    )
    found = {line.split(":")[0] for line in checked(page, RULES)}
    page.close()
    assert found >= {
        "link-name",
        "color-contrast",
        "target-size",
        "html-has-lang",
        "page-has-heading-one",
    }
