"""An exercise: how it is done, what to think of, what can stand in for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runlift_site.pages import names, urls
from runlift_site.pages.amounts import tempo, unit, whole_span
from runlift_site.pages.exercise_uses import ExerciseUse
from runlift_site.pages.frame import Frame, Head, Link, head
from runlift_site.pages.outputs import Page
from runlift_site.pages.wording import Wording
from runlift_site.training.dose import DoseRange
from runlift_site.training.exercise import Exercise
from runlift_site.training.library import Library
from runlift_site.training.vocabulary import TIERS_DOWNWARD, Tier


@dataclass(frozen=True, slots=True)
class SwapCard:
    """Another exercise to do instead."""

    label: str
    name: str
    href: str
    line: str


@dataclass(frozen=True, slots=True)
class MistakeView:
    """A mistake and its mend."""

    see: str
    fix: str


@dataclass(frozen=True, slots=True)
class CautionView:
    """When to leave it out, and what to do then."""

    when: str
    do: str


@dataclass(frozen=True, slots=True)
class DetailView:
    """A fact about doing it: breathing, tempo, how far to move."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class UseView:
    """A plan that uses it."""

    name: str
    href: str
    dose: str


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """An exercise's page.

    Attributes:
        head: Head of the page.
        crumb: Link to the exercises.
        pattern: Name of its movement pattern.
        name: Name.
        aliases: Other names, in one line; may be empty.
        lead: What it is.
        tags: Kit, pattern and level.
        setup: How to get ready.
        steps: How to do it.
        details: Breathing, tempo, range.
        cues: What to say to yourself.
        mistakes: Common mistakes.
        benefit: What it does for running; may be empty.
        swaps: What can stand in for it.
        learn_first: Exercises to master before going heavy.
        main_muscles: Muscles that do most of the work.
        other_muscles: Muscles that help.
        doses: Usual doses by kit.
        uses: Plans that use it.
        safety_html: How to stay safe.
        cautions: When to leave it out.
    """

    head: Head
    crumb: Link
    pattern: str
    name: str
    aliases: str
    lead: str
    tags: tuple[str, ...]
    setup: tuple[str, ...]
    steps: tuple[str, ...]
    details: tuple[DetailView, ...]
    cues: tuple[str, ...]
    mistakes: tuple[MistakeView, ...]
    benefit: str
    swaps: tuple[SwapCard, ...]
    learn_first: tuple[Link, ...]
    main_muscles: tuple[str, ...]
    other_muscles: tuple[str, ...]
    doses: tuple[DetailView, ...]
    uses: tuple[UseView, ...]
    safety_html: str
    cautions: tuple[CautionView, ...]


def exercise_page(
    frame: Frame, exercise: Exercise, library: Library, uses: Sequence[ExerciseUse]
) -> Page:
    """The page of an exercise.

    Args:
        frame: What all pages share.
        exercise: The exercise.
        library: All exercises, for what can stand in for it.
        uses: The plans that use it.
    """
    words, path = frame.words, urls.exercise(exercise.id)
    pattern = names.capital(words(f"pattern.{exercise.pattern.value}"))
    aliases = ", ".join(exercise.aliases)
    view = ExerciseView(
        head=head(
            frame,
            path,
            exercise.name,
            words("exercise.description", name=exercise.name, summary=exercise.summary),
            "exercises",
        ),
        crumb=Link(words("nav.exercises"), urls.relative(path, urls.EXERCISES)),
        pattern=pattern,
        name=exercise.name,
        aliases=words("exercise.aliases", names=aliases) if aliases else "",
        lead=exercise.summary,
        tags=(
            names.capital(names.kit(words, exercise)),
            pattern,
            names.capital(names.level(words, exercise.level)),
        ),
        setup=exercise.setup,
        steps=exercise.steps,
        details=tuple(_details(exercise, words)),
        cues=exercise.cues,
        mistakes=tuple(
            MistakeView(names.capital(mistake.see), names.capital(mistake.fix))
            for mistake in exercise.mistakes
        ),
        benefit=exercise.running_benefit.note if exercise.running_benefit else "",
        swaps=tuple(_swaps(exercise, library, words, path)),
        learn_first=tuple(_link(library.exercises[key], path) for key in exercise.prerequisites),
        main_muscles=_tags(names.muscles(words, exercise.muscles.primary)),
        other_muscles=_tags(names.muscles(words, exercise.muscles.secondary)),
        doses=tuple(_doses(exercise, words)),
        uses=tuple(_use(use, words, path) for use in uses),
        safety_html=frame.prose(exercise.safety, path),
        cautions=tuple(
            CautionView(names.capital(one.when), names.capital(one.do))
            for one in exercise.contraindications
        ),
    )
    return Page(path, "exercise/exercise.html", view)


def _tags(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(names.capital(text) for text in texts)


def _link(exercise: Exercise, path: str) -> Link:
    return Link(exercise.name, urls.relative(path, urls.exercise(exercise.id)))


def _details(exercise: Exercise, words: Wording) -> Iterator[DetailView]:
    yield DetailView(words("exercise.breathing"), exercise.breathing)
    if exercise.tempo:
        yield DetailView(words("exercise.tempo"), names.capital(tempo(words, exercise.tempo)))
    if exercise.rom_note:
        yield DetailView(words("exercise.range"), exercise.rom_note)


def _swaps(exercise: Exercise, library: Library, words: Wording, path: str) -> Iterator[SwapCard]:
    """Easier, harder, then less kit; an exercise that serves twice is shown once."""
    offers = [("easier", key, "") for key in exercise.ladder.easier]
    offers += [("harder", key, "") for key in exercise.ladder.harder]
    for tier in (Tier.HOME, Tier.BODYWEIGHT):
        named = exercise.alternatives.at(tier)
        if named is not None:
            offers.append((tier.value, named.exercise, named.pattern_note or ""))
    labels: dict[str, list[str]] = {}
    lines: dict[str, str] = {}
    for label, key, note in offers:
        labels.setdefault(key, []).append(words(f"exercise.swap.{label}"))
        lines[key] = lines.get(key) or note
    for key, said in labels.items():
        other = library.exercises[key]
        yield SwapCard(
            label=names.capital(", ".join(dict.fromkeys(said))),
            name=other.name,
            href=urls.relative(path, urls.exercise(key)),
            line=names.capital(lines[key] or names.kit(words, other)),
        )


def _doses(exercise: Exercise, words: Wording) -> Iterator[DetailView]:
    known: dict[Tier, DoseRange | None] = {
        Tier.GYM: exercise.default_dose.gym,
        Tier.HOME: exercise.default_dose.home,
        Tier.BODYWEIGHT: exercise.default_dose.bodyweight,
    }
    for tier in TIERS_DOWNWARD:
        dose = known[tier]
        if dose is not None:
            number = words("dose.sets", sets=dose.sets, amount=whole_span(dose.amount))
            text = f"{number} {unit(words, dose.measure)}".rstrip()
            yield DetailView(words(f"tier.{tier.value}"), text)


def _use(use: ExerciseUse, words: Wording, path: str) -> UseView:
    href = urls.relative(path, urls.week(use.plan_id, use.tier, use.week))
    asked = f"{use.dose.number} {use.dose.unit}".rstrip() if use.dose else ""
    return UseView(use.plan_name, href, asked or words("exercise.as_drill"))
