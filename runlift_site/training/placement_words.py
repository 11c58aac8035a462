"""Placement in words: where lifts stand, and why that is the best there is."""

from collections.abc import Iterator, Sequence

from runlift_site.training.layout import Layout, LiftlessWeek, Weight
from runlift_site.training.placement import days_between, is_busy
from runlift_site.training.rules.days import run_of
from runlift_site.training.rules.order import MOST_RUN_DAYS
from runlift_site.training.rules.phrases import listed, opening
from runlift_site.training.vocabulary import DAY_NAMES, RunClass

_NAMES = {
    Weight.HEAVY: ("heavy legs", "heavy legs"),
    Weight.FULL: ("the other lift", "the other lifts"),
    Weight.LIGHT: ("the light lift", "the light lifts"),
    Weight.ADD_ON: ("the add-on", "the add-ons"),
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven")


def number(n: int) -> str:
    """A small number in words."""
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)


def where(layout: Layout) -> str:
    """Where lifts stand: "heavy legs on Monday and Friday, the add-on on Tuesday"."""
    parts = []
    for weight, (one, many) in _NAMES.items():
        days = sorted(d for d, w in zip(layout.days, layout.weights, strict=True) if w is weight)
        if days:
            name = one if len(days) == 1 else many
            if Weight.HEAVY not in layout.weights:
                name = name.replace("other ", "")
            parts.append(f"{name} on {listed([DAY_NAMES[day] for day in days])}")
    return ", ".join(parts)


def asked(weights: Sequence[Weight]) -> str:
    """Lifts in words: "two heavy-leg lifts and one other lift"."""
    names = {
        Weight.HEAVY: "heavy-leg lift",
        Weight.FULL: "other lift" if Weight.HEAVY in weights else "lift",
        Weight.LIGHT: "light lift",
        Weight.ADD_ON: "add-on",
    }
    counts = [(weights.count(weight), names[weight]) for weight in Weight]
    return listed([f"{number(n)} {name}{'s' * (n > 1)}" for n, name in counts if n])


def why(week: LiftlessWeek, layout: Layout) -> str:
    """One sentence that says what is good about a layout."""
    lifts = sorted(d for d, w in zip(layout.days, layout.weights, strict=True) if _is_lift(w))
    add_ons = sorted(set(layout.days) - set(lifts))
    parts = [_own_days(week, lifts)] if lifts else []
    parts.extend(_around_heavy(week, layout))
    if add_ons and all(run_of(week.days[day], RunClass.EASY) for day in add_ons):
        parts.append(f"the add-on{'s' * (len(add_ons) > 1)} can follow an easy run")
    text = listed(parts) if parts else "every other day would raise more findings"
    return f"{opening(text)}."


def _is_lift(weight: Weight) -> bool:
    return weight is not Weight.ADD_ON


def _own_days(week: LiftlessWeek, lifts: Sequence[int]) -> str:
    """Which lifts have a day of their own, and what the others share theirs with."""
    shared = [day for day in lifts if week.days[day].sessions]
    one = len(lifts) == 1
    if not shared:
        return f"{'the' if one else 'each'} lift has a day to itself"
    easy = all(run_of(week.days[day], RunClass.EASY) for day in shared)
    days = listed([DAY_NAMES[day] for day in shared])
    runs = f"{'an ' * (len(shared) == 1)}easy run{'s' * (len(shared) > 1)}" if easy else "training"
    taken = {*lifts, *(n for n, day in enumerate(week.days) if day.sessions)}
    free = [DAY_NAMES[day] for day in range(len(week.days)) if day not in taken]
    if week.run_days > MOST_RUN_DAYS and free:
        return f"lifting shares {days} with {runs}, so that {listed(free)} stays free"
    reason = "no free day would pass" if free else "no day is free"
    return f"{days} {'is' if len(shared) == 1 else 'are'} shared with {runs} because {reason}"


def _around_heavy(week: LiftlessWeek, layout: Layout) -> Iterator[str]:
    """What is good about the days of heavy legs."""
    heavy = layout.heavy_days
    if len(heavy) > 1:
        gaps = days_between(heavy, week.repeats)
        yield f"at least {24 * min(gaps)} hours lie between heavy legs"
    after = [day for place in heavy for day in week.places(place)]
    if heavy and not any(is_busy(place.after) for place in after if place.after is not None):
        following = {(day + 1) % len(week.days) for day in heavy}
        if not following & set(layout.days):
            yield (
                "the day after heavy legs is easy or free"
                if len(heavy) == 1
                else "the days after them are easy or free"
            )
