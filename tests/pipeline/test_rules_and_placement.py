"""Rules and the placement of lifts in a whole site: pages, links and markers in guides."""

from pathlib import Path

import pytest

from runlift_site.pipeline.options import Options
from runlift_site.training.rules.names import RULE_IDS
from tests.pipeline.site import SmallSite, small_site


@pytest.fixture
def fresh(tmp_path: Path) -> SmallSite:
    return small_site(tmp_path / "fresh")


def guide_of(site: SmallSite) -> Path:
    return min((site.root / "content/guides").glob("*.md"))


def add(site: SmallSite, text: str) -> int:
    """Add a paragraph to a guide; gives its line."""
    guide = guide_of(site)
    old = guide.read_text(encoding="utf-8").rstrip()
    guide.write_text(f"{old}\n\n{text}\n", encoding="utf-8")
    return old.count("\n") + 3


def test_a_site_has_a_page_for_each_rule(site: SmallSite) -> None:
    published = {path for path in site.tree() if path.startswith("rules")}
    assert published == {"rules.html", *(f"rules/{rule.lower()}.html" for rule in RULE_IDS)}


def test_link_to_a_rule_leads_to_its_page(site: SmallSite) -> None:
    add(site, "See [R22](rule:R22).")
    assert site.build(Options(pdf=False)).published
    html = site.tree()[f"guides/{guide_of(site).stem}.html"].decode()
    assert '<a href="../rules/r22.html">R22</a>' in html


@pytest.mark.parametrize("name", ["R28", "R0", "r22"])
def test_link_to_no_rule_is_told_at_its_place(fresh: SmallSite, name: str) -> None:
    line = add(fresh, f"See [this](rule:{name}).")
    (found,) = [one for one in fresh.check().findings if one.code == "RL225"]
    assert found.message == f"unknown rule '{name}'"
    assert found.place is not None
    assert (found.place.line, found.place.column) == (line, len("See [this](rule:") + 1)


def test_placement_is_drawn_where_a_guide_asks_for_it(site: SmallSite) -> None:
    add(site, "[[placement]]")
    assert site.build(Options(pdf=False)).published
    html = site.tree()[f"guides/{guide_of(site).stem}.html"].decode()
    assert html.count('type="radio"') == 5
    assert "[[placement]]" not in html


def test_placement_takes_no_arguments(fresh: SmallSite) -> None:
    line = add(fresh, "[[placement gym]]")
    (found,) = [one for one in fresh.check().findings if one.code == "RL424"]
    assert found.place is not None
    assert (found.message, found.place.line) == ("[[placement]] stands alone", line)


def test_paper_of_a_rule_is_shown_once_the_bibliography_has_it(site: SmallSite) -> None:
    before = site.tree()
    papers = site.root / "content/bibliography.yaml"
    text = papers.read_text(encoding="utf-8").rstrip()
    added = (
        "  doma-deakin-2013:\n    authors: Doma K, Deakin GB\n    year: 2013\n"
        "    title: Order of training\n    journal: A journal\n    doi: 10.1139/apnm-2012-0362\n"
    )
    papers.write_text(f"{text}\n{added}", encoding="utf-8")
    assert site.build().published
    after = site.tree()
    changed = {path for path in after if path.startswith("rules") and after[path] != before[path]}
    assert changed == {"rules/r22.html", "rules/r23.html"}
    assert "Doma K, Deakin GB (2013). Order of training." in after["rules/r22.html"].decode()
