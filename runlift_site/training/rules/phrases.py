"""Parts of sentences that rules share."""

from collections.abc import Iterable

from runlift_site.training.exercise import Exercise
from runlift_site.training.rules.days import RUN_NAMES
from runlift_site.training.vocabulary import SessionKind
from runlift_site.training.week import Lift, Run, Session


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "squat, hinge and core"."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


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
