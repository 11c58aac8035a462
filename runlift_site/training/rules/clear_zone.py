"""The days of a week to keep clear of heavy leg work."""

from runlift_site.diagnostics.model import Severity
from runlift_site.training.rules.days import in_place
from runlift_site.training.rules.placement import PLACEMENT_JUDGES
from runlift_site.training.vocabulary import SessionKind, Tier
from runlift_site.training.week import Lift, Week

_HEAVY_LEGS = Lift(
    session_id="",
    letter="",
    name=None,
    kind=SessionKind.FULL,
    minutes=0,
    blocks=(),
    heavy_leg=True,
    leg_dominant=True,
    tier=Tier.GYM,
    path=(),
    session_path=(),
)
"""A session of heavy leg work that is asked about, not done."""


def clear_days(week: Week, previous: Week | None, following: Week | None) -> frozenset[int]:
    """Weekdays (0 is Monday) on which heavy leg work would raise an error or a warning.

    Args:
        week: The week.
        previous: The week before it, None for the first.
        following: The week after it, None for the last.
    """
    return frozenset(
        place.day.weekday
        for place in in_place(week, previous, following)
        if any(
            verdict.severity in {Severity.ERROR, Severity.WARNING}
            for judge in PLACEMENT_JUDGES
            for verdict in judge(_HEAVY_LEGS, place)
        )
    )
