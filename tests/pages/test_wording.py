import pytest

from runlift_site.diagnostics.model import Refused
from runlift_site.pages.wording import Wording
from runlift_site.render.words import Words, fill

WORDS = {
    "plan": {"weeks": {"one": "{n} week", "other": "{n} weeks"}, "name": "{name} {{draft}}"},
    "days": ["Mon", "Tue"],
}


def test_number_chooses_the_form() -> None:
    said = Wording(WORDS)
    assert said("plan.weeks", n=1) == "1 week"
    assert said("plan.weeks", n=8) == "8 weeks"
    assert said("plan.weeks", n="2 to 3") == "2 to 3 weeks"


def test_double_braces_stand_for_braces() -> None:
    assert Wording(WORDS)("plan.name", name="Base") == "Base {draft}"


def test_values_are_not_filled_a_second_time() -> None:
    assert Wording(WORDS)("plan.name", name="{n}") == "{n} {draft}"


def test_words_are_filled_as_templates_fill_them() -> None:
    drawn = Words(WORDS)
    for n in (0, 1, 2):
        assert Wording(WORDS)("plan.weeks", n=n) == fill(drawn["plan"]["weeks"], n=n)  # type: ignore[index]


def test_list_gives_its_words() -> None:
    assert Wording(WORDS).list("days") == ("Mon", "Tue")


@pytest.mark.parametrize("path", ["plan", "plan.length", "days", "plan.weeks.one.more"])
def test_what_is_no_word_is_refused_by_its_path(path: str) -> None:
    with pytest.raises(Refused, match=f"RL405.*'{path}'"):
        Wording(WORDS)(path, n=1)


def test_text_is_no_list() -> None:
    with pytest.raises(Refused, match="RL405"):
        Wording(WORDS).list("plan.name")


def test_place_without_a_value_is_refused() -> None:
    with pytest.raises(Refused, match=r"RL406.*name"):
        Wording(WORDS)("plan.name")
