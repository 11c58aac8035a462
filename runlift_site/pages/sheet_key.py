"""The key of a printed strip: the marks that occur in it, in one line."""

from runlift_site.pages.paper_type import KEY
from runlift_site.pages.sheet_measures import SESSION_MM
from runlift_site.pages.strip_view import StripView
from runlift_site.pages.wording import Wording

_RUNS = ("easy", "walk", "long", "steady", "fast", "race", "cross")
_LIFTS = ("heavy", "loaded", "light")


def sheet_key(strip: StripView, words: Wording) -> str:
    """What the marks of a strip mean, in the fullest way that fits in one line."""
    return KEY.first_fitting(
        (_said(strip, words, "print.key"), _said(strip, words, "print.short_key")), SESSION_MM
    )


def _said(strip: StripView, words: Wording, form: str) -> str:
    comma = words("print.comma")
    runs = [
        words("print.key.run", letter=entry.letter, text=words(f"{form}.{entry.mark}"))
        for entry in strip.key
        if entry.mark in _RUNS
    ]
    lifts = [words(f"{form}.{entry.mark}") for entry in strip.key if entry.mark in _LIFTS]
    parts = [words(f"{form}.runs", marks=comma.join(runs))] if runs else []
    if lifts:
        parts.append(words(f"{form}.lifts", marks=comma.join(lifts)))
    if any(entry.mark == "clear" for entry in strip.key):
        parts.append(words(f"{form}.clear"))
    if any(day.lift is not None and day.lift.allowed for day in strip.days):
        parts.append(words(f"{form}.allowed"))
    return " ".join(parts)
