from runlift_site.pages import urls
from runlift_site.pages.outputs import Paper
from runlift_site.training.vocabulary import Tier


def test_relative_leads_up_and_down_from_a_week() -> None:
    here = urls.week("big-four-8", Tier.GYM, 3)
    assert here == "plans/big-four-8/gym/3.html"
    assert urls.relative(here, urls.HOME) == "../../../index.html"
    assert urls.relative(here, urls.week("big-four-8", Tier.HOME, 3)) == "../home/3.html"
    assert urls.relative(here, urls.exercise("deadlift")) == "../../../exercises/deadlift.html"
    assert urls.relative(urls.HOME, here) == here
    assert urls.relative(here, here) == "3.html"


def test_relative_keeps_the_fragment() -> None:
    assert urls.relative("guides/a.html", "guides/b.html#top") == "b.html#top"


def test_sheet_is_named_after_what_it_prints() -> None:
    path = urls.sheet("big-four-8", Tier.BODYWEIGHT, 3, Paper.LETTER)
    assert path == "plans/big-four-8/bodyweight/big-four-8-bodyweight-week-3-letter.pdf"


def test_root_has_one_step_for_each_folder() -> None:
    assert urls.root_of("index.html") == ""
    assert urls.root_of("plans/a/gym/1.html") == "../../../"


def test_public_address_of_the_start_page_is_the_base_address() -> None:
    base = "https://example.org/runlift/"
    assert urls.public(base, urls.HOME) == base
    assert urls.public(base, urls.PLANS) == f"{base}plans.html"


def test_base_path_is_the_folder_on_the_server() -> None:
    assert urls.base_path("https://example.org/runlift/") == "/runlift/"
    assert urls.base_path("http://localhost:8000/") == "/"
