"""What holds for every input of the YAML reader."""

import json
from collections.abc import Iterator

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_site.diagnostics.machine import render_github, render_json
from runlift_site.diagnostics.model import Refused
from runlift_site.diagnostics.terminal import render_text
from runlift_site.source.document import Document, read_yaml
from runlift_site.source.front_matter import read_markdown
from runlift_site.source.yaml_events import Raw, RawPath

# The same examples in every run: a red build must be the doing of the change under test.
every_time = settings(deadline=None, database=None, derandomize=True, max_examples=200)

SYNTAX = [
    *("key: ", "figure:\n  ", "a", "text", ": ", ":", "- ", "-", "? ", "? [", "<<: ", "12"),
    *("\n", "\n  ", "\n    ", "\r\n", " ", "\t", "[", "]", "{", "}", ", ", ",", "#", " #"),
    *("'", '"', "\\", "\\x4", "&a ", "*a", "!", "!!str ", "!e!x ", "!<", "|", ">", "|2", ">-"),
    *("%", "%YAML 1.1\n", "%TAG ! x\n", "---\n", "...\n", "@", "`", "~", "null", "=", "\x00"),
    *("\u00a0", "\u200b", "\u2028", "\ufeff", "é", "語", "e\u0301"),
]
letters = st.characters(codec="utf-8", exclude_categories=["Cs"])
keys = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"], include_characters=" "),
    min_size=1,
    max_size=12,
)
scalars = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"]),
    max_size=30,
)
values: st.SearchStrategy[Raw] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)
mappings = st.dictionaries(keys, values, min_size=1, max_size=5)


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, _: object) -> bool:
        return True


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A mapping, written in one of the ways that YAML allows."""
    return yaml.dump(
        draw(mappings),
        Dumper=_NoAliases,
        allow_unicode=draw(st.booleans()),
        default_flow_style=draw(st.sampled_from([None, True, False])),
        default_style=draw(st.sampled_from([None, "'", '"'])),
        width=draw(st.sampled_from([20, 80, 10_000])),
        line_break=draw(st.sampled_from(["\n", "\r\n"])),
        explicit_start=draw(st.booleans()),
        sort_keys=False,
    )


def scalars_of(value: Raw, path: RawPath = ()) -> Iterator[tuple[RawPath, str]]:
    if isinstance(value, str):
        yield path, value
        return
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for part, item in inner:
        yield from scalars_of(item, (*path, part))


def assert_tells_or_reads(data: bytes) -> None:
    """Reading ends in values with places inside the file, or in findings that can be shown."""
    try:
        document = read_yaml("x.yaml", data)
    except Refused as refused:
        assert refused.findings
        assert json.loads(render_json(refused.findings))["findings"]
        assert render_text(refused.findings, colour=False).replace("\n", "").isprintable()
        assert render_github(refused.findings).startswith("::")
        for finding in refused.findings:
            assert finding.place is not None
            assert finding.place.file == "x.yaml"
            assert 1 <= finding.place.column <= len(finding.place.text) + 1
        return
    assert_places_are_inside(document)


def assert_places_are_inside(document: Document) -> None:
    for path in document.values:
        for key in (False, True):
            place = document.place(path, key=key)
            assert place.text == document.text[place.line - 1]
            assert 1 <= place.column <= place.column + place.length - 1 <= len(place.text)


@every_time
@given(st.binary(max_size=200))
def test_reader_tells_or_reads_when_given_any_bytes(data: bytes) -> None:
    assert_tells_or_reads(data)


@every_time
@given(st.text(letters, max_size=100))
def test_reader_tells_or_reads_when_given_any_text(text: str) -> None:
    assert_tells_or_reads(text.encode())


@settings(every_time, max_examples=1000)
@given(st.lists(st.sampled_from(SYNTAX), max_size=25).map("".join), st.booleans())
def test_reader_tells_or_reads_when_given_pieces_of_syntax(text: str, inside: bool) -> None:
    assert_tells_or_reads((f"name: text\n{text}" if inside else text).encode())


@every_time
@given(documents(), st.integers(0, 400), st.sampled_from(SYNTAX))
def test_reader_tells_or_reads_when_one_piece_is_put_into_a_good_file(
    text: str, at: int, piece: str
) -> None:
    assert_tells_or_reads((text[:at] + piece + text[at:]).encode())


@every_time
@given(st.binary(max_size=100), st.booleans())
def test_markdown_reader_tells_or_reads_when_given_any_bytes(data: bytes, closed: bool) -> None:
    source = b"---\nname: a\n" + data + (b"\n---\nbody" if closed else b"")
    try:
        document = read_markdown("x.md", source)
    except Refused as refused:
        assert refused.findings
        return
    assert_places_are_inside(document.head)


@every_time
@given(documents())
def test_values_are_those_of_the_base_loader_when_document_is_good(text: str) -> None:
    assert read_yaml("x.yaml", text.encode()).value == yaml.load(text, yaml.BaseLoader)


@every_time
@given(documents())
def test_place_is_the_text_itself_when_scalar_is_plain(text: str) -> None:
    document = read_yaml("x.yaml", text.encode())
    assert_places_are_inside(document)
    for path, value in scalars_of(dict(document.value)):
        place = document.place(path)
        shown = place.text[place.column - 1 : place.column - 1 + place.length]
        if shown[0] in "'\"":
            continue
        # The only other forms that the writer uses are a block text and a text over two lines.
        assert shown in (value, "|", ">") or value.startswith(f"{shown} ")
