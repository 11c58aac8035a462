"""Prescriptions as text: a compact notation and a sentence to say aloud, both read back exactly.

The notation of a week's dose is ``4 x 5 of 4-6 per side @ RIR 2, rest 90-120 s, tempo 3-1-1-0, load
up 2-5 %``: sets, the amount of this week and its range; after ``@`` the effort (``80 %``, ``RIR 2``
or ``RPE 8``, ``slow``); rest, tempo, and whether load goes up. The sentence says the same: "four
sets of five on each side, in a range from four to six, leave two in the tank, rest ninety to one
hundred twenty seconds, three seconds down, ...". Whatever can be prescribed can be written and
said, and nothing that differs is written or said alike.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from runlift_site.training.fields import Span
from runlift_site.training.items import Effort, Feel
from runlift_site.training.number_words import (
    decimal_from_words,
    decimal_in_words,
    from_words,
    in_words,
)
from runlift_site.training.vocabulary import Measure
from runlift_site.training.week import Prescription

_UNITS = {"": "reps", "s": "seconds", "m": "metres", "breaths": "breaths"}
_SIGNS = {name: sign for sign, name in _UNITS.items()}
_SPAN = r"[0-9]{1,9}(?:-[0-9]{1,9})?"
_WRITTEN = re.compile(
    r"(?P<sets>[1-9][0-9]?) x (?P<amount>[0-9]{1,9})"
    rf"(?:-(?P<to>[0-9]{{1,9}})| of (?P<range>{_SPAN}))?"
    r"(?: (?P<unit>s|m|breaths))?(?P<side> per side)?"
    r"(?: @(?: (?P<percent>[0-9]{1,3}(?:\.[0-9]{1,6})?) %)?"
    r"(?: RIR (?P<rir>[0-9]{1,2})| RPE (?P<rpe>[0-9]{1,2}))?(?: (?P<feel>[a-z]+))?)?"
    rf"(?:, rest (?P<rest>{_SPAN}) s)?"
    r"(?:, tempo (?P<tempo>[0-9]{1,2}(?:-[0-9]{1,2}){3}))?"
    rf"(?P<rises>, load up(?: (?P<step>{_SPAN}) %)?)?"
)
_FEEL = {
    Feel.LIGHT: "keep it light",
    Feel.EASY: "keep it easy",
    Feel.SLOW: "move slowly",
    Feel.QUICK: "move quickly",
}
_TEMPO = ("down", "pause at the bottom", "up", "pause at the top")
_NO_NUMBER = -1
_NO_TEMPO = "without a count"
_RISES = "make it harder than last time"
_SAID = re.compile(
    r"(?P<sets>[a-z -]+?) sets? of (?P<amount>[a-z0-9 -]+?)"
    r"(?: (?P<unit>second|metre|breath)s?)?(?P<side> on each side)?"
    r"(?:, in a range from (?P<low>[a-z0-9 -]+) to (?P<high>[a-z0-9 -]+))?"
    r"(?:, at (?P<percent>[a-z0-9 -]+) percent of your maximum)?"
    r"(?:, leave (?P<rir>[a-z-]+) in the tank)?"
    rf"(?:, (?P<feel>{'|'.join(_FEEL.values())}))?"
    r"(?:, rest (?P<rest>[a-z0-9 -]+?)(?: to (?P<rest_to>[a-z0-9 -]+))?"
    r" (?P<rest_unit>second|minute)s?)?"
    + "".join(
        rf"(?:, (?P<tempo_{index}>[a-z0-9 -]+) seconds? {name})?"
        for index, name in enumerate(_TEMPO)
    )
    + rf"(?P<no_tempo>, {_NO_TEMPO})?"
    rf"(?P<rises>, {_RISES})?"
    r"(?:, add (?P<step>[a-z0-9 -]+?)(?: to (?P<step_to>[a-z0-9 -]+))? percent)?"
)


def written(asked: Prescription) -> str:
    """A prescription in the compact notation."""
    effort, measure = asked.effort, asked.measure.value
    dose = f"{asked.sets} x {asked.amount}"
    if not asked.range.is_single:
        dose += f" of {_span(asked.range)}"
    sign = _SIGNS[measure.removesuffix("_per_side")]
    dose += (f" {sign}" if sign else "") + (" per side" if asked.measure.per_side else "")
    if effort is not None:
        dose += " @"
        if effort.percent_1rm is not None:
            dose += f" {effort.percent_1rm:.6f}".rstrip("0").rstrip(".") + " %"
        dose += "" if effort.rir is None else f" RIR {effort.rir}"
        dose += "" if effort.feel is None else f" {effort.feel}"
    step = "" if asked.load_step_pct is None else f" {_span(asked.load_step_pct)} %"
    parts = (
        dose,
        "" if asked.rest_s is None else f"rest {_span(asked.rest_s)} s",
        "" if asked.tempo is None else f"tempo {asked.tempo}",
        f"load up{step}" if asked.load_rises else "",
    )
    return ", ".join(part for part in parts if part)


def read(text: str) -> Prescription | None:
    """Read the compact notation; a range without ``of`` begins at its low end.

    Returns:
        The prescription; None if the text is none.
    """
    found = _WRITTEN.fullmatch(text)
    measure = _measure(_UNITS[found["unit"] or ""], found["side"]) if found else None
    if found is None or measure is None:
        return None
    amount = int(found["amount"])
    rir = 10 - int(found["rpe"]) if found["rpe"] else int(found["rir"]) if found["rir"] else None
    return _checked(
        Prescription(
            sets=int(found["sets"]),
            measure=measure,
            amount=amount,
            range=_read_span(found["range"]) or Span(amount, int(found["to"] or amount)),
            effort=None,
            rest_s=_read_span(found["rest"]),
            tempo=found["tempo"],
            load_rises=found["rises"] is not None,
            load_step_pct=_read_span(found["step"]),
        ),
        (rir, float(found["percent"]) if found["percent"] else None, found["feel"]),
    )


def said(asked: Prescription) -> str:
    """A prescription as a coach says it, one sentence in words without a full stop."""
    amount = in_words(asked.amount)
    if asked.measure not in {Measure.REPS, Measure.REPS_PER_SIDE}:
        amount = _counted(asked.amount, asked.measure.value.removesuffix("_per_side")[:-1])
    side = " on each side" if asked.measure.per_side else ""
    parts = [f"{_counted(asked.sets, 'set')} of {amount}{side}"]
    if not asked.range.is_single:
        parts.append(f"in a range from {in_words(asked.range.low)} to {in_words(asked.range.high)}")
    parts.extend(_said_effort(asked.effort))
    if asked.rest_s is not None:
        parts.append(f"rest {_time(asked.rest_s)}")
    parts.extend(_said_tempo(asked.tempo))
    if asked.load_rises:
        parts.append(_RISES)
        if asked.load_step_pct is not None:
            parts.append(f"add {_span_in_words(asked.load_step_pct)} percent")
    return ", ".join(parts)


def heard(text: str) -> Prescription | None:
    """Read a sentence that ``said`` made.

    Returns:
        The prescription; None if the text is none.
    """
    found = _SAID.fullmatch(text)
    measure = _measure(f"{found['unit'] or 'rep'}s", found["side"]) if found else None
    if found is None or measure is None or (found["step"] and not found["rises"]):
        return None
    amount = _number(found["amount"])
    seconds = 60 if found["rest_unit"] == "minute" else 1
    counts = [_number(found[f"tempo_{index}"] or "zero") for index in range(len(_TEMPO))]
    if _NO_NUMBER in counts:
        return None
    feel = next((feel for feel, words in _FEEL.items() if words == found["feel"]), None)
    rir = 0 if found["rir"] == "none" else _number(found["rir"]) if found["rir"] else None
    return _checked(
        Prescription(
            sets=_number(found["sets"]),
            measure=measure,
            amount=amount,
            range=_heard_span(found["low"], found["high"]) or Span(amount, amount),
            effort=None,
            rest_s=_heard_span(found["rest"], found["rest_to"], seconds),
            tempo="-".join(map(str, counts)) if any(counts) or found["no_tempo"] else None,
            load_rises=found["rises"] is not None,
            load_step_pct=_heard_span(found["step"], found["step_to"]),
        ),
        (rir, decimal_from_words(found["percent"]) if found["percent"] else None, feel),
    )


def _measure(unit: str, side: str | None) -> Measure | None:
    name = f"{unit}_per_side" if side else unit
    return Measure(name) if name in set(Measure) else None


def _checked(
    asked: Prescription, effort: tuple[int | None, float | None, str | None]
) -> Prescription | None:
    """The prescription with its effort, unless a part of it is none or contradicts another."""
    rir, percent, feel = effort
    spans = [one for one in (asked.range, asked.rest_s, asked.load_step_pct) if one is not None]
    if (
        asked.sets < 1
        or not 1 <= asked.range.low <= asked.amount <= asked.range.high
        or any(not 0 <= one.low <= one.high for one in spans)
        or (rir is not None and not 0 <= rir <= 10)
        or (percent is not None and not 0 < percent <= 100)
        or (feel is not None and feel not in set(Feel))
    ):
        return None
    if effort == (None, None, None):
        return asked
    values = {"rir": rir, "percent_1rm": percent, "feel": feel}
    return replace(asked, effort=Effort.model_validate(values))


def _said_effort(effort: Effort | None) -> Iterator[str]:
    if effort is None:
        return
    if effort.percent_1rm is not None:
        yield f"at {decimal_in_words(effort.percent_1rm)} percent of your maximum"
    if effort.rir is not None:
        yield f"leave {in_words(effort.rir) if effort.rir else 'none'} in the tank"
    if effort.feel is not None:
        yield _FEEL[effort.feel]


def _said_tempo(tempo: str | None) -> list[str]:
    if tempo is None:
        return []
    seconds = (int(part) for part in tempo.split("-"))
    counts = [
        f"{_counted(count, 'second')} {name}"
        for count, name in zip(seconds, _TEMPO, strict=True)
        if count
    ]
    return counts or [_NO_TEMPO]


def _span(span: Span) -> str:
    return str(span.low) if span.is_single else f"{span.low}-{span.high}"


def _read_span(text: str | None) -> Span | None:
    if text is None:
        return None
    low, _, high = text.partition("-")
    return Span(int(low), int(high or low))


def _heard_span(low: str | None, high: str | None, each: int = 1) -> Span | None:
    if low is None:
        return None
    return Span(_number(low) * each, _number(high or low) * each)


def _number(words: str) -> int:
    """The number that words say; words that say none make one that no prescription has."""
    number = from_words(words)
    return _NO_NUMBER if number is None else number


def _counted(number: int, noun: str) -> str:
    return f"{in_words(number)} {noun}{'' if number == 1 else 's'}"


def _span_in_words(span: Span) -> str:
    low = in_words(span.low)
    return low if span.is_single else f"{low} to {in_words(span.high)}"


def _time(rest_s: Span) -> str:
    """In minutes where they are whole, else in seconds: "ninety seconds" is what is said."""
    whole = rest_s.low % 60 == rest_s.high % 60 == 0 and rest_s.high >= 60
    unit, span = (
        ("minute", Span(rest_s.low // 60, rest_s.high // 60))
        if whole
        else (
            "second",
            rest_s,
        )
    )
    return f"{_span_in_words(span)} {unit}{'' if span.high == 1 else 's'}"
