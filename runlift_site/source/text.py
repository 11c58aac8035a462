"""Text: from the bytes of a file to characters that can be shown, with places in them."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Sequence

from runlift_site.diagnostics.model import Finding, Place, Refused, Severity

# A YAML or Markdown file beyond this is a mistake, and would cost seconds to read.
MAX_BYTES = 1_000_000

_OTHER_UNICODE = (BOM_UTF32_LE, BOM_UTF32_BE, BOM_UTF16_LE, BOM_UTF16_BE)
_SAMPLE = 200
# Control characters, the two separators that some programs take for line breaks and others do
# not, a byte order mark in the middle, and the two code points that are no characters.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NAMES = {
    "\x00": "a NUL character",
    "\u2028": "an invisible line separator",
    "\u2029": "an invisible paragraph separator",
    "\ufeff": "an invisible byte order mark",
}


def place_in(
    file: str, lines: Sequence[str], line: int, column: int, length: int | None = 1
) -> Place:
    """A place for marks counted from 0, such as a parser gives.

    Args:
        file: Path relative to the project folder.
        lines: All lines of the file.
        line: Index of the line; one past the end means the end of the last line.
        column: Index of the character in the line.
        length: Characters to underline; None for the rest of the line.
    """
    if line >= len(lines):
        line = len(lines) - 1
        column = len(lines[line])
    text = lines[line]
    if length is None:
        length = len(text.rstrip()) - column
    return Place(file, line + 1, column + 1, max(1, length), text)


def decode(file: str, data: bytes) -> tuple[str, ...]:
    r"""The lines of a file, for any of the three kinds of line break; never empty.

    UTF-8 is accepted with or without a byte order mark.

    Raises:
        Refused: if the file is too large, is not UTF-8, or holds a control character.
    """
    if len(data) > MAX_BYTES:
        raise Refused([too_large(file, MAX_BYTES)])
    if _is_other_unicode(data):
        raise Refused([_other_unicode(file)])
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Refused([_not_utf8(file, data, error.start)]) from None
    lines = _lines(text)
    if has_unseen(text):
        raise Refused([_unseen(file, lines)])
    return lines


def has_unseen(text: str) -> bool:
    """Whether a text holds a character that no page can show, other than tabs and line breaks."""
    # isprintable is many times as fast as the pattern and true for nearly every text.
    return not text.replace("\n", "").isprintable() and _UNSEEN.search(text) is not None


def too_large(file: str, limit: int) -> Finding:
    """The finding for a file above a limit in bytes."""
    return Finding(
        "RL102",
        Severity.ERROR,
        f"the file is larger than {limit / 1_000_000:g} MB",
        Place(file, 1, 1),
        "split it, or move it out of the folder",
    )


def _lines(text: str) -> tuple[str, ...]:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(text.split("\n"))


def _is_other_unicode(data: bytes) -> bool:
    """Whether text is UTF-16 or UTF-32: by its mark, or because every second byte is NUL."""
    sample = data[:_SAMPLE]
    halves = any(sample[::2]), any(sample[1::2])
    return data.startswith(_OTHER_UNICODE) or (len(sample) > 1 and halves[0] != halves[1])


def _other_unicode(file: str) -> Finding:
    return Finding(
        "RL111",
        Severity.ERROR,
        "the file is saved as UTF-16 or UTF-32",
        Place(file, 1, 1),
        "save it again with the encoding UTF-8",
    )


def _not_utf8(file: str, data: bytes, start: int) -> Finding:
    before = _lines(data[:start].decode())
    lines = _lines(data.decode(errors="replace"))
    letter = data[start : start + 1].decode("cp1252", errors="replace")
    guess = f" (in Windows-1252 it is '{letter}')" if letter.isprintable() else ""
    return Finding(
        "RL110",
        Severity.ERROR,
        f"byte 0x{data[start]:02X} is not UTF-8{guess}",
        place_in(file, lines, len(before) - 1, len(before[-1])),
        "save the file again with the encoding UTF-8",
    )


def _unseen(file: str, lines: Sequence[str]) -> Finding:
    found = [_UNSEEN.findall(line) for line in lines]
    number = next(index for index, unseen in enumerate(found) if unseen)
    char = found[number][0]
    name = _NAMES.get(char, "a control character")
    count = sum(map(len, found))
    more = f"; the file holds {count} such characters" if count > 1 else ""
    return Finding(
        "RL112",
        Severity.ERROR,
        f"{name} (U+{ord(char):04X}) stands in the text",
        place_in(file, lines, number, lines[number].index(char)),
        f"delete it{more}",
    )
