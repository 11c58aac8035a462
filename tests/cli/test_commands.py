import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from runlift_site import __version__
from runlift_site.cli.options import ADDRESS
from runlift_site.settings import Settings
from tests.cli.program import Ended, built_line, python, runlift
from tests.pipeline.site import SmallSite

GOBLET = "content/exercises/goblet-squat.yaml"
PLAN = "content/plans/first-steps.yaml"
WEEK_SHEET = "plans/first-steps/home/first-steps-home-week-1-a4.pdf"


def break_word(site: SmallSite) -> None:
    site.edit(GOBLET, "impact: none", "impact: non")


def lengthen_rest(site: SmallSite) -> None:
    site.edit(PLAN, "rest_s: 90", "rest_s: 200")


def test_build_says_on_stdout_what_it_did(site: SmallSite) -> None:
    site.edit(GOBLET, "First this", "First that")
    ended = runlift("build", cwd=site.root)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(built_line(site))
    assert ended.out.endswith(" s (files: 1 changed; no findings)\n")


def test_build_says_so_when_there_is_nothing_to_do(site: SmallSite) -> None:
    runlift("build", cwd=site.root)
    before = site.tree()
    ended = runlift("build", cwd=site.root)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("Nothing to do: output is up to date (")
    assert site.tree() == before


def test_build_says_on_stderr_what_is_wrong(site: SmallSite) -> None:
    break_word(site)
    ended = runlift("build", cwd=site.root)
    assert (ended.status, ended.out) == (1, "")
    assert "error[RL202]" in ended.err
    assert ended.err.endswith("Nothing was published; what was there before is untouched\n")


def test_build_publishes_with_warnings(site: SmallSite) -> None:
    lengthen_rest(site)
    ended = runlift("build", "--no-pdf", cwd=site.root)
    assert ended.status == 0
    assert "warning[RL306]" in ended.err
    assert "; 1 warning in 1 file)" in ended.out
    again = runlift("build", "--no-pdf", cwd=site.root)
    assert again.out.endswith(" s; still 1 warning in 1 file: 'runlift check' shows them)\n")
    assert runlift("build", "--no-pdf", "-C", ".", cwd=site.root).out.endswith("shows them)\n")


def test_build_publishes_nothing_with_warnings_when_strict(site: SmallSite) -> None:
    lengthen_rest(site)
    before = site.tree()
    ended = runlift("build", "--strict", "--no-pdf", cwd=site.root)
    assert (ended.status, ended.out) == (1, "")
    assert "(--strict: warnings count as errors)" in ended.err
    assert site.tree() == before


def test_check_ends_with_1_for_warnings_when_strict(site: SmallSite) -> None:
    lengthen_rest(site)
    lenient, strict = (runlift("check", *flags, cwd=site.root) for flags in ((), ("--strict",)))
    assert (lenient.status, strict.status) == (0, 1)
    assert "warning[RL306]" in lenient.err
    assert lenient.err == strict.err


def test_check_writes_nothing(site: SmallSite) -> None:
    site.edit(GOBLET, "First this", "First that")
    before = site.tree()
    ended = runlift("check", cwd=site.root)
    assert ended == Ended(0, "no findings\n", "")
    assert site.tree() == before


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_is_all_that_stdout_holds(site: SmallSite, command: str) -> None:
    clean = runlift(command, "--format", "json", cwd=site.root)
    assert (clean.status, clean.err) == (0, "")
    assert json.loads(clean.out)["findings"] == []
    break_word(site)
    ended = runlift(command, "--format", "json", cwd=site.root)
    assert (ended.status, ended.err) == (1, "")
    assert [found["code"] for found in json.loads(ended.out)["findings"]] == ["RL202"]


def test_github_form_is_one_line_a_finding(site: SmallSite) -> None:
    break_word(site)
    ended = runlift("check", "--format", "github", cwd=site.root)
    assert (ended.status, ended.err) == (1, "")
    assert ended.out.startswith(f"::error file={GOBLET},line=9,col=9,endColumn=11,title=RL202")
    assert ended.out.count("\n") == 1


def test_text_is_without_colour_and_progress_when_piped(site: SmallSite) -> None:
    break_word(site)
    ended = runlift("build", cwd=site.root, env={"TERM": "xterm-256color", "FORCE_COLOR": "1"})
    assert "\x1b" not in ended.err
    assert "\r" not in ended.err


