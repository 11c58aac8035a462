"""Turns the validator's errors into sentences an author can act on.

At most one finding is made for one cause: a misspelt key hides the "missing key" it causes, and a
list that is short only because its members are wrong is not called short.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from runlift_site.authoring.model_walk import allowed_keys, tagged_model_at
from runlift_site.diagnostics.model import Finding, Severity
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.settings import ADDRESS_PATTERN
from runlift_site.source.document import Document

Location = tuple[str | int, ...]

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PATTERNS = {
    r"^\S(.*\S)?$": "one line without spaces at its ends is needed",
    ID_PATTERN: "an id is needed: lower-case words joined by hyphens",
    r"^(draft|ready)$": "status is draft or ready",
    r"^S[1-9][0-9]?$": "a statement number is needed, such as S15",
    r"^R[1-9][0-9]?$": "a rule number is needed, such as R22",
    r"^10\.[0-9]{4,9}/\S+$": "a DOI begins with 10., such as 10.1007/s40279-017-0835-7",
    r"^(kg|lb)$": "write kg or lb",
    r"^(a4|letter)$": "write a4 or letter",
    ADDRESS_PATTERN: "an address ending in a slash is needed, such as https://example.org/lift/",
    r"^[a-z]{2}(-[A-Z]{2})?$": "a language is needed, such as en or pt-BR",
}
QUOTED = re.compile(r"'([^']*)'")


def findings_of(
    error: ValidationError, model: type[BaseModel], document: Document
) -> Iterator[Finding]:
    """Say every fault that a file's validation found, each at its place.

    Args:
        error: What the validator raised.
        model: The model of the file.
        document: The file as read.
    """
    details: list[dict[str, Any]] = [dict(d) for d in error.errors(include_url=False)]
    locations = [tuple(detail["loc"]) for detail in details]
    misspelt = _misspelt(details)
    told_missing: set[Location] = set()
    for detail in details:
        location: Location = tuple(detail["loc"])
        kind = detail["type"]
        if kind in {"too_short", "too_long"} and _has_deeper(location, locations):
            continue
        if kind == "missing":
            parent = location[:-1]
            if parent in told_missing or location in misspelt.values():
                continue
            missing = _missing_keys(parent, details, set(misspelt.values()))
            told_missing.add(parent)
            yield _finding_of_missing(parent, missing, document)
        elif kind == "extra_forbidden":
            yield _finding_of_unknown_key(location, misspelt.get(location), model, document)
        else:
            yield _finding(detail, document)


def path_of(location: Location) -> Location:
    """The path in the file: union tags and key markers left out."""
    return tuple(
        part
        for part in location
        if not (isinstance(part, str) and (part.startswith("#") or part == "[key]"))
    )


def _misspelt(details: list[dict[str, Any]]) -> dict[Location, Location]:
    """Unknown keys that are close to a missing one, by location."""
    missing = {tuple(d["loc"]) for d in details if d["type"] == "missing"}
    pairs: dict[Location, Location] = {}
    for detail in details:
        location: Location = tuple(detail["loc"])
        if detail["type"] != "extra_forbidden":
            continue
        wanted = [str(m[-1]) for m in missing if m[:-1] == location[:-1]]
        close = near_miss(str(location[-1]), wanted)
        if close is not None:
            pairs[location] = (*location[:-1], close)
    return pairs


def _has_deeper(location: Location, locations: list[Location]) -> bool:
    size = len(location)
    return any(len(other) > size and other[:size] == location for other in locations)


def _missing_keys(
    parent: Location, details: list[dict[str, Any]], misspelt: set[Location]
) -> list[str]:
    return [
        str(d["loc"][-1])
        for d in details
        if d["type"] == "missing"
        and tuple(d["loc"][:-1]) == parent
        and tuple(d["loc"]) not in misspelt
    ]


def _finding_of_missing(parent: Location, missing: list[str], document: Document) -> Finding:
    names = ", ".join(missing)
    inside = f" in {_named(parent)}" if path_of(parent) else ""
    message = f"the key {names} is missing{inside}"
    if len(missing) > 1:
        message = f"these keys are missing{inside}: {names}"
    if missing == ["id"]:
        message = "the file has no name to make an id of"
    place = document.place(path_of(parent), key=bool(path_of(parent)))
    return Finding("RL201", Severity.ERROR, message, place, help=f"add {names}")


def _finding_of_unknown_key(
    location: Location, meant: Location | None, model: type[BaseModel], document: Document
) -> Finding:
    key = str(location[-1])
    owner = tagged_model_at(model, location[:-1])
    allowed = allowed_keys(owner) if owner else ()
    close = str(meant[-1]) if meant else near_miss(key, allowed)
    visible = key.encode("unicode_escape").decode() if not key.isprintable() else key
    if "\u00a0" in key:
        visible = key.replace("\u00a0", "<no-break space>")
    tell = f"did you mean '{close}'?" if close else f"keys allowed here: {', '.join(allowed)}"
    place = document.place(path_of(location), key=True)
    return Finding("RL200", Severity.ERROR, f"unknown key '{visible}'", place, help=tell)


def _finding(detail: dict[str, Any], document: Document) -> Finding:
    location: Location = tuple(detail["loc"])
    code, message, tell = _words(detail)
    at_key = "[key]" in location
    path = path_of(location)
    return Finding(code, Severity.ERROR, message, document.place(path, key=at_key), help=tell)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What the tables below may use: the error's context, the value and how to show it."""

    context: dict[str, Any]
    value: Any
    shown: str
    message: str


