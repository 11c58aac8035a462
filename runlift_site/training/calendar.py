"""Which weeks a plan has: the phase of each, which are easier, how much of the usual is done."""

from dataclasses import dataclass

from runlift_site.training.plan import Phase, PlanTemplate
from runlift_site.training.vocabulary import REDUCED_PHASES


@dataclass(frozen=True, slots=True)
class PlanWeek:
    """One week of a plan before its days are worked out.

    Attributes:
        number: Counted from 1.
        phase: The phase it belongs to.
        phase_index: Place of the phase in the file.
        easy: Whether it is an easier week.
        sets_factor: Part of the written sets that is done.
        run_factor: Part of the written running that is done.
        run_step: Steps climbed between the first and the last amount of the phase's runs.
        run_steps: All steps of the phase. Easier weeks make none: they fall back from the week
            before, and the next one goes on from there.
    """

    number: int
    phase: Phase
    phase_index: int
    easy: bool
    sets_factor: float
    run_factor: float
    run_step: int
    run_steps: int

    @property
    def normal(self) -> bool:
        """Whether doses climb in this week: no easier week, taper or race week."""
        return not self.easy and self.phase.phase not in REDUCED_PHASES


def plan_weeks(template: PlanTemplate) -> tuple[PlanWeek, ...]:
    """The weeks of a template whose phases cover each week exactly once.

    Where an easier week falls into a phase with a factor of its own, the smaller factor counts.
    """
    easy = frozenset(template.deload.weeks) if template.deload else frozenset()
    weeks = []
    for index, phase in enumerate(template.phases):
        numbers = range(phase.weeks.low, phase.weeks.high + 1)
        climbing = [number for number in numbers if number not in easy]
        for number in numbers:
            done = sum(1 for other in climbing if other < number)
            fallen_back = number in easy and done > 0
            weeks.append(
                PlanWeek(
                    number=number,
                    phase=phase,
                    phase_index=index,
                    easy=number in easy,
                    sets_factor=_sets_factor(template, phase, number in easy),
                    run_factor=template.deload.run_factor
                    if template.deload and number in easy
                    else 1.0,
                    run_step=done - 1 if fallen_back else done,
                    run_steps=max(len(climbing) - 1, 0),
                )
            )
    return tuple(sorted(weeks, key=lambda week: week.number))


def _sets_factor(template: PlanTemplate, phase: Phase, easy: bool) -> float:
    usual = phase.sets_factor or 1.0
    return min(usual, template.deload.sets_factor) if template.deload and easy else usual


def scaled_sets(sets: int, factor: float) -> int:
    """A part of a number of sets, to the nearest whole one, never none."""
    return max(1, int(sets * factor + 0.5))
