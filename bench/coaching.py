"""Measures the coaching engine: checks of plans, placement of a week, a fix that is tried.

    python -m bench.coaching

Times are processor milliseconds on one core, the least of several runs. The plan has 12 weeks and
is the shipped one of that length in all its variants.
"""

import time
from collections.abc import Callable
from typing import TypeVar

from bench.generate import ROOT
from runlift_site.source.document import read_yaml
from runlift_site.training.exercise import Exercise
from runlift_site.training.expand import expand
from runlift_site.training.fields import Record
from runlift_site.training.layout import Weight, repeating
from runlift_site.training.library import Library
from runlift_site.training.placement import layouts
from runlift_site.training.placement_ways import ways
from runlift_site.training.plan import PlanTemplate
from runlift_site.training.routine import Routine
from runlift_site.training.rules.check import RULES, check_plan
from runlift_site.training.rules.moves import moved
from runlift_site.training.week import Plan
from runlift_site.training.week_text import read_week

RUNS = 7
PLANS = 1000
PLAN = "half-marathon-build-12"
WEEKS = {
    "two heavy lifts, a tempo run": ("tue easy, wed tempo, thu easy, fri easy, sun long", 2, 0),
    "two heavy lifts and two others": ("tue easy, wed tempo, thu easy, sun long", 2, 2),
    "a heavy lift and five others": ("wed easy, sun long", 1, 5),
}
NO_ROOM = "mon easy, tue intervals, wed easy, fri tempo, sun long"
R = TypeVar("R", bound=Record)


def records(folder: str, model: type[R]) -> dict[str, R]:
    """The records of the shipped content, by id."""
    return {
        path.stem: model.model_validate(
            {"id": path.stem, **read_yaml(path.name, path.read_bytes()).value}
        )
        for path in sorted((ROOT / "content" / folder).glob("*.yaml"))
    }


def best_ms(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least processor time of several runs."""
    times = []
    for _ in range(runs):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return 1000 * min(times)


def show(what: str, ms: float, limit: str = "") -> None:
    """Print one line."""
    print(f"  {what:<52} {ms:9.2f} ms  {limit}")


def measure_checks(library: Library, template: PlanTemplate) -> None:
    """Print what checks cost."""

    def expanded() -> list[Plan]:
        found = [expand(template, tier, library).plan for tier in template.tiers]
        return [plan for plan in found if plan is not None]

    def check(plans: list[Plan]) -> None:
        for plan in plans:
            check_plan(plan, library)

    plans = expanded()
    found = [finding for plan in plans for finding in check_plan(plan, library)]
    print(f"\n{template.id}: {template.weeks} weeks, {len(plans)} variants, {len(found)} findings")
    show("expand all variants", best_ms(expanded))
    show(f"ask {len(RULES)} rules in all variants", best_ms(lambda: check(plans)), "limit 20 ms")
    show("expand and ask, as an edit does", best_ms(lambda: check(expanded())))
    one, three = 0.0, 0.0
    for _ in range(PLANS):
        plans = expanded()  # anew, so that nothing is remembered from the last time
        began = time.process_time()
        check(plans[:1])
        between = time.process_time()
        check(plans[1:])
        one += between - began
        three += time.process_time() - began
    show(f"ask {PLANS} such plans, one variant", 1000 * one)
    show(f"ask {PLANS} such plans, all variants", 1000 * three, "limit 10 s")
    bad = _with_a_bad_lift(plans[0])
    show("one variant, a lift moved where it is wrong", best_ms(lambda: check_plan(bad, library)))


def _with_a_bad_lift(plan: Plan) -> Plan:
    """The plan with its first lift on the first day of hard or long running."""
    week = plan.weeks[0]
    day = next(day for day in week.days if any(run.run_class != "easy" for run in day.runs))
    return moved(plan, week.lifts[0].path, day.weekday)


def measure_placement() -> None:
    """Print what placement costs."""
    print("\nplacement of a week")
    for what, (text, heavy, others) in WEEKS.items():
        week = repeating(read_week(text))
        weights = [Weight.HEAVY] * heavy + [Weight.FULL] * others
        count = len(layouts(week, weights))
        ms = best_ms(lambda week=week, weights=weights: layouts(week, weights))  # type: ignore[misc]
        show(f"{what}: {count} layouts", ms, "limit 5 ms")
    week = repeating(read_week(NO_ROOM))
    weights = [Weight.HEAVY, Weight.HEAVY]
    assert not layouts(week, weights)
    show("what would fit where nothing does", best_ms(lambda: ways(week, weights)))
    show("reading a week of text", best_ms(lambda: read_week(NO_ROOM)))


def main() -> None:
    """Run every measurement."""
    library = Library(records("exercises", Exercise), records("routines", Routine))
    measure_checks(library, records("plans", PlanTemplate)[PLAN])
    measure_placement()


if __name__ == "__main__":
    main()
