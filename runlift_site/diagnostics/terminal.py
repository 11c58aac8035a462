"""Findings as text for people: the line, carets under the place, and what to do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runlift_site.diagnostics.display import excerpt, visible
from runlift_site.diagnostics.model import Finding, Note, Place, Severity, in_order, worst

LINE_CELLS = 100

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_RED = "\x1b[1;31m"
_YELLOW = "\x1b[1;33m"
_BLUE = "\x1b[1;34m"
_CYAN = "\x1b[1;36m"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.INFO: _CYAN}


@dataclass(frozen=True, slots=True)
class _Ink:
    """Colours text, or leaves it as it is."""

    on: bool

    def __call__(self, code: str, text: str) -> str:
        return f"{code}{text}{_RESET}" if self.on else text


def render_text(findings: Iterable[Finding], *, colour: bool, remarks: bool = True) -> str:
    """Show findings with their lines and a summary; an empty text if there are none to show.

    Args:
        findings: What to show, in any order.
        colour: Whether to use ANSI colours.
        remarks: Whether to show remarks of the coaching rules, or only count them. Beside errors
            they are only counted, for nobody has time for them then.
    """
    ordered = in_order(findings)
    if worst(ordered) is Severity.ERROR:
        remarks = False
    shown = [one for one in ordered if remarks or not _is_remark_of_a_rule(one)]
    if not shown:
        return ""
    ink = _Ink(colour)
    blocks = ["\n".join(_finding(finding, ink)) for finding in shown]
    return "\n\n".join([*blocks, summary(ordered)]) + "\n"


def _is_remark_of_a_rule(finding: Finding) -> bool:
    return finding.severity is Severity.INFO and finding.code.startswith("RL3")


def summary(findings: Iterable[Finding]) -> str:
    """Count findings in words, such as "2 errors, 1 warning in 3 files"."""
    present = tuple(findings)
    counts = [
        _count(sum(finding.severity is severity for finding in present), word)
        for severity, word in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "remark"),
        )
    ]
    told = ", ".join(filter(None, counts)) or "no findings"
    files = {finding.place.file for finding in present if finding.place is not None}
    return f"{told} in {_count(len(files), 'file')}" if files else told


def _count(number: int, word: str) -> str:
    if not number:
        return ""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _finding(finding: Finding, ink: _Ink) -> Iterator[str]:
    tint = _COLOURS[finding.severity]
    head = ink(tint, f"{finding.severity}[{finding.code}]")
    yield f"{head}{ink(_BOLD, ': ' + visible(finding.message))}"
    places = [place for place in (finding.place, *(n.place for n in finding.notes)) if place]
    gutter = max((len(str(place.line)) for place in places if place.text), default=1)
    if finding.place is not None:
        yield from _snippet(finding.place, gutter, "^", tint, ink)
    if finding.help:
        yield f"{' ' * gutter} {ink(_BLUE, '=')} {ink(_CYAN, 'help')}: {visible(finding.help)}"
    for note in finding.notes:
        yield from _note(note, gutter, ink)


def _note(note: Note, gutter: int, ink: _Ink) -> Iterator[str]:
    yield f"{ink(_BLUE, 'note')}: {visible(note.message)}"
    yield from _snippet(note.place, gutter, "-", _BLUE, ink)


def _snippet(place: Place, gutter: int, mark: str, tint: str, ink: _Ink) -> Iterator[str]:
    where = f"{visible(place.file)}:{place.line}:{place.column}"
    yield f"{' ' * gutter}{ink(_BLUE, '-->')} {where}"
    if not place.text:
        return
    shown = excerpt(place.text, place.column, place.length, room=LINE_CELLS)
    bar = ink(_BLUE, f"{' ' * gutter} |")
    yield bar
    yield f"{ink(_BLUE, f'{place.line:>{gutter}} |')} {shown.text}".rstrip()
    yield f"{bar} {' ' * shown.indent}{ink(tint, mark * shown.width)}"
