"""An example of a rule: the week drawn, or what it holds in words where a drawing says too little.

What one of the two examples has and the other has not is marked, so that the difference is found at
once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from runlift_site.pages.amounts import clock_span, dose, effort, short_dose
from runlift_site.pages.session_card import session_name
from runlift_site.pages.strip import strip
from runlift_site.pages.strip_view import StripView
from runlift_site.pages.wording import Wording
from runlift_site.training.rules.examples import Example, Shows
from runlift_site.training.vocabulary import BlockFormat, BlockKind
from runlift_site.training.week import (
    Lift,
    Plan,
    PlannedBlock,
    PlannedItem,
    Week,
)

_WORK = frozenset({BlockKind.MAIN, BlockKind.ACCESSORY})
_SMALL = frozenset({BlockKind.WARM_UP, BlockKind.MOBILITY})


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """A line of an example; ``marked`` where the other example does not have it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ExamplePart:
    """Some lines with a heading."""

    title: str
    lines: tuple[ExampleLine, ...]


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A week that passes a rule or does not.

    Attributes:
        title: "A good week" or "A bad session".
        about: What the week is, such as "Race week"; empty where it does not matter.
        strip: The week drawn, or None.
        parts: What it holds in words; empty where it is drawn.
    """

    title: str
    about: str
    strip: StripView | None
    parts: tuple[ExamplePart, ...]


Part = tuple[str, tuple[str, ...]]


def example_views(example: Example, words: Wording) -> tuple[ExampleView, ExampleView]:
    """The week that passes and the week that does not."""
    good, bad = (_week(plan, example) for plan in (example.good, example.bad))
    about = "" if example.week == 1 else words(f"phase.{good.phase.value}")
    titles = [words(f"rules.{kind}.{example.shows.value}") for kind in ("good", "bad")]
    if example.shows is Shows.WEEK:
        return (
            ExampleView(titles[0], about, strip(good, words), ()),
            ExampleView(titles[1], about, strip(bad, words), ()),
        )
    passing = tuple(_parts(good, example.shows, words))
    failing = tuple(_parts(bad, example.shows, words))
    return (
        ExampleView(titles[0], about, None, _marked(passing, failing)),
        ExampleView(titles[1], about, None, _marked(failing, passing)),
    )


def _week(plan: Plan, example: Example) -> Week:
    return plan.weeks[example.week - 1]


def _marked(parts: tuple[Part, ...], others: tuple[Part, ...]) -> tuple[ExamplePart, ...]:
    known = {(title, line) for title, lines in others for line in lines}
    return tuple(
        ExamplePart(title, tuple(ExampleLine(line, (title, line) not in known) for line in lines))
        for title, lines in parts
    )


def _parts(week: Week, shows: Shows, words: Wording) -> Iterator[Part]:
    if shows is Shows.DAYS:
        for day, drawn in zip(week.days, strip(week, words).days, strict=True):
            if len(day.sessions) > 1:
                name, _, held = drawn.sentence.partition(": ")
                yield name, (held,)
    elif shows is Shows.SESSION:
        for block in week.lifts[0].blocks:
            title = words(f"block.{block.kind.value}")
            yield _headed(title, block, words), tuple(_lines(block, words))
    else:
        for lift in week.lifts:
            yield session_name(lift, words), tuple(_work(lift, words))


def _headed(title: str, block: PlannedBlock, words: Wording) -> str:
    if block.format is BlockFormat.STRAIGHT_SETS:
        return title
    return f"{title}: {words('block.circuit', n=block.rounds or 1)}"


def _work(lift: Lift, words: Wording) -> Iterator[str]:
    for block in lift.blocks:
        if block.kind in _WORK:
            yield from _lines(block, words)


def _lines(block: PlannedBlock, words: Wording) -> Iterator[str]:
    for item in block.exercises:
        yield _line(block, item, words)


def _line(block: PlannedBlock, item: PlannedItem, words: Wording) -> str:
    asked = item.prescription
    if block.kind in _SMALL:
        return f"{item.exercise.name}, {short_dose(words, asked)}"
    shown = dose(words, asked, rounds=block.format is not BlockFormat.STRAIGHT_SETS)
    parts = [f"{item.exercise.name} {shown.number} {shown.unit}".rstrip()]
    load = effort(words, asked.effort)
    if load:
        parts.append(load)
    if asked.rest_s is not None and block.kind is BlockKind.MAIN:
        parts.append(words("dose.rest", time=clock_span(asked.rest_s)))
    return ", ".join(parts)
