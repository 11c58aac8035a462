import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.build.publish import Tree, open_published, publish
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Refused, Severity
from runlift_site.pages.outputs import Asset, Group, Output, Page, Sheet, Text
from tests.build.small_site import (
    PAGE,
    SHEET,
    SOURCES,
    ExerciseView,
    SmallSite,
    tree_of,
)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def group(name: str, *outputs: Output) -> Group:
    return Group(name, (("version", "1"),), lambda: outputs)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def corrupt(site: SmallSite, path: str) -> None:
    digest = site.build().files[path].digest
    file = site.store_folder / "blobs" / digest[:2] / digest[2:]
    file.write_bytes(file.read_bytes()[:-1] + b"?")


def test_make_draws_every_output_when_the_store_is_empty(site: SmallSite) -> None:
    site.more = [group("files", Text("robots.txt", "ok\n"), Asset("f/a.ttf", b"\x00"))]
    made = site.build()
    page = b"<header>Runlift</header>\n<ol>strip</ol>\n<h1>Deadlift</h1>('brace',)"
    assert list(made.files) == [
        "exercises/deadlift.html",
        "exercises/front-squat.html",
        "f/a.ttf",
        "robots.txt",
        "sheets/deadlift.pdf",
        "sheets/front-squat.pdf",
    ]
    contents = site.contents(made)
    assert contents["exercises/deadlift.html"] == page
    assert contents["sheets/deadlift.pdf"] == b"%PDF <h1>sheet Deadlift</h1>h1{}"
    assert contents["robots.txt"] == b"ok\n"
    assert contents["f/a.ttf"] == b"\x00"
    assert (made.findings, made.pages, made.sheets, made.groups) == ((), 4, 2, 3)


def test_make_decides_and_draws_nothing_when_nothing_changed(site: SmallSite) -> None:
    first = site.build()
    again = site.build()
    assert again.files == first.files
    assert (site.decided, site.drawn, site.printed) == ([], [], [])
    assert (again.pages, again.sheets, again.groups) == (0, 0, 0)


def test_make_decides_only_the_group_whose_inputs_changed(site: SmallSite) -> None:
    site.build()
    site.titles[1] = "Front squat, paused"
    site.build()
    assert site.decided == ["Front squat, paused"]
    assert site.printed == [b"<h1>sheet Front squat, paused</h1>"]


def change_base(site: SmallSite) -> None:
    site.sources["base.html"] += " "


def change_words(site: SmallSite) -> None:
    site.words["site"] = "Runlift!"


def change_tool(site: SmallSite) -> None:
    site.tool = "tool 2"


def change_asset(site: SmallSite) -> None:
    site.assets["sheet.css"] = b"h1{color:red}"


def add_asset(site: SmallSite) -> None:
    site.assets["font.ttf"] = b"font"


def change_pdf_tool(site: SmallSite) -> None:
    site.pdf_tool = "pdf tool 2"


def change_sheet_template(site: SmallSite) -> None:
    site.sources[SHEET] += "<p>"


@dataclass(frozen=True)
class Case:
    change: Callable[[SmallSite], None]
    pages: int
    sheets: int


CASES = [
    Case(change_base, 2, 0),
    Case(change_words, 4, 0),
    Case(change_tool, 4, 0),
    Case(change_asset, 0, 2),
    Case(add_asset, 0, 2),
    Case(change_pdf_tool, 0, 2),
    Case(change_sheet_template, 2, 2),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.change.__name__)
def test_make_draws_what_a_change_touches_and_equals_a_clean_build(
    site: SmallSite, case: Case
) -> None:
    site.build()
    case.change(site)
    made = site.build()
    assert (made.pages, made.sheets) == (case.pages, case.sheets)
    warm = site.contents(made)
    shutil.rmtree(site.store_folder)
    assert site.contents(site.build()) == warm


def corrupt_any(site: SmallSite) -> None:
    for file in sorted(site.store_folder.glob("blobs/*/*"))[::2]:
        file.write_bytes(file.read_bytes() + b"?")


