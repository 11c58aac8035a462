"""Why a template cannot become a plan: problems as values, each with its place in the file."""

from collections.abc import Iterable
from dataclasses import dataclass

from runlift_site.diagnostics.suggest import near_miss
from runlift_site.training.week import Path


@dataclass(frozen=True, slots=True)
class TrainingProblem:
    """Something in a plan file that must be put right before it can be expanded.

    Attributes:
        code: Permanent code, RL240 to RL279; RL203, RL204 and RL217 as for other records.
        message: One plain sentence without a full stop: what is wrong.
        help: What to do about it; empty where the message says it all.
        path: Where it stands in the plan file.
    """

    code: str
    message: str
    help: str
    path: Path


def unknown(
    code: str, kind: str, name: str, known: Iterable[str], path: Path, otherwise: str
) -> TrainingProblem:
    """A name that leads nowhere, with the name it was probably meant to be.

    Args:
        code: Code of the problem.
        kind: What was looked for, such as "exercise".
        name: The name as written.
        known: The names there are.
        path: Where it is written.
        otherwise: What to do where no known name is close.
    """
    close = near_miss(name, known)
    tell = f"did you mean '{close}'?" if close else otherwise
    return TrainingProblem(code, f"unknown {kind} '{name}'", tell, path)


def unknown_exercise(name: str, known: Iterable[str], path: Path) -> TrainingProblem:
    """An exercise that the library does not hold."""
    otherwise = f"add content/exercises/{name}.yaml, or name one that exists"
    return unknown("RL203", "exercise", name, known, path, otherwise)


def unknown_routine(name: str, known: Iterable[str], path: Path) -> TrainingProblem:
    """A routine that the library does not hold."""
    otherwise = f"add content/routines/{name}.yaml, or name one that exists"
    return unknown("RL204", "routine", name, known, path, otherwise)
