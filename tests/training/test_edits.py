"""Changes to a plan file."""

from runlift_site.training.edits import Edit, at, changed
from runlift_site.training.fields import Span
from runlift_site.training.plan import PlanTemplate, RestEntry
from tests.training.builders import template

WRITTEN = PlanTemplate.model_validate(template())
ITEM = ("sessions", "heavy", "blocks", 1, "items", 0)


def test_value_stands_where_it_is_written_and_nowhere_else() -> None:
    new = changed(WRITTEN, [Edit((*ITEM, "rest_s"), Span(60, 60))])
    assert at(new, (*ITEM, "rest_s")) == Span(60, 60)
    back = changed(new, [Edit((*ITEM, "rest_s"), at(WRITTEN, (*ITEM, "rest_s")))])
    assert back == WRITTEN


def test_changes_follow_each_other() -> None:
    edits = [Edit((*ITEM, "sets"), 4), Edit((*ITEM, "sets"), 5), Edit(("weeks",), 6)]
    new = changed(WRITTEN, edits)
    assert (at(new, (*ITEM, "sets")), new.weeks) == (5, 6)


def test_phases_count_the_lifts_of_their_changed_pattern() -> None:
    assert WRITTEN.phases[0].strength_per_week == 2
    new = changed(WRITTEN, [Edit(("week_pattern", "base", "mon"), (RestEntry(rest=True),))])
    assert new.phases[0].strength_per_week == 1


def test_template_is_left_as_it_was() -> None:
    before = WRITTEN.model_dump()
    changed(WRITTEN, [Edit((*ITEM, "sets"), 9)])
    assert WRITTEN.model_dump() == before
