"""Changes to a plan file, made to the template that was read from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from runlift_site.training.fields import Record
from runlift_site.training.plan import PlanTemplate, SessionTemplate, WeekPattern
from runlift_site.training.vocabulary import SessionKind
from runlift_site.training.week import Path


@dataclass(frozen=True, slots=True)
class Edit:
    """A value that is written to a place of a plan file.

    Attributes:
        path: Keys and indexes from the top of the file.
        value: What stands there then: a value as the template holds it.
    """

    path: Path
    value: object


def changed(template: PlanTemplate, edits: Iterable[Edit]) -> PlanTemplate:
    """A template with some values changed.

    Phases say how many lifts their weeks hold; these numbers follow the week patterns.
    """
    new = template
    for edit in edits:
        new = _put(new, edit.path, edit.value)
    phases = []
    for phase in new.phases:
        pattern = new.week_pattern.get(phase.pattern_key)
        if pattern is not None and pattern is not template.week_pattern.get(phase.pattern_key):
            full, add_ons = counted(pattern, new.sessions)
            phases.append(phase.model_copy(update={"strength_per_week": full, "add_ons": add_ons}))
        else:
            phases.append(phase)
    return new.model_copy(update={"phases": tuple(phases)})


def counted(pattern: WeekPattern, sessions: Mapping[str, SessionTemplate]) -> tuple[int, int]:
    """How many strength sessions a week pattern holds, and how many add-ons."""
    kinds = [sessions[name].kind for name in pattern.strength() if name in sessions]
    add_ons = kinds.count(SessionKind.ADD_ON)
    return len(kinds) - add_ons, add_ons


def at(template: PlanTemplate, path: Path) -> Any:
    """What stands at a place of a template."""
    holder: Any = template
    for key in path:
        holder = getattr(holder, str(key)) if isinstance(holder, Record) else holder[key]
    return holder


def _put(holder: Any, path: Path, value: object) -> Any:
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(holder, Record):
        name = str(key)
        return holder.model_copy(update={name: _put(getattr(holder, name), rest, value)})
    if isinstance(holder, tuple):
        items = list(holder)
        items[int(key)] = _put(items[int(key)], rest, value)
        return tuple(items)
    return {**holder, key: _put(holder[key] if rest else None, rest, value)}
