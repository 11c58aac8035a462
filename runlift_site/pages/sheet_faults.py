"""What keeps a week from being printed: sessions that no page holds, texts that no line holds.

Asked before any sheet is made, so that an author hears of it at the line that causes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from runlift_site.pages.fitting import DoesNotFit, fit
from runlift_site.pages.outputs import Paper
from runlift_site.pages.paper_type import ABOUT, LINE, LINE_BOLD, NAME, SESSION_NAME, TITLE, Type
from runlift_site.pages.sheet_line import rows_of
from runlift_site.pages.sheet_measures import (
    BRACKET_MM,
    HALF_MM,
    MOST_COLUMNS,
    NAME_MM,
    SESSION_MM,
    SESSION_NAME_MM,
    TITLE_MM,
    line_room_mm,
)
from runlift_site.pages.sheet_row import sets_of
from runlift_site.pages.sheet_session import session_size
from runlift_site.pages.wording import Wording
from runlift_site.settings import Settings
from runlift_site.training.exercise import Exercise
from runlift_site.training.plan import FreeSlot, PlanTemplate
from runlift_site.training.routine import Routine
from runlift_site.training.vocabulary import RoutineKind
from runlift_site.training.week import Path, Week


@dataclass(frozen=True, slots=True)
class SheetFault:
    """Why something cannot be printed.

    Attributes:
        code: Code of the finding.
        path: Where in its file it was written: keys and indexes from the top.
        message: What is the matter, one sentence.
        help: What to do about it.
    """

    code: str
    path: Path
    message: str
    help: str


def sheet_faults(week: Week, settings: Settings) -> tuple[SheetFault, ...]:
    """What keeps a week from its sheets, with paths in the plan's file.

    Args:
        week: A week of a plan in one variant.
        settings: The site file, for its paper formats.
    """
    faults = [*_too_many_sets(week)]
    sizes = tuple(session_size(lift, narrow=False) for lift in week.lifts)
    for name in settings.papers:
        try:
            fit(sizes, Paper(name))
        except DoesNotFit as refusal:
            faults.append(
                SheetFault(
                    "RL490",
                    week.lifts[refusal.session].session_path,
                    f"this session takes {refusal.rows} rows on paper, a page holds {refusal.most}",
                    "split the session, or leave exercises out",
                )
            )
    return tuple(dict.fromkeys(faults))


def _too_many_sets(week: Week) -> Iterator[SheetFault]:
    for lift in week.lifts:
        for item in (item for block in rows_of(lift) for item in block.items):
            if sets_of(item) > MOST_COLUMNS:
                yield SheetFault(
                    "RL491",
                    item.path,
                    f"{sets_of(item)} sets have no room on paper, a row has {MOST_COLUMNS} boxes",
                    "ask for fewer sets, or split them over two exercises",
                )


def exercise_sheet_faults(exercise: Exercise) -> tuple[SheetFault, ...]:
    """What keeps an exercise from being printed, with paths in its own file."""
    key = "short_name" if exercise.short_name else "name"
    # Room for the asterisk of a weak swap and for the bracket of a circuit is always kept.
    room = NAME_MM - BRACKET_MM
    name = _text_faults(exercise.paper_name, (key,), NAME, room - NAME.width_mm("*"))
    cue = _text_faults(exercise.cues[0], ("cues", 0), LINE, room)
    return (*name, *cue)


def routine_sheet_faults(routine: Routine, words: Wording) -> tuple[SheetFault, ...]:
    """What keeps a routine's lines from being printed, with paths in its own file."""
    kind = RoutineKind.MOBILITY if routine.kind is RoutineKind.MOBILITY else RoutineKind.WARM_UP
    label = LINE_BOLD.width_mm(f"{words(f'block.{kind.value}')} ")
    whole, half = (line_room_mm(width, label) for width in (SESSION_MM, HALF_MM))
    return (
        *_text_faults(routine.line, ("line",), LINE, whole),
        *_text_faults(routine.short_line, ("short_line",), LINE, half),
    )


def plan_sheet_faults(template: PlanTemplate, words: Wording) -> tuple[SheetFault, ...]:
    """What keeps a plan's own texts from being printed, with paths in its file."""
    faults = [*_text_faults(template.name, ("name",), TITLE, TITLE_MM)]
    for index, phase in enumerate(template.phases):
        room = TITLE_MM - ABOUT.width_mm(words("print.focus", focus=""))
        faults.extend(_text_faults(phase.focus, ("phases", index, "focus"), ABOUT, room))
    for key, session in template.sessions.items():
        if session.name is not None:
            path: Path = ("sessions", key, "name")
            faults.extend(_text_faults(session.name, path, SESSION_NAME, SESSION_NAME_MM))
        for place, block in enumerate(session.blocks):
            for index, item in enumerate(block.items):
                if isinstance(item, FreeSlot):
                    path = ("sessions", key, "blocks", place, "items", index, "hint")
                    faults.extend(_text_faults(item.hint, path, LINE, NAME_MM - BRACKET_MM))
    return tuple(faults)


def _text_faults(text: str, path: Path, type_: Type, room_mm: float) -> Iterator[SheetFault]:
    missing = type_.missing(text)
    if missing:
        yield SheetFault(
            "RL493",
            path,
            f"the fonts cannot print '{missing[0]}' (U+{ord(missing[0]):04X})",
            "write it with Latin letters",
        )
        return
    width = type_.width_mm(text)
    if width > room_mm:
        over = max(1, round(len(text) * (1 - room_mm / width)))
        yield SheetFault(
            "RL492",
            path,
            f"this text is {width:.0f} mm wide on paper, there is room for {room_mm:.0f} mm",
            f"shorten it by {over} character{'s' if over > 1 else ''} or so",
        )
