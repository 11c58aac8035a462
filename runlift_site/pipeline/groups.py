"""The groups of a site: for each page kind, what its pages are made from.

The modules that decide pages are imported where a group is decided: a build in which one exercise
changed decides one group, and need not know how plans are printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift_site.authoring.content import Content
from runlift_site.build.digest import digest
from runlift_site.pages.frame import Frame
from runlift_site.pages.outputs import Group, Output
from runlift_site.pipeline.assets import with_filters
from runlift_site.pipeline.guides import Guides
from runlift_site.pipeline.plans import Plans
from runlift_site.pipeline.reads import Only

if TYPE_CHECKING:
    from runlift_site.pages.exercise_uses import ExerciseUse


@dataclass(frozen=True, slots=True)
class Site:
    """A site whose content is without errors, ready to be decided group by group.

    Attributes:
        content: What authors wrote.
        plans: Its plans.
        guides: Its guides.
        frame: What all pages share.
        frame_digest: Digest of the same.
    """

    content: Content
    plans: Plans
    guides: Guides
    frame: Frame
    frame_digest: str

    def groups(self) -> Iterator[Group]:
        """Every group of pages and sheets."""
        uses = self.plans.uses()
        for name in self.content.exercises:
            yield self._exercise(name, uses)
        yield self._exercise_index()
        for name in self.plans:
            yield self._plan(name)
        yield self._plan_index()
        for name in self.content.guides:
            yield self._guide(name)
        yield self._guide_index()
        yield self._rules()
        yield self._home()
        yield Group("not found", self._inputs(), self._not_found)

    def _not_found(self) -> tuple[Output, ...]:
        from runlift_site.pages.not_found_page import not_found_page

        return (not_found_page(self.frame),)

    def _inputs(self, **digests: str) -> tuple[tuple[str, str], ...]:
        named = ((label.replace("_", " "), value) for label, value in digests.items())
        return (("frame", self.frame_digest), *named)

    def _exercise(self, name: str, uses: "Mapping[str, tuple[ExerciseUse, ...]]") -> Group:
        shelf = self.content.exercises
        mentioned = frozenset(
            ref.target for ref in shelf.entries[name].read.refs if ref.kind == "exercise"
        )
        used = uses.get(name, ())

        def decide() -> tuple[Output, ...]:
            from runlift_site.pages.exercise_page import exercise_page
            from runlift_site.training.library import Library

            neighbours = Only(self.content.seen, mentioned)
            library = Library(neighbours, {}, {})
            return (exercise_page(self.frame, shelf[name], library, used),)

        inputs = self._inputs(
            exercise=shelf.digest(name),
            neighbours=_named({o: shelf.shared(o) for o in sorted(mentioned) if o in shelf}),
            used_by=digest(used) if used else "",
        )
        return Group(f"exercise {name}", inputs, decide)

    def _exercise_index(self) -> Group:
        shelf = self.content.exercises

        def decide() -> tuple[Output, ...]:
            from runlift_site.pages.exercise_index_page import exercise_index_page, filter_rules

            exercises = tuple(self.content.seen.values())
            frame, filters = with_filters(self.frame, filter_rules(exercises))
            return (exercise_index_page(frame, exercises), filters)

        inputs = self._inputs(exercises=_named({name: shelf.shared(name) for name in shelf}))
        return Group("exercise index", inputs, decide)

    def _plan(self, name: str) -> Group:
        def decide() -> tuple[Output, ...]:
            return tuple(self.plan_outputs(name))

        return Group(f"plan {name}", self._inputs(plan=self.plans.key(name)), decide)

    def plan_outputs(self, name: str) -> Iterator[Output]:
        """Pages and sheets of a plan in all its variants."""
        from runlift_site.pages.plan_overview_page import plan_overview_page
        from runlift_site.pages.sheet import week_sheets
        from runlift_site.pages.week_page import week_page

        planning = self.plans.planning(name)
        variants = planning.plans()
        frame = self.frame
        yield plan_overview_page(frame, variants, planning.check_of_all())
        for plan in variants:
            check = planning.check(plan.tier)
            for week in plan.weeks:
                yield week_page(frame, plan, week.number, check)
                if frame.pdf:
                    yield from week_sheets(plan, week, frame.settings, frame.words)

    def _plan_index(self) -> Group:
        names = self._ordered(self.frame.settings.plans, self.content.plans)
        cards = tuple(self.plans.card(name) for name in names)

        def decide() -> tuple[Output, ...]:
            from runlift_site.pages.plan_index_page import plan_index_page

            return (plan_index_page(self.frame, cards),)

        return Group("plan index", self._inputs(cards=digest(cards)), decide)

    def _guide(self, name: str) -> Group:
        shown = self.guides.strips(name)
        inputs = self._inputs(
            guide=self.content.guides.digest(name),
            bibliography=self.content.files["content/bibliography.yaml"].digest,
            weeks=_named({mark.plan: self.plans.key(mark.plan) for mark in shown}),
        )
        return Group(f"guide {name}", inputs, lambda: (self.guides.page(name, self.frame),))

    def _guide_index(self) -> Group:
        names = self._ordered(self.frame.settings.guides, self.content.guides)
        inputs = self._inputs(guides=self._guide_digests(names))

        def decide() -> tuple[Output, ...]:
            from runlift_site.pages.guide_index_page import guide_index_page

            counted = tuple(self.guides.counted(name) for name in names)
            return (guide_index_page(self.frame, counted),)

        return Group("guide index", inputs, decide)

    def _rules(self) -> Group:
        papers = self.content.files["content/bibliography.yaml"]

        def decide() -> tuple[Output, ...]:
            from runlift_site.pipeline.rules import rule_pages

            return tuple(rule_pages(self.frame, self.content.bibliography().papers))

        return Group("rules", self._inputs(bibliography=papers.digest), decide)

    def _home(self) -> Group:
        home = self.frame.settings.home
        cards = tuple(self.plans.card(name) for name in home.plans)

        def decide() -> tuple[Output, ...]:
            from runlift_site.pages.home_page import home_page

            shown = self.plans.planning(home.week.plan).plan(home.week.variant)
            counted = tuple(self.guides.counted(name) for name in home.guides)
            return (home_page(self.frame, shown, cards, counted),)

        inputs = self._inputs(
            week=self.plans.key(home.week.plan),
            cards=digest(cards),
            guides=self._guide_digests(home.guides),
        )
        return Group("home", inputs, decide)

    def _guide_digests(self, names: tuple[str, ...]) -> str:
        return _named({name: self.content.guides.digest(name) for name in names})

    @staticmethod
    def _ordered(first: tuple[str, ...], known: Mapping[str, object]) -> tuple[str, ...]:
        """Ids in the order the site file gives, then those it does not name."""
        return (*first, *(name for name in known if name not in first))


def _named(digests: Mapping[str, str]) -> str:
    """One digest of several named ones, in their order; empty for none."""
    return digest(dict(digests)) if digests else ""
