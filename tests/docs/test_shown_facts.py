"""Tables and links of the documentation: keys, words and codes are those that the program knows."""

import re
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel

from runlift_site.authoring.kinds import FOLDERS, SINGLE
from runlift_site.diagnostics.catalogue import catalogue
from runlift_site.settings import Settings
from runlift_site.source.document import read_yaml
from runlift_site.training import vocabulary as words
from runlift_site.training.exercise import Exercise
from runlift_site.training.guide import GuideHead
from runlift_site.training.items import Feel
from runlift_site.training.plan import (
    Allowed,
    Block,
    Deload,
    ExerciseItem,
    Phase,
    PlanTemplate,
    Progression,
    ProgressionRule,
    SessionTemplate,
)
from runlift_site.training.routine import Routine
from runlift_site.training.rules.names import RULE_IDS
from tests.docs.shown import PAGES, ROOT, anchors, code_words, links, prose, read, rows, section

KEYS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("docs/content.md", "The site file", Settings),
    ("docs/exercises.md", "The keys", Exercise),
    ("docs/routines.md", "The keys", Routine),
    ("docs/guides.md", "The head", GuideHead),
    ("docs/plans.md", "The keys", PlanTemplate),
    ("docs/plans.md", "Phases", Phase),
    ("docs/plans.md", "Sessions", SessionTemplate),
    ("docs/plans.md", "Blocks", Block),
    ("docs/plans.md", "Items", ExerciseItem),
    ("docs/plans.md", "Progression", Progression),
    ("docs/plans.md", "Easier weeks", Deload),
    ("docs/plans.md", "Allowing a finding", Allowed),
)
WORDS: tuple[tuple[str, type[StrEnum]], ...] = (
    ("pattern", words.Pattern),
    ("muscles", words.Muscle),
    ("equipment", words.Equipment),
    ("load_type", words.LoadType),
    ("laterality", words.Laterality),
    ("measure", words.Measure),
    ("level", words.Level),
    ("impact", words.Impact),
    ("plane", words.Plane),
    ("opens", words.Opens),
    ("running_benefit.tags", words.Benefit),
)
NAMED: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("docs/plans.md", "Phases", words.PhaseName),
    ("docs/plans.md", "Week patterns", words.RunType),
    ("docs/plans.md", "Sessions", words.SessionKind),
    ("docs/plans.md", "Blocks", words.BlockKind),
    ("docs/plans.md", "Blocks", words.BlockFormat),
    ("docs/plans.md", "Items", words.Measure),
    ("docs/plans.md", "Items", Feel),
    ("docs/plans.md", "A race", words.RaceGoal),
    ("docs/plans.md", "Progression", ProgressionRule),
    ("docs/plans.md", "The keys", words.Level),
    ("docs/plans.md", "The keys", words.Tier),
    ("docs/routines.md", "The keys", words.RoutineKind),
)
each_table = pytest.mark.parametrize(
    ("page", "heading", "model"), KEYS, ids=[f"{page}: {heading}" for page, heading, _ in KEYS]
)


def fields(model: type[BaseModel]) -> dict[str, Any]:
    """The keys that a file may write, with what is known of each."""
    return {info.alias or n: info for n, info in model.model_fields.items() if n != "id"}


@each_table
def test_table_of_keys_has_those_of_the_record(
    page: str, heading: str, model: type[BaseModel]
) -> None:
    assert sorted(rows(page, heading, "key")) == sorted(fields(model))


@each_table
def test_key_when_called_needed_is_needed(page: str, heading: str, model: type[BaseModel]) -> None:
    told = {key for key, (needed, _) in rows(page, heading, "key").items() if needed == "yes"}
    assert told == {key for key, info in fields(model).items() if info.is_required()}


@each_table
def test_limit_when_named_is_the_one_that_holds(
    page: str, heading: str, model: type[BaseModel]
) -> None:
    for key, (_, text) in rows(page, heading, "key").items():
        limits = [
            limit
            for part in fields(model)[key].metadata
            if (limit := getattr(part, "max_length", None)) is not None
        ]
        told = re.search(r"at most (\d+) characters", text)
        if told is not None:
            assert int(told[1]) == min(limits), f"{page}: {key}"


@pytest.mark.parametrize(("key", "known"), WORDS)
def test_words_of_a_key_are_all_there(key: str, known: type[StrEnum]) -> None:
    (cell,) = rows("docs/exercises.md", "Words", "key")[key]
    assert list(code_words(cell)) == list(known)


@pytest.mark.parametrize(("page", "heading", "known"), NAMED)
def test_closed_list_when_told_is_complete(page: str, heading: str, known: type[StrEnum]) -> None:
    told = {w for text in code_words(section(page, heading)) for w in re.findall(r"\w+", text)}
    assert set(known) - told == set()


def test_kit_of_each_tier_is_what_the_program_goes_by() -> None:
    table = rows("docs/exercises.md", "Kit", "tier")
    bodyweight, home = (set(code_words(table[tier][0])) for tier in ("bodyweight", "home"))
    assert bodyweight == words.TIER_EQUIPMENT[words.Tier.BODYWEIGHT]
    assert bodyweight | home == words.TIER_EQUIPMENT[words.Tier.HOME]


def test_every_kind_of_content_has_its_row() -> None:
    table = rows("docs/content.md", "Content files", "folder or file")
    assert {kind.folder for kind in (*FOLDERS, *SINGLE)} < set(table)


def test_first_page_names_every_plan_and_counts_the_rules() -> None:
    text = " ".join(read("README.md").split())
    for path in sorted((ROOT / "content/plans").glob("*.yaml")):
        assert f"*{read_yaml(path.name, path.read_bytes()).value['name']}*" in text
    assert f"{len(RULE_IDS)} coaching rules" in text


def test_codes_when_explained_have_their_own_titles() -> None:
    told = rows("docs/findings.md", "Codes", "code")
    assert {code: cells[0] for code, cells in told.items()} == {
        code: catalogue()[code].title for code in told
    }


def test_codes_when_named_exist() -> None:
    for page in PAGES:
        named = set(re.findall(r"\bRL[0-9]{3}\b", prose(page)))
        assert named <= set(catalogue()), page


@pytest.mark.parametrize("page", PAGES)
def test_links_of_a_page_lead_somewhere(page: str) -> None:
    for target in links(page):
        if re.match(r"https?://", target):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        assert file.exists(), f"{page}: {target}"
        if anchor:
            there = file.resolve().relative_to(ROOT).as_posix()
            assert anchor in anchors(there), f"{page}: {target}"


def test_every_page_of_the_documentation_is_listed() -> None:
    listed = set(links("docs/README.md"))
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages <= listed
