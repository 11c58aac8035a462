"""What the documentation shows: its code blocks, tables, links and commands in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md"),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`) ?(.+?) ?(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Block:
    """A code block of a page."""

    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.strip()]


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(*languages: str) -> tuple[Block, ...]:
    """The code blocks of all pages in some languages; all of them for none."""
    return tuple(
        Block(page, text.count("\n", 0, match.start()) + 1, match[1], match[2])
        for page in PAGES
        for text in (read(page),)
        for match in _FENCE.finditer(text)
        if not languages or match[1] in languages
    )


def prose(page: str) -> str:
    """A page without its code blocks."""
    return _FENCE.sub("", read(page))


def code_words(text: str) -> Iterator[str]:
    """What stands in backticks, on one line each."""
    return (" ".join(match[2].split()) for match in _CODE.finditer(text))


def section(page: str, heading: str) -> str:
    """The text below a heading, up to the next one of any level."""
    text = prose(page)
    start = re.search(rf"^#+ +{re.escape(heading)}$", text, re.MULTILINE)
    assert start is not None, f"{page} has no heading '{heading}'"
    end = _HEADING.search(text, start.end())
    return text[start.end() : end.start() if end else len(text)]


def rows(page: str, heading: str, first: str) -> dict[str, list[str]]:
    """The rows of the table below a heading whose first column is called ``first``, by that."""
    lines = section(page, heading).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {first} |"))
    table: dict[str, list[str]] = {}
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        name, *cells = (cell.strip() for cell in _CELL.split(line)[1:-1])
        assert name not in table, f"{page}: {name} is named twice"
        table[name.strip("`")] = cells
    return table


def links(page: str) -> Iterator[str]:
    """Targets of the links of a page, those in code left out."""
    return (match[1] for match in _LINK.finditer(_CODE.sub("", prose(page))))


def anchors(page: str) -> set[str]:
    """What a link to a part of a page may name."""
    kept = (re.sub(r"[^\w\- ]", "", title.lower()) for title in _HEADING.findall(prose(page)))
    return {title.replace(" ", "-") for title in kept}
