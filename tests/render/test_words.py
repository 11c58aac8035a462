import pytest
from markupsafe import Markup

from runlift_site.render.words import FillError, MissingWordError, Words, fill, words_digest


def test_words_when_nested_read_alike_by_attribute_and_by_key() -> None:
    words = Words({"plan": {"title": "Plans"}, "days": ["Mon", "Tue"]})

    section = words["plan"]
    assert isinstance(section, Words)
    assert words.plan is section
    assert section.title == section["title"] == "Plans"
    assert words.days == ("Mon", "Tue")


@pytest.mark.parametrize("name", ["items", "keys", "get", "_words_", "nope"])
def test_words_when_a_name_is_missing_never_answer_with_something_else(name: str) -> None:
    with pytest.raises(MissingWordError, match=rf"there is no word 'words\.plan\.{name}'"):
        Words({"plan": {"title": "Plans"}}).plan[name]  # type: ignore[index]


def test_words_when_a_section_is_printed_say_that_it_is_no_word() -> None:
    with pytest.raises(MissingWordError, match="is a section"):
        str(Words({"plan": {}}).plan)


def test_words_when_a_value_is_no_text_are_refused() -> None:
    with pytest.raises(TypeError, match=r"words\.plan\.weeks"):
        Words({"plan": {"weeks": 8}})


def test_words_when_the_caller_changes_its_mapping_stay_as_they_were() -> None:
    given = {"title": "Plans"}
    words = Words(given)
    given["title"] = "Changed"
    assert words.title == "Plans"


def test_words_digest_when_only_the_order_differs_is_the_same() -> None:
    one = words_digest({"a": {"x": "1", "y": "2"}, "b": "3"})
    assert one == words_digest({"b": "3", "a": {"y": "2", "x": "1"}})
    assert one != words_digest({"b": "3", "a": {"y": "2", "x": "2"}})


def test_fill_when_values_fit_puts_them_in_place() -> None:
    assert fill("{n} of {total}: {{as written}}", n=3, total="8") == "3 of 8: {as written}"


@pytest.mark.parametrize(("n", "said"), [(0, "0 weeks"), (1, "1 week"), (2, "2 weeks")])
def test_fill_when_a_word_has_two_numbers_chooses_by_n(n: int, said: str) -> None:
    section = Words({"weeks": {"one": "{n} week", "other": "{n} weeks"}}).weeks
    assert fill(section, n=n) == said


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{n} weeks", {}),
        ("{n.__class__}", {"n": 1}),
        ("{n[0]}", {"n": "ab"}),
        ("{n!r}", {"n": 1}),
        ("{n:>900000000}", {"n": 1}),
        ("{}", {"n": 1}),
        ("{0}", {"n": 1}),
        ("{n", {"n": 1}),
        ("n}", {"n": 1}),
        ("{n}", {"n": None}),
        ("{n}", {"n": True}),
        ("{n}", {"n": 1.5}),
        (7, {"n": 1}),
    ],
)
def test_fill_when_word_and_values_do_not_fit_is_refused(
    text: object, values: dict[str, object]
) -> None:
    with pytest.raises(FillError):
        fill(text, **values)


def test_fill_when_a_value_is_html_escapes_everything_else() -> None:
    filled = fill("{a} & {b}", a=Markup("<b>x</b>"), b="<i>")
    assert filled == "<b>x</b> &amp; &lt;i&gt;"
    assert hasattr(filled, "__html__")


def test_fill_when_a_value_has_braces_does_not_fill_it_again() -> None:
    assert fill("{a}{b}", a="{b}", b="x") == "{b}x"
