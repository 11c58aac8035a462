"""Reading a whole site: faults of files, mentions, ladders, alternatives, drafts."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from runlift_site.authoring.content import Content, read_content
from runlift_site.authoring.record_file import without_own_page
from runlift_site.diagnostics.catalogue import catalogue
from runlift_site.diagnostics.model import Finding
from runlift_site.source.files import read_tree
from tests.authoring.examples import EXERCISE, GUIDE, PLAN, SITE, SITE_FILES

MakeProject = Callable[[Mapping[str, str]], Path]
LINK = re.compile(r"\]\((exercise|plan|guide|paper):([a-z0-9-]+)\)")


def links(text: str) -> Iterator[tuple[str, str, int, int]]:
    for number, line in enumerate(text.splitlines(), 1):
        for match in LINK.finditer(line):
            yield match[1], match[2], number, match.start(2) + 1


def read(root: Path, *, drafts: bool = False) -> Content:
    return read_content(
        read_tree(root, "content").files,
        language_file="content/strings/en.yaml",
        drafts=drafts,
        remember=lambda _file, _model, make: make(),
        find_links=links,
    )


def one(content: Content) -> Finding:
    assert len(content.findings) == 1, content.findings
    return content.findings[0]


def changed(path: str, old: str, new: str) -> dict[str, str]:
    text = SITE_FILES[path]
    assert old in text
    return {**SITE_FILES, path: text.replace(old, new)}


def test_content_is_read_without_findings_when_everything_fits(project: MakeProject) -> None:
    content = read(project(SITE_FILES))
    assert content.findings == ()
    assert list(content.exercises) == ["test-squat"]
    assert content.exercises["test-squat"].id == "test-squat"
    assert content.plans["tiny"].for_whom == "Anyone"
    settings = content.settings()
    assert settings is not None
    assert settings.base_url == "https://example.org/"


EXERCISE_FILE = "content/exercises/test-squat.yaml"
PLAN_FILE = "content/plans/tiny.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "at", "words"),
    [
        (EXERCISE_FILE, "name: Test", "nam: Test", "RL200", (1, 1), "'nam'"),
        (
            EXERCISE_FILE,
            "summary: A squat without anything in the hands.\n",
            "",
            "RL201",
            (1, 1),
            "summary",
        ),
        (EXERCISE_FILE, "pattern: squat", "pattern: sqat", "RL202", (2, 10), "'sqat'"),
        (EXERCISE_FILE, "equipment: [none]", "equipment: none", "RL208", (4, 12), "list"),
        (
            EXERCISE_FILE,
            "[Whole foot heavy",
            "[Whole foot heavy and flat and still",
            "RL211",
            (16, 8),
            "34",
        ),
        (EXERCISE_FILE, "name: Test squat", f"name: {'x' * 61}", "RL209", (1, 7), "60 fit"),
        (EXERCISE_FILE, "name: Test squat", f"name: {'x' * 27}", "RL211", (1, 1), "short_name"),
        (EXERCISE_FILE, "  - Stand up.\n", "", "RL210", (13, 3), "at least 3"),
        (EXERCISE_FILE, "name: Test", "id: x\nname: Test", "RL213", (1, 1), "name of its file"),
        (EXERCISE_FILE, "impact: low", "impact: [low]", "RL208", (9, 9), "one word"),
        (PLAN_FILE, "weeks: 1\n", "weeks: 0\n", "RL212", (8, 8), "at least 1"),
        (PLAN_FILE, "weeks: 1\n", "weeks: 01\n", "RL211", (8, 8), "whole number"),
        (PLAN_FILE, 'easy: "6:30"', "easy: 630", "RL211", (9, 14), "6:30"),
        (PLAN_FILE, "reps: [8, 12]", "reps: [12, 8]", "RL211", (20, 51), "backwards"),
        (PLAN_FILE, "reps: [8, 12],", "", "RL211", (20, 13), "exactly one amount"),
        (PLAN_FILE, "load: {rir: 3}", "load: {}", "RL211", (20, 66), "effort"),
        (
            PLAN_FILE,
            "exercise: test-squat",
            "exercise: test-sqaut",
            "RL203",
            (20, 24),
            "'test-sqaut'",
        ),
        (PLAN_FILE, "routine: warm", "routine: warn", "RL204", (17, 34), "'warn'"),
        (
            PLAN_FILE,
            "[{rest: true}]\n    thu",
            "[{rest: yes}]\n    thu",
            "RL211",
            (25, 18),
            "true or false",
        ),
        (
            PLAN_FILE,
            "run: easy, minutes: 30}]\n    wed",
            "walk: easy}]\n    wed",
            "RL211",
            (24, 11),
            "a day holds",
        ),
        (
            PLAN_FILE,
            "run: easy, minutes: 30}]\n    wed",
            "run: eazy, minutes: 30}]\n    wed",
            "RL202",
            (24, 17),
            "'eazy'",
        ),
        (
            "content/site.yaml",
            "plans: [tiny]\nread",
            "plans: [tine]\nread",
            "RL205",
            (12, 9),
            "'tine'",
        ),
        (
            "content/site.yaml",
            "guides: [why]\nplans",
            "guides: [who]\nplans",
            "RL206",
            (11, 10),
            "'who'",
        ),
        (
            "content/site.yaml",
            "https://example.org/",
            "example.org",
            "RL211",
            (3, 11),
            "example.org",
        ),
        (
            "content/guides/why.md",
            "exercise:test-squat",
            "exercise:best-squat",
            "RL203",
            (10, 29),
            "'best-squat'",
        ),
        ("content/guides/why.md", "date: 2026-01-02", "date: 2026-13-45", "RL211", (5, 7), "date"),
        ("content/bibliography.yaml", '"2020"', "20", "RL211", (4, 11), "20"),
    ],
)
def test_content_says_what_is_wrong_where(
    project: MakeProject,
    path: str,
    old: str,
    new: str,
    code: str,
    at: tuple[int, int],
    words: str,
) -> None:
    finding = one(read(project(changed(path, old, new))))
    assert finding.place is not None
    assert (finding.code, finding.place.file) == (code, path)
    assert (finding.place.line, finding.place.column) == at
    assert words in finding.message
    assert finding.code in catalogue()


def test_content_reports_all_faults_of_all_files_at_once(project: MakeProject) -> None:
    files = {
        **SITE_FILES,
        "content/exercises/test-squat.yaml": EXERCISE.replace("squat\nmuscles", "sqat\nmuscles"),
        "content/site.yaml": SITE.replace("title:", "titel:"),
        "content/plans/tiny.yaml": PLAN.replace("weeks: 1\n", "weeks: one\n"),
    }
    content = read(project(files))
    assert {f.code for f in content.findings} == {"RL200", "RL202", "RL211"}
    assert len(content.findings) == 3, "a broken exercise is not also called unknown"


@pytest.mark.parametrize(
    ("written", "told"),
    [("test-sqaut", "did you mean 'test-squat'?"), ("Test_squat", "write 'test-squat'")],
)
def test_content_suggests_the_nearest_id(project: MakeProject, written: str, told: str) -> None:
    files = changed(PLAN_FILE, "exercise: test-squat", f"exercise: {written}")
    assert one(read(project(files))).help == told


def test_ladder_is_refused_when_it_is_one_sided(project: MakeProject) -> None:
    files = {
        **SITE_FILES,
        "content/exercises/deep-squat.yaml": EXERCISE + "ladder: {easier: [test-squat]}\n",
    }
    finding = one(read(project(files)))
    assert finding.code == "RL214"
    assert "ladder.harder in content/exercises/test-squat.yaml" in finding.help


def test_ladder_is_refused_when_it_goes_in_a_circle(project: MakeProject) -> None:
    def rung(easier: str, harder: str) -> str:
        return EXERCISE + f"ladder: {{easier: [{easier}], harder: [{harder}]}}\n"

    files = {
        **SITE_FILES,
        "content/exercises/a.yaml": rung("c", "b"),
        "content/exercises/b.yaml": rung("a", "c"),
        "content/exercises/c.yaml": rung("b", "a"),
    }
    finding = one(read(project(files)))
    assert finding.code == "RL215"
    assert "a -> b -> c -> a" in finding.message


@pytest.mark.parametrize(
    ("own", "other", "code"),
    [
        ("", "equipment: [barbell]", "RL216"),
        ("", "pattern: hinge", "RL217"),
        ("", "level: expert", "RL218"),
    ],
)
def test_alternative_is_refused_when_it_cannot_stand_in(
    project: MakeProject, own: str, other: str, code: str
) -> None:
    key = other.partition(":")[0]
    stand_in = re.sub(rf"^{key}: .*$", other, EXERCISE, flags=re.MULTILINE)
    files = {
        **SITE_FILES,
        "content/exercises/stand-in.yaml": stand_in,
        "content/exercises/test-squat.yaml": EXERCISE
        + own
        + "alternatives: {bodyweight: stand-in}\n",
    }
    finding = one(read(project(files)))
    assert finding.code == code
    assert finding.place is not None
    assert finding.place.text.startswith("alternatives:")


def lift(pattern: str, more: str = "") -> str:
    """A lift with a barbell for another muscle than the bodyweight squat's."""
    text = EXERCISE.replace("pattern: squat", f"pattern: {pattern}")
    text = text.replace("primary: [quadriceps]", "primary: [hamstrings]")
    return text.replace("equipment: [none]", "equipment: [barbell]") + more


