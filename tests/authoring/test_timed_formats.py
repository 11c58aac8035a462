"""Formats against the clock are refused by name, with the reason of the rule about rest."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from runlift_site.authoring.content import read_content
from runlift_site.source.files import read_tree
from tests.authoring.examples import PLAN, SITE_FILES

MakeProject = Callable[[Mapping[str, str]], Path]
PLAN_FILE = "content/plans/tiny.yaml"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("amrap", "RL307"),
        ("emom", "RL307"),
        ("tabata", "RL307"),
        ("AMRAP", "RL307"),
        ("rounds", "RL202"),
    ],
)
def test_timed_format_is_refused_at_its_line(name: str, code: str, project: MakeProject) -> None:
    text = PLAN.replace("kind: main\n", f"kind: main\n        format: {name}\n")
    content = read_content(
        read_tree(project({**SITE_FILES, PLAN_FILE: text}), "content").files,
        language_file="content/strings/en.yaml",
        drafts=False,
        remember=lambda _file, _model, make: make(),
        find_links=lambda _text: iter(()),
    )
    (only,) = content.findings
    assert only.code == code
    assert only.place is not None
    assert (only.place.line, only.place.column) == (19, 17)
    if code == "RL307":
        assert only.message.startswith(f"no {name} here: Lifting is not the endurance session")
        assert only.help == "write straight_sets, superset or circuit, and rest 60 s at least"
