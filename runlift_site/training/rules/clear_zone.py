"""The days of a week to keep clear of heavy leg work."""

from runlift_site.training.layout import Weight, stand_in
from runlift_site.training.rules.days import in_place
from runlift_site.training.rules.placement import faults
from runlift_site.training.week import Week

_HEAVY_LEGS = stand_in(Weight.HEAVY)


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
        if faults(_HEAVY_LEGS, place)
    )