@pytest.mark.parametrize("pattern", ["squat", "hinge"])  # other muscles, other pattern
def test_main_lift_is_refused_when_nothing_replaces_it_without_kit(
    project: MakeProject, pattern: str
) -> None:
    finding = one(read(project({**SITE_FILES, "content/exercises/lift.yaml": lift(pattern)})))
    assert finding.code == "RL224"
    assert finding.place is not None
    assert finding.place.text == "equipment: [barbell]"


@pytest.mark.parametrize(
    "text",
    [
        lift("calf"),  # no main lift
        lift("squat").replace("[hamstrings]", "[hamstrings, quadriceps]"),  # shares a main muscle
        lift("squat", "alternatives: {bodyweight: test-squat}\n"),
        lift("squat").replace("[barbell]", "[[barbell, towel]]"),
    ],
)
def test_main_lift_passes_when_it_can_be_done_without_kit(project: MakeProject, text: str) -> None:
    assert read(project({**SITE_FILES, "content/exercises/lift.yaml": text})).findings == ()


def test_drafts_are_left_out_unless_asked_for(project: MakeProject) -> None:
    files = {**SITE_FILES, "content/exercises/new.yaml": EXERCISE + "status: draft\n"}
    root = project(files)
    assert "new" not in read(root).exercises
    assert "new" in read(root, drafts=True).exercises


