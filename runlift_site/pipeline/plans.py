"""Plans: expanded when somebody needs one, studied once and remembered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from runlift_site.authoring.content import Content, Places
from runlift_site.authoring.record_file import without_own_page
from runlift_site.build.digest import digest
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Place, Severity
from runlift_site.pages import urls
from runlift_site.pages.exercise_uses import ExerciseUse, exercise_uses
from runlift_site.pages.frame import Frame
from runlift_site.pages.plan_check import PlanCheck
from runlift_site.pages.plan_parts import PlanCard, plan_card
from runlift_site.pages.sheet import sheet_faults
from runlift_site.pipeline.reads import Noticed
from runlift_site.training.exercise import Exercise
from runlift_site.training.expand import Expansion, expand
from runlift_site.training.library import Library
from runlift_site.training.rules.check import RULES, check_plan, unused_allowances
from runlift_site.training.rules.model import RuleFinding
from runlift_site.training.vocabulary import Tier
from runlift_site.training.week import Path, Plan

READS, STUDIES = "plan-reads", "plan-studies"


@dataclass(frozen=True, slots=True)
class PlanUse:
    """A use of an exercise, with the exercise's id."""

    exercise: str
    use: ExerciseUse


@dataclass(frozen=True, slots=True)
class Study:
    """What the rest of the site needs to know of a plan.

    Attributes:
        findings: Everything there is to say about the plan, placed.
        card: The plan as a card on a page at the top of the site; None if it cannot be expanded.
        uses: The exercises it uses.
        weeks: How many weeks each of its tiers has.
    """

    findings: tuple[Finding, ...]
    card: PlanCard | None
    uses: tuple[PlanUse, ...]
    weeks: Mapping[Tier, int]


@dataclass
class _Work:
    """A plan being expanded, with a note of what it reads."""

    exercises: Noticed[Exercise]
    library: Library
    expansions: dict[Tier, Expansion] = field(default_factory=dict)
    checks: dict[Tier, PlanCheck] = field(default_factory=dict)


