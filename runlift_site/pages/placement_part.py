"""Where lifts go in the week, as a guide shows it: a table of the room there is, and a chooser.

The chooser is made of radio buttons and the weeks they stand for; a style sheet shows the one that
is chosen, so it works without a script. Where a browser cannot do that, all weeks are shown.
"""

from dataclasses import dataclass

from runlift_site.pages.strip import strip
from runlift_site.pages.strip_view import StripView
from runlift_site.pages.wording import Wording
from runlift_site.training.placement_table import Room, example_week, rooms

LONG_DAYS = (5, 6)
"""Saturday and Sunday, on which most long runs are done."""
FIRST = (1, 6)
"""What is chosen at first: one hard run, the long run on Sunday."""


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A row of the table: hard runs beside the long run, and how many heavy days fit."""

    runs: str
    without_errors: str
    without_warnings: str


@dataclass(frozen=True, slots=True)
class Option:
    """A radio button."""

    id: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChosenWeek:
    """The week that a choice leads to.

    Attributes:
        classes: What makes it appear: the ids of its two buttons.
        title: The choice in words.
        strip: The week.
    """

    classes: str
    title: str
    strip: StripView


@dataclass(frozen=True, slots=True)
class PlacementPart:
    """The table and the chooser."""

    rows: tuple[RoomRow, ...]
    hard: tuple[Option, ...]
    long: tuple[Option, ...]
    weeks: tuple[ChosenWeek, ...]
    kind: str = "placement"


def placement_part(words: Wording) -> PlacementPart:
    """The table and the chooser, worked out by the search that places lifts in plans."""
    found = rooms()
    possible = [room.hard_runs for room in found if room.without_errors is not None]
    days = words.list("days.long")
    return PlacementPart(
        rows=tuple(_row(room, words) for room in found),
        hard=tuple(Option(_hard_id(hard), str(hard), hard == FIRST[0]) for hard in possible),
        long=tuple(Option(_long_id(day), days[day], day == FIRST[1]) for day in LONG_DAYS),
        weeks=tuple(_week(hard, day, words) for hard in possible for day in LONG_DAYS),
    )


def _row(room: Room, words: Wording) -> RoomRow:
    runs = words("placement.hard_and_long", runs=words("placement.hard", n=room.hard_runs))
    return RoomRow(runs, _fits(room.without_errors, words), _fits(room.without_warnings, words))


def _fits(count: int | None, words: Wording) -> str:
    return words("placement.none") if count is None else words("placement.fits", n=count)


def _week(hard: int, day: int, words: Wording) -> ChosenWeek:
    runs = words("placement.hard", n=hard)
    title = words("placement.chosen", runs=runs, day=words.list("days.long")[day])
    classes = f"{_hard_id(hard)} {_long_id(day)}"
    return ChosenWeek(classes, title, strip(example_week(hard, day), words))


def _hard_id(hard: int) -> str:
    return f"hard-{hard}"


def _long_id(day: int) -> str:
    return f"long-{day}"
