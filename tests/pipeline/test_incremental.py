"""The deciding test: after any edit, building on what was there gives what a clean build gives."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from runlift_site.pipeline.options import Options
from tests.pipeline.site import SmallSite

GOBLET = "content/exercises/goblet-squat.yaml"
PLAN = "content/plans/first-steps.yaml"
GUIDE = "content/guides/why-lift.md"


@dataclass(frozen=True)
class Edit:
    """An edit, what must change because of it, and what must not be made again."""

    name: str
    do: Callable[[SmallSite], object]
    changes: frozenset[str] | None
    options: Options = field(default_factory=Options)


def replace(path: str, old: str, new: str) -> Callable[[SmallSite], None]:
    return lambda site: site.edit(path, old, new)


def template(name: str, old: str, new: str) -> Callable[[SmallSite], None]:
    def do(site: SmallSite) -> None:
        file = site.own_template(name)
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return do


def longer(name: str, more: str) -> Callable[[SmallSite], None]:
    def do(site: SmallSite) -> None:
        with site.own_template(name).open("a", encoding="utf-8") as file:
            file.write(more)

    return do


def rename_exercise(site: SmallSite) -> None:
    site.file("content/exercises/plank.yaml").rename(
        site.file("content/exercises/front-plank.yaml")
    )
    site.edit(PLAN, "exercise: plank", "exercise: front-plank")


def add_exercise(site: SmallSite) -> None:
    text = site.file("content/exercises/plank.yaml").read_text(encoding="utf-8")
    target = site.file("content/exercises/side-plank.yaml")
    target.write_text(text.replace("Plank", "Side plank"), encoding="utf-8")


def delete_exercise(site: SmallSite) -> None:
    site.edit(PLAN, "          - {exercise: push-up", "          # - {exercise: push-up")
    site.file("content/exercises/push-up.yaml").unlink()


def touch(site: SmallSite) -> None:
    os.utime(site.file(GOBLET), (1, 1))


def comment(site: SmallSite) -> None:
    file = site.file(GOBLET)
    file.write_text(f"# A remark.\n{file.read_text(encoding='utf-8')}", encoding="utf-8")


def corrupt_store(site: SmallSite) -> None:
    comment(site)
    for blob in sorted(site.file(".runlift/blobs").rglob("*")):
        if blob.is_file():
            blob.write_bytes(b"not what it was")


def forget_store(site: SmallSite) -> None:
    comment(site)
    for file in site.file(".runlift").glob("*.pack"):
        if file.name != "fonts.pack":
            file.unlink()


def tamper(site: SmallSite) -> None:
    comment(site)
    page = site.output / "exercises/plank.html"
    page.write_bytes(page.read_bytes().replace(b"Plank", b"Plunk"))


def delete_output(site: SmallSite) -> None:
    (site.output / "exercises/plank.html").unlink()


def foreign_output(site: SmallSite) -> None:
    (site.output / "stray.txt").write_text("not ours", encoding="utf-8")


def pages(*names: str) -> frozenset[str]:
    return frozenset(names)


MANIFEST = ".runlift-manifest.json"
WEEKS = frozenset(
    f"plans/first-steps/{tier}/{week}.html" for tier in ("home", "bodyweight") for week in (1, 2)
)
SHEETS = frozenset(
    f"plans/first-steps/{tier}/first-steps-{tier}-week-{week}-a4.pdf"
    for tier in ("home", "bodyweight")
    for week in (1, 2)
)

EDITS = (
    Edit("own text of an exercise", replace(GOBLET, "First this", "First that"),
         pages("exercises/goblet-squat.html")),
    Edit("name of an exercise", replace(GOBLET, "name: Goblet squat", "name: Cup squat"), None),
    Edit("cue of an exercise", replace(GOBLET, "Sit between your heels", "Sit down tall"), None),
    Edit("renamed exercise", rename_exercise, None),
    Edit("new exercise", add_exercise,
         pages("exercises/side-plank.html", "exercises.html")),
    Edit("deleted exercise", delete_exercise, None),
    Edit("touched file", touch, pages()),
    Edit("comment", comment, pages()),
    Edit("dose of a plan", replace(PLAN, "reps: [6, 8]", "reps: [5, 8]"), None),
    Edit("note of a phase", replace(PLAN, "Read [why", "First read [why"), WEEKS),
    Edit("focus of a phase", replace(PLAN, "focus: Clean reps", "focus: Calm reps"), None),
    Edit("line of a routine",
         replace("content/routines/loosen-up.yaml", "Arm circles 10,", "Arm circles 12,"), None),
    Edit("text of a guide", replace(GUIDE, "Twice a week", "Three times"),
         pages("guides/why-lift.html")),
    Edit("title of a guide", replace(GUIDE, "title: Why lift?", "title: Why?"), None),
    Edit("bibliography", replace("content/bibliography.yaml", "On lifting", "On running"),
         pages("guides/why-lift.html")),
    Edit("title of the site", replace("content/site.yaml", "title: Small", "title: Tiny"), None),
    Edit("word of the interface",
         replace("content/strings/en.yaml", "title: Take it with you", "title: Take it"), WEEKS),
    Edit("base template", template("base.html", "</main>", "</main><!-- mine -->"), None),
    Edit("nested macro", template("macros/strip.html", "<ol", "<ol data-mine"), None),
    Edit("style sheet", longer("assets/site.css", "/* mine */\n"), None),
    Edit("print style sheet", longer("print/sheet.css", "h1 { letter-spacing: .1mm }\n"), SHEETS),
    Edit("script", longer("assets/theme.js", "// mine\n"), None),
    Edit("corrupt store", corrupt_store, pages()),
    Edit("forgotten store", forget_store, pages()),
    Edit("tampered output", tamper, pages("exercises/plank.html")),
    Edit("deleted output", delete_output, pages("exercises/plank.html")),
    Edit("foreign file in the output", foreign_output, pages("stray.txt")),
    Edit("base address", touch, None, Options(base_url="https://example.net/")),
    Edit("no sheets", touch, None, Options(pdf=False)),
)  # fmt: skip


@pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])
def test_incremental_build_equals_clean_build(site: SmallSite, tmp_path: Path, edit: Edit) -> None:
    before = site.tree()
    edit.do(site)
    disturbed = site.tree()
    outcome = site.build(edit.options)
    assert outcome.published, outcome.findings
    after = site.tree()
    clean = site.clean_copy(tmp_path / "clean")
    assert clean.build(edit.options).published
    expected = clean.tree()
    assert sorted(after) == sorted(expected)
    assert [path for path in after if after[path] != expected[path]] == []
    if edit.changes is not None:
        earlier = before if disturbed == before else disturbed
        everything = {*earlier, *after} - {MANIFEST}
        moved = {path for path in everything if earlier.get(path) != after.get(path)}
        assert moved - named_by_content(moved) == edit.changes


def named_by_content(paths: set[str]) -> set[str]:
    """Style sheets of the filters carry a digest in their name and so come and go."""
    return {path for path in paths if path.startswith("assets/filters-")}


def test_second_build_has_nothing_to_do(site: SmallSite) -> None:
    outcome = site.build()
    assert outcome.nothing_to_do
    assert outcome.published


def test_sheets_are_not_printed_again_when_only_pages_change(site: SmallSite) -> None:
    site.edit(GOBLET, "First this", "First that")
    outcome = site.build()
    assert (outcome.drawn, outcome.printed) == (1, 0)


def test_sheets_are_printed_again_when_their_style_changes(site: SmallSite) -> None:
    longer("print/sheet.css", "/* mine */\n")(site)
    outcome = site.build()
    assert outcome.printed == len(SHEETS)
