"""All of a site's content: every file read, its faults collected, mentions resolved."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from runlift_site.authoring.graph import Mention, exercise_faults, unknown_mentions
from runlift_site.authoring.record_file import RecordFile, read_record
from runlift_site.authoring.refs import Path, Ref
from runlift_site.authoring.shelf import Entry, Shelf
from runlift_site.diagnostics.model import Finding, Place, Refused, Severity
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.settings import Settings
from runlift_site.source.document import Document, read_yaml
from runlift_site.source.files import SourceFile
from runlift_site.source.front_matter import read_markdown
from runlift_site.training.exercise import Exercise
from runlift_site.training.guide import Bibliography, GuideHead
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.routine import Routine

Remember = Callable[[SourceFile, type[BaseModel], Callable[[], RecordFile]], RecordFile]
"""Gives what was remembered of a file, or reads it and remembers that."""
FindLinks = Callable[[str], Iterator[tuple[str, str, int, int]]]
"""Finds links in a text: kind, target, line from 1, column from 1."""

FOLDERS: Mapping[str, tuple[str, type[BaseModel], str]] = {
    "exercise": ("content/exercises/", Exercise, ".yaml"),
    "routine": ("content/routines/", Routine, ".yaml"),
    "plan": ("content/plans/", PlanTemplate, ".yaml"),
    "guide": ("content/guides/", GuideHead, ".md"),
}
SINGLE: Mapping[str, tuple[str, type[BaseModel]]] = {
    "settings": ("content/site.yaml", Settings),
    "bibliography": ("content/bibliography.yaml", Bibliography),
}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Content:
    """Everything authors wrote, read and linked.

    Attributes:
        settings: The site file; None if it has faults.
        bibliography: Papers by key.
        words: Interface words, nested.
        exercises: Exercises by id, complete.
        routines: Routines by id.
        plans: Plan templates by id.
        guides: Heads of guides by id; their text is in the shelf's entries.
        findings: All faults of all files.
        files: The files as they were read, by path.
    """

    settings: Settings | None
    bibliography: Bibliography | None
    words: Mapping[str, Any]
    exercises: Shelf[Exercise]
    routines: Shelf[Routine]
    plans: Shelf[PlanTemplate]
    guides: Shelf[GuideHead]
    findings: tuple[Finding, ...]
    files: Mapping[str, SourceFile]

    def faulty_plans(self) -> frozenset[str]:
        """Plans that a fault was found in, which cannot be expanded."""
        faulty = {f.place.file for f in self.findings if f.place is not None}
        return frozenset(name for name in self.plans if _file_of("plan", name) in faulty)


class Places:
    """Finds the place of a path in a file, reading the file again only when asked."""

    def __init__(self, files: Mapping[str, SourceFile]) -> None:
        self._files = files
        self._documents: dict[str, Document] = {}

    def find(self, file: str, path: Path, *, key: bool = False) -> Place:
        """The place of a value, or of its key, in a file that has been read without faults."""
        if file not in self._documents:
            source = self._files[file]
            if file.endswith(".md"):
                self._documents[file] = read_markdown(file, source.data).head
            else:
                self._documents[file] = read_yaml(file, source.data)
        return self._documents[file].place(path, key=key)


def read_content(
    files: Mapping[str, SourceFile],
    *,
    unusable: tuple[Finding, ...] = (),
    language_file: str,
    drafts: bool,
    remember: Remember,
    find_links: FindLinks,
) -> Content:
    """Read all content files and check that they fit together.

    Args:
        files: Files below ``content/`` by path.
        unusable: Files that could not be read, which are not called missing as well.
        language_file: Path of the interface words.
        drafts: Whether drafts are published too.
        remember: Memory for what was read of a file.
        find_links: Finds links in Markdown text.
    """
    findings: list[Finding] = [*unusable, *_stray_files(files, language_file)]
    entries: dict[str, dict[str, Entry]] = {kind: {} for kind in FOLDERS}
    for path in sorted(files):
        kind = _kind_of(path)
        if kind is None:
            continue
        stem = PurePosixPath(path).stem
        read = _remembered(files[path], stem, FOLDERS[kind][1], remember)
        findings.extend(read.findings)
        if not read.findings:
            entries[kind][stem] = Entry(files[path], read)
    singles = {name: _single(name, files, remember, findings) for name in SINGLE}
    words = _words(files, language_file, findings)
    broken = {PurePosixPath(f.place.file).stem for f in findings if f.place is not None}
    hidden = _drafts(entries) if not drafts else {}
    places = Places(files)
    known = {kind: (*entries[kind], *broken) for kind in FOLDERS}
    bibliography = _value(singles["bibliography"], Bibliography)
    known["paper"] = tuple(bibliography.papers) if bibliography else ()
    mentions = _mentions(entries, singles, places, find_links)
    findings.extend(unknown_mentions(mentions, known, hidden))
    links = {
        name: entry.read.links
        for name, entry in entries["exercise"].items()
        if entry.read.links is not None
    }
    findings.extend(
        exercise_faults(links, lambda name, path: places.find(_file_of("exercise", name), path))
    )
    for kind, names in hidden.items():
        for name in names:
            del entries[kind][name]
    return Content(
        settings=_value(singles["settings"], Settings),
        bibliography=bibliography,
        words=words,
        exercises=Shelf(Exercise, entries["exercise"]),
        routines=Shelf(Routine, entries["routine"]),
        plans=Shelf(PlanTemplate, entries["plan"]),
        guides=Shelf(GuideHead, entries["guide"]),
        findings=tuple(findings),
        files=files,
    )


def _file_of(kind: str, name: str) -> str:
    folder, _, ending = FOLDERS[kind]
    return f"{folder}{name}{ending}"


def _kind_of(path: str) -> str | None:
    for kind, (folder, _, ending) in FOLDERS.items():
        rest = path.removeprefix(folder)
        if rest != path and "/" not in rest and path.endswith(ending):
            return kind if _ID.fullmatch(PurePosixPath(path).stem) else None
    return None


def _stray_files(files: Mapping[str, SourceFile], language_file: str) -> Iterator[Finding]:
    """Files that would be passed over without a word."""
    singles = {path for path, _ in SINGLE.values()} | {language_file}
    for path in sorted(files):
        if path in singles or _kind_of(path) is not None or path.startswith("content/strings/"):
            continue
        place = Place(path, 1, 1)
        stem, ending = PurePosixPath(path).stem, PurePosixPath(path).suffix
        folder = f"{PurePosixPath(path).parent.as_posix()}/"
        wanted = next((end for start, _, end in FOLDERS.values() if start == folder), None)
        if wanted is not None and ending == wanted and not _ID.fullmatch(stem):
            yield Finding(
                "RL220",
                Severity.ERROR,
                f"the file name '{stem}' cannot be an id",
                place,
                help="use lower-case letters and digits, words joined by hyphens",
            )
        elif ending in {".yaml", ".yml", ".md"}:
            known = [*singles, *(f"{start}{stem}{end}" for start, _, end in FOLDERS.values())]
            close = near_miss(path, known)
            yield Finding(
                "RL219",
                Severity.ERROR,
                "this file is not read by anything",
                place,
                help=f"did you mean {close}?" if close else "move or rename it",
            )


def _remembered(
    file: SourceFile, stem: str, model: type[BaseModel], remember: Remember
) -> RecordFile:
    return remember(file, model, lambda: read_record(file, stem, model))


def _single(
    name: str,
    files: Mapping[str, SourceFile],
    remember: Remember,
    findings: list[Finding],
) -> Entry | None:
    path, model = SINGLE[name]
    if path not in files:
        findings.append(
            Finding("RL222", Severity.ERROR, f"{path} is missing", help="every site needs it")
        )
        return None
    read = _remembered(files[path], PurePosixPath(path).stem, model, remember)
    findings.extend(read.findings)
    return None if read.findings else Entry(files[path], read)


def _value(entry: Entry | None, model: type[R]) -> R | None:
    return None if entry is None else model.model_validate_json(entry.read.values)


def _words(
    files: Mapping[str, SourceFile], language_file: str, findings: list[Finding]
) -> Mapping[str, Any]:
    if language_file not in files:
        findings.append(
            Finding("RL222", Severity.ERROR, f"{language_file} is missing", help="add it")
        )
        return {}
    try:
        document = read_yaml(language_file, files[language_file].data)
    except Refused as refusal:
        findings.extend(refusal.findings)
        return {}
    findings.extend(_word_faults(document, document.value, ()))
    return document.value


def _word_faults(document: Document, value: Mapping[str, Any], path: Path) -> Iterator[Finding]:
    for key, entry in value.items():
        if isinstance(entry, dict):
            yield from _word_faults(document, entry, (*path, key))
        elif isinstance(entry, list) and not all(isinstance(word, str) for word in entry):
            yield Finding(
                "RL223",
                Severity.ERROR,
                "interface words are texts, lists of texts or groups of them",
                document.place((*path, key)),
            )


def _drafts(entries: Mapping[str, Mapping[str, Entry]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for kind, members in entries.items():
        names = {
            name for name, entry in members.items() if '"status": "draft"' in entry.read.values
        }
        found[kind] = frozenset(names)
    return found


def _mentions(
    entries: Mapping[str, Mapping[str, Entry]],
    singles: Mapping[str, Entry | None],
    places: Places,
    find_links: FindLinks,
) -> Iterator[Mention]:
    everything = [entry for members in entries.values() for entry in members.values()]
    everything.extend(entry for entry in singles.values() if entry is not None)
    for entry in everything:
        path = entry.file.path
        for ref in entry.read.refs:
            yield Mention(ref, _placer(places, path, ref))
        if entry.read.body:
            lines = entry.read.body.splitlines()
            for kind, target, line, column in find_links(entry.read.body):
                number = entry.read.body_line + line - 1
                place = Place(path, number, column, len(target), lines[line - 1])
                yield Mention(Ref(kind, target, ()), _fixed(place))


def _placer(places: Places, path: str, ref: Ref) -> Callable[[], Place]:
    return lambda: places.find(path, ref.path, key=ref.key)


def _fixed(place: Place) -> Callable[[], Place]:
    return lambda: place