EDITS: list[Callable[[SmallSite], None]] = [
    *(case.change for case in CASES),
    lambda site: site.titles.append(f"Lift {len(site.titles)}"),
    lambda site: site.titles.__delitem__(slice(1)),
    lambda site: site.titles.reverse(),
    lambda site: site.sources.update(SOURCES),
    lambda site: setattr(site, "with_pdf", not site.with_pdf),
    corrupt_any,
    lambda site: (site.store_folder / "groups.pack").unlink(missing_ok=True),
    lambda site: shutil.rmtree(site.store_folder, ignore_errors=True),
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(EDITS), max_size=3), max_size=5))
def test_make_equals_a_clean_build_after_any_edits(
    rounds: list[list[Callable[[SmallSite], None]]],
) -> None:
    with TemporaryDirectory() as folder:
        site = SmallSite(Path(folder, "site"), ["Deadlift", "Front squat"])
        for number, edits in enumerate(rounds):
            for edit in edits:
                edit(site)
            fresh = replace(site, folder=Path(folder, f"clean {number}"))
            assert site.contents(site.build()) == fresh.contents(fresh.build())


def test_make_finds_everything_again_when_a_change_is_taken_back(site: SmallSite) -> None:
    first = site.build()
    change_base(site)
    site.build()
    site.sources = dict(SOURCES)
    again = site.build()
    assert again.files == first.files
    assert (site.decided, site.drawn, site.printed) == ([], [], [])


def test_make_prints_a_sheet_without_deciding_when_only_its_pdf_is_missing(
    site: SmallSite,
) -> None:
    site.with_pdf = False
    without = site.build()
    assert "sheets/deadlift.pdf" not in without.files
    assert without.pages == 2
    site.with_pdf = True
    site.build()
    corrupt(site, "sheets/deadlift.pdf")
    made = site.build()
    assert site.decided == []
    assert site.printed == [b"<h1>sheet Deadlift</h1>"]
    assert site.contents(made)["sheets/deadlift.pdf"].startswith(b"%PDF")


@pytest.mark.parametrize("path", ["exercises/deadlift.html", "robots.txt"])
def test_make_mends_a_damaged_blob(site: SmallSite, path: str) -> None:
    site.more = [group("robots", Text("robots.txt", "ok\n"))]
    whole = site.contents(site.build())
    corrupt(site, path)
    assert site.contents(site.build()) == whole


def test_make_needs_no_sound_blob_when_the_published_folder_holds_the_bytes(
    site: SmallSite,
) -> None:
    made = site.build()
    output = site.folder / "output"
    with Store(site.store_folder, tool=site.tool) as store:
        publish(Tree(made.files, "t", "i"), store.read, open_published(output))
    clean = tree_of(output)
    shutil.rmtree(site.store_folder / "blobs")
    published = open_published(output)
    assert site.build(published).files == made.files
    assert (site.decided, site.drawn, site.printed) == ([], [], [])
    with Store(site.store_folder, tool=site.tool) as store:
        publish(Tree(made.files, "t", "i"), store.read, published)
    assert tree_of(output) == clean


def test_make_keeps_pages_apart_when_groups_have_equal_inputs(site: SmallSite) -> None:
    site.more = [
        Group("one", (), lambda: (Text("one.txt", "1"),)),
        Group("two", (), lambda: (Text("two.txt", "2"),)),
    ]
    site.build()
    assert site.contents(site.build())["two.txt"] == b"2"


def test_make_prints_equal_sheets_once(site: SmallSite) -> None:
    view = ExerciseView("Same")
    site.titles = []
    site.more = [group("a", *(Sheet(f"{n}.pdf", SHEET, view, 1, n) for n in "ab"))]
    made = site.build()
    assert len(site.printed) == made.sheets == 1
    assert made.files["a.pdf"] == made.files["b.pdf"]


def test_make_prints_again_when_another_page_count_is_expected(site: SmallSite) -> None:
    site.titles = []
    site.more = [group("a", Sheet("a.pdf", SHEET, ExerciseView("A"), 1, "a"))]
    site.build()
    site.more = [
        Group("a", (("n", "2"),), lambda: (Sheet("a.pdf", SHEET, ExerciseView("A"), 2, "a"),))
    ]
    assert (site.build().pages, len(site.printed)) == (0, 1)


CLASHES = [
    ("index.html", "index.html"),
    ("about.html", "About.html"),
    ("straße.html", "STRASSE.html"),
    ("caf\u00e9.html", "cafe\u0301.html"),
    ("plans", "plans/a.html"),
    ("plans/a.html", "Plans"),
    ("a/b/c.html", "a/b"),
]


@pytest.mark.parametrize(("one", "other"), CLASHES)
def test_make_names_both_groups_when_two_outputs_want_one_path(
    site: SmallSite, one: str, other: str
) -> None:
    site.more = [group("page of A", Text(one, "1")), group("page of B", Text(other, "2"))]
    for _ in range(2):
        made = site.build()
        assert codes(made.findings) == ["RL511"]
        assert "page of A and page of B" in made.findings[0].message
        assert one in made.findings[0].message
        assert other in made.findings[0].message


