"""The pages of the coaching rules."""

from collections.abc import Iterator, Mapping

from runlift_site.pages.frame import Frame
from runlift_site.pages.outputs import Page
from runlift_site.pages.rule_index_page import rule_index_page
from runlift_site.pages.rule_page import rule_page
from runlift_site.training.guide import Reference
from runlift_site.training.rules.check import RULES, check_plan
from runlift_site.training.rules.example_kit import example_library
from runlift_site.training.rules.examples import examples
from runlift_site.training.rules.explained import EXPLAINED


def rule_pages(frame: Frame, bibliography: Mapping[str, Reference]) -> Iterator[Page]:
    """The page of all rules, and one for each.

    Args:
        frame: What all pages share.
        bibliography: Papers by key.
    """
    yield rule_index_page(frame, RULES)
    for place, rule in enumerate(RULES):
        example = examples()[rule.id]
        found = check_plan(example.bad, example_library())
        yield rule_page(
            frame,
            RULES,
            place,
            EXPLAINED[rule.id],
            example,
            [one for one in found if one.rule == rule.id],
            bibliography,
        )
