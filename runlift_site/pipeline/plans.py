"""Plans as the rest of a site knows them: studied once, remembered, expanded only when needed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runlift_site.authoring.content import Content
from runlift_site.build.digest import digest
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding
from runlift_site.pages.exercise_uses import ExerciseUse
from runlift_site.pages.frame import Frame
from runlift_site.pages.plan_card import PlanCard
from runlift_site.training.vocabulary import Tier

if TYPE_CHECKING:
    from runlift_site.pipeline.planning import Planning

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
        self._shared = content.seen
        self._patterns = {
            name: entry.read.links.pattern
            for name, entry in content.exercises.entries.items()
            if entry.read.links is not None
        }
        routines = {name: content.routines.digest(name) for name in content.routines}
        self._common = digest((self._patterns, routines, frame_digest))
        self._planning: dict[str, Planning] = {}
        self._keys: dict[str, str] = {}
        self._studies: dict[str, Study] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._content.plans)

    def __len__(self) -> int:
        return len(self._content.plans)

    def __contains__(self, name: object) -> bool:
        return name in self._content.plans

    def planning(self, name: str) -> "Planning":
        """A plan ready to be expanded."""
        from runlift_site.pipeline.planning import Planning

        if name not in self._planning:
            self._planning[name] = Planning(
                name, self._content, self._frame, self._shared, self._patterns
            )
        return self._planning[name]

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
        planning = self.planning(name)
        study = planning.study()
        self._keys[name] = self._key(first, planning.read)
        self._store.record(READS, first, planning.read)
        self._store.record(STUDIES, self._keys[name], study)
        return study

    def _key(self, first: str, read: Iterable[str]) -> str:
        return digest((first, {name: self._shared.shared(name) for name in read}))
