"""The answer to "where do my lifts go?": a week as text in, the best layout as text or JSON out."""

import json
from typing import Any

from runlift_site.training.layout import Layout, LiftlessWeek, Weight, repeating, slots_on
from runlift_site.training.placement import layouts
from runlift_site.training.placement_ways import Way, ways
from runlift_site.training.placement_words import asked, where, why
from runlift_site.training.vocabulary import WEEKDAYS
from runlift_site.training.week import Run, Session
from runlift_site.training.week_text import NotAWeek, read_week

__all__ = ["NotAWeek", "Placing", "placing"]

MOST_HEAVY = 2
"""Of the lifts that are asked for, so many are heavy-leg lifts unless said otherwise."""

_MOST_OTHERS = 3
_LIFTS = {
    Weight.HEAVY: "heavy legs",
    Weight.FULL: "lift",
    Weight.LIGHT: "light lift",
    Weight.ADD_ON: "add-on",
}


class Placing:
    """What became of the question; a week is taken as one that repeats.

    Args:
        week: The week without its lifts.
        weights: The lifts.
    """

    def __init__(self, week: LiftlessWeek, weights: tuple[Weight, ...]) -> None:
        self._week = week
        self._weights = weights
        self._layouts = layouts(week, weights)

    @property
    def fits(self) -> bool:
        """Whether there is a layout without any error or warning."""
        return bool(self._layouts)

    def text(self) -> str:
        """The answer for a reader."""
        if not self.fits:
            found = [f"  {way.sentence}" for way in self._ways()]
            head = f"This week has no days for {asked(self._weights)}."
            if not found:
                return f"{head} No lift would fit: make some of the runs easy."
            return "\n".join([head, "", "What would fit:", *found])
        best, *others = self._layouts
        lines = [
            f"{day.capitalize()}  {' + '.join(held)}"
            for day, held in _days(self._week, best).items()
        ]
        lines += ["", why(self._week, best)]
        if others:
            lines += ["", "It could also be:"]
            lines += [f"  {where(other)}" for other in others[:_MOST_OTHERS]]
            if len(others) > _MOST_OTHERS:
                lines.append(f"  and {len(others) - _MOST_OTHERS} more")
        return "\n".join(lines)

    def json(self) -> str:
        """The answer for a program."""
        best = self._layouts[0] if self.fits else None
        answer: dict[str, Any] = {
            "fits": self.fits,
            "lifts": [weight.value for weight in self._weights],
            "days": _days(self._week, best) if best else None,
            "why": why(self._week, best) if best else None,
            "others": [_lift_days(other) for other in self._layouts[1:]],
            "ways": [] if best else [_as_json(way) for way in self._ways()],
        }
        return json.dumps(answer, indent=2, ensure_ascii=False)

    def _ways(self) -> tuple[Way, ...]:
        return ways(self._week, self._weights)


def placing(text: str, lifts: int, heavy: int | None) -> Placing:
    """Place lifts in a week.

    Args:
        text: The week, such as "tue easy 40, wed tempo 50, sun long 95".
        lifts: Number of lifts.
        heavy: How many of them are heavy-leg lifts; None for two at most.

    Raises:
        NotAWeek: The text cannot be read.
    """
    hard = min(lifts, MOST_HEAVY) if heavy is None else heavy
    weights = (Weight.HEAVY,) * hard + (Weight.FULL,) * (lifts - hard)
    return Placing(repeating(read_week(text)), weights)


def _days(week: LiftlessWeek, layout: Layout) -> dict[str, list[str]]:
    """What each day holds, in the order it is done."""
    placed = dict(zip(layout.days, layout.weights, strict=True))
    held = {}
    for weekday, day in enumerate(week.days):
        parts = [_session(session) for session in day.sessions]
        if weekday in placed:
            lift = _LIFTS[placed[weekday]]
            slots = slots_on(day, placed[weekday], week.run_first) if day.sessions else None
            pairs = [(slots[0], parts[0]), (slots[1], lift)] if slots else []
            parts = [f"{what} ({slot})" for slot, what in sorted(pairs)] or [lift]
        held[WEEKDAYS[weekday]] = parts or ["rest"]
    return held


def _session(session: Session) -> str:
    if isinstance(session, Run):
        name = session.run_type.value.replace("_", " ")
        amount = f"{session.km:g} km" if session.by_distance else str(session.minutes or "")
        return f"{name} {amount}".strip()
    activity = getattr(session, "activity", "")
    return f"{activity} {session.minutes or ''}".strip()


def _lift_days(layout: Layout) -> list[dict[str, str]]:
    pairs = sorted(zip(layout.days, layout.weights, strict=True))
    return [{"day": WEEKDAYS[day], "lift": weight.value} for day, weight in pairs]


def _as_json(way: Way) -> dict[str, Any]:
    return {
        "change": way.change,
        "days": _days(way.week, way.layout),
        "accepts": [one.rule for one in way.layout.accepts],
    }
