"""The catalogue of codes."""

import re
from itertools import chain

import pytest

from runlift_site.diagnostics import (
    codes_build,
    codes_coaching,
    codes_field,
    codes_file,
    codes_page,
)
from runlift_site.diagnostics.catalogue import catalogue, joined
from runlift_site.diagnostics.code import Code

GROUPS = {
    "RL1": codes_file.CODES,
    "RL2": codes_field.CODES,
    "RL3": codes_coaching.CODES,
    "RL4": codes_page.CODES,
    "RL5": codes_build.CODES,
}


def test_every_code_stands_in_the_group_of_its_number() -> None:
    for start, codes in GROUPS.items():
        assert [c.code for c in codes if not re.fullmatch(rf"{start}\d\d", c.code)] == []


def test_catalogue_holds_every_group_in_order() -> None:
    codes = list(chain.from_iterable(GROUPS.values()))
    assert sorted(entry.code for entry in codes) == list(catalogue())
    assert all(catalogue()[entry.code] is entry for entry in codes)


def test_every_code_says_what_why_and_what_to_do() -> None:
    for entry in catalogue().values():
        assert entry.title == entry.title.strip().rstrip(".") != ""
        for text in (entry.why, entry.fix):
            assert text == text.strip() and text.endswith("."), entry.code
            assert text[0].isupper() or not text[0].isalpha(), entry.code


def test_code_is_refused_when_given_twice() -> None:
    one = Code("RL101", "a", "B.", "C.")
    with pytest.raises(ValueError, match="RL101 is given twice"):
        joined([one], [one])
