"""An author's Markdown before it is rendered: limits, links and markers with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

MAX_BYTES = 100_000
MAX_BLOCK_CHARACTERS = 10_000
MAX_BLOCK_LINES = 300
MAX_OPEN_BRACKETS = 8
MAX_QUOTES = 4
MAX_INDENT = 24
"""Bounds on one text. Reading Markdown takes time that grows with the square of a paragraph and of
the brackets open in it: five thousand of them take seconds. Real guides stay far below."""

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()]*\))+))")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_MARKER = re.compile(r'\[\[([a-z][a-z0-9-]*)((?:[ ]+(?:"[^"]*"|[^\s"\[\]]+))*)[ ]*\]\][ ]*')
_ARGUMENT = re.compile(r'"([^"]*)"|(\S+)')
_HEADING = re.compile(r"(#{1,6})(?!#)[ \t]*\S")
_TAG = re.compile(r"(?<!\]\()<(?!https?://)[A-Za-z/!?]")


class ProseFault(NamedTuple):
    """Something in a text that cannot be rendered; line and column count from 1."""

    line: int
    column: int
    message: str


class ProseLink(NamedTuple):
    """A link to something on this site, and where its target stands in the text."""

    target: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A paragraph ``[[name argument "argument with spaces"]]``: the place of something drawn.

    Attributes:
        name: What to draw.
        arguments: What it is to be drawn from.
        line: Line in the text, counted from 1.
    """

    name: str
    arguments: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines without a blank line between them."""

    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def place(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return (self.line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1)


def is_external(target: str) -> bool:
    """Whether a link leads to another site or opens a mail program."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def decoded(target: str) -> str:
    """A target with its entities read; an ampersand of a query is not mistaken for one."""
    return _ENTITY.sub(lambda match: unescape(match.group()), target).strip()


def find_links(text: str) -> tuple[ProseLink, ...]:
    """All links of a text that do not lead to another site, in reading order."""
    links = []
    for block in _blocks(text):
        bare = _without_code(block.text)
        for match in _LINK.finditer(bare):
            group = 1 if match.group(1) is not None else 2
            written = block.text[match.start(group) : match.end(group)]
            target = decoded(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written))
            if not is_external(target):
                links.append(ProseLink(target, *block.place(match.start(group))))
    return tuple(links)


def parts(text: str) -> Iterator[str | Marker]:
    """A text in its order, cut where a marker stands alone in a paragraph."""
    waiting: list[str] = []
    for block in _blocks(text):
        marker = _marker(block)
        if marker is None:
            waiting.append(block.text)
            continue
        if waiting:
            yield "\n\n".join(waiting)
            waiting = []
        yield marker
    if waiting:
        yield "\n\n".join(waiting)


def check_prose(text: str) -> tuple[ProseFault, ...]:
    """What keeps a text from being rendered, each with its place; empty if nothing does."""
    if len(text.encode()) > MAX_BYTES:
        return (ProseFault(1, 1, f"this text is longer than {MAX_BYTES // 1000} kB"),)
    faults: list[ProseFault] = []
    level = 1
    for block in _blocks(text):
        faults += _size_faults(block)
        faults += _line_faults(block)
        faults += _inline_faults(block)
        for number, line in enumerate(block.lines):
            if heading := _HEADING.match(line):
                below = len(heading.group(1))
                said = _heading_fault(below, level)
                if said:
                    faults.append(ProseFault(block.line + number, 1, said))
                level = max(2, below)
    return tuple(sorted(faults))


def _blocks(text: str) -> Iterator[_Block]:
    start, lines = 1, list[str]()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if line.strip():
            if not lines:
                start = number
            lines.append(line)
        elif lines:
            yield _Block(start, tuple(lines))
            lines = []
    if lines:
        yield _Block(start, tuple(lines))


def _marker(block: _Block) -> Marker | None:
    match = _MARKER.fullmatch(block.lines[0]) if len(block.lines) == 1 else None
    if match is None:
        return None
    found = _ARGUMENT.finditer(match.group(2))
    arguments = tuple(m.group(1) if m.group(1) is not None else m.group(2) for m in found)
    return Marker(match.group(1), arguments, block.line)


def _without_code(text: str) -> str:
    """Blank out code and escaped characters, keeping every other character at its place."""
    blanked = re.sub(r"\\[^\n]", "\0\0", text)
    return _CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), blanked)


def _size_faults(block: _Block) -> Iterator[ProseFault]:
    if sum(map(len, block.lines)) > MAX_BLOCK_CHARACTERS or len(block.lines) > MAX_BLOCK_LINES:
        said = "this paragraph is too long; separate its parts with an empty line"
        yield ProseFault(block.line, 1, said)


def _line_faults(block: _Block) -> Iterator[ProseFault]:
    for number, line in enumerate(block.lines, start=block.line):
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if indent > MAX_INDENT:
            yield ProseFault(number, 1, "this line is indented too deep")
        quotes = re.match(r"[> \t]*", line)
        if quotes and quotes.group().count(">") > MAX_QUOTES:
            yield ProseFault(number, 1, "these quotes are nested too deep")
        if line.startswith("[[") and _marker(block) is None:
            said = 'this marker must stand alone in its paragraph, as in [[name "argument"]]'
            yield ProseFault(number, 1, said)


def _inline_faults(block: _Block) -> Iterator[ProseFault]:
    bare = _without_code(block.text)
    for match in re.finditer(r"!\[", bare):
        said = "pictures are not possible in texts; link to an exercise instead"
        yield ProseFault(*block.place(match.start()), said)
    for match in _TAG.finditer(bare):
        yield ProseFault(*block.place(match.start()), "HTML is not possible in texts")
    # Closing characters without an opening one do no harm, so depth never goes below nothing.
    for opening, closing in ("[]", "()"):
        depth = 0
        for offset, character in enumerate(block.text):
            depth += (character == opening) - (character == closing and depth > 0)
            if depth > MAX_OPEN_BRACKETS:
                said = f"more than {MAX_OPEN_BRACKETS} open '{opening}' in one paragraph"
                yield ProseFault(*block.place(offset), said)
                break


def _heading_fault(level: int, above: int) -> str:
    if level == 1:
        return "the title is the page's only heading of the first level; start with ##"
    if level > 4:
        return "headings go down to ####"
    if level > above + 1:
        return f"a heading of level {level} stands right under one of level {above}"
    return ""
