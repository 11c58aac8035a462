"""Markdown files: a YAML head between two lines of three hyphens, then the text."""

from dataclasses import dataclass

from runlift_site.diagnostics.model import Finding, Refused, Severity
from runlift_site.source.document import Document, read_lines
from runlift_site.source.text import decode, place_in

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class MarkdownDocument:
    r"""A Markdown file in its two parts.

    Attributes:
        head: The fields, with places that count in the whole file.
        body: The Markdown text, with ``\n`` as its line break.
        body_line: Line of the file where the body starts, counted from 1.
    """

    head: Document
    body: str
    body_line: int


def read_markdown(path: str, data: bytes) -> MarkdownDocument:
    """Read a Markdown file with a head.

    Args:
        path: Path relative to the project folder, for messages.
        data: The file.

    Raises:
        Refused: if the head is missing, not closed, or wrong in itself.
    """
    lines = decode(path, data)
    if lines[0].rstrip() != _FENCE:
        raise Refused([_missing(path, lines)])
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise Refused([_unclosed(path, lines)])
    # An empty line in place of the first fence keeps the line numbers of the file.
    head = read_lines(path, lines, "\n".join(["", *lines[1:end], ""]))
    return MarkdownDocument(head, "\n".join(lines[end + 1 :]), end + 2)


def _missing(path: str, lines: tuple[str, ...]) -> Finding:
    return Finding(
        "RL160",
        Severity.ERROR,
        "the file does not start with a head",
        place_in(path, lines, 0, 0, None),
        "start it with a line '---', the fields, and another line '---'",
    )


def _unclosed(path: str, lines: tuple[str, ...]) -> Finding:
    return Finding(
        "RL161",
        Severity.ERROR,
        "the head that starts here is not closed",
        place_in(path, lines, 0, 0, None),
        "add a line '---' after the last field",
    )
