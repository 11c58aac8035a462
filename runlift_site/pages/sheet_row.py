"""One exercise on a week sheet: what its cells say."""

from dataclasses import dataclass

from runlift_site.pages.amounts import clock, dose, effort, unit
from runlift_site.pages.paper_type import CELL, DOSE, LINE, LINE_BOLD, SMALL
from runlift_site.pages.sheet_line import is_weak_swap
from runlift_site.pages.sheet_measures import (
    BRACKET_MM,
    DOSE_TEXT_MM,
    LOAD_TEXT_MM,
    NAME_HALF_MM,
)
from runlift_site.pages.sheet_view import SheetRow
from runlift_site.pages.wording import Wording
from runlift_site.training.fields import Span
from runlift_site.training.items import Effort
from runlift_site.training.vocabulary import LoadType, Measure, Tier
from runlift_site.training.week import PlannedBlock, PlannedFreeSlot, PlannedItem

_BESIDE_AMOUNT = {
    Measure.SECONDS: Measure.SECONDS,
    Measure.SECONDS_PER_SIDE: Measure.SECONDS,
    Measure.METRES: Measure.METRES,
}
"""Measures with a unit beside the amount, and the measure whose unit that is."""
_BELOW_AMOUNT = {
    Measure.REPS_PER_SIDE: Measure.REPS_PER_SIDE,
    Measure.SECONDS_PER_SIDE: Measure.REPS_PER_SIDE,
    Measure.BREATHS: Measure.BREATHS,
}
"""Measures with a word below the amount, and the measure whose unit says it."""
_WRITTEN_IN = {
    Measure.SECONDS: "seconds",
    Measure.SECONDS_PER_SIDE: "seconds",
    Measure.METRES: "metres",
    Measure.BREATHS: "breaths",
}
"""What is written into the boxes of moves without a weight; reps if nothing else."""