def test_make_reports_a_clash_within_a_group(site: SmallSite) -> None:
    site.more = [group("twins", Text("a", "1"), Text("a", "1"))]
    made = site.build()
    assert codes(made.findings) == ["RL511"]
    assert "twins twice" in made.findings[0].message


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../a",
        "a/../b",
        "a/./b",
        "a//b",
        "a/",
        "a\\b",
        "a\nb",
        "a\x00b",
        "a\u202eb",
        "x" * 256,
        ".runlift-manifest.json",
        ".gitkeep",
        ".git/hooks/post-commit",
        ".GIT/config",
    ],
)
def test_make_refuses_a_path_that_cannot_be_published(site: SmallSite, path: str) -> None:
    site.more = [group("odd", Text(path, "x"))]
    made = site.build()
    assert codes(made.findings) == ["RL512"]
    assert path not in made.files


@pytest.mark.parametrize("path", ["a.html", "a b/ç.html", "plans/a/.well-known", "x" * 255])
def test_make_takes_an_ordinary_path(site: SmallSite, path: str) -> None:
    site.more = [group("fine", Text(path, "x"))]
    assert path in site.build().files


def test_make_reports_a_failing_page_and_goes_on(site: SmallSite) -> None:
    site.more = [
        group(f"n{n}", Page(f"{n}.html", "bad.html", ExerciseView(str(n)))) for n in range(7)
    ]
    site.sources["bad.html"] = "{view.absent}"
    made = site.build()
    assert codes(made.findings) == ["RL510"]
    finding = made.findings[0]
    assert finding.message.startswith("7 pages could not be made from templates/bad.html")
    assert "absent" in finding.message
    assert finding.help == "they are: 0.html; 1.html; 2.html; 3.html; 4.html and 2 more"
    assert "exercises/deadlift.html" in made.files
    site.sources["bad.html"] = "{view.title}"
    mended = site.build()
    assert mended.findings == ()
    assert mended.pages == 7
    assert mended.sheets == 0


def test_make_passes_on_what_a_template_found_wrong(site: SmallSite) -> None:
    site.more = [group("lost", Page("lost.html", "absent.html", ExerciseView("A")))]
    for _ in range(2):
        assert [(finding.code, finding.message) for finding in site.build().findings] == [
            ("RL401", "there is no template 'absent.html'")
        ]


def test_make_reports_a_failing_sheet_by_plan_and_week_and_keeps_the_others(
    site: SmallSite,
) -> None:
    site.titles = ["Deadlift", "It hangs", "It vanishes"]
    made = site.build()
    assert [(finding.code, finding.message) for finding in made.findings] == [
        ("RL513", "the sheet it-hangs, week 1 could not be made: took longer than 20 s"),
        (
            "RL513",
            "the sheet it-vanishes, week 1 could not be made: "
            "it did not come back from the renderer",
        ),
    ]
    assert "sheets/it-hangs.pdf" not in made.files
    site.titles = ["Deadlift"]
    assert site.build().findings == ()
    assert site.printed == []


def test_make_passes_on_what_a_group_found_wrong_and_goes_on(site: SmallSite) -> None:
    found = Finding("RL203", Severity.ERROR, "unknown exercise 'gobelt-squat'")

    def decide() -> tuple[Output, ...]:
        raise Refused([found])

    site.more = [Group("plan", (), decide)]
    made = site.build()
    assert made.findings == (found,)
    assert len(made.files) == 4


def test_make_reports_each_step(site: SmallSite) -> None:
    site.build()
    assert site.progress == [
        ("groups", 1, 2, "exercise deadlift"),
        ("groups", 2, 2, "exercise front-squat"),
        ("sheets", 1, 2, "sheets/front-squat.pdf"),
        ("sheets", 2, 2, "sheets/deadlift.pdf"),
    ]
    site.build()
    assert [step[0] for step in site.progress] == ["groups", "groups"]


def test_make_names_the_field_when_a_view_holds_what_has_no_digest(site: SmallSite) -> None:
    view = ExerciseView("A", [])  # type: ignore[arg-type]
    site.more = [group("list", Page("a.html", PAGE, view))]
    site.build()
    site.more = [group("set", Page("b.html", PAGE, ExerciseView({1})))]  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"ExerciseView\.title"):
        site.build()
