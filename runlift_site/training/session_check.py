"""What keeps a session from being planned: gaps and contradictions in how it is written."""

from collections.abc import Iterator

from runlift_site.training.library import Library
from runlift_site.training.plan import (
    AutoMobility,
    Block,
    ExerciseItem,
    FreeSlot,
    PlanTemplate,
    SessionTemplate,
)
from runlift_site.training.problem import TrainingProblem, unknown_exercise, unknown_routine
from runlift_site.training.routine import Routine
from runlift_site.training.vocabulary import (
    BlockFormat,
    BlockKind,
    Laterality,
    LoadType,
    RoutineKind,
    SessionKind,
)
from runlift_site.training.week import Path

LONGEST_MINUTES = {SessionKind.SHORT: 30, SessionKind.ADD_ON: 15}
_WORK = frozenset({BlockKind.MAIN, BlockKind.ACCESSORY})
_TOGETHER = {BlockFormat.CIRCUIT: "a circuit", BlockFormat.SUPERSET: "a pair"}
_ROUTINES_OF = {
    BlockKind.WARM_UP: frozenset({RoutineKind.WARM_UP}),
    BlockKind.MAIN: frozenset({RoutineKind.WORKOUT, RoutineKind.CIRCUIT}),
    BlockKind.ACCESSORY: frozenset({RoutineKind.WORKOUT, RoutineKind.CIRCUIT}),
    BlockKind.MOBILITY: frozenset({RoutineKind.MOBILITY}),
}


def session_problems(template: PlanTemplate, library: Library) -> Iterator[TrainingProblem]:
    """Everything that keeps the sessions of a template from being planned."""
    used = {name for pattern in template.week_pattern.values() for name in pattern.strength()}
    misspelt = used - template.sessions.keys()
    for name, session in template.sessions.items():
        path: Path = ("sessions", name)
        if name not in used and not misspelt:  # else it is most likely the one that was meant
            yield TrainingProblem(
                "RL249",
                f"the session '{name}' stands on no day",
                "put it into a week pattern, or take it out",
                path,
            )
        yield from _length(session, path)
        for index, block in enumerate(session.blocks):
            yield from _block(block, (*path, "blocks", index), library)


def _length(session: SessionTemplate, path: Path) -> Iterator[TrainingProblem]:
    longest = LONGEST_MINUTES.get(session.kind)
    if longest is not None and session.minutes > longest:
        yield TrainingProblem(
            "RL262",
            f"{session.minutes} minutes are too long for a session of kind {session.kind}",
            f"a session of this kind lasts {longest} minutes at most; shorten it, or make it"
            f" {'full' if session.kind is SessionKind.SHORT else 'short or full'}",
            (*path, "minutes"),
        )


def _block(block: Block, path: Path, library: Library) -> Iterator[TrainingProblem]:
    given = [
        key
        for key, there in (
            ("routine", block.routine is not None),
            ("auto", block.auto is not None),
            ("items", bool(block.items)),
        )
        if there
    ]
    if len(given) != 1:
        yield TrainingProblem(
            "RL252",
            f"the block holds {' and '.join(given)}" if given else "the block holds nothing",
            "give exactly one of routine, auto and items",
            path,
        )
    if block.routine is not None:
        yield from _routine(block, block.routine, path, library)
    if block.auto is AutoMobility.WORKED_MUSCLES:
        yield from _auto(block, path)
    if block.items:
        yield from _form(block, path)
    for index, item in enumerate(block.items):
        here: Path = (*path, "items", index)
        if isinstance(item, FreeSlot):
            yield from _free_slot(item, here)
        else:
            yield from _item(item, block, here, library)