def sets_of(item: PlannedItem | PlannedFreeSlot) -> int:
    """How many boxes an exercise or free line has."""
    return item.sets if isinstance(item, PlannedFreeSlot) else item.prescription.sets


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Turns exercises and free lines into rows.

    Attributes:
        words: Interface words.
        weight_unit: kg or lb, as written into the boxes.
        tier: Kit of the session.
        beside: Whether the session stands in half the width.
        one_circuit: Whether the whole session is one circuit or pair, whose heads tell the rounds.
    """

    words: Wording
    weight_unit: str
    tier: Tier
    beside: bool
    one_circuit: bool

    def row(
        self, item: PlannedItem | PlannedFreeSlot, block: PlannedBlock, *, last: bool
    ) -> SheetRow:
        """The row of an exercise or free line.

        Args:
            item: What stands in the row.
            block: Its block.
            last: Whether it is the last of its block, after which a circuit or pair rests.
        """
        grouped = block.rounds is not None
        if isinstance(item, PlannedFreeSlot):
            return self._free(item, grouped)
        rest = block.rest_s if grouped else item.prescription.rest_s or block.rest_s
        if grouped and not last:
            rest = None
        return self._beside(item, rest, grouped) if self.beside else self._full(item, rest, grouped)

    def _full(self, item: PlannedItem, rest: Span | None, grouped: bool) -> SheetRow:
        asked = item.prescription
        amount = dose(self.words, asked, rounds=self.one_circuit).number
        near, below = self._units(asked.measure, amount)
        load, load_note = self._load(item)
        return SheetRow(
            name=_name(item),
            under=item.exercise.cues[0],
            dose=amount,
            dose_unit=near,
            dose_note=below,
            load=load,
            load_note=load_note,
            rest=clock(rest.low) if rest else "",
            rest_note=self._rest_to(rest),
            boxes=asked.sets,
            unit=self._written_in(item),
            grouped=grouped,
        )

    def _beside(self, item: PlannedItem, rest: Span | None, grouped: bool) -> SheetRow:
        """Dose, load and rest in one line below the name."""
        asked = item.prescription
        amount = dose(self.words, asked, rounds=self.one_circuit).number
        measure = asked.measure
        short = "" if measure is Measure.REPS else self.words(f"print.short.{measure.value}")
        strong = f"{amount} {short}".rstrip()
        load = effort(self.words, asked.effort)
        pause = self.words("dose.rest", time=clock(rest.high)) if rest else ""
        room = NAME_HALF_MM - BRACKET_MM * grouped - LINE_BOLD.width_mm(strong)
        return SheetRow(
            name=_name(item),
            strong=strong,
            under=LINE.first_fitting(
                (self._tail(load, self._rise(item), pause), self._tail(load, pause)), room
            ),
            boxes=asked.sets,
            unit=self._written_in(item),
            grouped=grouped,
        )

    def _free(self, slot: PlannedFreeSlot, grouped: bool) -> SheetRow:
        sets = "" if self.one_circuit else self.words("print.free_sets", n=slot.sets)
        if self.beside:
            return SheetRow(strong=sets, under=f" {slot.hint}", boxes=slot.sets, grouped=grouped)
        return SheetRow(dose=sets, under=slot.hint, boxes=slot.sets, grouped=grouped)

    def _tail(self, *parts: str) -> str:
        comma = self.words("print.comma")
        return "".join(comma + part for part in parts if part)

    def _units(self, measure: Measure, amount: str) -> tuple[str, str]:
        """What stands beside the amount and below it."""
        near, below = (
            unit(self.words, table[measure]) if measure in table else ""
            for table in (_BESIDE_AMOUNT, _BELOW_AMOUNT)
        )
        if DOSE.width_mm(f"{amount} ") + SMALL.width_mm(near) > DOSE_TEXT_MM:
            return "", f"{near} {below}".strip()
        return near, below

    def _load(self, item: PlannedItem) -> tuple[str, str]:
        """What stands large and small: a percentage before the rest, and a week to add load."""
        asked = item.prescription.effort
        large, small = effort(self.words, asked), ""
        if not CELL.fits(large, LOAD_TEXT_MM) and asked is not None:
            large, small = self._split(asked)
        both = f"{small}{self._tail(self._rise(item))}" if small else self._rise(item)
        return large, SMALL.first_fitting((both, small), LOAD_TEXT_MM)

    def _split(self, asked: Effort) -> tuple[str, str]:
        """A percentage, or else reps in reserve, and what is named besides."""
        keep = "percent_1rm" if asked.percent_1rm is not None else "rir"
        first = asked.model_copy(
            update={key: None for key in type(asked).model_fields if key != keep}
        )
        other = asked.model_copy(update={keep: None})
        return effort(self.words, first), effort(self.words, other)

    def _rise(self, item: PlannedItem) -> str:
        if not item.prescription.load_rises:
            return ""
        return self.words("print.add_load" if self._weighed(item) else "print.make_harder")

    def _rest_to(self, rest: Span | None) -> str:
        if rest is None or rest.is_single:
            return ""
        return self.words("print.rest_to", time=clock(rest.high))

    def _written_in(self, item: PlannedItem) -> str:
        measure = item.prescription.measure
        held = measure in (Measure.SECONDS, Measure.SECONDS_PER_SIDE)
        plus = item.exercise.load_type is LoadType.BODYWEIGHT_PLUS
        if self._weighed(item) and not (held and plus):
            return self.weight_unit
        return self.words(f"print.unit.{_WRITTEN_IN.get(measure, 'reps')}")

    def _weighed(self, item: PlannedItem) -> bool:
        kind = item.exercise.load_type
        added = kind is LoadType.BODYWEIGHT_PLUS and self.tier is not Tier.BODYWEIGHT
        return kind is LoadType.EXTERNAL or added


def _name(item: PlannedItem) -> str:
    return item.exercise.paper_name + ("*" if is_weak_swap(item) else "")
