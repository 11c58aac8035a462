"""What keeps records from being printed: texts too wide for a sheet, characters no font has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from runlift_site.authoring.content import Content, Places
from runlift_site.authoring.kinds import EXERCISE, PLAN, ROUTINE, Kind
from runlift_site.build.digest import digest
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Severity
from runlift_site.pages.frame import Frame


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault as it is remembered; its place is looked up when it is told."""

    code: str
    path: tuple[str | int, ...]
    message: str
    help: str


def paper_findings(content: Content, frame: Frame, words: str, store: Store) -> Iterator[Finding]:
    """Faults of every record that stands on sheets, each at its line.

    Args:
        content: The content.
        frame: What all pages share.
        words: Digest of the interface words, which share the lines with the records' texts.
        store: Remembers what was found.
    """
    places = Places(content.files)

    def told(kind: Kind, name: str, look: Callable[[], tuple[Fault, ...]]) -> Iterator[Finding]:
        file = content.files[kind.file_of(name)]
        key = digest((words, file.digest))
        for fault in store.memo(f"paper-{kind.name}", key, tuple[Fault, ...], look):
            place = places.find(file.path, fault.path)
            yield Finding(fault.code, Severity.ERROR, fault.message, place, fault.help)

    for name in content.exercises:
        yield from told(EXERCISE, name, partial(_of_exercise, content, name))
    for name in content.routines:
        yield from told(ROUTINE, name, partial(_of_routine, content, frame, name))
    for name in content.plans:
        yield from told(PLAN, name, partial(_of_plan, content, frame, name))


def _of_exercise(content: Content, name: str) -> tuple[Fault, ...]:
    from runlift_site.pages.sheet_faults import exercise_sheet_faults

    found = exercise_sheet_faults(content.exercises[name])
    return tuple(Fault(f.code, f.path, f.message, f.help) for f in found)


def _of_routine(content: Content, frame: Frame, name: str) -> tuple[Fault, ...]:
    from runlift_site.pages.sheet_faults import routine_sheet_faults

    found = routine_sheet_faults(content.routines[name], frame.words)
    return tuple(Fault(f.code, f.path, f.message, f.help) for f in found)


def _of_plan(content: Content, frame: Frame, name: str) -> tuple[Fault, ...]:
    from runlift_site.pages.sheet_faults import plan_sheet_faults

    found = plan_sheet_faults(content.plans[name], frame.words)
    return tuple(Fault(f.code, f.path, f.message, f.help) for f in found)
