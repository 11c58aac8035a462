"""Commands that the documentation shows: they exist, they run, and they say what is shown."""

import re
import shlex
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.cli.program import ROOT, runlift
from tests.docs.shown import PAGES, Block, blocks, code_words, prose, rows, section
from tests.pipeline.site import SmallSite

COMMANDS_PAGE = "docs/commands.md"
STAYS = {"serve"}
"""Does not end by itself."""

_COMMAND = re.compile(r"^  ([a-z]+) ", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
_TARGET = re.compile(r"^([a-z]+):\n((?:\t.*\n)+)", re.MULTILINE)
_RUNS = re.compile(r"runlift ([a-z]+) \$\(ARGS\)")

SHELL = [(block, line) for block in blocks("sh") for line in block.lines]
CONSOLE = blocks("console")


@cache
def help_of(*command: str) -> str:
    ended = runlift(*command, "--help", cwd=ROOT)
    assert ended.status == 0, ended.err
    return ended.out


@cache
def commands() -> frozenset[str]:
    return frozenset(_COMMAND.findall(help_of().partition("Commands:")[2]))


@cache
def options(command: str) -> frozenset[str]:
    """Options that the help of a command lists, each by all its names."""
    listed = help_of(command).partition("Options:")[2]
    names = re.findall(r"^  (-.+?)(?:  |$)", listed, re.MULTILINE)
    return frozenset(name for line in names for name in _OPTION.findall(line))


@cache
def targets() -> dict[str, str]:
    """Targets of the Makefile with the command of ours that each runs, empty for none."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = {name: _RUNS.search(recipe) for name, recipe in _TARGET.findall(makefile)}
    return {name: run[1] if run else "" for name, run in found.items()}


def words_of(line: str) -> list[str]:
    """A shell command as its words; what ``make`` hands on to our program is shown as such."""
    words = shlex.split(line, comments=True)
    if words and words[0] == "make" and len(words) > 1:
        assert words[1] in targets(), f"no target {words[1]}"
        handed = [word.removeprefix("ARGS=") for word in words[2:]]
        assert all(word.startswith("ARGS=") for word in words[2:]), line
        given = shlex.split(" ".join(handed))
        assert not given or targets()[words[1]], f"{line}: this target takes no options"
        return ["runlift", targets()[words[1]], *given] if given else []
    if words and words[0] in {"runlift", ".venv/bin/runlift"}:
        return ["runlift", *words[1:]]
    return []


def known(words: list[str]) -> None:
    """Fail if a command of ours or one of its options does not exist."""
    _, name, *rest = words
    if name.startswith("-"):
        assert name in options_of_all()
        return
    assert name in commands(), f"there is no command {name}"
    for word in rest:
        if word.startswith("-"):
            assert word.partition("=")[0] in options(name), f"{name} has no option {word}"


@cache
def options_of_all() -> frozenset[str]:
    return frozenset(_OPTION.findall(help_of().partition("Options:")[2].partition("Commands")[0]))


@pytest.mark.parametrize(("block", "line"), SHELL, ids=[f"{b}: {line}" for b, line in SHELL])
def test_shown_command_when_typed_is_understood(
    block: Block, line: str, site: SmallSite, documented: SmallSite
) -> None:
    words = words_of(line)
    if not words:
        program = shlex.split(line, comments=True)[0]
        assert program == "make" or (Path(sys.executable).parent / Path(program).name).is_file()
        return
    known(words)
    if words[1] in STAYS:
        return
    where = documented if "--plan" in words else site
    ended = runlift(*words[1:], cwd=where.root)
    assert ended.status == 0, f"{block}: {ended.err}"


@pytest.mark.parametrize("block", CONSOLE, ids=str)
def test_shown_output_when_the_command_runs_is_what_it_says(
    block: Block, documented: SmallSite
) -> None:
    line, _, shown = block.text.partition("\n")
    words = words_of(line.removeprefix("$ "))
    ended = runlift(*words[1:], cwd=documented.root)
    assert ended.out == shown
    assert ended.err == ""


@pytest.mark.parametrize("page", [page for page in PAGES if page != "CHANGELOG.md"])
def test_command_in_running_text_when_named_exists(page: str) -> None:
    for text in code_words(prose(page)):
        first, _, rest = text.removeprefix(".venv/bin/").partition(" ")
        if first == "make" and re.match(r"[a-z]", rest):
            assert rest.split()[0] in targets(), f"{page}: {text}"
        elif first == "runlift" and re.match(r"[a-z]|--", rest):
            known(["runlift", *re.split(r"[ =]", rest)])


def test_every_command_has_its_part_on_the_page_of_commands() -> None:
    headings = re.findall(r"^## runlift ([a-z]+)$", prose(COMMANDS_PAGE), re.MULTILINE)
    assert sorted(headings) == sorted(commands())


def test_every_option_is_named_with_its_command() -> None:
    for command in sorted(commands()):
        text = section(COMMANDS_PAGE, f"runlift {command}")
        named = {word for code in code_words(text) for word in _OPTION.findall(code)}
        assert named == options(command) - {"-h", "--help"}, command


def test_every_target_of_the_makefile_is_named() -> None:
    assert {name.removeprefix("make ") for name in rows(COMMANDS_PAGE, "make", "command")} == set(
        targets()
    )
