"""Pages of the small site, byte for byte as they stand in ``tests/golden/small``.

There is one of each kind, and the HTML that one sheet is printed from. Names of assets carry a
digest of their bytes; here it is left out, so a new style sheet changes no page.

After a wanted change, rewrite the pages and read the difference::

    RUNLIFT_UPDATE_EXPECTED=1 pytest tests/golden
"""

import os
import re
from pathlib import Path

import pytest

from runlift_site.build.store import Store
from runlift_site.pages.outputs import Sheet
from runlift_site.pipeline.build import decide, templates_of
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import read_all
from tests.pipeline.site import SmallSite, small_site

GOLDEN = Path(__file__).parent / "small"
UPDATE = "RUNLIFT_UPDATE_EXPECTED"
ASSET = re.compile(rb"(assets/[a-z-]+)-[0-9a-f]{8}(\.(?:css|js|svg))\b")

PAGES = {
    "home.html": "index.html",
    "plan-index.html": "plans.html",
    "plan-overview.html": "plans/first-steps.html",
    "plan-week.html": "plans/first-steps/bodyweight/2.html",  # swapped exercises, a later week
    "exercise-index.html": "exercises.html",
    "exercise.html": "exercises/goblet-squat.html",
    "guide-index.html": "guides.html",
    "guide.html": "guides/why-lift.html",
    "not-found.html": "404.html",
}
SHEET = "sheet.html"
SHEET_PATH = "plans/first-steps/bodyweight/first-steps-bodyweight-week-2-a4.pdf"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The small site, published with its sheets."""
    site = small_site(tmp_path_factory.mktemp("golden") / "site")
    outcome = site.build()
    assert outcome.published, outcome.findings
    return site


def sheet_html(site: SmallSite) -> bytes:
    """The HTML that the sheet is printed from; it is not published itself."""
    options = Options()
    inputs = read_all(site.project, options)
    with Store(site.project.cache, tool=inputs.tool) as store:
        decided = decide(inputs, options, store)
        assert decided.site is not None
        templates = templates_of(inputs, decided.site.content.words, store)
        sheets = [
            output
            for output in decided.site.plan_outputs("first-steps")
            if isinstance(output, Sheet) and output.path == SHEET_PATH
        ]
        assert len(sheets) == 1
        return templates.render(sheets[0].template, sheets[0].view)


def compared(name: str, seen: bytes) -> None:
    """Compare a page with the one that is kept, or keep it from now on if that was asked for."""
    seen = ASSET.sub(rb"\1-DIGEST\2", seen)
    file = GOLDEN / name
    if os.environ.get(UPDATE):
        file.write_bytes(seen)
    assert file.is_file(), f"no golden page; set {UPDATE}=1 to write it"
    # Compared as text for a readable difference, then as bytes for what text does not show.
    assert seen.decode() == file.read_text(encoding="utf-8")
    assert seen == file.read_bytes()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_the_golden_one_when_it_is_built(site: SmallSite, name: str) -> None:
    compared(name, (site.output / PAGES[name]).read_bytes())


def test_sheet_is_printed_from_the_golden_html(site: SmallSite) -> None:
    compared(SHEET, sheet_html(site))


def test_no_golden_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {*PAGES, SHEET}