def _routine(block: Block, name: str, path: Path, library: Library) -> Iterator[TrainingProblem]:
    routine = library.routines.get(name)
    if routine is None:
        yield unknown_routine(name, library.routines, (*path, "routine"))
        return
    if routine.kind not in _ROUTINES_OF[block.kind]:
        yield TrainingProblem(
            "RL253",
            f"'{name}' is a routine of kind {routine.kind}, not for a block of kind {block.kind}",
            "name another routine, or change the kind of the block",
            (*path, "routine"),
        )
    circuit = routine.kind is RoutineKind.CIRCUIT
    if circuit and not block.rounds and routine.rounds is None:
        yield _no_rounds("a circuit", path)
    if not circuit and (block.rounds is not None or block.format is not BlockFormat.STRAIGHT_SETS):
        yield TrainingProblem(
            "RL250",
            f"the routine '{name}' is no circuit, so it has no rounds and no other format",
            "take rounds and format out",
            (*path, "rounds" if block.rounds is not None else "format"),
        )
    yield from _routine_items(routine, path, library)


def _routine_items(routine: Routine, path: Path, library: Library) -> Iterator[TrainingProblem]:
    for item in routine.items:
        if item.exercise not in library.exercises:
            yield TrainingProblem(
                "RL203",
                f"the routine '{routine.id}' names the unknown exercise '{item.exercise}'",
                f"correct it in content/routines/{routine.id}.yaml",
                (*path, "routine"),
            )


def _auto(block: Block, path: Path) -> Iterator[TrainingProblem]:
    if block.kind is not BlockKind.MOBILITY:
        yield TrainingProblem(
            "RL253",
            f"auto: {block.auto} fills mobility blocks, not a block of kind {block.kind}",
            "give items or a routine instead",
            (*path, "auto"),
        )
    if block.minutes is None:
        yield TrainingProblem(
            "RL253",
            "a block that fills itself needs its length",
            "add minutes, such as 8",
            path,
        )


def _form(block: Block, path: Path) -> Iterator[TrainingProblem]:
    together = _TOGETHER.get(block.format)
    if together is None:
        if block.rounds is not None:
            yield TrainingProblem(
                "RL250",
                "straight sets have no rounds",
                "give each item its sets, or write format: circuit",
                (*path, "rounds"),
            )
        return
    if block.rounds is None:
        yield _no_rounds(together, path)
    if len(block.items) < 2:
        yield TrainingProblem(
            "RL250",
            f"{together} of one exercise is no {together.split()[1]}",
            "add an exercise, or write straight sets",
            (*path, "items"),
        )


def _no_rounds(together: str, path: Path) -> TrainingProblem:
    return TrainingProblem(
        "RL250", f"{together} needs its number of rounds", "add rounds, such as 4", path
    )


def _free_slot(item: FreeSlot, path: Path) -> Iterator[TrainingProblem]:
    if not item.choose_your_own:
        yield TrainingProblem(
            "RL261",
            "a free place is written choose_your_own: true",
            "write true, or take the item out",
            (*path, "choose_your_own"),
        )


def _item(
    item: ExerciseItem, block: Block, path: Path, library: Library
) -> Iterator[TrainingProblem]:
    together = _TOGETHER.get(block.format)
    if together:
        for key, value in (("sets", item.sets), ("rest_s", item.rest_s)):
            if value is not None:
                yield TrainingProblem(
                    "RL251",
                    f"{key} stands at an exercise of {together}",
                    f"{together} has its rounds and its rest for all exercises: write them at the"
                    " block",
                    (*path, key),
                )
    elif item.sets is None and block.kind in _WORK:
        yield TrainingProblem(
            "RL251", f"'{item.exercise}' has no sets", "add sets, such as 3", path
        )
    for name, key in ((item.exercise, "exercise"), (item.alternative, "or")):
        if name is not None and name not in library.exercises:
            yield unknown_exercise(name, library.exercises, (*path, key))
    exercise = library.exercises.get(item.exercise)
    if exercise is None:
        return
    if item.measure.per_side and exercise.laterality is Laterality.BILATERAL:
        yield TrainingProblem(
            "RL263",
            f"{item.measure} counts each side, but '{exercise.id}' works both sides at once",
            f"write {str(item.measure).removesuffix('_per_side')}",
            (*path, str(item.measure)),
        )
    external = exercise.load_type is LoadType.EXTERNAL
    if block.kind is BlockKind.MAIN and external and item.load is None:
        yield TrainingProblem(
            "RL260",
            f"'{exercise.id}' is a main exercise with a weight, but nothing says how heavy",
            "add the effort, such as load: {rir: 2}",
            path,
        )
