"""What libyaml says about a broken file, said again in an author's words.

libyaml names the rule that its scanner was in; an author needs the character that caused it and
what to do. Each function below looks at one family of its errors together with the line.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from runlift_site.diagnostics.display import visible
from runlift_site.diagnostics.model import Finding, Note, Place, Severity
from runlift_site.source.text import place_in

_ESCAPE = re.compile(r"\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.?)")
_QUOTE_IT = "put the whole text in double quotes"


@dataclass(frozen=True, slots=True)
class Scalar:
    """The last scalar before an error, marks counted from 0."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str

    @property
    def quoted(self) -> bool:
        """Whether it is written in quotes."""
        return self.style in ("'", '"')


@dataclass(frozen=True, slots=True)
class _Trouble:
    """One error of libyaml with what is needed to explain it.

    Attributes:
        file: Path relative to the project folder.
        lines: All lines of the file.
        said: What libyaml says is wrong.
        inside: What libyaml was reading when it met the error; may be empty.
        at: Line and column of the error, from 0.
        since: Line and column where the thing it was reading starts.
        last: The last complete scalar before the error.
    """

    file: str
    lines: Sequence[str]
    said: str
    inside: str
    at: tuple[int, int]
    since: tuple[int, int]
    last: Scalar | None

    @property
    def line(self) -> str:
        """The line of the error; empty at the end of the file."""
        return self.line_at(self.at[0])

    def line_at(self, number: int) -> str:
        """A line by its index; empty at the end of the file."""
        return self.lines[number] if number < len(self.lines) else ""

    @property
    def char(self) -> str:
        """The character at the error; empty at the end of a line."""
        return self.line[self.at[1] : self.at[1] + 1]

    @property
    def before(self) -> str:
        """The line up to the error."""
        return self.line[: self.at[1]]

    def place(self, mark: tuple[int, int], length: int | None = 1) -> Place:
        return place_in(self.file, self.lines, *mark, length)

    def finding(self, code: str, message: str, place: Place, help: str, *notes: Note) -> Finding:
        return Finding(code, Severity.ERROR, message, place, help, notes)


def explain(
    error: MarkedYAMLError, file: str, lines: Sequence[str], last: Scalar | None
) -> Finding:
    """Turn an error of libyaml into a finding.

    Args:
        error: What the scanner or parser raised.
        file: Path relative to the project folder.
        lines: All lines of the file.
        last: The last complete scalar that was read before.
    """
    mark = error.problem_mark or error.context_mark
    since = error.context_mark or mark
    trouble = _Trouble(
        file,
        lines,
        said=error.problem or "",
        inside=error.context or "",
        at=(mark.line, mark.column) if mark else (0, 0),
        since=(since.line, since.column) if since else (0, 0),
        last=last,
    )
    found = (finding for family in _FAMILIES if (finding := family(trouble)) is not None)
    return next(found, None) or _other(trouble)


def _odd_indent(trouble: _Trouble) -> Finding | None:
    """A tab or another blank that is no space, in front of the line of the error or its start."""
    for number in sorted({trouble.at[0], trouble.since[0]}):
        line = trouble.line_at(number)
        indent = line[: len(line) - len(line.lstrip())]
        odd = indent.lstrip(" ")
        if not odd:
            continue
        mark = (number, len(indent) - len(odd))
        if odd[0] != "\t":
            return trouble.finding(
                "RL132",
                f"the indent holds an invisible character (U+{ord(odd[0]):04X})",
                trouble.place(mark),
                "delete the blanks before the text and type spaces",
            )
        if number == trouble.at[0] and ("tab" in trouble.said or trouble.char == "\t"):
            return trouble.finding(
                "RL143",
                "a tab stands where spaces are needed",
                trouble.place(mark),
                "indent with spaces",
            )
    return None


def _open_quote(trouble: _Trouble) -> Finding | None:
    if "quoted scalar" not in trouble.inside:
        return None
    if "found unexpected" not in trouble.said:
        start = trouble.line.rfind("\\", 0, trouble.at[1] + 1)
        written = _ESCAPE.match(trouble.line, max(0, start))
        shown = written[0] if written else trouble.char
        return trouble.finding(
            "RL147",
            f"'{visible(shown)}' means nothing in double quotes",
            trouble.place((trouble.at[0], max(0, start)), len(shown)),
            "write the backslash twice, or use single quotes",
        )
    return trouble.finding(
        "RL140",
        "the quote that opens here is never closed",
        trouble.place(trouble.since),
        "close the quote where the text ends",
    )


def _special_start(trouble: _Trouble) -> Finding | None:
    """A character that means something at the start of a text."""
    mark = trouble.at
    said = f"{trouble.inside} {trouble.said}"
    if any(
        word in said for word in ("an alias", "an anchor", "a tag", "tag handle", "block scalar")
    ):
        mark = trouble.since
    elif "directive" in said or "incompatible YAML document" in said:
        return trouble.finding(
            "RL133",
            "a line cannot start with '%'",
            trouble.place(trouble.since),
            "remove the line",
        )
    elif not any(
        words in trouble.said
        for words in (
            "cannot start any token",
            "block sequence entries are not allowed",
            "mapping keys are not allowed",
        )
    ) and not ("block node" in trouble.inside and trouble.char in ("]", "}", ",")):
        return None
    char = trouble.line_at(mark[0])[mark[1] : mark[1] + 1]
    help = _QUOTE_IT
    if char == "-":
        help += ", or start the list on the next line"
    elif char in ("|", ">"):
        help += ", or start the text on the next line"
    return trouble.finding("RL141", f"a text cannot start with '{char}'", trouble.place(mark), help)


