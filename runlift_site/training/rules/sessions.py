"""Sessions as rules go through them."""

from collections.abc import Iterator

from runlift_site.training.week import Lift, Plan


def first_of_each(plan: Plan) -> Iterator[tuple[int, int, Lift]]:
    """Week, weekday and lift where each session is done for the first time with its kit.

    What is wrong with the writing of a session is said once, not in every week.
    """
    seen = set()
    for week in plan.weeks:
        for day in week.days:
            for lift in day.lifts:
                key = (lift.session_id, lift.tier)
                if key not in seen:
                    seen.add(key)
                    yield week.number, day.weekday, lift


def named(lift: Lift) -> str:
    """A session as its author knows it."""
    return f"The session '{lift.session_id}'"
