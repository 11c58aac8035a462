import subprocess
import sys
from dataclasses import dataclass

import pytest

from runlift_site.diagnostics.model import Finding, Place, Refused
from runlift_site.render.templates import FILTERS, GLOBALS, Templates

WORDS = {"plan": {"weeks": "{n} weeks", "title": "Plans & more"}}
SITE = {
    "base.html": b"<title>{{ view.title }}</title>\n{% block main %}{% endblock %}\n",
    "macros/row.html": b"{% macro row(item) %}\n<li>{{ item }}</li>\n{% endmacro %}\n",
    "macros/rows.html": b"{% from 'macros/row.html' import row %}\n"
    b"{% macro rows(items) %}\n{% for item in items %}{{ row(item) }}{% endfor %}\n{% endmacro %}",
    "plan.html": b"{% extends 'base.html' %}\n{% from 'macros/rows.html' import rows %}\n"
    b"{% block main %}\n<ul>{{ rows(view.items) }}</ul>\n"
    b"{{ words.plan.weeks | fill(n=view.items | length) }}\n{% endblock %}\n",
}


@dataclass(frozen=True, slots=True)
class View:
    title: str = "A <b> & c"
    items: tuple[str, ...] = ("x & y", "z")
    nothing: str | None = None


class Memory:
    """Keeps compiled templates and counts how often they were of use."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.hits = 0

    def get(self, key: str) -> bytes | None:
        found = self.kept.get(key)
        self.hits += found is not None
        return found

    def put(self, key: str, value: bytes) -> None:
        self.kept[key] = value


def finding(source: bytes, view: object = View()) -> Finding:
    with pytest.raises(Refused) as caught:
        Templates({**SITE, "page.html": source}, WORDS).render("page.html", view)
    (found,) = caught.value.findings
    return found


def test_render_when_values_hold_markup_escapes_them() -> None:
    drawn = Templates(SITE, WORDS).render("plan.html", View()).decode()
    assert drawn == (
        "<title>A &lt;b&gt; &amp; c</title>\n<ul><li>x &amp; y</li>\n<li>z</li>\n</ul>\n2 weeks\n"
    )


def test_render_when_a_template_is_no_html_file_escapes_all_the_same() -> None:
    templates = Templates({"feed": b"{{ view.title }}{{ words.plan.title }}"}, WORDS)
    assert templates.render("feed", View()) == b"A &lt;b&gt; &amp; cPlans &amp; more\n"


def test_render_when_text_is_not_ascii_is_utf8_and_ends_with_one_line_break() -> None:
    assert Templates({"t": "4 × 5\n".encode()}, {}).render("t", None) == "4 × 5\n".encode()
    assert Templates({"t": b""}, {}).render("t", None) == b"\n"


def test_closure_when_macros_are_nested_holds_every_level() -> None:
    templates = Templates(SITE, WORDS)
    assert templates.closure("plan.html") == (
        "base.html",
        "macros/row.html",
        "macros/rows.html",
        "plan.html",
    )
    assert templates.closure("base.html") == ("base.html",)


def test_source_digest_when_a_nested_macro_changes_is_that_of_the_macro_alone() -> None:
    changed = Templates({**SITE, "macros/row.html": SITE["macros/row.html"] + b" "}, WORDS)
    before = Templates(SITE, WORDS)
    assert changed.source_digest("macros/row.html") != before.source_digest("macros/row.html")
    assert changed.source_digest("plan.html") == before.source_digest("plan.html")
    assert "macros/row.html" in before.closure("plan.html")


def test_words_digest_when_a_word_changes_changes() -> None:
    before = Templates(SITE, WORDS).words_digest
    assert Templates(SITE, {"plan": {"weeks": "{n} wks", "title": "x"}}).words_digest != before


@pytest.mark.parametrize(
    ("source", "code", "file", "line", "message"),
    [
        (b"a\n  {{ view.titel }}\n", "RL404", "page.html", 2, "no field 'titel'"),
        (b"\n\n{{ unknown }}", "RL404", "page.html", 3, "'unknown' is undefined"),
        (b"{% if view.nope %}{% endif %}", "RL404", "page.html", 1, "no field 'nope'"),
        (b"\n{{ words.plan.wks }}", "RL405", "page.html", 2, "no word 'words.plan.wks'"),
        (
            b"{% if words.plan.x is defined %}{% endif %}",
            "RL405",
            "page.html",
            1,
            "no word 'words.plan.x'",
        ),
        (b"{{ words.plan }}", "RL405", "page.html", 1, "is a section"),
        (b"\n{{ words.plan.weeks | fill }}", "RL406", "page.html", 2, "needs a value for 'n'"),
        (b"\n{{ view.nothing }}", "RL407", "page.html", 2, "None is not text"),
        (b"{{ view }}", "RL407", "page.html", 1, "View is not text"),
        (b"{{ view.items is iterable }}", "RL407", "page.html", 1, "bool is not text"),
        (b"\n{{ view.title + 1 }}", "RL407", "page.html", 2, "concatenate"),
        (b"{% include 'page.html' %}", "RL407", "page.html", 1, "recursion"),
        (b"a\n{% if %}\n", "RL403", "page.html", 2, "Expected an expression"),
        (b"{{ view.items | random }}", "RL403", "page.html", 1, "No filter named 'random'"),
        (b"{{ view.nothing | default('x') }}", "RL403", "page.html", 1, "No filter named"),
        (b"{{ lipsum() }}", "RL404", "page.html", 1, "'lipsum' is undefined"),
        (b"ok\n\xff", "RL408", "page.html", 2, "not UTF-8"),
        (b"\n{% include 'nope.html' %}", "RL401", "page.html", 2, "no template 'nope.html'"),
        (
            b"{% include ['nope.html', 'base.html'] ignore missing %}",
            "RL402",
            "page.html",
            1,
            "written out",
        ),
        (b"\n\n{% include view.title %}", "RL402", "page.html", 3, "written out"),
        (
            b"{% from 'macros/rows.html' import rows %}\n{{ rows([view.nothing]) }}",
            "RL407",
            "macros/row.html",
            2,
            "None is not text",
        ),
    ],
)
def test_render_when_a_template_is_faulty_finds_its_line(
    source: bytes, code: str, file: str, line: int, message: str
) -> None:
    found = finding(source)
    assert found.code == code
    assert message in found.message
    assert found.place is not None
    assert (found.place.file, found.place.line) == (f"templates/{file}", line)


def test_render_when_a_line_is_indented_underlines_what_is_written() -> None:
    assert finding(b"\n   {{ nope }}  \n").place == Place(
        "templates/page.html", 2, 4, 10, "   {{ nope }}  "
    )


def test_render_when_the_page_names_no_template_says_so_without_a_place() -> None:
    with pytest.raises(Refused) as caught:
        Templates(SITE, WORDS).render("plans.html", View())
    assert [(f.code, f.place) for f in caught.value.findings] == [("RL401", None)]


def test_environment_when_opened_offers_only_what_is_listed() -> None:
    environment = Templates(SITE, WORDS)._environment()
    assert set(environment.globals) == {*GLOBALS, "words"}
    assert set(environment.filters) == {*FILTERS, "fill"}
    impure = {"random", "default", "d", "pprint", "urlize", "xmlattr", "tojson"}
    assert not impure & set(environment.filters)
    assert environment.autoescape is True


def test_render_when_compiled_templates_are_kept_draws_the_same_bytes() -> None:
    memory = Memory()
    first = Templates(SITE, WORDS, memory).render("plan.html", View())
    assert memory.hits == 0
    assert Templates(SITE, WORDS, memory).render("plan.html", View()) == first
    assert memory.hits == len(memory.kept) == 2 * len(SITE)
    assert Templates(SITE, WORDS).render("plan.html", View()) == first


def test_render_when_a_kept_template_fails_still_finds_its_line() -> None:
    memory = Memory()
    sources = {**SITE, "page.html": b"\n\n{{ view.titel }}"}
    for _ in range(2):
        with pytest.raises(Refused) as caught:
            Templates(sources, WORDS, memory).render("page.html", View())
        place = caught.value.findings[0].place
        assert place and (place.file, place.line) == ("templates/page.html", 3)


def test_closure_when_references_are_kept_notices_a_file_that_is_gone() -> None:
    memory = Memory()
    Templates(SITE, WORDS, memory).closure("plan.html")
    less = {name: source for name, source in SITE.items() if name != "macros/row.html"}
    with pytest.raises(Refused) as caught:
        Templates(less, WORDS, memory).closure("plan.html")
    (found,) = caught.value.findings
    assert (found.code, found.place and found.place.file) == ("RL401", "templates/macros/rows.html")


def test_templates_when_nothing_is_drawn_does_not_import_jinja() -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from runlift_site.render import templates, prose, pdf_tool, pdf_pool\n"
            "templates.Templates({'a': b''}, {})\n"
            "heavy = {'jinja2', 'markdown', 'nh3', 'weasyprint', 'fontTools', 'markupsafe'}\n"
            "print(sorted(heavy & set(sys.modules)))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "[]\n"
