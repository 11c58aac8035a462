"""A YAML document: plain values, and the place of each of them in the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from runlift_site.diagnostics.model import Place
from runlift_site.source.problems import Span
from runlift_site.source.text import decode, place_in
from runlift_site.source.yaml_events import EventReader, Raw, RawPath


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says, nothing interpreted.

    Attributes:
        file: Path relative to the project folder, with forward slashes.
        value: The root mapping. Every scalar is text; mappings keep the order of the file.
        text: All lines of the file, without line breaks.
        values: Position of every value by its path from the root.
        keys: Position of every key by the path of its value.
    """

    file: str
    value: Mapping[str, Raw]
    text: tuple[str, ...]
    values: Mapping[RawPath, Span]
    keys: Mapping[RawPath, Span]

    def place(self, path: RawPath, *, key: bool = False) -> Place:
        """Where a value stands, or its key.

        A scalar is underlined as it is written, a bracketed group on one line as a whole, a group
        without brackets by its first key or hyphen, a block text by its '|'.

        Args:
            path: Keys and list indices from the root. Parts that are not in the file are skipped,
                so the place of something missing is the group that lacks it.
            key: Whether to point at the key; a list item has none, so its value is shown.
        """
        known: RawPath = ()
        for part in path:
            if (longer := (*known, part)) in self.values:
                known = longer
        span = self.keys.get(known) if key else None
        line, column, length = span or self.values[known]
        return place_in(self.file, self.text, line, column, length or None)


def read_yaml(path: str, data: bytes) -> Document:
    """Read a YAML file.

    Args:
        path: Path relative to the project folder, for messages.
        data: The file.

    Raises:
        Refused: with every problem that could be found in one reading.
    """
    lines = decode(path, data)
    return read_lines(path, lines, "\n".join(lines))


def read_lines(path: str, lines: tuple[str, ...], text: str) -> Document:
    """Read YAML out of a file whose lines are known, such as the head of a Markdown file.

    Args:
        path: Path relative to the project folder, for messages.
        lines: All lines of the file.
        text: The YAML in it, with its lines at the numbers that they have in the file.

    Raises:
        Refused: with every problem that could be found in one reading.
    """
    reader = EventReader(path, lines)
    reader.read(text)
    return Document(path, reader.value, lines, reader.values, reader.keys)
