"""Finds the record model that stands behind a path of keys, to know which keys it allows."""

import types
import typing
from typing import Any

from pydantic import BaseModel


def allowed_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Keys that a file may write for a model, in the order of its fields; never ``id``."""
    return tuple(field.alias or name for name, field in model.model_fields.items() if name != "id")


def model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model that describes the mapping at an error's location.

    Args:
        model: The model of the whole file.
        location: Keys, indexes and union tags (which begin with ``#``), as pydantic gives them.

    Returns:
        The model, or None where the location leads to no model.
    """
    current: list[Any] = [model]
    for part in location:
        if isinstance(part, str) and part.startswith("#"):
            continue
        current = [found for kind in current for found in _step(kind, part)]
    models = [kind for kind in current if _is_model(kind)]
    return models[0] if models else None


def tagged_model_at(
    model: type[BaseModel], location: tuple[str | int, ...]
) -> type[BaseModel] | None:
    """Like ``model_at``, but a tag at the end of the location picks the member of the union."""
    tag = location[-1] if location else None
    if not isinstance(tag, str) or not tag.startswith("#"):
        return model_at(model, location)
    current: list[Any] = [model]
    for part in location[:-1]:
        if not (isinstance(part, str) and part.startswith("#")):
            current = [found for kind in current for found in _step(kind, part)]
    key = tag[1:]
    models = [kind for kind in current if _is_model(kind)]
    owner = next((kind for kind in models if key in allowed_keys(kind)), None)
    return owner or next(iter(models[-1:]), None)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _step(kind: Any, part: str | int) -> list[Any]:
    if _is_model(kind):
        for name, field in kind.model_fields.items():
            if part in {name, field.alias}:
                return _unwrap(field.annotation)
        return []
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and isinstance(part, int):
        return _unwrap(arguments[0])
    if origin is dict and isinstance(part, str):
        return _unwrap(arguments[1])
    return []


def _unwrap(kind: Any) -> list[Any]:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _unwrap(arguments[0])
    if origin in {typing.Union, types.UnionType}:
        return [found for argument in arguments for found in _unwrap(argument)]
    return [kind]
