"""R6 and R7: rest between main sets."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit
from runlift_site.training.fields import Span
from runlift_site.training.formats import NO_RACE
from runlift_site.training.library import Library
from runlift_site.training.rules.model import Rule, RuleFinding, Trial
from runlift_site.training.rules.remedies import written, written_out
from runlift_site.training.vocabulary import Basis, BlockFormat, BlockKind
from runlift_site.training.week import Lift, Path, Plan, PlannedItem

SHORTEST_S = 60
LONGEST_S = 120
LONGEST_HEAVY_S = 180


@dataclass(frozen=True, slots=True)
class Pause:
    """A rest in a main block.

    Attributes:
        lift: The session.
        item: The exercise whose sets it follows; None for the rest after a round.
        rest_s: How long; None where nothing is written.
        heavy: Whether heavy sets stand before it.
        noted: Whether a note of the author stands with it.
        path: Where it is written, or should be.
    """

    lift: Lift
    item: PlannedItem | None
    rest_s: Span | None
    heavy: bool
    noted: bool
    path: Path

    @property
    def where(self) -> str:
        """After what it comes, within a sentence."""
        if self.item is None:
            return f"after each round in '{self.lift.session_id}'"
        return f"after a set of {self.item.exercise.name.lower()} in '{self.lift.session_id}'"


Fault = tuple[str, Span]
"""A sentence, and the rest to try in place of the one that is written."""


def pauses(lift: Lift) -> Iterator[Pause]:
    """The rests of a session's main blocks; in circuits and pairs the one after each round."""
    for block in lift.blocks:
        if block.kind is not BlockKind.MAIN:
            continue
        if block.format is not BlockFormat.STRAIGHT_SETS:
            heavy = any(item.heavy for item in block.exercises)
            path = block.path if block.rest_s is None else (*block.path, "rest_s")
            yield Pause(lift, None, block.rest_s, heavy, block.note is not None, path)
            continue
        for item in block.exercises:
            rest_s = item.prescription.rest_s
            noted = item.note is not None or block.note is not None
            path = block.path if rest_s is not None and rest_s == block.rest_s else item.path
            path = path if rest_s is None else (*path, "rest_s")
            yield Pause(lift, item, rest_s, item.heavy, noted, path)


Lifts = Callable[[Plan], Iterable[tuple[int, int, Lift]]]
_USUAL_S = 90
_IN_ROUTINE = (
    "No other rest passes all rules here; where the block follows a routine, its rests stand in the"
    " routine's own file."
)


def _check(
    rule: str,
    severity: Severity,
    reason: str,
    judge: Callable[[Pause], Iterator[Fault]],
    lifts: Lifts,
) -> Callable[[Plan, Library], Iterator[RuleFinding]]:
    """The check of a rule that judges rests one by one; what is wrong with one is said once."""

    def check(plan: Plan, _library: Library) -> Iterator[RuleFinding]:
        said: set[tuple[Path, str]] = set()
        for week, day, lift in lifts(plan):
            for pause in pauses(lift):
                for sentence, better in judge(pause):
                    if (pause.path, sentence) in said:
                        continue
                    said.add((pause.path, sentence))
                    trials = partial(_rested, plan, pause, better)
                    yield RuleFinding(
                        rule,
                        severity,
                        week,
                        day,
                        sentence,
                        reason,
                        _IN_ROUTINE,
                        pause.path,
                        trials=trials,
                    )

    return check


def _rested(plan: Plan, pause: Pause, rest_s: Span) -> Iterator[Trial]:
    if pause.item is None or written_out(plan.template, pause.path):
        path = pause.path if pause.path[-1] == "rest_s" else (*pause.path, "rest_s")
        yield Trial(f"Write rest_s: {written(rest_s)}.", (Edit(path, rest_s),))


def _said(rest_s: Span) -> str:
    return f"{rest_s.low} s" if rest_s.is_single else f"{rest_s.low} to {rest_s.high} s"


# R6: one to two minutes


def _one_to_two_minutes(pause: Pause) -> Iterator[Fault]:
    rest_s = pause.rest_s
    if rest_s is None:
        yield f"No rest is given {pause.where}", Span(_USUAL_S, _USUAL_S)
        return
    most = LONGEST_HEAVY_S if pause.heavy and pause.noted else LONGEST_S
    if rest_s.high > most:
        sentence = f"The rest {pause.where} is {_said(rest_s)}; {most} s are the most"
        if pause.heavy and not pause.noted and rest_s.high <= LONGEST_HEAVY_S:
            sentence += " without a note that says why heavy sets need longer"
        yield sentence, Span(max(min(rest_s.low, most), SHORTEST_S), most)


R6 = Rule(
    id="R6",
    title="One to two minutes of rest",
    sentence="Main sets, or rounds of a circuit, are 60 to 120 seconds apart; heavy sets may take"
    " up to 180 seconds where a note says so.",
    basis=Basis.ARTICLE,
    sources=("S43", "doi:10.1007/s40279-017-0788-x"),
    check=_check(
        "R6",
        Severity.WARNING,
        "After one to two minutes most people lift well again; longer rests make the session drag.",
        _one_to_two_minutes,
        lambda plan: plan.lifts,  # the same session can be heavy in one phase and light in another
    ),
)


# R7: no race against the clock


def is_hasty(rest_s: Span) -> bool:
    """Whether a rest may be shorter than a minute."""
    return rest_s.low < SHORTEST_S


def _no_haste(pause: Pause) -> Iterator[Fault]:
    rest_s = pause.rest_s
    if rest_s is None or not is_hasty(rest_s):
        return
    enough = Span(SHORTEST_S, max(SHORTEST_S, min(rest_s.high, LONGEST_S)))
    assert not is_hasty(enough)
    yield f"The rest {pause.where} is {_said(rest_s)}, less than a minute", enough


R7 = Rule(
    id="R7",
    title="Lifting is not a race",
    sentence="No rest between main sets is under 60 seconds, and no session is done against the"
    " clock: as many rounds as possible, every minute on the minute and tabata are no formats here."
    " In a pair or circuit the rest after the round counts.",
    basis=Basis.ARTICLE,
    sources=("S44",),
    check=_check("R7", Severity.ERROR, NO_RACE, _no_haste, lambda plan: plan.first_lifts),
)
