"""A week as its strip: which mark stands where, and the same in words."""

from collections.abc import Iterable

from runlift_site.pages import urls
from runlift_site.pages.amounts import duration
from runlift_site.pages.strip_view import (
    BarShape,
    KeyEntry,
    PlateStack,
    RunBar,
    StripDay,
    StripView,
)
from runlift_site.pages.wording import Wording
from runlift_site.training.vocabulary import RunClass, RunType
from runlift_site.training.week import CrossTraining, Day, Lift, Run, Week

_MARKS: dict[RunType, tuple[str, str]] = {
    RunType.EASY: ("easy", "E"),
    RunType.RECOVERY: ("easy", "E"),
    RunType.STRIDES: ("easy", "E"),
    RunType.WALK_RUN: ("walk", "W"),
    RunType.LONG: ("long", "L"),
    RunType.TEMPO: ("steady", "T"),
    RunType.RACE_PACE: ("steady", "T"),
    RunType.PROGRESSION: ("steady", "T"),
    RunType.INTERVALS: ("fast", "S"),
    RunType.HILLS: ("fast", "S"),
    RunType.FARTLEK: ("fast", "S"),
    RunType.TIME_TRIAL: ("fast", "S"),
    RunType.RACE: ("race", "R"),
}
"""Mark in the key and letter of each kind of run."""

_SHAPES = {
    RunClass.EASY: BarShape.ROUND,
    RunClass.LONG: BarShape.FLAT,
    RunClass.HARD: BarShape.POINTED,
    RunClass.RACE: BarShape.FLAT,
}
_DEMAND = (RunClass.EASY, RunClass.LONG, RunClass.HARD, RunClass.RACE)
_PLATE_MARKS = {3: "heavy", 2: "loaded", 1: "light"}
_KEY_ORDER = (
    "easy",
    "walk",
    "long",
    "steady",
    "fast",
    "race",
    "cross",
    "heavy",
    "loaded",
    "light",
    "clear",
)


def strip(week: Week, words: Wording, *, links: bool = False) -> StripView:
    """The strip of a week.

    Args:
        week: The week.
        words: Interface words.
        links: Whether days with a lift lead to their session card on the same page.
    """
    names = words.list("days.short")
    marks: dict[str, str] = {}
    for run in week.runs:
        mark, letter = _MARKS[run.run_type]
        marks.setdefault(mark, letter)
    for day in week.days:
        if any(isinstance(session, CrossTraining) for session in day.sessions):
            marks["cross"] = "X"
    marks.update({_PLATE_MARKS[lift.plates]: "" for lift in week.lifts})
    if week.clear:
        marks["clear"] = ""
    return StripView(
        days=tuple(_day(week, day, names[day.weekday], words, links) for day in week.days),
        key=tuple(
            KeyEntry(mark, marks[mark], words(f"strip.key.{mark}"))
            for mark in _KEY_ORDER
            if mark in marks
        ),
    )


def merged_key(strips: Iterable[StripView]) -> tuple[KeyEntry, ...]:
    """One key for several strips: each mark that occurs in one of them, once."""
    found: dict[str, KeyEntry] = {}
    for view in strips:
        for entry in view.key:
            found.setdefault(entry.mark, entry)
    return tuple(found[mark] for mark in _KEY_ORDER if mark in found)


def _day(week: Week, day: Day, name: str, words: Wording, links: bool) -> StripDay:
    clear = day.weekday in week.clear
    lift = _plates(day.lifts, clear)
    href = f"#{urls.session_anchor(day.lifts[0].letter)}" if links and day.lifts else None
    run, caption, caption_class, minutes = _above(day, words)
    return StripDay(
        name=name,
        sentence=_sentence(day, clear, words),
        href=href,
        run=run,
        lift=lift,
        clear=clear,
        caption=caption,
        caption_class=caption_class,
        time=duration(words, minutes) if minutes else "",
    )


def _above(day: Day, words: Wording) -> tuple[RunBar | None, str, str, int]:
    """Bar, caption, its class and the minutes of what stands above the line."""
    if day.runs:
        # Two runs on one day are one bar: the more demanding names it, both make its length.
        main = max(day.runs, key=lambda run: (_DEMAND.index(run.run_class), run.minutes))
        minutes = sum(run.minutes for run in day.runs)
        kind = main.run_class.value
        _, letter = _MARKS[main.run_type]
        bar = RunBar(kind, letter, _SHAPES[main.run_class], minutes)
        return bar, words(f"strip.caption.{main.run_type.value}"), kind, minutes
    other = next((s for s in day.sessions if isinstance(s, CrossTraining)), None)
    if other is not None:
        bar = RunBar("cross", "X", BarShape.DASHED, other.minutes)
        return bar, words("strip.caption.cross"), "cross", other.minutes
    if day.lifts:
        minutes = sum(lift.minutes for lift in day.lifts)
        return None, words("strip.caption.lift"), "rest", minutes
    return None, words("strip.caption.rest"), "rest", 0


def _plates(lifts: tuple[Lift, ...], clear: bool) -> PlateStack | None:
    if not lifts:
        return None
    return PlateStack(
        letter="".join(lift.letter for lift in lifts),
        plates=max(lift.plates for lift in lifts),
        allowed=clear and any(lift.heavy_leg for lift in lifts),
    )


def _sentence(day: Day, clear: bool, words: Wording) -> str:
    name = words.list("days.long")[day.weekday]
    done = [_session(session, words) for session in day.sessions]
    text = words("strip.day", day=name, what=words("strip.then").join(done) or words("strip.rest"))
    return words("strip.day_clear", day=text) if clear else text


def _session(session: Run | Lift | CrossTraining, words: Wording) -> str:
    time = duration(words, session.minutes)
    if isinstance(session, Lift):
        return words(f"strip.lift.{_PLATE_MARKS[session.plates]}", letter=session.letter)
    if isinstance(session, Run):
        return words("strip.run", run=words(f"run.{session.run_type.value}"), time=time)
    return words("strip.run", run=session.activity, time=time)
