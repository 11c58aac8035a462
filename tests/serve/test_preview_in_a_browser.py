"""What an author sees: the page follows what is saved, and says what is wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.previewing import Previewing

PLANK = "content/exercises/plank.yaml"
PATIENCE_MS = 60_000
LONG_LINE = f'level: "{"y" * 600}"'


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window that must not complain of anything."""
    context = browser.new_context(
        color_scheme=request.param, viewport={"width": 320, "height": 700}
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def test_page_reloads_when_its_file_is_saved(preview: Previewing, page: Page) -> None:
    page.goto(f"{preview.address}exercises/plank.html")
    preview.site.edit(PLANK, "Push the floor away", "Make a long line")
    expect(page.get_by_text("Make a long line")).to_be_visible(timeout=PATIENCE_MS)


def test_page_stays_when_another_file_is_saved(preview: Previewing, page: Page) -> None:
    page.add_init_script("sessionStorage.loads = 1 + Number(sessionStorage.loads ?? 0)")
    page.goto(f"{preview.address}exercises/plank.html")
    with preview.following(preview.ask("/").mark) as stream:
        preview.site.edit("content/exercises/push-up.yaml", "First this", "First that")
        stream.until("exercises/push-up.html")
    preview.site.edit(PLANK, "Push the floor away", "Make a long line")
    expect(page.get_by_text("Make a long line")).to_be_visible(timeout=PATIENCE_MS)
    assert page.evaluate("sessionStorage.loads") == "2"


def test_errors_lie_over_the_page_until_they_are_mended(preview: Previewing, page: Page) -> None:
    page.goto(f"{preview.address}exercises/plank.html")
    preview.site.edit(PLANK, "level: beginner", LONG_LINE)
    sheet = page.locator("#runlift-findings")
    expect(sheet).to_be_visible(timeout=PATIENCE_MS)
    expect(sheet.locator("mark")).to_contain_text("yyy")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert sheet.evaluate("sheet => sheet.scrollWidth <= sheet.clientWidth")
    assert sheet.evaluate("sheet => sheet.getBoundingClientRect().height === innerHeight")
    colours = sheet.evaluate(
        "sheet => [getComputedStyle(sheet).backgroundColor,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    assert colours[0] == colours[1], "it wears the theme of the site"
    sheet.locator("summary").click()
    assert sheet.evaluate("sheet => sheet.getBoundingClientRect().height < innerHeight / 4")
    expect(page.get_by_text("Push the floor away")).to_be_visible()
    preview.site.edit(PLANK, LONG_LINE, "level: beginner")
    expect(sheet).not_to_be_attached(timeout=PATIENCE_MS)


def test_page_that_comes_to_be_shows_itself(preview: Previewing, page: Page) -> None:
    context = page.context
    page.close()
    page = context.new_page()  # its first answer is a 404, of which every browser complains
    page.goto(f"{preview.address}exercises/side-plank.html")
    text = preview.site.file(PLANK).read_text(encoding="utf-8")
    side = preview.site.file("content/exercises/side-plank.yaml")
    side.write_text(text.replace("Plank", "Side plank"), encoding="utf-8")
    expect(page.get_by_role("heading", name="Side plank")).to_be_visible(timeout=PATIENCE_MS)
