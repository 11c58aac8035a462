"""One rule asked about small plans, with a few exercises that rules of coverage need."""

from collections.abc import Mapping
from typing import Any

from runlift_site.training.library import Library
from runlift_site.training.rules.check import RULES
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import WEEKDAYS, Tier
from tests.training.builders import (
    BARBELL,
    LIBRARY,
    ONE_SIDE,
    Values,
    exercise,
    item,
    plan,
    suggesting,
    template,
)

ADDED = (
    exercise("calf-raise", "calf", "calves", load_type="bodyweight_plus"),
    exercise("seated-heel-raise", "calf", "soleus"),
    exercise("pogo-hop", "hop", "calves", impact="high"),
    exercise("leg-swing", "mobility_dynamic", "hip_flexors", plane=["frontal"], **ONE_SIDE),
    exercise("one-arm-row", "pull_horizontal", "lats", **ONE_SIDE),
    exercise("side-step", "hip_abduction", "abductors", plane=["frontal"]),
    exercise(
        "side-plank",
        "core_lateral",
        "obliques",
        plane=["frontal"],
        laterality="unilateral",
        measure="seconds_per_side",
    ),
    exercise("twist", "core_anti_rotation", "obliques", plane=["sagittal", "transverse"]),
    exercise("flexed-hang", "core_flexion", "abdominals"),
    exercise("overhead-press", "push_vertical", "shoulders", **BARBELL),
    exercise("forward-lunge", "lunge", "quadriceps", **BARBELL, laterality="alternating"),
    exercise("stretch-chest", "mobility_static", "chest", mobility_for=["chest"]),
)
WIDER = Library(
    dict(sorted({**LIBRARY.exercises, **{one.id: one for one in ADDED}}.items())),
    LIBRARY.routines,
)


def asked(rule: str, values: Values, tier: Tier = Tier.GYM) -> tuple[RuleFinding, ...]:
    """What one rule says about a plan file."""
    (one,) = (one for one in RULES if one.id == rule)
    found = suggesting(one.check(plan(values, tier, WIDER), WIDER))
    for finding in found:
        assert finding.rule == rule
        assert not finding.sentence.endswith(".")
        assert finding.reason.endswith(".")
        assert finding.fix.endswith(".")
    return found


def where(found: tuple[RuleFinding, ...]) -> list[tuple[int | None, str]]:
    """Week and day of each finding."""
    return [(one.week, "" if one.day is None else WEEKDAYS[one.day]) for one in found]


def work(*names: str, kind: str = "full", **facts: Any) -> Values:
    """A session that does these exercises in its main block, and nothing after it."""
    main: Values = {"kind": "main", "items": [item(name) for name in names], **facts}
    return {"kind": kind, "minutes": 15 if kind == "add_on" else 30, "blocks": [main]}


def phases(*written: tuple[str, int, int], **facts: Any) -> list[Values]:
    """Phases by name, first and last week; all follow the pattern of base."""
    return [
        {
            "phase": name,
            "weeks": [first, last],
            "pattern": "base",
            "strength_per_week": 1,
            "focus": "Tests",
            **facts,
        }
        for name, first, last in written
    ]


def in_phases(
    *written: tuple[str, int, int],
    pattern: Mapping[str, Any],
    sessions: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Values:
    """A plan file whose weeks all follow one pattern, through several phases."""
    weeks = max(last for _, _, last in written)
    values = template(weeks, pattern, sessions)
    (only,) = values["phases"]
    counts = {key: only[key] for key in ("strength_per_week", "add_ons")}
    return {**values, "phases": phases(*written, **counts), **changes}


def with_slots(pattern: Values, **slots: str) -> Values:
    """A week pattern with slots: ``with_slots(week(mon="easy 30 + heavy"), mon="am pm")``."""
    for day, named in slots.items():
        for entry, slot in zip(pattern[day], named.split(), strict=True):
            if slot != "-":
                entry["slot"] = slot
    return pattern
