"""What would fit where lifts do not: found by the same search, so that each way really works."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runlift_site.training.layout import Edge, Layout, LiftlessWeek, Weight
from runlift_site.training.placement import layouts
from runlift_site.training.placement_words import asked, number, where
from runlift_site.training.rules.days import run_of, run_on
from runlift_site.training.rules.phrases import session_named
from runlift_site.training.vocabulary import DAY_NAMES, RunClass
from runlift_site.training.week import Run

_DEMANDING = (RunClass.HARD, RunClass.LONG, RunClass.RACE)


@dataclass(frozen=True, slots=True)
class Way:
    """A change after which lifts fit.

    Attributes:
        change: What to do, an instruction without a full stop.
        week: The week after the change.
        layout: The best layout then.
    """

    change: str
    week: LiftlessWeek
    layout: Layout

    @property
    def sentence(self) -> str:
        """The change with its outcome, and the warnings that are then accepted."""
        warnings = "; ".join(f"{one.rule}: {one.sentence}" for one in self.layout.accepts)
        return f"{self.change}: {where(self.layout)}{f' ({warnings})' if warnings else ''}."


def ways(week: LiftlessWeek, weights: Sequence[Weight]) -> tuple[Way, ...]:
    """What to change so that lifts fit that do not, the smallest change first.

    Each is the best of its kind: lighter lifts, a hard run on another day, fewer lifts, a warning
    that is accepted.
    """
    found = (
        _lighter(week, weights),
        _run_moved(week, weights),
        _fewer(week, weights),
        _accepting(week, weights),
    )
    return tuple(way for way in found if way is not None)


def _lighter(week: LiftlessWeek, weights: Sequence[Weight]) -> Way | None:
    """As few lifts as possible are made light."""
    heavy = [index for index, weight in enumerate(weights) if weight is Weight.HEAVY]
    for count in range(1, len(heavy) + 1):
        changed = list(weights)
        for index in heavy[len(heavy) - count :]:
            changed[index] = Weight.LIGHT
        best = _best(week, changed)
        if best is not None:
            return Way(f"Make {_some(count, len(heavy))}", week, best)
    return None


def _some(count: int, total: int) -> str:
    """So many of the heavy lifts, made lighter."""
    if count == 1:
        which = "the heavy lift" if total == 1 else "one of the heavy lifts"
        return f"{which} an upper-body or bodyweight session"
    which = "both heavy lifts" if total == 2 else "all heavy lifts"
    if count < total:
        which = f"{number(count)} of the heavy lifts"
    return f"{which} upper-body or bodyweight sessions"


def _fewer(week: LiftlessWeek, weights: Sequence[Weight]) -> Way | None:
    """As many lifts as fit, as heavy as they can be; where no heavy legs fit at all, light ones."""
    light = [Weight.LIGHT if weight is Weight.HEAVY else weight for weight in weights]
    for wanted in (weights, light):
        for count in range(len(weights) - 1, 0, -1):
            for kept in sorted(_parts(wanted, count), key=_heaviest_first):
                best = _best(week, kept)
                if best is not None:
                    return Way(f"Place {asked(kept)} instead of {asked(weights)}", week, best)
    return None


def _parts(weights: Sequence[Weight], count: int) -> set[tuple[Weight, ...]]:
    """The different choices of so many lifts."""
    if count == 0:
        return {()}
    return {
        (weight, *rest)
        for index, weight in enumerate(weights)
        for rest in _parts(weights[index + 1 :], count - 1)
    }


def _heaviest_first(weights: Sequence[Weight]) -> list[int]:
    order = list(Weight)
    return sorted(order.index(weight) for weight in weights)


def _run_moved(week: LiftlessWeek, weights: Sequence[Weight]) -> Way | None:
    """A hard run changes days with an easy run, a rest day or other training."""
    found = []
    for source, run in _hard_runs(week):
        for target in range(len(week.days)):
            moved = _exchanged(week, source, target)
            best = _best(moved, weights) if moved is not None else None
            if moved is not None and best is not None:
                distance = abs(target - source)
                found.append((distance, source, target, run, moved, best))
    if not found:
        return None
    _, source, target, run, moved, best = min(found, key=lambda one: one[:3])
    change = f"Move {run_on(week.days[source], run)} to {DAY_NAMES[target]}"
    for other in week.days[target].sessions:
        change += f" and {session_named(other)} there to {DAY_NAMES[source]}"
    return Way(change, moved, best)


def _hard_runs(week: LiftlessWeek) -> Iterator[tuple[int, Run]]:
    for weekday, day in enumerate(week.days):
        run = run_of(day, RunClass.HARD)
        if run is not None:
            yield weekday, run


def _exchanged(week: LiftlessWeek, source: int, target: int) -> LiftlessWeek | None:
    """The week with two days' running exchanged; None where that puts hard days side by side."""
    here, there = week.days[source], week.days[target]
    if run_of(there, *_DEMANDING) is not None or here.lifts or there.lifts:
        return None
    if len(here.sessions) > 1 or len(there.sessions) > 1:
        return None
    days = list(week.days)
    days[source] = replace(here, sessions=there.sessions)
    days[target] = replace(there, sessions=here.sessions)
    edges = week.edges
    if week.repeats:
        edges = tuple(
            Edge(
                days[-1] if edge.before is week.days[-1] else edge.before,
                days[0] if edge.after is week.days[0] else edge.after,
            )
            for edge in edges
        )
    moved = replace(week, days=tuple(days), edges=edges)
    beside = (d for place in moved.places(target) for d in (place.before, place.after))
    return None if any(run_of(day, *_DEMANDING) for day in beside) else moved


def _accepting(week: LiftlessWeek, weights: Sequence[Weight]) -> Way | None:
    """The layout with the fewest warnings."""
    found = layouts(week, weights, accept_warnings=True)
    if not found:
        return None
    best = found[0]
    count = len(best.accepts)
    return Way(f"Accept {number(count)} warning{'s' * (count > 1)}", week, best)


def _best(week: LiftlessWeek, weights: Sequence[Weight]) -> Layout | None:
    found = layouts(week, weights)
    return found[0] if found else None
