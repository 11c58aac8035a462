"""One name for one value: the digest that says whether something was made before.

A value is written out with a tag for its type and a length before each part, so that no two
different values of the closed set give the same text, and that text is hashed once.
"""

import dataclasses
import hashlib
import math
from collections.abc import Callable
from enum import Enum, Flag
from functools import cache
from operator import attrgetter
from typing import cast

_Write = Callable[[object, list[str]], None]


def digest(value: object) -> str:
    """Digest of a value as 64 hex digits, the same in every process and on every machine.

    A dict counts in the order in which it holds its keys, since a template that walks through it
    shows that order; a frozenset has no order and counts sorted.

    Args:
        value: None, bool, int, finite float, str, bytes, enum member, tuple, list, dict with str
            keys, frozenset of str, or frozen dataclass, and any nesting of these.

    Raises:
        TypeError: Something in the value is of another type; the message names the place.
    """
    parts: list[str] = []
    try:
        _write(value, parts)
    except _UnfitError as unfit:
        raise TypeError(f"no digest for {unfit.reason} at {_place_of(unfit)}") from None
    return hashlib.sha256("".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def fields_digests(view: object) -> tuple[tuple[str, str], ...]:
    """Label and digest of each field of a view, so that a change can be told by name."""
    kind: type = type(view)
    if not _is_frozen_dataclass(kind):
        raise TypeError(f"a view is a frozen dataclass, not {_name(kind)}")
    shape = _shape(kind)
    parts = [("view", digest(shape.head))]
    for name in shape.names:
        try:
            parts.append((f"view.{name}", digest(getattr(view, name))))
        except TypeError as error:
            raise TypeError(f"{_name(kind)}.{name}: {error}") from None
    return tuple(parts)


class _UnfitError(Exception):
    """A value outside the closed set; steps are added on the way out."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.steps: list[str] = []


def _place_of(unfit: _UnfitError) -> str:
    return "value" + "".join(reversed(unfit.steps))


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _write(value: object, parts: list[str]) -> None:
    kind = type(value)
    if kind is str:
        text = cast(str, value)
        parts.append(f"s{len(text)}:{text}")
        return
    (_WRITERS.get(kind) or _writer(kind))(value, parts)


def _write_none(value: object, parts: list[str]) -> None:
    del value
    parts.append("n")


def _write_bool(value: object, parts: list[str]) -> None:
    parts.append("T" if value else "F")


def _write_int(value: object, parts: list[str]) -> None:
    parts.append(f"i{value};")


def _write_float(value: object, parts: list[str]) -> None:
    if not math.isfinite(cast(float, value)):
        raise _UnfitError(f"the float {value}")
    parts.append(f"f{value!r};")


def _write_str(value: object, parts: list[str]) -> None:
    text = cast(str, value)
    parts.append(f"s{len(text)}:{text}")


def _write_bytes(value: object, parts: list[str]) -> None:
    data = cast(bytes, value)
    parts.append(f"b{len(data)}:{hashlib.sha256(data).hexdigest()}")


def _write_tuple(value: object, parts: list[str]) -> None:
    items = cast(tuple[object, ...], value)
    parts.append(f"t{len(items)}:")
    _write_items(items, parts)


def _write_list(value: object, parts: list[str]) -> None:
    items = cast(list[object], value)
    parts.append(f"l{len(items)}:")
    _write_items(items, parts)


def _write_items(items: tuple[object, ...] | list[object], parts: list[str]) -> None:
    place = 0
    try:
        for item in items:
            if type(item) is str:  # written in place, for texts are most of what there is
                parts.append(f"s{len(item)}:{item}")
            else:
                kind = type(item)
                (_WRITERS.get(kind) or _writer(kind))(item, parts)
            place += 1
    except _UnfitError as unfit:
        unfit.steps.append(f"[{place}]")
        raise


def _write_dict(value: object, parts: list[str]) -> None:
    table = cast(dict[object, object], value)
    parts.append(f"d{len(table)}:")
    for key, item in table.items():
        if type(key) is not str:
            raise _UnfitError(f"a key of type {_name(type(key))}")
        parts.append(f"s{len(key)}:{key}")
        try:
            _write(item, parts)
        except _UnfitError as unfit:
            unfit.steps.append(f"[{key!r}]")
            raise


def _write_frozenset(value: object, parts: list[str]) -> None:
    items = cast(frozenset[object], value)
    for item in items:
        if type(item) is not str:
            raise _UnfitError(f"a frozenset with an item of type {_name(type(item))}")
    parts.append(f"z{len(items)}:")
    parts.extend(f"s{len(text)}:{text}" for text in sorted(cast(frozenset[str], items)))


_WRITERS: dict[type, _Write] = {
    type(None): _write_none,
    bool: _write_bool,
    int: _write_int,
    float: _write_float,
    str: _write_str,
    bytes: _write_bytes,
    tuple: _write_tuple,
    list: _write_list,
    dict: _write_dict,
    frozenset: _write_frozenset,
}


def _writer(kind: type) -> _Write:
    """Make and remember the writer of an enum or a frozen dataclass."""
    if issubclass(kind, Enum) and not issubclass(kind, Flag):
        writer = _enum_writer(kind)
    elif _is_frozen_dataclass(kind):
        writer = _dataclass_writer(kind)
    elif dataclasses.is_dataclass(kind):
        raise _UnfitError(f"a dataclass that is not frozen, {_name(kind)},")
    else:
        raise _UnfitError(f"a value of type {_name(kind)}")
    _WRITERS[kind] = writer
    return writer


def _is_frozen_dataclass(kind: type) -> bool:
    # Looked up in the class itself: a plain subclass may hold more than the fields tell.
    return getattr(kind.__dict__.get("__dataclass_params__"), "frozen", False)


def _enum_writer(kind: type[Enum]) -> _Write:
    pieces: dict[str, str] = {}
    for member in kind:
        inside: list[str] = []
        _write(member._value_, inside)
        text = "".join([_said(_name(kind)), _said(member._name_), *inside])
        pieces[member._name_] = f"e{len(text)}:{text}"

    def write(value: object, parts: list[str]) -> None:
        parts.append(pieces[cast(Enum, value)._name_])

    return write


@dataclasses.dataclass(frozen=True, slots=True)
class _Shape:
    """What is the same for all values of a dataclass: its name and its fields' names."""

    head: str
    names: tuple[str, ...]


@cache
def _shape(kind: type) -> _Shape:
    names = tuple(field.name for field in dataclasses.fields(kind))
    head = "".join(_said(name) for name in (_name(kind), *names))
    return _Shape(f"c{len(names)}:{head}", names)


def _said(text: str) -> str:
    return f"s{len(text)}:{text}"


def _dataclass_writer(kind: type) -> _Write:
    shape = _shape(kind)
    head, names = shape.head, shape.names
    # attrgetter fetches all fields in one call, but gives a bare value for one and refuses none.
    fetch: Callable[[object], tuple[object, ...]]
    if len(names) > 1:
        fetch = attrgetter(*names)
    else:

        def fetch(value: object) -> tuple[object, ...]:
            return tuple(getattr(value, name) for name in names)

    def write(value: object, parts: list[str]) -> None:
        parts.append(head)
        place = 0
        try:
            for item in fetch(value):
                if type(item) is str:
                    parts.append(f"s{len(item)}:{item}")
                else:
                    of = type(item)
                    (_WRITERS.get(of) or _writer(of))(item, parts)
                place += 1
        except _UnfitError as unfit:
            unfit.steps.append(f".{names[place]}")
            raise

    return write
