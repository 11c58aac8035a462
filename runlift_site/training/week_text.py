"""A week of runs as one writes it in a message: "mon rest, tue easy 40, sun long 18 km"."""

import re
from collections.abc import Iterator

from runlift_site.diagnostics.suggest import near_miss
from runlift_site.training.vocabulary import DAY_NAMES, WEEKDAYS, RunType
from runlift_site.training.week import CrossTraining, Day, Path, Run, Session

_RUNS = {run.value.replace("_", "-"): run for run in RunType}
_CROSS = ("bike", "cross-train", "row", "swim")
_REST = "rest"
_LIFTS = frozenset({"lift", "strength", "gym", "heavy", "weights", "add-on"})
_KNOWN = (*_RUNS, *_CROSS, _REST)
_AMOUNT = re.compile(r"([0-9]{1,3}(?:\.[0-9])?) ?(km|min|minutes|')?")
_MOST_A_DAY = 2
_EXAMPLE = "mon rest, tue easy 40, wed tempo 50, sun long 95"


class NotAWeek(Exception):
    """The text does not say what a week holds; its message says why."""


def read_week(text: str) -> tuple[Day, ...]:
    """Read a week; days that are not named are days of rest.

    An amount is a number of minutes, or of kilometres where "km" stands behind it. It is only said
    again: days for lifts depend on the kinds of the runs. Where a run has no amount it has 0.

    Args:
        text: Days with commas between them; a plus sign joins two sessions of a day.

    Raises:
        NotAWeek: Something in it is no day, no run, or said twice.
    """
    sessions: dict[int, tuple[Session, ...]] = {}
    for part in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
        name, _, rest = part.replace(":", " ", 1).partition(" ")
        weekday = _weekday(name, part)
        if weekday in sessions:
            raise NotAWeek(f"{DAY_NAMES[weekday]} is named twice: join two sessions with a plus")
        sessions[weekday] = tuple(_sessions(rest.strip(), weekday))
    if not sessions:
        raise NotAWeek(f'the week is empty: write it as "{_EXAMPLE}"')
    return tuple(Day(n, sessions.get(n, ()), (WEEKDAYS[n],)) for n in range(len(WEEKDAYS)))


def _weekday(name: str, part: str) -> int:
    word = name.casefold()
    for number, full in enumerate(DAY_NAMES):
        if len(word) >= len(WEEKDAYS[0]) and full.casefold().startswith(word):
            return number
    swapped = next((day for day in WEEKDAYS if sorted(day) == sorted(word)), None)
    close = swapped or near_miss(word, (*WEEKDAYS, *(full.casefold() for full in DAY_NAMES)))
    tell = f"did you mean '{close}'?" if close else "begin with a day, such as tue easy 40"
    raise NotAWeek(f"'{name}' in '{part}' is no day of the week: {tell}")


def _sessions(text: str, weekday: int) -> Iterator[Session]:
    parts = [part.strip() for part in text.split("+")]
    if len(parts) > _MOST_A_DAY:
        raise NotAWeek(f"{DAY_NAMES[weekday]} holds {len(parts)} sessions: two are the most")
    for index, part in enumerate(parts):
        session = _session(part, DAY_NAMES[weekday], (WEEKDAYS[weekday], index))
        if session is not None:
            yield session
        elif len(parts) > 1:
            raise NotAWeek(f"{DAY_NAMES[weekday]} is a day of rest and holds a session too")


def _session(text: str, day: str, path: Path) -> Session | None:
    """A session; None for rest."""
    words = re.match(r"[^0-9]*", text)
    name = "-".join((words[0] if words else "").casefold().replace("_", " ").split())
    amount = text[words.end() :].strip() if words else ""
    if not name:
        raise NotAWeek(f"{day} says nothing: write rest, or a run such as easy 40")
    kind = _kind(name, day)
    if kind == _REST:
        if amount:
            raise NotAWeek(f"{day} is a day of rest, so '{amount}' says nothing")
        return None
    length = _AMOUNT.fullmatch(amount) if amount else None
    if amount and length is None:
        raise NotAWeek(f"'{amount}' on {day} is no amount: write minutes such as 40, or 8 km")
    count = float(length[1]) if length else 0.0
    by_distance = length is not None and length[2] == "km"
    if kind in _CROSS:
        return CrossTraining(kind.replace("-", " "), int(count), path)
    return Run(
        run_type=_RUNS[kind],
        minutes=0 if by_distance else int(count),
        km=count if by_distance else 0.0,
        by_distance=by_distance,
        path=path,
    )


def _kind(name: str, day: str) -> str:
    plain = name.removesuffix("-run") if name != "walk-run" else name
    if plain in _KNOWN:
        return plain
    if plain in _LIFTS:
        raise NotAWeek(f"'{name}' on {day}: leave lifts out, they are what is placed (--lifts 2)")
    close = near_miss(plain, _KNOWN)
    tell = f"did you mean '{close}'?" if close else f"one of {', '.join(_KNOWN)}"
    raise NotAWeek(f"'{name}' on {day} is no run: {tell}")