class Plans:
    """All plans of a site.

    Args:
        content: The content; its plans must not have findings of their own.
        frame: What all pages share.
        frame_digest: Digest of the same.
        store: Remembers studies.
    """

    def __init__(self, content: Content, frame: Frame, frame_digest: str, store: Store) -> None:
        self._content = content
        self._frame = frame
        self._store = store
        self._shared = content.exercises.adapted(without_own_page)
        self._patterns = {
            name: entry.read.links.pattern
            for name, entry in content.exercises.entries.items()
            if entry.read.links is not None
        }
        routines = {name: content.routines.digest(name) for name in content.routines}
        self._common = digest((self._patterns, routines, frame_digest))
        self._work: dict[str, _Work] = {}
        self._keys: dict[str, str] = {}
        self._studies: dict[str, Study] = {}
        self._places = Places(content.files)

    def __iter__(self) -> Iterator[str]:
        return iter(self._content.plans)

    def __len__(self) -> int:
        return len(self._content.plans)

    def plan(self, name: str, tier: Tier) -> Plan:
        """An expanded plan.

        Raises:
            KeyError: It has no such tier, or cannot be expanded.
        """
        plan = self._expansion(name, tier).plan
        if plan is None:
            raise KeyError(f"{name} {tier}")
        return plan

    def plans(self, name: str) -> tuple[Plan, ...]:
        """A plan in all its tiers, the fullest first."""
        return tuple(self.plan(name, tier) for tier in self._content.plans[name].tiers)

    def check(self, name: str, tier: Tier) -> PlanCheck:
        """What the coaching rules say about one variant."""
        work = self._working(name)
        if tier not in work.checks:
            found = check_plan(self.plan(name, tier), work.library)
            work.checks[tier] = PlanCheck(len(RULES), found)
        return work.checks[tier]

    def study(self, name: str) -> Study:
        """What the rest of the site needs to know of a plan."""
        if name not in self._studies:
            self._studies[name] = self._remembered(name)
        return self._studies[name]

    def key(self, name: str) -> str:
        """Digest of everything that the pages and sheets of a plan are made from."""
        self.study(name)
        return self._keys[name]

    def card(self, name: str) -> PlanCard:
        """A plan as a card on a page at the top of the site.

        Raises:
            KeyError: The plan cannot be expanded.
        """
        card = self.study(name).card
        if card is None:
            raise KeyError(name)
        return card

    def uses(self) -> Mapping[str, tuple[ExerciseUse, ...]]:
        """By exercise, the plans that use it."""
        found: dict[str, list[ExerciseUse]] = {}
        for name in self:
            for item in self.study(name).uses:
                found.setdefault(item.exercise, []).append(item.use)
        return {exercise: tuple(uses) for exercise, uses in found.items()}

    def _remembered(self, name: str) -> Study:
        """The study of a plan, from memory if nothing that it read has changed."""
        first = digest((self._content.plans.digest(name), self._common))
        read = self._store.recall(READS, first, tuple[str, ...])
        if read is not None and all(key in self._shared for key in read):
            self._keys[name] = self._key(first, read)
            known = self._store.recall(STUDIES, self._keys[name], Study)
            if known is not None:
                return known
        study = self._made(name)
        read = self._work[name].exercises.read
        self._keys[name] = self._key(first, read)
        self._store.record(READS, first, read)
        self._store.record(STUDIES, self._keys[name], study)
        return study

    def _key(self, first: str, read: Iterable[str]) -> str:
        return digest((first, {name: self._shared.shared(name) for name in read}))

    def _made(self, name: str) -> Study:
        template = self._content.plans[name]
        expansions = {tier: self._expansion(name, tier) for tier in template.tiers}
        problems = {p: None for e in expansions.values() for p in e.problems}
        findings = [
            Finding(p.code, Severity.ERROR, p.message, self._place(name, p.path), p.help)
            for p in problems
        ]
        plans = tuple(e.plan for e in expansions.values() if e.plan is not None)
        if findings or len(plans) < len(expansions):
            return Study(tuple(findings), None, (), {})
        findings.extend(self._rule_findings(name, plans))
        findings.extend(self._sheet_findings(name, plans))
        uses = exercise_uses(plans, self._frame.words)
        return Study(
            findings=tuple(dict.fromkeys(findings)),
            card=plan_card(plans[0], self._frame.words, urls.PLANS),
            uses=tuple(PlanUse(key, use) for key in sorted(uses) for use in uses[key]),
            weeks={plan.tier: len(plan.weeks) for plan in plans},
        )

    def _rule_findings(self, name: str, plans: tuple[Plan, ...]) -> Iterator[Finding]:
        """Findings of the rules; one that not every variant has names those that have it."""
        tiers: dict[RuleFinding, list[Tier]] = {}
        for plan in plans:
            for found in self.check(name, plan.tier).findings:
                assert isinstance(found, RuleFinding), "plans are checked by our own rules"
                tiers.setdefault(found, []).append(plan.tier)
        for found in unused_allowances(plans[0].template, tuple(tiers)):
            tiers[found] = [plan.tier for plan in plans]
        for found, where in tiers.items():
            only = "" if len(where) == len(plans) else f"{', '.join(where)}: "
            allowed = found.allowed_because
            severity = Severity.INFO if allowed else found.severity
            tell = f"allowed: {allowed}" if allowed else found.fix
            message = f"{only}{found.sentence} ({found.rule}: {found.reason})"
            yield Finding(found.code, severity, message, self._place(name, found.path), tell)

    def _sheet_findings(self, name: str, plans: tuple[Plan, ...]) -> Iterator[Finding]:
        for plan in plans:
            for week in plan.weeks:
                for fault in sheet_faults(week, self._frame.settings):
                    place = self._place(name, fault.path)
                    yield Finding(fault.code, Severity.ERROR, fault.message, place, fault.help)

    def _expansion(self, name: str, tier: Tier) -> Expansion:
        work = self._working(name)
        if tier not in work.expansions:
            work.expansions[tier] = expand(self._content.plans[name], tier, work.library)
        return work.expansions[tier]

    def _working(self, name: str) -> _Work:
        if name not in self._work:
            exercises = Noticed(self._shared)
            library = Library(exercises, self._content.routines, self._patterns)
            self._work[name] = _Work(exercises, library)
        return self._work[name]

    def _place(self, name: str, path: Path) -> Place:
        return self._places.find(f"content/plans/{name}.yaml", path)
