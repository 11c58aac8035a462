import os
import subprocess
import sys
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_site.build.digest import digest, fields_digests


class Tier(StrEnum):
    GYM = "gym"
    HOME = "home"


class Size(Enum):
    GYM = "gym"


class Step(IntEnum):
    ONE = 1


class Marks(Flag):
    A = 1
    B = 2


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    sets: int


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    sets: int


@dataclass(frozen=True, slots=True)
class View:
    title: str
    rows: tuple[Row, ...] = ()
    extra: object = None


@dataclass(frozen=True)
class Empty:
    pass


@dataclass(frozen=True)
class One:
    only: object


@dataclass
class Loose:
    name: str = ""


@dataclass(frozen=True)
class Hidden:
    name: str = field(default="", compare=False, repr=False)


class Undecorated(Row):
    pass


LONE_SURROGATE = chr(0xD800)

DIFFERENT: list[object] = [
    None,
    True,
    False,
    1,
    0,
    -1,
    1.0,
    0.0,
    -0.0,
    "1",
    "",
    "None",
    b"",
    b"1",
    "i1;",
    "s1:1",
    (),
    [],
    {},
    frozenset(),
    ("a", "b"),
    ("ab",),
    ("a", ("b",)),
    (("a",), "b"),
    (("a", "b"),),
    [["a"], "b"],
    [["a", "b"]],
    (frozenset({"a"}), "b"),
    (frozenset({"a", "b"}),),
    {"a": {"b": ""}, "c": ""},
    {"a": {"b": "", "c": ""}},
    ("a", "b", ""),
    ["a", "b"],
    frozenset({"a", "b"}),
    {"a": "b"},
    {"a": {"b": ""}},
    {"a": "", "b": ""},
    {"b": "", "a": ""},
    Tier.GYM,
    Tier.HOME,
    Size.GYM,
    "gym",
    Step.ONE,
    Row("a", 1),
    Row("a", 2),
    Line("a", 1),
    View("a", (Row("a", 1),)),
    View("a", (), Row("a", 1)),
    Empty(),
    One(None),
    One("a"),
    One(("a",)),
    Hidden("a"),
    Hidden("b"),
    (1, 2),
    (12,),
    12,
    "é",
    "e\u0301",
    LONE_SURROGATE,
    "s1:a" * 3,
]


def test_digest_differs_for_every_two_different_values() -> None:
    assert len({digest(value) for value in DIFFERENT}) == len(DIFFERENT)


def test_digest_differs_by_the_order_of_a_dict_because_a_template_shows_it() -> None:
    assert digest({"a": 1, "b": 2}) != digest({"b": 2, "a": 1})


def test_digest_is_the_same_for_a_frozenset_however_it_was_made() -> None:
    names = [f"n{number}" for number in range(50)]
    assert digest(frozenset(names)) == digest(frozenset(reversed(names)))


LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    st.sampled_from([0.0, 1.0, 1.5]),
    st.text("ab1:s", max_size=3),
    st.binary(max_size=1),
    st.sampled_from([*Tier, *Size, *Step]),
    st.frozensets(st.text("ab", max_size=2), max_size=2),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text("ab", max_size=1), inner, max_size=2),
        st.builds(One, inner),
        st.builds(View, st.text("ab", max_size=1), st.just(()), inner),
    ),
    max_leaves=6,
)


def told(value: object) -> object:
    """The value in a form in which Python tells apart what must be told apart."""
    kind = type(value).__qualname__
    if isinstance(value, (One, View)):
        return (kind, *(told(getattr(value, name)) for name in value.__dataclass_fields__))
    if isinstance(value, dict):
        return (kind, *((key, told(item)) for key, item in value.items()))
    if isinstance(value, (list, tuple)):
        return (kind, *(told(item) for item in value))
    if isinstance(value, frozenset):
        return (kind, *sorted(value))
    return (kind, repr(value))


@given(VALUES, VALUES)
def test_digest_is_equal_exactly_when_the_values_are(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (told(one) == told(other))


SCRIPT = """
from runlift_site.build.digest import digest
from dataclasses import dataclass
from enum import StrEnum
class Tier(StrEnum):
    GYM = "gym"
@dataclass(frozen=True)
class View:
    names: frozenset[str]
    tier: Tier
    table: dict[str, float]
names = frozenset(f"name {n}" for n in range(100))
print(digest(View(names, Tier.GYM, {"b": 0.1, "a": 2.5})))
"""


def test_digest_is_the_same_in_every_process() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(found) == 1
    assert len(found.pop().strip()) == 64


class Shouted(str):
    """A text that is more than a text."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({1, 2}, "value"),
        ((1, [2, object()]), "value[1][1]"),
        ({"a": {"b": float("nan")}}, "value['a']['b']"),
        (View("a", (), {"x": (1, float("inf"))}), "value.extra['x'][1]"),
        ({"a": {1: "b"}}, "value['a']"),
        (frozenset({1}), "value"),
        ((Loose(),), "value[0]"),
        (View("a", (), Shouted("b")), "value.extra"),
        (Marks.A | Marks.B, "value"),
        (One(Undecorated("a", 1)), "value.only"),
        (complex(1, 2), "value"),
        (Row, "value"),
    ],
)
def test_digest_names_the_place_when_a_value_has_no_digest(value: object, place: str) -> None:
    with pytest.raises(TypeError) as caught:
        digest(value)
    assert str(caught.value).endswith(f" at {place}")


def test_fields_digests_tell_which_field_changed() -> None:
    before = dict(fields_digests(View("a", (Row("b", 1),))))
    after = dict(fields_digests(View("a", (Row("b", 2),))))
    assert set(before) == {"view", "view.title", "view.rows", "view.extra"}
    assert {label for label in before if before[label] != after[label]} == {"view.rows"}


def test_fields_digests_differ_when_another_view_has_the_same_fields() -> None:
    assert fields_digests(Row("a", 1)) != fields_digests(Line("a", 1))


def test_fields_digests_name_view_and_field_when_a_value_has_no_digest() -> None:
    with pytest.raises(TypeError, match=r"View\.extra: no digest for .*set at value"):
        fields_digests(View("a", (), {1}))


@pytest.mark.parametrize("view", ["text", Row, Loose()])
def test_fields_digests_refuse_what_is_not_a_frozen_dataclass(view: object) -> None:
    with pytest.raises(TypeError):
        fields_digests(view)
