"""R6: rest between main sets."""

from collections.abc import Iterator

from runlift_site.diagnostics.model import Severity
from runlift_site.training.fields import Span
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding
from runlift_site.training.rules.sessions import named
from runlift_site.training.vocabulary import Basis, BlockFormat, BlockKind
from runlift_site.training.week import Lift, Path, Plan, PlannedBlock

SHORTEST_S = 60
LONGEST_S = 120
LONGEST_HEAVY_S = 180
_REASON = (
    "One to two minutes are enough to lift well again; less turns lifting into endurance work,"
    " which running already gives."
)


def _check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
    said: set[tuple[Path, str]] = set()
    for week in plan.weeks:
        for day in week.days:
            for lift in day.lifts:
                for path, sentence, fix in _faults(lift):
                    if (path, sentence) in said:
                        continue
                    said.add((path, sentence))
                    yield RuleFinding(
                        rule="R6",
                        severity=Severity.WARNING,
                        week=week.number,
                        day=day.weekday,
                        sentence=sentence,
                        reason=_REASON,
                        fix=fix,
                        path=path,
                    )


def _faults(lift: Lift) -> Iterator[tuple[Path, str, str]]:
    """Where the rest is written, what is wrong with it, and what to do."""
    for block in lift.blocks:
        if block.kind is not BlockKind.MAIN:
            continue
        if block.format is not BlockFormat.STRAIGHT_SETS:
            heavy = any(item.heavy for item in block.exercises)
            where = f"{named(lift)} after each round"
            yield from _fault(block.rest_s, where, heavy, block.note is not None, block.path)
            continue
        for item in block.exercises:
            rest_s = item.prescription.rest_s
            noted = item.note is not None or block.note is not None
            where = f"{named(lift)} after each set of {item.exercise.name.lower()}"
            path = _path(block, item.path, rest_s)
            yield from _fault(rest_s, where, item.heavy, noted, path)


def _path(block: PlannedBlock, item: Path, rest_s: Span | None) -> Path:
    return block.path if rest_s is not None and rest_s == block.rest_s else item


def _fault(
    rest_s: Span | None, where: str, heavy: bool, noted: bool, path: Path
) -> Iterator[tuple[Path, str, str]]:
    if rest_s is None:
        yield path, f"{where} gives no rest", "Add rest_s, such as 90 or [60, 90]."
        return
    path = (*path, "rest_s")
    if rest_s.low < SHORTEST_S:
        yield path, f"{where} rests only {_said(rest_s)}", f"Rest {SHORTEST_S} s at least."
    if rest_s.high > (LONGEST_HEAVY_S if heavy and noted else LONGEST_S):
        fix = f"Rest {LONGEST_S} s at most."
        if heavy and not noted and rest_s.high <= LONGEST_HEAVY_S:
            fix = f"Rest {LONGEST_S} s at most, or add a note that says why heavy sets need longer."
        yield path, f"{where} rests {_said(rest_s)}", fix


def _said(rest_s: Span) -> str:
    return f"{rest_s.low} s" if rest_s.is_single else f"{rest_s.low} to {rest_s.high} s"


R6 = Rule(
    id="R6",
    title="One to two minutes of rest",
    sentence="Main sets, or rounds of a circuit, are 60 to 120 seconds apart; heavy sets may take"
    " up to 180 seconds where a note says so.",
    basis=Basis.ARTICLE,
    sources=("S43", "doi:10.1007/s40279-017-0788-x"),
    check=_check,
)
