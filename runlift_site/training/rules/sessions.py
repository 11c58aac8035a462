"""Sessions as rules speak of them and count them."""

from runlift_site.training.vocabulary import BlockKind
from runlift_site.training.week import Lift, PlannedFreeSlot, Week


def main_sets(week: Week) -> int:
    """All main sets of a week; a round of a circuit or pair is a set of each exercise."""
    return sum(
        item.sets if isinstance(item, PlannedFreeSlot) else item.prescription.sets
        for lift in week.lifts
        for block in lift.blocks
        if block.kind is BlockKind.MAIN
        for item in block.items
    )


def named(lift: Lift) -> str:
    """A session as its author knows it."""
    return f"The session '{lift.session_id}'"
