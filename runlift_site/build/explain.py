"""What a published file was made from, and what made it different from the one before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from runlift_site.build.recipe import Kind, Parts
from runlift_site.build.store import Store

_PATHS = "explain"
_BUILDS = ""
"""Key of what is no path. It lies with the paths, so that they are lost together or not at all."""
_SHOWN = 12
"""Hex digits of a digest that are kept and shown; enough to tell two apart."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How an output came to be.

    Attributes:
        kind: How it is made.
        group: Name of the group that decided it.
        template: Its template; empty for a text or an asset.
        fingerprint: Digest over everything it is made from.
        digest: Digest of its bytes.
        size: How many bytes it has.
        parts: Label and digest of each thing that it is made from.
    """

    kind: Kind
    group: str
    template: str
    fingerprint: str
    digest: str
    size: int
    parts: Parts


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about a published file.

    Attributes:
        path: Where it is published.
        origin: What it is made from, with shortened digests.
        is_new: It was not there before.
        changed: Labels of the parts that differ from the version before, sorted.
        same_bytes: The parts changed, but the bytes came out the same.
        builds_ago: How many builds ago this version was made; 0 is the newest build.
    """

    path: str
    origin: Origin
    is_new: bool
    changed: tuple[str, ...]
    same_bytes: bool
    builds_ago: int


@dataclass(frozen=True, slots=True)
class _Trace:
    """What is kept of a path: this version, the build that made it, and the version before."""

    now: Origin
    build: int
    before: Origin | None


@dataclass(frozen=True, slots=True)
class _Builds:
    """How many builds there were, and the fingerprint that each path has now."""

    count: int
    fingerprints: dict[str, str]


def remember(
    store: Store, fingerprints: Mapping[str, str], origin: Callable[[str], Origin], *, whole: bool
) -> None:
    """Note how each output of a build came to be.

    Args:
        store: Open store.
        fingerprints: Fingerprint of each output by path.
        origin: Gives the origin of a path; asked only for outputs that changed.
        whole: Whether these are all outputs; otherwise sheets were left out and stay as noted.
    """
    builds = _builds(store)
    count = builds.count + 1
    kept: dict[str, str] = {}
    if not whole:
        for path in builds.fingerprints.keys() - fingerprints.keys():
            trace = store.recall(_PATHS, path, _Trace)
            if trace is not None and trace.now.kind is Kind.SHEET:
                kept[path] = builds.fingerprints[path]
    for path, fingerprint in fingerprints.items():
        if builds.fingerprints.get(path) != fingerprint:
            known = store.recall(_PATHS, path, _Trace)
            trace = _Trace(_short(origin(path)), count, None if known is None else known.now)
            store.record(_PATHS, path, trace)
    kept |= fingerprints
    store.record(_PATHS, _BUILDS, _Builds(count, kept))
    store.forget(_PATHS, lambda key: key == _BUILDS or key in kept)


def _builds(store: Store) -> _Builds:
    return store.recall(_PATHS, _BUILDS, _Builds) or _Builds(0, {})


def explain(store: Store, path: str) -> Explanation | None:
    """What is known about a published path, None if no build published it."""
    trace = store.recall(_PATHS, path, _Trace)
    if trace is None:
        return None
    now, before = trace.now, trace.before
    changed: set[str] = set()
    if before is not None:
        old, new = dict(before.parts), dict(now.parts)
        changed = {label for label in old.keys() | new.keys() if old.get(label) != new.get(label)}
        changed |= {"template"} if before.template != now.template else set()
    return Explanation(
        path,
        now,
        before is None,
        tuple(sorted(changed)),
        before is not None and before.digest == now.digest,
        max(0, _builds(store).count - trace.build),
    )


def render_explanation(explanation: Explanation) -> str:
    """An explanation as plain text with a line break at its end."""
    origin = explanation.origin
    lines = [explanation.path, f"  {origin.kind} of {origin.group}, {origin.size} bytes"]
    if origin.template:
        lines.append(f"  drawn from templates/{origin.template}")
    lines.append(f"  {_when(explanation)}")
    lines += [f"    {label}" for label in explanation.changed]
    if explanation.same_bytes:
        lines.append("  its bytes came out the same")
    lines.append("  made from")
    width = max(len(label) for label, _ in origin.parts)
    lines += [f"    {label:<{width}}  {digest}" for label, digest in origin.parts]
    return "\n".join(lines) + "\n"


def _when(explanation: Explanation) -> str:
    ago = explanation.builds_ago
    time = {0: "in the newest build", 1: "one build ago"}.get(ago, f"{ago} builds ago")
    if explanation.is_new:
        return f"made for the first time {time}"
    return f"rebuilt {time} because of a change in"


def _short(origin: Origin) -> Origin:
    return replace(origin, parts=tuple((label, name[:_SHOWN]) for label, name in origin.parts))