def test_messages_come_through_where_letters_are_not_known(site: SmallSite) -> None:
    site.edit(GOBLET, "impact: none", "impact: nőne")
    latin = {"PYTHONIOENCODING": "iso8859-1"}
    ended = runlift("check", "--format", "github", cwd=site.root, env=latin)
    assert ended.status == 1
    assert "'n\\u0151ne' is not one of the words" in ended.out


def test_commands_find_the_site_from_a_folder_inside_it(site: SmallSite) -> None:
    ended = runlift("check", cwd=site.root / "content/exercises")
    assert ended == Ended(0, "no findings\n", "")


def test_project_option_names_the_site(site: SmallSite, tmp_path: Path) -> None:
    break_word(site)
    ended = runlift("check", "-C", str(site.root), cwd=tmp_path)
    assert ended.status == 1
    assert f"--> {GOBLET}:9:9" in ended.err


@pytest.mark.parametrize("command", ["build", "check", "serve", "explain"])
def test_commands_say_when_there_is_no_site(tmp_path: Path, command: str) -> None:
    ended = runlift(command, *(["x.html"] if command == "explain" else []), cwd=tmp_path)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.endswith(
        f"Error: there is no site in {tmp_path} or above it: content/site.yaml is missing\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_destination_is_where_one_stands(site: SmallSite, tmp_path: Path) -> None:
    ended = runlift("build", "-C", str(site.root), "--destination", "public/site", cwd=tmp_path)
    assert ended.status == 0
    elsewhere = SmallSite(site.root).tree()
    there = tmp_path / "public/site"
    assert {p: (there / p).read_bytes() for p in elsewhere} == elsewhere


def test_destination_with_other_files_is_refused(site: SmallSite, tmp_path: Path) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "holiday.jpg").write_bytes(b"not ours")
    ended = runlift("build", "--destination", str(folder), cwd=site.root)
    assert ended.status == 1
    assert "error[RL521]" in ended.err
    assert (folder / "holiday.jpg").read_bytes() == b"not ours"


def test_destination_that_is_a_file_is_wrong_usage(site: SmallSite) -> None:
    ended = runlift("build", "--destination", GOBLET, cwd=site.root)
    assert ended.status == 2
    assert "is a file" in ended.err


def test_base_url_is_used_with_or_without_its_slash(site: SmallSite) -> None:
    for address in ("https://example.net/a", "https://example.net/a/"):
        ended = runlift("build", "--no-pdf", "--base-url", address, cwd=site.root)
        assert ended.status == 0
        home = (site.output / "index.html").read_text(encoding="utf-8")
        assert '<link rel="canonical" href="https://example.net/a/">' in home


