"""All of a site's content: every file read, its faults collected, mentions resolved."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from runlift_site.authoring.graph import Mention, exercise_faults, unknown_mentions
from runlift_site.authoring.kinds import (
    BIBLIOGRAPHY,
    EXERCISE,
    FOLDERS,
    GUIDE,
    PLAN,
    ROUTINE,
    SETTINGS,
    SINGLE,
    Kind,
)
from runlift_site.authoring.record_file import RecordFile, read_record, without_own_page
from runlift_site.authoring.refs import Path, Ref
from runlift_site.authoring.shelf import Entry, Shelf
from runlift_site.diagnostics.model import Finding, Place, Refused, Severity
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.source.document import Document, read_yaml
from runlift_site.source.files import SourceFile
from runlift_site.source.front_matter import read_markdown
from runlift_site.training.rules.names import RULE_IDS

if TYPE_CHECKING:
    from runlift_site.settings import Settings
    from runlift_site.training.exercise import Exercise
    from runlift_site.training.guide import Bibliography, GuideHead
    from runlift_site.training.plan import PlanTemplate
    from runlift_site.training.routine import Routine

Remember = Callable[[SourceFile, Kind, Callable[[], RecordFile]], RecordFile]
"""Gives what was remembered of a file, or reads it and remembers that."""
FindLinks = Callable[[str], Iterator[tuple[str, str, int, int]]]
"""Finds links in a text: kind, target, line from 1, column from 1."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DRAFT = '"status": "draft"'


@dataclass(frozen=True)
class Content:
    """Everything authors wrote, read and linked.

    Attributes:
        singles: The single files that have no faults.
        words: Interface words, nested.
        exercises: Exercises by id, complete.
        routines: Routines by id.
        plans: Plan templates by id.
        guides: Heads of guides by id; their text is in the shelf's entries.
        findings: All faults of all files.
        files: The files as they were read, by path.
    """

    singles: Mapping[Kind, Entry]
    words: Mapping[str, Any]
    exercises: "Shelf[Exercise]"
    routines: "Shelf[Routine]"
    plans: "Shelf[PlanTemplate]"
    guides: "Shelf[GuideHead]"
    findings: tuple[Finding, ...]
    files: Mapping[str, SourceFile]

    @cached_property
    def seen(self) -> "Shelf[Exercise]":
        """The exercises as pages other than their own see them."""
        return self.exercises.adapted(without_own_page)

    def settings(self) -> "Settings | None":
        """The site file; None if it has faults."""
        from runlift_site.settings import Settings

        entry = self.singles.get(SETTINGS)
        return Settings.model_validate(json.loads(entry.read.values)) if entry else None

    def bibliography(self) -> "Bibliography":
        """The papers that may be cited; none if the file has faults."""
        from runlift_site.training.guide import Bibliography

        entry = self.singles.get(BIBLIOGRAPHY)
        return Bibliography.model_validate(
            json.loads(entry.read.values) if entry else {"papers": {}}
        )

    def faulty_plans(self) -> frozenset[str]:
        """Plans that cannot be expanded: they, or something they need, have faults.

        Expanding them would only tell of the same faults again, at places where nothing is wrong.
        """
        faulty = {
            f.place.file
            for f in self.findings
            if f.place is not None and f.severity is Severity.ERROR
        }
        if not faulty:
            return frozenset()
        shelves: dict[str, Shelf[Any]] = {
            "exercise": self.exercises,
            "routine": self.routines,
            "plan": self.plans,
        }
        sound = {
            (kind, name)
            for kind, shelf in shelves.items()
            for name, entry in shelf.entries.items()
            if entry.file.path not in faulty
        }
        before = 0
        while len(sound) != before:
            before = len(sound)
            sound = {
                (kind, name)
                for kind, name in sound
                if all(
                    (ref.kind, ref.target) in sound
                    for ref in shelves[kind].entries[name].read.refs
                    if ref.kind in shelves
                )
            }
        return frozenset(name for name in self.plans if ("plan", name) not in sound)


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
    entries: dict[Kind, dict[str, Entry]] = {kind: {} for kind in FOLDERS}
    for path, kind, stem in _records(files):
        read = _read(files[path], stem, kind, remember)
        findings.extend(read.findings)
        if not read.findings:
            entries[kind][stem] = Entry(files[path], read)
    singles = {
        kind: entry
        for kind in SINGLE
        if (entry := _single(kind, files, remember, findings)) is not None
    }
    words = _words(files, language_file, findings)
    broken = {PurePosixPath(f.place.file).stem for f in findings if f.place is not None}
    hidden = {} if drafts else {kind: _drafts(entries[kind]) for kind in FOLDERS}
    places = Places(files)
    known = {kind.name: (*entries[kind], *broken) for kind in FOLDERS}
    papers = singles.get(BIBLIOGRAPHY)
    if papers is not None:
        known["paper"] = tuple(json.loads(papers.read.values)["papers"])
    known["rule"] = RULE_IDS
    everything = [*(e for kind in FOLDERS for e in entries[kind].values()), *singles.values()]
    left_out = {kind.name: names for kind, names in hidden.items()}
    findings.extend(unknown_mentions(_mentions(everything, places, find_links), known, left_out))
    links = {
        name: entry.read.links
        for name, entry in entries[EXERCISE].items()
        if entry.read.links is not None
    }
    findings.extend(
        exercise_faults(links, lambda name, path: places.find(EXERCISE.file_of(name), path))
    )
    for kind, names in hidden.items():
        for name in names:
            del entries[kind][name]
    return Content(
        singles=singles,
        words=words,
        exercises=Shelf(EXERCISE, entries[EXERCISE]),
        routines=Shelf(ROUTINE, entries[ROUTINE]),
        plans=Shelf(PLAN, entries[PLAN]),
        guides=Shelf(GUIDE, entries[GUIDE]),
        findings=tuple(findings),
        files=files,
    )


