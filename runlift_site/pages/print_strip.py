"""The week strip on paper: one drawing in one ink, as a few SVG paths and texts.

Lengths are millimetres. Marks that look alike share one path, because the PDF engine charges by
the element; greys are literal, because it gives a drawing none of the document's style.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runlift_site.pages.paper_type import BADGE, CAPTION, CAPTION_BOLD
from runlift_site.pages.strip_view import BarShape, RunBar, StripDay, StripView

HEIGHT_MM = 30.0
NAME_Y_MM = 3.6
LINE_Y_MM = 18.2
LINE_THICK_MM = 0.8
BAR_FOOT_MM = LINE_Y_MM - LINE_THICK_MM
BAR_WIDTH_MM = 11.0
BAR_TALLEST_MM, BAR_SHORTEST_MM = 12.0, 5.6
MM_A_MINUTE = 0.125
POINT_MM = 2.6
OUTLINE_MM = 0.5
DASHES = "1.2 0.8"
REST_MM, REST_UP_MM = 2.8, 3.4
PLATE_WIDTHS_MM = (13.0, 10.0, 7.0)
PLATE_THICK_MM, PLATE_STEP_MM = 1.5, 2.1
PLATE_RIM_MM = 0.8
BADGE_HEIGHT_MM = 5.0
BADGE_SPACE_MM = 0.8
CAPTION_Y_MM = 29.0
CAPTION_MARGIN_MM = 0.6
TEXT_MM, LETTER_MM, BADGE_LETTER_MM = 3.7, 4.0, 3.5
ZONE_BOTTOM_MM = 25.4
STRIPE_STEP_MM, STRIPE_THICK_MM = 1.9, 0.18

INK, GREY, STRIPE, PAPER, NONE = "#000", "#d9d9d9", "#8c8c8c", "#fff", "none"


@dataclass(frozen=True, slots=True)
class Shape:
    """Marks that look alike, as one path.

    Attributes:
        d: The path.
        fill: Colour inside.
        stroke: Colour of the outline.
        stroke_width: Width of the outline.
        dashes: Lengths of dashes and gaps; empty for a solid line.
        cap: How lines end: butt or round.
    """

    d: str
    fill: str = NONE
    stroke: str = NONE
    stroke_width: float = OUTLINE_MM
    dashes: str = ""
    cap: str = "butt"


@dataclass(frozen=True, slots=True)
class Text:
    """One text by the point it stands at."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Texts that are set alike.

    Attributes:
        family: Name of the typeface.
        weight: Its weight.
        size: Size of type, in millimetres.
        anchor: Which end of a text stands at its point: start or middle.
        fill: Colour.
        texts: The texts.
    """

    family: str
    weight: int
    size: float
    anchor: str
    fill: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PrintStrip:
    """A drawing of a week.

    Attributes:
        title: The week in words, for those who do not see the drawing.
        width: Width in millimetres, which is also that of its coordinates.
        height: Height in millimetres.
        shapes: Back to front.
        texts: In front of all shapes.
    """

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    texts: tuple[TextGroup, ...]


Column = tuple[StripDay, float]
"""A day and the middle of its column."""


def print_strip(strip: StripView, width_mm: float) -> PrintStrip:
    """Draw a week for paper.

    Args:
        strip: The week.
        width_mm: Width of the drawing.
    """
    column_mm = width_mm / len(strip.days)
    columns = [(day, (index + 0.5) * column_mm) for index, day in enumerate(strip.days)]
    shapes = (
        Shape(_stripes(strip, column_mm), stroke=STRIPE, stroke_width=STRIPE_THICK_MM),
        *_bars(columns),
        Shape(_box(0, BAR_FOOT_MM, width_mm, LINE_THICK_MM), fill=INK),
        Shape("".join(_rests(columns)), stroke=INK),
        *_plates(columns),
        Shape("".join(_badges(columns)), fill=PAPER, stroke=INK),
    )
    texts = (
        _group(((d.name, x, NAME_Y_MM) for d, x in columns), weight=700),
        _group(_captions(columns, column_mm), weight=700, anchor="start"),
        _group(_times(columns, column_mm), weight=400, anchor="start"),
        *(_letters(_bar_letters(columns, on_ink=on_ink), LETTER_MM, on_ink) for on_ink in (0, 1)),
        _letters(_badge_letters(columns), BADGE_LETTER_MM),
    )
    return PrintStrip(
        title=" ".join(f"{day.sentence}." for day in strip.days),
        width=width_mm,
        height=HEIGHT_MM,
        shapes=tuple(shape for shape in shapes if shape.d),
        texts=tuple(group for group in texts if group.texts),
    )


# Stripes


def _stripes(strip: StripView, column_mm: float) -> str:
    """Stripes over each run of clear days, painted through so that they never break."""
    path: list[str] = []
    start: int | None = None
    for index in range(len(strip.days) + 1):
        clear = index < len(strip.days) and strip.days[index].clear
        if clear and start is None:
            start = index
        elif not clear and start is not None:
            path.extend(_zone(start * column_mm, index * column_mm))
            start = None
    return "".join(path)


def _zone(left: float, right: float) -> Iterator[str]:
    """Lines rising to the right, cut off exactly at the edges of the zone."""
    top, bottom = LINE_Y_MM, ZONE_BOTTOM_MM
    height = bottom - top
    first = int(left / STRIPE_STEP_MM)
    last = int((right + height) / STRIPE_STEP_MM) + 1
    for step in range(first, last + 1):
        # The line runs from (foot, bottom) to (foot + height, top).
        foot = step * STRIPE_STEP_MM - height
        x1, x2 = max(foot, left), min(foot + height, right)
        if x2 - x1 > 0.05:
            y1, y2 = bottom - (x1 - foot), bottom - (x2 - foot)
            yield f"M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}"


# Above the line


def _bars(columns: Iterable[Column]) -> Iterator[Shape]:
    paths: dict[tuple[str, str], str] = {}
    for day, centre in columns:
        if day.run is not None:
            dashes = DASHES if day.run.shape is BarShape.DASHED else ""
            look = (_fill(day.run), dashes)
            paths[look] = paths.get(look, "") + _outline(day.run, centre)
    for (fill, dashes), d in sorted(paths.items()):
        yield Shape(d, fill=fill, stroke=INK, dashes=dashes)


def _fill(run: RunBar) -> str:
    if run.shape is BarShape.POINTED or run.run_class == "race":
        return INK
    return GREY if run.run_class == "long" else PAPER


def _outline(run: RunBar, centre: float) -> str:
    height = min(max(run.minutes * MM_A_MINUTE, BAR_SHORTEST_MM), BAR_TALLEST_MM)
    left, right = centre - BAR_WIDTH_MM / 2, centre + BAR_WIDTH_MM / 2
    foot, top = BAR_FOOT_MM, BAR_FOOT_MM - height
    start, end = f"M{_n(left)} {_n(foot)}", f"V{_n(foot)}Z"
    if run.shape is BarShape.ROUND:
        radius = min(BAR_WIDTH_MM / 2, height)
        shoulder = _n(top + radius)
        arc = f"A{_n(BAR_WIDTH_MM / 2)} {_n(radius)} 0 0 1 {_n(right)} {shoulder}"
        return f"{start}V{shoulder}{arc}{end}"
    if run.shape is BarShape.POINTED:
        shoulder = _n(top + POINT_MM)
        point = f"L{_n(centre)} {_n(top)}L{_n(right)} {shoulder}"
        return f"{start}V{shoulder}{point}{end}"
    return f"{start}V{_n(top)}H{_n(right)}{end}"


def _rests(columns: Iterable[Column]) -> Iterator[str]:
    """A dash over each day with nothing on it."""
    for day, centre in columns:
        if day.run is None and day.lift is None:
            yield f"M{_n(centre - REST_MM / 2)} {_n(LINE_Y_MM - REST_UP_MM)}h{_n(REST_MM)}"


def _bar_letters(columns: Iterable[Column], *, on_ink: int) -> Iterator[tuple[str, float, float]]:
    for day, centre in columns:
        if day.run is not None and (_fill(day.run) == INK) == bool(on_ink):
            yield day.run.letter, centre, BAR_FOOT_MM - 1.3


# Below the line


def _plates(columns: Iterable[Column]) -> Iterator[Shape]:
    """Plates as thick lines with round ends; a rim of paper where stripes run behind them."""
    plates, rims = [], []
    for day, centre in columns:
        if day.lift is None:
            continue
        for index, width in enumerate(PLATE_WIDTHS_MM[: day.lift.plates]):
            y = LINE_Y_MM + 0.5 + PLATE_THICK_MM / 2 + index * PLATE_STEP_MM
            length = width - PLATE_THICK_MM
            line = f"M{_n(centre - length / 2)} {_n(y)}h{_n(length)}"
            plates.append(line)
            if day.clear:
                rims.append(line)
    rim = PLATE_THICK_MM + 2 * PLATE_RIM_MM
    yield Shape("".join(rims), stroke=PAPER, stroke_width=round(rim, 2), cap="round")
    yield Shape("".join(plates), stroke=INK, stroke_width=PLATE_THICK_MM, cap="round")


def _badges(columns: Iterable[Column]) -> Iterator[str]:
    """A ring for the letter, which grows where one day has two lifts."""
    radius = BADGE_HEIGHT_MM / 2
    for day, centre in columns:
        if day.lift is not None:
            left, width = _badge(day.lift.letter, centre)
            straight, arc = _n(width - 2 * radius), f"a{_n(radius)} {_n(radius)} 0 0 1 0"
            top = _n(_BADGE_MIDDLE_MM - radius)
            yield (
                f"M{_n(left + radius)} {top}h{straight}{arc} {_n(2 * radius)}"
                f"h-{straight}{arc} -{_n(2 * radius)}z"
            )


_BADGE_MIDDLE_MM = LINE_Y_MM + 4.1


def _badge(letter: str, centre: float) -> tuple[float, float]:
    """Left edge and width of the ring around a letter."""
    left = centre + PLATE_WIDTHS_MM[0] / 2 + BADGE_SPACE_MM
    return left, max(BADGE_HEIGHT_MM, BADGE.width_mm(letter) + 2)


def _badge_letters(columns: Iterable[Column]) -> Iterator[tuple[str, float, float]]:
    """Letters of lifts; an asterisk beside those that stand on stripes by an allowance."""
    for day, centre in columns:
        if day.lift is not None:
            left, width = _badge(day.lift.letter, centre)
            yield day.lift.letter, left + width / 2, _BADGE_MIDDLE_MM + 1.25
            if day.lift.allowed:
                yield "*", left + width + 1.3, _BADGE_MIDDLE_MM + 1.25


# Texts


def _captions(columns: Iterable[Column], column_mm: float) -> Iterator[tuple[str, float, float]]:
    for day, centre in columns:
        yield day.caption, _caption_left(day, centre, column_mm), CAPTION_Y_MM


def _times(columns: Iterable[Column], column_mm: float) -> Iterator[tuple[str, float, float]]:
    for day, centre in columns:
        if _shows_time(day, column_mm):
            left = _caption_left(day, centre, column_mm)
            word = CAPTION_BOLD.width_mm(day.caption) + CAPTION.width_mm(" ")
            yield day.time, left + word, CAPTION_Y_MM


def _caption_left(day: StripDay, centre: float, column_mm: float) -> float:
    # Word and time are two texts set around one point: SVG cannot centre a text of two weights.
    width = CAPTION_BOLD.width_mm(day.caption)
    if _shows_time(day, column_mm):
        width += CAPTION.width_mm(f" {day.time}")
    return centre - width / 2


def _shows_time(day: StripDay, column_mm: float) -> bool:
    """Whether the time is known and its column wide enough for it."""
    word, time = CAPTION_BOLD.width_mm(day.caption), CAPTION.width_mm(f" {day.time}")
    return bool(day.time) and word + time <= column_mm - CAPTION_MARGIN_MM


def _letters(texts: Iterable[tuple[str, float, float]], size: float, on_ink: int = 0) -> TextGroup:
    fill = PAPER if on_ink else INK
    return _group(texts, weight=900, family="RL Display", size=size, fill=fill)


def _group(
    texts: Iterable[tuple[str, float, float]],
    *,
    weight: int,
    family: str = "RL Text",
    size: float = TEXT_MM,
    anchor: str = "middle",
    fill: str = INK,
) -> TextGroup:
    placed = tuple(Text(_n(x), _n(y), text) for text, x, y in texts)
    return TextGroup(family, weight, size, anchor, fill, placed)


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{_n(x)} {_n(y)}h{_n(width)}v{_n(height)}h-{_n(width)}z"


def _n(value: float) -> str:
    """A length without needless digits."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
