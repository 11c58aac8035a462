"""YAML events to plain values: text, lists and mappings, each with its position.

The library's own loaders are not used. They turn text such as ``no`` or ``1:30`` into something
else, let the last of two equal keys win, follow aliases without end, and crash the process on deep
nesting, because they recurse. Here one loop reads the events, keeps every scalar as it was written,
and stops at the limits below.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from yaml import CSafeLoader
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from runlift_site.diagnostics.display import visible
from runlift_site.diagnostics.model import Note
from runlift_site.source.problems import Problems, Span
from runlift_site.source.text import has_unseen
from runlift_site.source.yaml_errors import Scalar, explain

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw]"
RawPath: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 32
MAX_VALUES = 50_000

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_BLOCK_STYLES = ("|", ">")
_MERGE = "<<"
# The one block where '~' is a word of its own: a joint that a pose leaves as it was.
_POSES = "figure"


class _Level:
    """A mapping or list that is being filled.

    Attributes:
        is_mapping: Which of the two it is; the other container stays empty.
        mapping: The mapping.
        items: The list.
        path: Where it stands.
        start: Line and column of its bracket, None if it is not written in brackets.
        key: The key that waits for its value, None where a key comes next.
    """

    __slots__ = ("is_mapping", "items", "key", "mapping", "path", "start")

    def __init__(self, path: RawPath, start: tuple[int, int] | None, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.mapping: dict[str, Raw] = {}
        self.items: list[Raw] = []
        self.path = path
        self.start = start
        self.key: str | None = None


class EventReader:
    """Reads one document; use it once.

    Events are passed as ``Any``: the library's types say that each of them may lack its marks,
    which those of its C parser never do.

    Attributes:
        value: The root mapping.
        values: Position of every value; the root's path is empty.
        keys: Position of every key.
    """

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.values: dict[RawPath, Span] = {}
        self.keys: dict[RawPath, Span] = {}
        self._file = file
        self._lines = lines
        self._problems = Problems(file, lines)
        self._level = _Level((), None, is_mapping=True)
        self.value = self._level.mapping
        self._above: list[_Level] = []
        self._last: Any = None
        # Depth of a key that is no text: what stands inside it is not judged.
        self._muted_at: int | None = None

    def read(self, text: str) -> None:
        """Read the document.

        Raises:
            Refused: with all findings, if there is any.
        """
        parser = CSafeLoader(text)
        try:
            self._begin(parser)
            self._fill(parser)
            self._end(parser)
        except MarkedYAMLError as error:
            self._problems.add_cause(explain(error, self._file, self._lines, self._last_scalar()))
        finally:
            parser.dispose()
        if self._problems.findings:
            self._problems.refuse()

    def _begin(self, parser: CSafeLoader) -> None:
        """Read up to the start of the root mapping."""
        parser.get_event()
        event: Any = parser.get_event()
        if isinstance(event, DocumentStartEvent):
            if event.version or event.tags:
                message, span = "the file has a YAML directive", (*_start(event), 0)
                self._problems.add("RL133", message, span, "remove the line")
            event = parser.get_event()
        if not isinstance(event, MappingStartEvent):
            self._refuse_root(event)
            return
        self._check_properties(event)
        start = _start(event)
        self._level.start = start if event.flow_style else None
        self.values[()] = (*start, 1)

    def _fill(self, parser: CSafeLoader) -> None:
        """Read the root mapping to its end."""
        handlers: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
        }
        next_event: Callable[[], Any] = parser.get_event
        outside = _Level((), None, is_mapping=False)
        self._above.append(outside)
        while self._level is not outside:
            event = next_event()
            handlers[event.__class__](event)

    def _end(self, parser: CSafeLoader) -> None:
        """Read up to the end of the file, where no second document may stand."""
        parser.get_event()
        event: Any = parser.get_event()
        if isinstance(event, DocumentStartEvent):
            self._problems.add(
                "RL121",
                "a second document starts here",
                (*_start(event), 3),
                "remove the line, or move what follows into a file of its own",
            )

    # One method an event. They run for every value of a site, so they do no more than needed.

    def _scalar(self, event: Any) -> None:
        self._last = event
        text, style = event.value, event.style
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        if style in _BLOCK_STYLES:
            span = (line, column, 1)
        else:
            span = (line, column, end.column - column if end.line == line else 0)
        if event.tag is not None or event.anchor is not None:
            self._check_properties(event)
        if style == '"' and has_unseen(text):
            self._refuse_escape(span)
        level = self._level
        if level.is_mapping and level.key is None:
            self._key(level, text, span, plain=not style)
            return
        if not style and text in _NOTHING:
            self._check_nothing(level, text, span)
        self._put(level, text, span)

    def _key(self, level: _Level, text: str, span: Span, *, plain: bool) -> None:
        level.key = text
        path = (*level.path, text)
        if text in level.mapping:
            first = Note(self._problems.place(self.keys[path]), "it stands here first")
            message = f"'{visible(text)}' is written twice"
            self._problems.add("RL124", message, span, "keep one of the two", first)
            return
        if not level.mapping and level.start is None:
            # A mapping without braces has no character of its own: its first key stands for it.
            self.values[level.path] = span
        self.keys[path] = span
        if plain and text in ("", _MERGE):
            self._check_plain_key(text, span)
        if not text.isascii():
            self._check_visible_key(text, span)

    def _put(self, level: _Level, value: Raw, span: Span) -> RawPath:
        """Add a value where it belongs, and say where that is."""
        path: RawPath
        if level.key is None:
            path = (*level.path, len(level.items))
            level.items.append(value)
        else:
            path = (*level.path, level.key)
            level.mapping[level.key] = value
            level.key = None
        self.values[path] = span
        if len(self.values) > MAX_VALUES:
            message = f"the file holds more than {MAX_VALUES:,} values"
            self._problems.stop("RL123", message, span, "split it")
        return path

    def _open(self, event: Any) -> None:
        mark = event.start_mark
        span = (mark.line, mark.column, 1)
        if event.tag is not None or event.anchor is not None:
            self._check_properties(event)
        start = (mark.line, mark.column) if event.flow_style else None
        inner = _Level((), start, is_mapping=event.__class__ is MappingStartEvent)
        level = self._level
        if level.is_mapping and level.key is None:
            self._refuse_key(level, span)
        else:
            inner.path = self._put(level, inner.mapping if inner.is_mapping else inner.items, span)
        self._above.append(level)
        self._level = inner
        if len(self._above) > MAX_DEPTH:
            message = f"the file nests deeper than {MAX_DEPTH} levels"
            self._problems.stop("RL122", message, span, "close the brackets that were left open")

    def _close(self, event: Any) -> None:
        level = self._level
        end = event.end_mark
        if level.start is not None and level.start[0] == end.line:
            line, column = level.start
            self.values[level.path] = (line, column, end.column - column)
        self._level = self._above.pop()
        if self._muted_at == len(self._above):
            self._muted_at = None
            self._problems.muted = False

    def _alias(self, event: Any) -> None:
        start = event.start_mark
        span = (start.line, start.column, event.end_mark.column - start.column)
        self._problems.add(
            "RL125",
            f"'*{visible(event.anchor)}' refers to another place, which is not supported",
            span,
            "write the value out; put the text in double quotes if it should start with '*'",
        )
        level = self._level
        if level.is_mapping and level.key is None:
            level.key = ""
        else:
            self._put(level, "", span)

    # What is refused.

    def _check_properties(self, event: Any) -> None:
        """Refuse an anchor or a tag; both stand before the value they belong to."""
        span = (*_start(event), 1)
        if event.anchor is not None:
            self._problems.add(
                "RL126",
                f"'&{visible(event.anchor)}' names a place, which is not supported",
                span,
                "remove it; put the text in double quotes if it should start with '&'",
            )
        if event.tag is not None:
            self._problems.add(
                "RL128",
                "'!' at the start of a value makes a YAML tag, which is not supported",
                span,
                "remove it; put the text in double quotes if it should start with '!'",
            )

    def _check_nothing(self, level: _Level, text: str, span: Span) -> None:
        """Refuse a value that says nothing; in poses '~' is a word."""
        if text == "~" and level.path[:1] == (_POSES,):
            return
        if level.key is None:
            line, column, _ = span
            where = span if text else (line, max(0, column - 1), 1)
            self._problems.add("RL131", "this list item is empty", where, "leave the item out")
            return
        help = "leave the key out, or give it a value"
        if text:
            help = "leave the key out, or put the value in quotes if it is meant as text"
        elif level.start is not None:
            help = "write 'key: value'; put a text that holds a comma in double quotes"
        # A key that is no text has no position, and was refused already.
        if (key_span := self.keys.get((*level.path, level.key))) is not None:
            where = span if text else key_span
            self._problems.add("RL131", f"'{visible(level.key)}' has no value", where, help)

    def _check_plain_key(self, text: str, span: Span) -> None:
        if text == _MERGE:
            self._problems.add("RL127", "'<<' is not supported", span, "write the keys out")
        else:
            message, help = (
                "a key is missing before the colon",
                "write the name of the field before it",
            )
            self._problems.add("RL130", message, span, help)

    def _check_visible_key(self, text: str, span: Span) -> None:
        for index, char in enumerate(text):
            if visible(char) != char:
                self._problems.add(
                    "RL132",
                    f"the key '{visible(text)}' holds an invisible character",
                    (span[0], span[1] + index, 1),
                    "delete the blanks before the text and type spaces",
                )
                return

    def _refuse_escape(self, span: Span) -> None:
        message = "a backslash in this text stands for a control character"
        self._problems.add("RL112", message, span, "write the text without it")

    def _refuse_key(self, level: _Level, span: Span) -> None:
        self._problems.add(
            "RL129",
            "a list or a group in braces stands where a key is needed",
            span,
            "put the text in double quotes if it should start with a bracket or a brace",
        )
        level.key = ""
        if self._muted_at is None:
            self._muted_at = len(self._above)
            self._problems.muted = True

    def _refuse_root(self, event: Any) -> None:
        """Refuse a document that is no mapping."""
        span, what, help = (0, 0, 1), "nothing is here", "write at least one 'key: value' line"
        if isinstance(event, SequenceStartEvent | AliasEvent) or (
            isinstance(event, ScalarEvent) and (event.value or event.style)
        ):
            span = (*_start(event), 1)
            what = "this is a text"
            if isinstance(event, SequenceStartEvent):
                what = "this is a list"
                help = "write a key above the list"
            elif isinstance(event, ScalarEvent) and ":" in event.value:
                help += ", with a space after the colon"
        self._problems.stop("RL120", f"a mapping is needed, but {what}", span, help)

    def _last_scalar(self) -> Scalar | None:
        if (event := self._last) is None:
            return None
        start, end = event.start_mark, event.end_mark
        return Scalar(start.line, start.column, end.line, end.column, event.style or "")


def _start(event: Any) -> tuple[int, int]:
    """Line and column, from 0, where an event starts."""
    return (event.start_mark.line, event.start_mark.column)