def _records(files: Mapping[str, SourceFile]) -> Iterator[tuple[str, Kind, str]]:
    """Path, kind and id of every record file, in the order of paths."""
    for path in sorted(files):
        for kind in FOLDERS:
            stem = kind.stem_of(path)
            if stem is not None and _ID.fullmatch(stem):
                yield path, kind, stem
                break


def _stray_files(files: Mapping[str, SourceFile], language_file: str) -> Iterator[Finding]:
    """Files that would be passed over without a word."""
    read = {path for path, _, _ in _records(files)} | {kind.folder for kind in SINGLE}
    for path in sorted(files.keys() - read):
        if path == language_file or path.startswith("content/strings/"):
            continue
        place = Place(path, 1, 1)
        bad_id = next((stem for kind in FOLDERS if (stem := kind.stem_of(path))), None)
        if bad_id is not None:
            yield Finding(
                "RL220",
                Severity.ERROR,
                f"the file name '{bad_id}' cannot be an id",
                place,
                help="use lower-case letters and digits, words joined by hyphens",
            )
        elif path.endswith((".yaml", ".yml", ".md")):
            stem = PurePosixPath(path).stem
            known = [*(k.folder for k in SINGLE), *(kind.file_of(stem) for kind in FOLDERS)]
            close = near_miss(path, known)
            yield Finding(
                "RL219",
                Severity.ERROR,
                "this file is not read by anything",
                place,
                help=f"did you mean {close}?" if close else "move or rename it",
            )


def _read(file: SourceFile, stem: str, kind: Kind, remember: Remember) -> RecordFile:
    return remember(file, kind, lambda: read_record(file, stem, kind))


def _single(
    kind: Kind,
    files: Mapping[str, SourceFile],
    remember: Remember,
    findings: list[Finding],
) -> Entry | None:
    path = kind.folder
    if path not in files:
        if not any(f.place is not None and f.place.file == path for f in findings):
            help = "every site needs it"
            findings.append(Finding("RL222", Severity.ERROR, f"{path} is missing", help=help))
        return None
    read = _read(files[path], PurePosixPath(path).stem, kind, remember)
    findings.extend(read.findings)
    return None if read.findings else Entry(files[path], read)


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


def _drafts(members: Mapping[str, Entry]) -> frozenset[str]:
    return frozenset(name for name, entry in members.items() if _DRAFT in entry.read.values)


def _mentions(
    everything: Iterable[Entry], places: Places, find_links: FindLinks
) -> Iterator[Mention]:
    for entry in everything:
        path = entry.file.path
        for ref in entry.read.refs:
            yield Mention(ref, _placer(places, path, ref))
        for where, text in entry.read.texts:
            for kind, target, _, _ in find_links(text):
                mention = Ref(kind, target, where)
                yield Mention(mention, _placer(places, path, mention))
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