Words = tuple[str, str, str]
"""Code, sentence and help."""


def _words(detail: dict[str, Any]) -> Words:
    kind, value = str(detail["type"]), detail.get("input")
    shown = f"'{value}'" if isinstance(value, str) and len(value) <= 40 else "this"
    fault = _Fault(detail.get("ctx", {}), value, shown, str(detail["msg"]))
    say = SAID_BY_TYPE.get(kind)
    if say is None:
        say = _wrong_date if kind.startswith("date") else _own_words
    return say(fault)


def _own_words(fault: _Fault) -> Words:
    """Errors that our field types raise already speak plainly."""
    return "RL211", fault.message, ""


def _wrong_word(fault: _Fault) -> Words:
    known = QUOTED.findall(str(fault.context.get("expected", "")))
    if not isinstance(fault.value, str):
        return "RL208", f"one word is needed here: {', '.join(known)}", ""
    close = near_miss(fault.value, known)
    tell = f"did you mean '{close}'?" if close else f"choose one of: {', '.join(known)}"
    return "RL202", f"{fault.shown} is not one of the words this key knows", tell


def _timed_format(fault: _Fault) -> Words:
    """A format that a coaching rule refuses, with the code and the reason of that rule."""
    message = fault.message.removesuffix(".")
    return "RL307", message, "write straight_sets, superset or circuit, and rest 60 s at least"


def _wrong_date(fault: _Fault) -> Words:
    return "RL211", f"a date is needed, such as 2026-03-01; {fault.shown} is not", ""


def _not_a_list(_: _Fault) -> Words:
    return "RL208", "a list is needed here", "write [a, b], or one entry a line after '- '"


def _not_a_mapping(_: _Fault) -> Words:
    return "RL208", "keys with values are needed here", "write it as {key: value}"


def _not_a_text(_: _Fault) -> Words:
    return "RL208", "a text is needed here, not a list or keys", "quote a text that holds ': '"


def _not_a_scalar(_: _Fault) -> Words:
    return "RL208", "a single value is needed here, not a list or keys", ""


def _text_too_long(fault: _Fault) -> Words:
    limit = fault.context["max_length"]
    length = len(fault.value) if isinstance(fault.value, str) else 0
    return "RL209", f"this text has {length} characters, {limit} fit", "make it shorter"


def _text_empty(_: _Fault) -> Words:
    return "RL209", "this text is empty", "write it, or leave the key out"


def _too_few(fault: _Fault) -> Words:
    need, have = fault.context["min_length"], fault.context["actual_length"]
    return "RL210", f"at least {need} {_entries(need)} needed, here {_are(have)}", ""


def _too_many(fault: _Fault) -> Words:
    most, have = fault.context["max_length"], fault.context["actual_length"]
    return "RL210", f"at most {most} {_entries(most)} allowed, here {_are(have)}", ""


def _wrong_form(fault: _Fault) -> Words:
    sentence = PATTERNS.get(
        fault.context["pattern"], "this text does not have the form needed here"
    )
    tell = ""
    if fault.context["pattern"] == ID_PATTERN and isinstance(fault.value, str):
        mended = "-".join(re.findall(r"[a-z0-9]+", fault.value.lower()))
        tell = f"write '{mended}'" if mended else ""
    return "RL211", f"{sentence}; {fault.shown} is not" if fault.value else sentence, tell


def _outside(word: str, key: str) -> Callable[[_Fault], Words]:
    def say(fault: _Fault) -> Words:
        bound = f"{fault.context[key]:g}"
        return "RL212", f"{fault.shown} is out of range: it must be {word} {bound}", ""

    return say


SAID_BY_TYPE: dict[str, Callable[[_Fault], Words]] = {
    "enum": _wrong_word,
    "literal_error": _wrong_word,
    "timed_format": _timed_format,
    "tuple_type": _not_a_list,
    "model_type": _not_a_mapping,
    "model_attributes_type": _not_a_mapping,
    "dict_type": _not_a_mapping,
    "string_type": _not_a_text,
    "int_type": _not_a_scalar,
    "float_type": _not_a_scalar,
    "bool_type": _not_a_scalar,
    "string_too_long": _text_too_long,
    "string_too_short": _text_empty,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_pattern_mismatch": _wrong_form,
    "greater_than": _outside("more than", "gt"),
    "greater_than_equal": _outside("at least", "ge"),
    "less_than": _outside("less than", "lt"),
    "less_than_equal": _outside("at most", "le"),
}


def _entries(count: int) -> str:
    return "entry is" if count == 1 else "entries are"


def _are(count: int) -> str:
    return {0: "is none", 1: "is one"}.get(count, f"are {count}")


def _named(location: Location) -> str:
    names = [part for part in path_of(location) if isinstance(part, str)]
    last = path_of(location)[-1]
    where = names[-1] if names else "the file"
    return f"entry {last + 1} of {where}" if isinstance(last, int) else where
