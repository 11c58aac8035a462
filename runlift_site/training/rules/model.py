"""What a coaching rule is, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from runlift_site.diagnostics.model import Severity
from runlift_site.training.edits import Edit
from runlift_site.training.library import Library
from runlift_site.training.vocabulary import Basis
from runlift_site.training.week import Path, Plan

UNUSED_ALLOWANCE = "RL330"


@dataclass(frozen=True, slots=True)
class Trial:
    """A change to a plan that might mend a finding, to be tried before it is suggested.

    Attributes:
        text: What to do, concretely, one sentence.
        edits: The same as changes to the plan file.
    """

    text: str
    edits: tuple[Edit, ...]


Trials = Callable[[], Iterable[Trial]]
"""Changes to try in their order; worked out only where a fix is looked for."""


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """Something a coaching rule has to say about a plan.

    Attributes:
        rule: The rule, such as ``R22``.
        severity: Error, warning or info.
        week: Week of the plan, counted from 1; None where the plan as a whole is meant.
        day: Weekday, 0 is Monday; None where no single day is meant.
        sentence: What is found, one plain sentence without a full stop. It does not name its own
            week, so that the same cause reads the same in every week.
        reason: Why it matters, one sentence.
        fix: What to do, one sentence; the first of the trials that all rules pass, and what the
            rule itself says here where none of them does.
        path: Where it comes from in the plan file.
        allowed_because: The author's reason for letting it stand; None where it is not allowed.
        unused_allowance: Whether it is about an allowance of the rule that matches nothing.
        move: Where the day names a lift that could stand elsewhere, ``lift.path``. The plan check
            then tries the other days and names one that passes all rules, in place of ``fix``.
        trials: Changes that might mend it.
        further: Later weeks in which the same is found.
        mended_by: The changes behind ``fix``; empty where none was tried with success.
    """

    rule: str
    severity: Severity
    week: int | None
    day: int | None
    sentence: str
    reason: str
    fix: str
    path: Path
    allowed_because: str | None = None
    unused_allowance: bool = False
    move: Path | None = None
    trials: Trials | None = field(default=None, compare=False, repr=False)
    further: tuple[int, ...] = ()
    mended_by: tuple[Edit, ...] = field(default=(), compare=False, repr=False)

    @property
    def weeks(self) -> tuple[int, ...]:
        """All its weeks in order; empty where the plan as a whole is meant."""
        return () if self.week is None else (self.week, *self.further)

    @property
    def code(self) -> str:
        """Permanent code: R1 to R27 are RL301 to RL327, unused allowances RL330."""
        return UNUSED_ALLOWANCE if self.unused_allowance else code_of(self.rule)


@dataclass(frozen=True, slots=True)
class Rule:
    """A coaching rule.

    Attributes:
        id: Its name, such as ``R22``.
        title: A few words.
        sentence: The rule itself.
        basis: What it rests on.
        sources: Statements (``S70``) and papers (``doi:...``) it follows.
        check: Goes through a plan variant and tells what it finds.
    """

    id: str
    title: str
    sentence: str
    basis: Basis
    sources: tuple[str, ...]
    check: Callable[[Plan, Library], Iterable[RuleFinding]]

    @property
    def code(self) -> str:
        """Permanent code of its findings."""
        return code_of(self.id)


def code_of(rule: str) -> str:
    """The permanent code of a rule's findings."""
    return f"RL{300 + int(rule[1:])}"
