"""One record file: its faults, or its values in a form that can be remembered and made again."""

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from runlift_site.authoring.kinds import EXERCISE, Kind
from runlift_site.authoring.refs import ExerciseLinks, Ref, exercise_links, refs_of, texts_of
from runlift_site.diagnostics.model import Finding, Refused, Severity
from runlift_site.source.document import Document, read_yaml
from runlift_site.source.files import SourceFile
from runlift_site.source.front_matter import read_markdown

if TYPE_CHECKING:
    from pydantic import BaseModel

    from runlift_site.training.exercise import Exercise

OWN_PAGE_ONLY = (
    "setup",
    "steps",
    "mistakes",
    "breathing",
    "rom_note",
    "safety",
    "contraindications",
    "sources",
    "covers",
)
"""Fields of an exercise that only its own page shows; plans and lists get it without them."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """What one file holds, as it is remembered between builds.

    Attributes:
        values: The file's values with its id as JSON; empty if the file has faults.
        shared: Digest of what pages other than the record's own may show of it.
        refs: Ids the record mentions, each with its path in the file.
        texts: Texts in which Markdown is read and that hold some, each with its path.
        links: For exercises, what the checks between exercises need.
        body: For guides, the Markdown text.
        body_line: Line at which the text begins, counted from 1.
        findings: Faults of the file.
    """

    values: str
    shared: str
    refs: tuple[Ref, ...] = ()
    texts: tuple[tuple[tuple[str | int, ...], str], ...] = ()
    links: ExerciseLinks | None = None
    body: str = ""
    body_line: int = 0
    findings: tuple[Finding, ...] = ()


def read_record(file: SourceFile, stem: str, kind: Kind) -> RecordFile:
    """Read and validate one file.

    Args:
        file: The file.
        stem: Its name without the ending, which is the record's id where the model has one.
        kind: What kind of file it is.
    """
    from pydantic import ValidationError

    from runlift_site.authoring.messages import findings_of

    model = kind.model()
    try:
        document, body, body_line = _read(file)
    except Refused as refusal:
        return RecordFile("", "", findings=refusal.findings)
    values = dict(document.value)
    if "id" in model.model_fields:
        if "id" in values:
            finding = Finding(
                "RL213",
                Severity.ERROR,
                "the id of a record is the name of its file, so it is not written here",
                document.place(("id",), key=True),
                help=f"leave this line out; the id is {stem}",
            )
            return RecordFile("", "", findings=(finding,))
        values["id"] = stem
    try:
        record = model.model_validate(values)
    except ValidationError as error:
        found = tuple(findings_of(error, model, document))
        return RecordFile("", "", findings=found)
    return RecordFile(
        values=json.dumps(values, ensure_ascii=False),
        shared=_shared_digest(kind, record, body),
        refs=tuple(refs_of(kind, record)),
        texts=tuple(texts_of(kind, record)),
        links=_links(kind, record),
        body=body,
        body_line=body_line,
    )


def without_own_page(exercise: "Exercise") -> "Exercise":
    """The exercise as pages other than its own see it."""
    return exercise.model_copy(
        update={
            "setup": (),
            "steps": (),
            "mistakes": (),
            "breathing": "",
            "rom_note": None,
            "safety": "",
            "contraindications": (),
            "sources": (),
            "covers": (),
        }
    )


def _read(file: SourceFile) -> tuple[Document, str, int]:
    if file.path.endswith(".md"):
        markdown = read_markdown(file.path, file.data)
        return markdown.head, markdown.body, markdown.body_line
    return read_yaml(file.path, file.data), "", 0


def _links(kind: Kind, record: Any) -> ExerciseLinks | None:
    return exercise_links(record) if kind is EXERCISE else None


def _shared_digest(kind: Kind, record: "BaseModel", body: str) -> str:
    kept = set(OWN_PAGE_ONLY) if kind is EXERCISE else None
    text = record.model_dump_json(exclude=kept, warnings=False) + body
    return hashlib.sha256(text.encode()).hexdigest()
