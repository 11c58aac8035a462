"""Markdown files with a head."""

import pytest

from runlift_site.diagnostics.model import Refused
from runlift_site.diagnostics.terminal import render_text
from runlift_site.source.front_matter import read_markdown

GUIDE = b"""\
---
title: Should runners lift?
tags: [strength, start]
---

# First

Text with --- inside.
---
"""


def told(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_markdown("guide.md", data)
    return render_text(refused.value.findings, colour=False)


def test_head_and_body_are_parted_when_both_are_there() -> None:
    document = read_markdown("guide.md", GUIDE)
    assert document.head.value == {
        "title": "Should runners lift?",
        "tags": ["strength", "start"],
    }
    assert document.body == "\n# First\n\nText with --- inside.\n---\n"
    assert document.body_line == 5


def test_places_count_in_the_whole_file_when_value_is_in_the_head() -> None:
    place = read_markdown("guide.md", GUIDE).head.place(("tags", 1))
    assert (place.line, place.column, place.text) == (3, 18, "tags: [strength, start]")


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_become_one_kind_when_file_has_others(line_break: str) -> None:
    data = b"\xef\xbb\xbf" + GUIDE.replace(b"\n", line_break.encode())
    assert read_markdown("guide.md", data) == read_markdown("guide.md", GUIDE)


def test_fence_may_have_blanks_behind_it() -> None:
    document = read_markdown("guide.md", b"---  \ntitle: a\n--- \nbody")
    assert (document.head.value, document.body, document.body_line) == ({"title": "a"}, "body", 4)


def test_body_is_empty_when_file_ends_with_the_head() -> None:
    document = read_markdown("guide.md", b"---\ntitle: a\n---")
    assert (document.body, document.body_line) == ("", 4)


def test_head_is_asked_for_when_missing() -> None:
    assert told(b"# First\n") == (
        "error[RL160]: the file does not start with a head\n"
        " --> guide.md:1:1\n"
        "  |\n"
        "1 | # First\n"
        "  | ^^^^^^^\n"
        "  = help: start it with a line '---', the fields, and another line '---'\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_head_is_asked_for_when_file_is_empty() -> None:
    assert "RL160" in told(b"")


def test_second_fence_is_asked_for_when_missing() -> None:
    assert told(b"---\ntitle: a\n\ntext\n") == (
        "error[RL161]: the head that starts here is not closed\n"
        " --> guide.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^^^\n"
        "  = help: add a line '---' after the last field\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_empty_head_is_refused_at_the_first_line() -> None:
    seen = told(b"---\n---\ntext\n")
    assert "error[RL120]" in seen
    assert "guide.md:1:1" in seen


def test_problem_in_the_head_shows_the_line_of_the_file() -> None:
    seen = told(b"---\ntitle: a\nsummary: Remember: this\n---\ntext\n")
    assert "error[RL142]" in seen
    assert "3 | summary: Remember: this" in seen


def test_control_character_is_found_when_it_is_in_the_body() -> None:
    assert "guide.md:4:2" in told(b"---\ntitle: a\n---\na\x00b\n")


def test_body_is_not_yaml_when_it_looks_like_it() -> None:
    document = read_markdown("guide.md", b"---\ntitle: a\n---\na: [\n---\n\tb: *c\n")
    assert document.body == "a: [\n---\n\tb: *c\n"
