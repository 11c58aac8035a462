"""One plan at work: expanded in its tiers, asked by the rules, fitted onto paper."""

from collections.abc import Iterator, Mapping

from runlift_site.authoring.content import Content, Places
from runlift_site.diagnostics.model import Finding, Place, Severity
from runlift_site.pages import urls
from runlift_site.pages.exercise_uses import exercise_uses
from runlift_site.pages.frame import Frame
from runlift_site.pages.plan_check import PlanCheck
from runlift_site.pages.plan_parts import plan_card
from runlift_site.pages.sheet import sheet_faults
from runlift_site.pipeline.plans import PlanUse, Study
from runlift_site.pipeline.reads import Noticed
from runlift_site.training.exercise import Exercise
from runlift_site.training.expand import Expansion, expand
from runlift_site.training.library import Library
from runlift_site.training.rules.check import RULES, check_plan, unused_allowances
from runlift_site.training.rules.fold import over_variants
from runlift_site.training.rules.phrases import when
from runlift_site.training.vocabulary import Tier
from runlift_site.training.week import Path, Plan


class Planning:
    """A plan with everything that is worked out from it, each once.

    Args:
        name: Id of the plan.
        content: The content.
        frame: What all pages share.
        exercises: Exercises without what only their own pages show.
        patterns: Movement pattern of each exercise.
    """

    def __init__(
        self,
        name: str,
        content: Content,
        frame: Frame,
        exercises: Mapping[str, Exercise],
        patterns: Mapping[str, str],
    ) -> None:
        self._template = content.plans[name]
        self._file = f"content/plans/{name}.yaml"
        self._frame = frame
        self._places = Places(content.files)
        self._exercises = Noticed(exercises)
        self._library = Library(self._exercises, content.routines, patterns)
        self._expansions: dict[Tier, Expansion] = {}
        self._checks: dict[Tier, PlanCheck] = {}

    @property
    def read(self) -> tuple[str, ...]:
        """Exercises that were looked at so far."""
        return self._exercises.read

    def plan(self, tier: Tier) -> Plan:
        """The plan in one tier.

        Raises:
            KeyError: It has no such tier, or cannot be expanded.
        """
        plan = self._expansion(tier).plan
        if plan is None:
            raise KeyError(f"{self._file} {tier}")
        return plan

    def plans(self) -> tuple[Plan, ...]:
        """The plan in all its tiers, the fullest first."""
        return tuple(self.plan(tier) for tier in self._template.tiers)

    def check(self, tier: Tier) -> PlanCheck:
        """What the coaching rules say about one variant."""
        if tier not in self._checks:
            found = check_plan(self.plan(tier), self._library)
            self._checks[tier] = PlanCheck(len(RULES), found)
        return self._checks[tier]

    def check_of_all(self) -> PlanCheck:
        """What the coaching rules say about all variants, each cause once."""
        told = over_variants([(tier, self.check(tier).findings) for tier in self._template.tiers])
        return PlanCheck(
            len(RULES),
            tuple(one.finding for one in told),
            {one.finding: one.tiers for one in told if one.tiers},
        )

    def study(self) -> Study:
        """What the rest of the site needs to know of the plan."""
        expansions = {tier: self._expansion(tier) for tier in self._template.tiers}
        problems = {p: None for e in expansions.values() for p in e.problems}
        findings = [
            Finding(p.code, Severity.ERROR, p.message, self._place(p.path), p.help)
            for p in problems
        ]
        plans = tuple(e.plan for e in expansions.values() if e.plan is not None)
        if findings or len(plans) < len(expansions):
            return Study(tuple(findings), None, (), {})
        findings.extend(self._rule_findings())
        findings.extend(self._sheet_findings(plans))
        uses = exercise_uses(plans, self._frame.words)
        return Study(
            findings=tuple(dict.fromkeys(findings)),
            card=plan_card(plans[0], self._frame.words, urls.PLANS),
            uses=tuple(PlanUse(key, use) for key in sorted(uses) for use in uses[key]),
            weeks={plan.tier: len(plan.weeks) for plan in plans},
        )

    def _rule_findings(self) -> Iterator[Finding]:
        """Findings of the rules; one that not every variant has names those that have it."""
        check = self.check_of_all()
        unused = unused_allowances(self._template, check.findings)
        for found in (*check.findings, *unused):
            tiers = check.variants.get(found, ())
            place = [*tiers, when(found)] if found.weeks else [*tiers]
            allowed = found.allowed_because
            severity = Severity.INFO if allowed else found.severity
            tell = f"allowed: {allowed}" if allowed else found.fix
            where = f"{', '.join(place)}: " if place else ""
            message = f"{where}{found.sentence} ({found.rule}: {found.reason})"
            yield Finding(found.code, severity, message, self._place(found.path), tell)

    def _sheet_findings(self, plans: tuple[Plan, ...]) -> Iterator[Finding]:
        """What does not fit on paper; one cause is told once, whatever sheets it spoils."""
        told: set[tuple[str, Path]] = set()
        for plan in plans:
            for week in plan.weeks:
                for fault in sheet_faults(week, self._frame.settings):
                    if (fault.code, fault.path) in told:
                        continue
                    told.add((fault.code, fault.path))
                    place = self._place(fault.path)
                    yield Finding(fault.code, Severity.ERROR, fault.message, place, fault.help)

    def _expansion(self, tier: Tier) -> Expansion:
        if tier not in self._expansions:
            self._expansions[tier] = expand(self._template, tier, self._library)
        return self._expansions[tier]

    def _place(self, path: Path) -> Place:
        return self._places.find(self._file, path)