def _colon(trouble: _Trouble) -> Finding | None:
    """A colon where no key can stand: inside a text, or on a line that is indented too far."""
    if "mapping values are not allowed" not in trouble.said:
        return None
    last = trouble.last
    if last is not None and last.line < trouble.at[0] == last.end_line:
        if last.quoted:
            return _swallowed(trouble, last)
        indent = len(trouble.line) - len(trouble.line.lstrip())
        return trouble.finding(
            "RL144",
            "this line is indented below a line that already has a value",
            trouble.place((trouble.at[0], indent), trouble.at[1] - indent),
            "start it in the same column as the keys around it",
            Note(
                trouble.place((last.line, last.column), None), "the value that the line would join"
            ),
        )
    return trouble.finding(
        "RL142",
        "': ' stands inside a text",
        trouble.place(trouble.at),
        _QUOTE_IT,
    )


def _no_colon(trouble: _Trouble) -> Finding | None:
    if "could not find expected ':'" not in trouble.said:
        return None
    rest = trouble.line_at(trouble.since[0])[trouble.since[1] :]
    name, colon, value = rest.partition(":")
    help = "write it as 'key: value', or indent it more if it goes on with the text above"
    if colon and value:
        help = f"put a space after the colon: '{name}: {value.strip()}'"
    return trouble.finding(
        "RL146",
        "this line is not of the form 'key: value'",
        trouble.place(trouble.since, None),
        help,
    )


def _bracket(trouble: _Trouble) -> Finding | None:
    """Something wrong between brackets or braces."""
    if "flow" not in trouble.inside:
        return None
    if "node content" in trouble.said and trouble.char == ":":
        return _keyless(trouble)
    if "node content" in trouble.said and trouble.char:
        return trouble.finding(
            "RL145",
            f"a value is missing before '{trouble.char}'",
            trouble.place(trouble.at),
            "add the value, or remove the comma",
        )
    opened = trouble.line_at(trouble.since[0])[trouble.since[1] : trouble.since[1] + 1]
    closing = {"[": "]", "{": "}"}.get(opened, "a closing bracket")
    if trouble.since[0] == trouble.at[0]:
        return trouble.finding(
            "RL145",
            f"a comma or '{closing}' is missing here",
            trouble.place(trouble.at),
            "separate values by commas; put a text with a comma or a colon in double quotes",
        )
    return trouble.finding(
        "RL145",
        f"'{opened}' is not closed, or a comma is missing",
        trouble.place(trouble.since),
        f"add '{closing}' where the values end",
        Note(trouble.place(trouble.at), "the value after which it was expected ends here"),
    )


def _after_value(trouble: _Trouble) -> Finding | None:
    """Text that goes on after a closing quote or bracket."""
    last = trouble.last
    if last is not None and last.quoted and last.end_line == trouble.at[0]:
        between = trouble.before[last.end_column :]
        if not between.strip():
            return _after_quote(trouble, last, touching=not between)
    end = trouble.before.rstrip()[-1:]
    if end not in ("]", "}"):
        return None
    return trouble.finding(
        "RL148",
        f"text follows the closing '{end}'",
        trouble.place(trouble.at, None),
        _QUOTE_IT,
    )


def _after_quote(trouble: _Trouble, last: Scalar, *, touching: bool) -> Finding:
    if last.line < last.end_line:
        return _swallowed(trouble, last)
    opened = Note(trouble.place((last.line, last.column)), "the quote opens here")
    single = last.style == "'"
    help = "put the text in double quotes" if single else "put the whole text in single quotes"
    if single and touching:
        quote = trouble.place((last.end_line, last.end_column - 1))
        return trouble.finding("RL148", "the apostrophe ends the text", quote, help, opened)
    rest = trouble.place(trouble.at, None)
    return trouble.finding("RL148", "text follows the closing quote", rest, help, opened)


def _swallowed(trouble: _Trouble, last: Scalar) -> Finding:
    return trouble.finding(
        "RL140",
        "the quote that opens here is closed only lines further down",
        trouble.place((last.line, last.column)),
        "close the quote where the text ends",
        Note(
            trouble.place((last.end_line, last.end_column - 1)),
            "this quote ends the text",
        ),
    )


def _uneven(trouble: _Trouble) -> Finding | None:
    """A line that fits neither the group it stands in nor the one around it."""
    if "block" not in trouble.inside:
        return None
    if trouble.char == ":":
        return _keyless(trouble)
    start = Note(trouble.place(trouble.since), "the group starts here")
    if trouble.char == "-":
        return trouble.finding(
            "RL144",
            "a list item stands where a key is needed",
            trouble.place(trouble.at),
            "indent the item under the key of its list, in the column of the other items",
            start,
        )
    return trouble.finding(
        "RL144",
        "this line does not start in the column of the lines it belongs to",
        trouble.place(trouble.at),
        "start it in the same column as its neighbours",
        start,
    )


def _keyless(trouble: _Trouble) -> Finding:
    return trouble.finding(
        "RL130",
        "a key is missing before the colon",
        trouble.place(trouble.at),
        "write the name of the field before it",
    )


def _second_document(trouble: _Trouble) -> Finding | None:
    if "<document start>" not in trouble.said:
        return None
    return trouble.finding(
        "RL121",
        "text follows the end of the document",
        trouble.place(trouble.at),
        "remove the line '...'",
    )


def _other(trouble: _Trouble) -> Finding:
    said = " ".join(filter(None, (trouble.inside, trouble.said)))
    return trouble.finding(
        "RL149",
        f"this cannot be read as YAML ({said})",
        trouble.place(trouble.at),
        "put texts with special characters in double quotes",
    )


_FAMILIES: tuple[Callable[[_Trouble], Finding | None], ...] = (
    _odd_indent,
    _open_quote,
    _special_start,
    _colon,
    _no_colon,
    _bracket,
    _after_value,
    _uneven,
    _second_document,
)