def test_mention_of_a_draft_is_an_error(project: MakeProject) -> None:
    files = {**SITE_FILES, "content/exercises/test-squat.yaml": EXERCISE + "status: draft\n"}
    content = read(project(files))
    assert {f.code for f in content.findings} == {"RL221"}
    assert len(content.findings) == 3, "the plan, the routine and the guide mention it"


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/exercises/Test Squat.yaml", "RL220"),
        ("content/exercises/other.yml", "RL219"),
        ("content/exercise/other.yaml", "RL219"),
        ("content/guides/why.yaml", "RL219"),
    ],
)
def test_files_that_nothing_reads_are_told(project: MakeProject, path: str, code: str) -> None:
    assert one(read(project({**SITE_FILES, path: EXERCISE}))).code == code


@pytest.mark.parametrize("path", ["content/site.yaml", "content/bibliography.yaml"])
def test_missing_site_files_are_told(project: MakeProject, path: str) -> None:
    files = {name: text for name, text in SITE_FILES.items() if name != path}
    assert "RL222" in {f.code for f in read(project(files)).findings}


def test_interface_words_are_refused_when_a_list_holds_no_texts(project: MakeProject) -> None:
    files = {**SITE_FILES, "content/strings/en.yaml": "days: [Mon, {long: Monday}]\n"}
    assert one(read(project(files))).code == "RL223"


def test_exercise_seen_by_other_pages_keeps_nothing_of_its_own_page(project: MakeProject) -> None:
    content = read(project(SITE_FILES))
    own = content.exercises["test-squat"]
    seen = without_own_page(own)
    assert seen.cues == own.cues
    assert (seen.steps, seen.mistakes, seen.safety) == ((), (), "")


def test_shared_digest_changes_only_with_what_other_pages_show(project: MakeProject) -> None:
    root = project(SITE_FILES)
    before = read(root).exercises.shared("test-squat")
    file = root / "content/exercises/test-squat.yaml"
    file.write_text(EXERCISE.replace("Stand up.", "Stand tall."))
    assert read(root).exercises.shared("test-squat") == before
    file.write_text(EXERCISE.replace("Test squat", "Best squat"))
    assert read(root).exercises.shared("test-squat") != before


def test_guide_without_a_head_is_told(project: MakeProject) -> None:
    files = {**SITE_FILES, "content/guides/why.md": GUIDE.replace("---\n", "", 1)}
    content = read(project(files))
    assert len(content.findings) == 1
    assert content.findings[0].code.startswith("RL1")