ADDRESSES = (
    "https://example.org/", "http://localhost:8000/", "https://example.org/a/b-c_d.e~f/",
    "ftp://example.org/", "example.org/", "https:///", "https://example.org/a b/",
    "https://example.org/?x=1/", "https://example.org/#a/", "https://user@example.org/",
    "https://Example.org/", "https://example.org//", "javascript:alert(1)/", "",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_base_url_may_be_what_the_site_file_may_say(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings.model_validate({"base_url": address})
    faulty = any(error["loc"] == ("base_url",) for error in refused.value.errors())
    assert (ADDRESS.fullmatch(address) is None) == faulty


@pytest.mark.parametrize("address", ["ftp://example.org", "example.org", "https://", "https://a b"])
def test_base_url_that_is_none_is_wrong_usage(site: SmallSite, address: str) -> None:
    ended = runlift("build", "--base-url", address, cwd=site.root)
    assert ended.status == 2
    assert f"'{address}' is not a public address such as https://" in ended.err


def test_no_pdf_leaves_the_sheets_and_their_links_out(site: SmallSite) -> None:
    ended = runlift("build", "--no-pdf", cwd=site.root)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(built_line(site))
    assert " pages, 0 PDFs in " in ended.out
    week = (site.output / "plans/first-steps/home/1.html").read_text(encoding="utf-8")
    assert ".pdf" not in week


def test_drafts_are_published_when_asked_for(site: SmallSite) -> None:
    text = site.file("content/exercises/plank.yaml").read_text(encoding="utf-8")
    side = text.replace("Plank", "Side plank").replace("sources:", "status: draft\nsources:")
    site.file("content/exercises/side-plank.yaml").write_text(side, encoding="utf-8")
    for flags, there in (((), False), (("--drafts",), True)):
        assert runlift("build", "--no-pdf", *flags, cwd=site.root).status == 0
        assert (site.output / "exercises/side-plank.html").exists() == there


def test_jobs_do_not_change_what_is_published(site: SmallSite) -> None:
    before = site.tree()
    (site.root / ".runlift/fonts.pack").rename(site.root / "fonts.pack")
    for jobs in ("1", "3"):
        for file in site.file(".runlift").rglob("*"):
            if file.is_file():
                file.unlink()
        site.file("fonts.pack").replace(site.file(".runlift/fonts.pack"))
        ended = runlift("build", "--jobs", jobs, "-d", "again", cwd=site.root)
        site.file(".runlift/fonts.pack").replace(site.file("fonts.pack"))
        assert ended.status == 0
        assert (site.root / "again" / WEEK_SHEET).read_bytes() == before[WEEK_SHEET]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("build", "--drafs"), "Did you mean"),
        (("buidl",), "Did you mean 'build'?"),
        (("build", "--jobs", "0"), "0 is not in the range"),
        (("check", "--format", "xml"), "'xml' is not one of 'text', 'json', 'github'"),
        (("check", "extra"), "unexpected extra argument"),
        (("check", "-C", "/does/not/exist"), "does not exist"),
        (("explain",), "Missing argument"),
        (("serve", "--port", "65536"), "65536 is not in the range"),
        (("explain", "RL999"), "no finding has the code RL999"),
        (("explain", "no-such.html"), "nothing is published at 'no-such.html'"),
        (("explain", "exercises/plan.html"), "did you mean 'exercises/plank.html'?"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_how_it_is_meant(
    built: SmallSite, args: tuple[str, ...], said: str
) -> None:
    ended = runlift(*args, cwd=built.root)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [(), ("build",), ("check",), ("serve",), ("explain",)])
def test_help_is_everywhere(tmp_path: Path, command: tuple[str, ...], flag: str) -> None:
    ended = runlift(*command, flag, cwd=tmp_path)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(" ".join(("Usage: runlift", *command)))
    assert "..." not in ended.out.split("Options:")[-1], "a line of help is cut"


def test_version_is_said(tmp_path: Path) -> None:
    assert runlift("--version", cwd=tmp_path) == Ended(0, f"runlift {__version__}\n", "")


@pytest.mark.parametrize("code", ["RL203", "rl203"])
def test_explain_says_what_a_code_means(tmp_path: Path, code: str) -> None:
    ended = runlift("explain", code, cwd=tmp_path)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("RL203: unknown exercise\n\n")
    assert max(map(len, ended.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        (".", "exercises/plank.html"),
        (".", "./exercises/plank.html"),
        (".", "output/exercises/plank.html"),
        ("content", "../output/exercises/plank.html"),
        ("content", "output/exercises/plank.html"),
        ("content", "exercises/plank.html"),
    ],
)
def test_explain_says_what_a_page_is_made_of(built: SmallSite, folder: str, path: str) -> None:
    ended = runlift("explain", path, cwd=built.root / folder)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("exercises/plank.html\n  page of exercise plank, ")
    assert "made for the first time in the newest build" in ended.out
    assert "    templates/base.html " in ended.out


def test_explain_says_why_a_page_was_made_again(site: SmallSite) -> None:
    site.edit(GOBLET, "First this", "First that")
    assert runlift("build", cwd=site.root).status == 0
    ended = runlift("explain", "exercises/goblet-squat.html", cwd=site.root)
    assert "rebuilt in the newest build because of a change in\n    view.steps\n" in ended.out


def test_explain_knows_sheets(built: SmallSite) -> None:
    ended = runlift("explain", WEEK_SHEET, cwd=built.root)
    assert ended.status == 0
    assert "print html" in ended.out


BREAK = """
import click
from runlift_site.cli.commands import cli, main
@cli.command("break")
def broken() -> None:
    raise KeyError("a fault\\nof the program")
main()
"""


def test_a_fault_of_the_program_is_one_plain_line(tmp_path: Path) -> None:
    ended = python("-c", BREAK, "break", cwd=tmp_path)
    assert (ended.status, ended.out) == (70, "")
    assert ended.err.startswith("Runlift itself has failed (KeyError: ")
    assert ended.err.count("\n") == 1


def test_a_fault_of_the_program_is_shown_whole_when_asked_for(tmp_path: Path) -> None:
    ended = python("-c", BREAK, "break", cwd=tmp_path, env={"RUNLIFT_TRACEBACK": "1"})
    assert ended.status == 1
    assert "Traceback (most recent call last)" in ended.err
