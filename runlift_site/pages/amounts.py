"""Doses, rest, time and effort as the site says them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift_site.pages.wording import Wording
from runlift_site.training.fields import Span
from runlift_site.training.vocabulary import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift_site.training.items import Effort
    from runlift_site.training.week import Prescription, RampSet


HALF_PERCENT = 50


@dataclass(frozen=True, slots=True)
class DoseView:
    """A dose in two sizes of type.

    Attributes:
        number: The numbers that matter, such as "4 × 5".
        unit: What stands small beside them, such as "s each side"; may be empty.
    """

    number: str
    unit: str


def duration(words: Wording, minutes: int) -> str:
    """A length of time: "40 min", "1 h" or "1 h 35"."""
    if minutes < 60:
        return words("time.minutes", n=minutes)
    hours, rest = divmod(minutes, 60)
    return (
        words("time.hours_minutes", h=hours, m=f"{rest:02}")
        if rest
        else words("time.hours", h=hours)
    )


def clock(seconds: int) -> str:
    """Seconds as minutes and seconds: "1:30"."""
    return f"{seconds // 60}:{seconds % 60:02}"


def clock_span(rest: Span) -> str:
    """A rest or a range of rests: "1:30" or "1:30–2:00"."""
    return clock(rest.low) if rest.is_single else f"{clock(rest.low)}–{clock(rest.high)}"


def whole_span(span: Span) -> str:
    """A number or a range: "5" or "4–6"."""
    return str(span.low) if span.is_single else f"{span.low}–{span.high}"


def span_in_words(words: Wording, span: Span) -> str:
    """A number or a range in running text: "2" or "2 to 3"."""
    return str(span.low) if span.is_single else words("dose.range", low=span.low, high=span.high)


def rest_in_words(words: Wording, rest: Span) -> str:
    """Rest as a coach says it: "rest 1 to 2 min", or "rest 1:30" where it is no whole minute."""
    if rest.low % 60 == 0 and rest.high % 60 == 0:
        minutes = Span(rest.low // 60, rest.high // 60)
        return words("dose.rest_minutes", minutes=span_in_words(words, minutes))
    return words("dose.rest", time=clock_span(rest))


def unit(words: Wording, measure: Measure) -> str:
    """What stands after an amount: nothing for reps, "each side", "s", "m", "breaths"."""
    return "" if measure is Measure.REPS else words(f"dose.unit.{measure.value}")


def dose(words: Wording, prescription: "Prescription", *, rounds: bool = False) -> DoseView:
    """The dose of an exercise.

    Args:
        words: Interface words.
        prescription: What the week asks for.
        rounds: Whether the sets are said elsewhere (circuits, pairs) and only the amount is shown.
    """
    amount = str(prescription.amount)
    number = amount if rounds else words("dose.sets", sets=prescription.sets, amount=amount)
    return DoseView(number, unit(words, prescription.measure))


def short_dose(words: Wording, prescription: "Prescription") -> str:
    """The dose of a drill in one small text: "10 each side", or "2 × 30 s" for several sets."""
    view = dose(words, prescription, rounds=prescription.sets == 1)
    if prescription.measure is Measure.REPS and prescription.sets == 1:
        return words("dose.reps", n=prescription.amount)
    return f"{view.number} {view.unit}".rstrip()


def effort(words: Wording, load: "Effort | None") -> str:
    """How hard: "75 %, RPE 8", "RPE 8" or "light"; empty where nothing is named."""
    if load is None:
        return ""
    parts = []
    if load.percent_1rm is not None:
        parts.append(words("dose.percent", n=f"{load.percent_1rm:g}"))
    if load.rpe is not None:
        parts.append(words("dose.rpe", n=load.rpe))
    if load.feel is not None:
        parts.append(words(f"feel.{load.feel.value}"))
    return ", ".join(parts)


def ramp_in_words(words: Wording, sets: "Sequence[RampSet]", measure: Measure) -> str:
    """A ramp-up in one line: "Ramp up: 5 at half, 3 at 70 %, then your sets."."""
    half = "ramp.half_per_side" if measure.per_side else "ramp.half"
    said = ", ".join(
        words(half, reps=one.reps)
        if one.percent == HALF_PERCENT
        else words("ramp.part", reps=one.reps, percent=one.percent)
        for one in sets
    )
    return words("ramp.line", sets=said)


def tempo(words: Wording, text: str | None) -> str:
    """A tempo such as "3-1-1-0" spelled out: "3 s down, 1 s pause, 1 s up"; empty for None."""
    if text is None:
        return ""
    names = ("down", "pause", "up", "top")
    pairs = zip(names, (int(part) for part in text.split("-")), strict=True)
    return ", ".join(words(f"tempo.{name}", n=seconds) for name, seconds in pairs if seconds)
