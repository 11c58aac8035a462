"""Parts of sentences that rules share."""

from collections.abc import Iterable, Sequence

from runlift_site.training.exercise import Exercise
from runlift_site.training.rules.days import RUN_NAMES
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import DAY_NAMES, SessionKind
from runlift_site.training.week import Lift, Run, Session


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "squat, hinge and core"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def weeks_named(numbers: Sequence[int]) -> str:
    """Weeks as a sentence names them: "week 3", "weeks 2 and 3", "weeks 1 to 4 and 6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [
        part
        for run in runs
        for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    return f"week{'s' * (len(numbers) > 1)} {listed(parts)}"


def when(finding: RuleFinding) -> str:
    """The weeks and the day of a finding: "weeks 2 to 5, Tuesday"; empty for the whole plan."""
    parts = [weeks_named(finding.weeks)] if finding.weeks else []
    if finding.day is not None:
        parts.append(DAY_NAMES[finding.day])
    return ", ".join(parts)


def names_of(exercises: Iterable[Exercise]) -> str:
    """Names of exercises, each once, as a sentence lists them."""
    return listed(dict.fromkeys(one.name.lower() for one in exercises))


def lift_named(lift: Lift) -> str:
    """A lift within a sentence: "lift A", "the add-on"."""
    return "the add-on" if lift.kind is SessionKind.ADD_ON else f"lift {lift.letter}"


def session_named(session: Session) -> str:
    """A session of a day within a sentence: "the easy run", "lift A", "the cycling"."""
    if isinstance(session, Run):
        return f"the {RUN_NAMES[session.run_type]}"
    if isinstance(session, Lift):
        return lift_named(session)
    return f"the {session.activity.lower()}"


def opening(words: str) -> str:
    """The same words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]
