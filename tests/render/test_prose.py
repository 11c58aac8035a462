from html.parser import HTMLParser

import pytest

from runlift_site.render.prose import (
    Heading,
    Prose,
    _reader,
    plain,
    plain_inline,
    render_inline,
    render_prose,
    slug,
)
from runlift_site.render.prose_source import Marker, ProseLink, check_prose, find_links

ALLOWED = {
    "a": {"href", "rel"},
    "div": {"class", "tabindex"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "td": {"class"},
    "th": {"class", "scope"},
    **{tag: set[str]() for tag in ("blockquote", "br", "code", "em", "hr", "li", "ol", "p", "pre")},
    **{tag: set[str]() for tag in ("strong", "table", "tbody", "thead", "tr", "ul")},
}


def known(target: str) -> str | None:
    kind, _, name = target.partition(":")
    return f"/{kind}s/{name}/" if kind in ("exercise", "plan", "guide", "rule") else None


def rendered(text: str) -> Prose:
    return render_prose(text, known)


class Watch(HTMLParser):
    """Reads HTML as a browser would and notes whatever should not be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.strange: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.strange.append(tag)
        for name, value in attrs:
            if name not in ALLOWED.get(tag, set()):
                self.strange.append(f"{tag} {name}")
            if name == "href" and not str(value).startswith(
                ("https://", "http://", "mailto:", "/")
            ):
                self.strange.append(f"href {value}")

    def handle_comment(self, data: str) -> None:
        self.strange.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.strange.append(decl)


ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.example></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<style>body{background:url(javascript:alert(1))}</style>",
    "<p style='background:url(//x.example)'>x</p>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<input onfocus=alert(1) autofocus>",
    "<details open ontoggle=alert(1)>x</details>",
    "<base href=//x.example>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=//x.example>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea></textarea><script>alert(1)</script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo '<script>alert(1)</script>' ?>",
    "<!doctype html><script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "<a id=top class=x onclick=alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A&#x61vascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](\\javascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](//x.example/path)",
    "[x](https:javascript:alert(1))",
    '[x](https://a.example/" onclick="alert(1))',
    "[x](https://a.example 'y\" onclick=alert(1)')",
    '[x](exercise:a"onclick="alert(1))',
    "[<script>alert(1)</script>](exercise:a)",
    "[x]: javascript:alert(1)\n\n[x] [y][x]",
    "<javascript:alert(1)>",
    '<https://a.example/"onclick=alert(1)>',
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](https://a.example/x.png)',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "## <img src=x onerror=alert(1)>",
    "|<script>alert(1)</script>|b|\n|---|---|\n|<svg onload=alert(1)>|[x](javascript:alert(1))|",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\x02klzzwxh:0000\x03<script>",
    "\x0260\x03script\x0262\x03alert(1)",
    "{: onclick=alert(1) }\n# x {: #y onclick=alert(1) }",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_render_when_attacked_lets_nothing_through(attack: str) -> None:
    # Past its own check, so that rendering is safe even where the check has a gap.
    reader = _reader()
    reader.start(known)
    for html in (reader.read(attack), render_inline(attack, known)):
        watch = Watch()
        watch.feed(html)
        watch.close()
        assert watch.strange == []


def test_render_prose_when_all_is_used_reads_as_written() -> None:
    text = (
        "Leave *two* in the **tank**.\n\n"
        "## Why\n\n1. One\n2. Two\n\n- a\n- b\n\n"
        "| Lift | Dose |\n|---|--:|\n| Squat | 4 |\n\n> Quote\n\n---\n"
    )
    assert rendered(text).html == (
        "<p>Leave <em>two</em> in the <strong>tank</strong>.</p>\n"
        '<h2 id="why">Why</h2>\n'
        "<ol>\n<li>One</li>\n<li>Two</li>\n</ol>\n"
        "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
        '<div class="table-scroll" tabindex="0">\n<table>\n<thead>\n<tr>\n'
        '<th scope="col">Lift</th>\n<th class="right" scope="col">Dose</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td>Squat</td>\n<td class="right">4</td>\n</tr>\n</tbody>\n</table>\n'
        "</div>\n"
        "<blockquote>\n<p>Quote</p>\n</blockquote>\n<hr>"
    )


def test_render_prose_when_headings_repeat_numbers_their_ids() -> None:
    text = "## Sets & *reps*\n\nx\n\n### Sets & reps\n\n## Sets reps 2\n\n## Sets reps\n\n## 力\n"
    assert rendered(text).headings == (
        Heading(2, "sets-reps", "Sets & reps"),
        Heading(3, "sets-reps-2", "Sets & reps"),
        Heading(2, "sets-reps-2-2", "Sets reps 2"),
        Heading(2, "sets-reps-3", "Sets reps"),
        Heading(2, "section", "力"),
    )


def test_slug_when_letters_have_accents_folds_them() -> None:
    assert slug("Übung für Läufer") == "ubung-fur-laufer"


def test_render_prose_when_links_lead_inside_uses_what_resolve_says() -> None:
    prose = rendered(
        "[Lift](exercise:deadlift), [rule](rule:R20), [lost](nothing:here), "
        "[again](exercise:deadlift)"
    )
    assert prose.html == (
        '<p><a href="/exercises/deadlift/">Lift</a>, <a href="/rules/R20/">rule</a>, lost, '
        '<a href="/exercises/deadlift/">again</a></p>'
    )
    assert prose.links == ("exercise:deadlift", "rule:R20", "nothing:here")


def test_render_prose_when_links_lead_outside_keeps_them_and_adds_noopener() -> None:
    prose = rendered("[a](https://a.example/?b=1&copy=2 'title') [m](mailto:me@a.example)")
    assert prose.html == (
        '<p><a href="https://a.example/?b=1&amp;copy=2" rel="noopener">a</a> '
        '<a href="mailto:me@a.example" rel="noopener">m</a></p>'
    )
    assert prose.links == ()


def test_render_prose_when_a_link_leads_to_a_heading_of_its_own_asks_nobody() -> None:
    prose = rendered("[down](#later) [lost](#never)\n\n## Later\n")
    assert 'href="#later"' in prose.html
    assert prose.links == ("#never",)


def test_render_prose_when_markers_stand_between_cuts_the_text_there() -> None:
    prose = rendered(
        '## One\n\n[[strip big-four-8 gym 3]]\n\nText\n\n## One\n\n[[quote "two words"]]\n'
    )
    assert prose.pieces == (
        '<h2 id="one">One</h2>',
        Marker("strip", ("big-four-8", "gym", "3"), 3),
        '<p>Text</p>\n<h2 id="one-2">One</h2>',
        Marker("quote", ("two words",), 9),
    )
    assert prose.html == '<h2 id="one">One</h2>\n<p>Text</p>\n<h2 id="one-2">One</h2>'


def test_render_prose_when_brackets_stand_in_a_sentence_makes_no_marker() -> None:
    assert rendered("see [[strip a]] here").pieces == ("<p>see [[strip a]] here</p>",)


def test_render_prose_when_called_again_remembers_nothing() -> None:
    first = rendered("## A\n\n[x](plan:p)\n")
    assert rendered("## A\n\n[x](plan:p)\n") == first
    assert first.words == 2


def test_render_prose_when_the_text_is_at_fault_refuses_it() -> None:
    with pytest.raises(ValueError, match="line 1: more than 8 open"):
        rendered("a" + "[" * 5000)


def test_find_links_when_text_has_several_places_each() -> None:
    text = (
        "A [lift](exercise:deadlift) and [out](https://a.example).\n\n"
        "`[code](plan:no)` \\[x\\](plan:none)\n- [two\n  lines](guide:a_b)\n"
        "[p](rule:R(2)) [e](guide:a\\_b)\n"
    )
    assert find_links(text) == (
        ProseLink("exercise:deadlift", 1, 10),
        ProseLink("guide:a_b", 5, 10),
        ProseLink("rule:R(2)", 6, 5),
        ProseLink("guide:a_b", 6, 20),
    )


@pytest.mark.parametrize(
    "text",
    [
        "[a](plan:a) *[b](plan:b)* **[`c`](plan:c)** [d [e]](plan:d)",
        "| [a](plan:a) | b |\n|---|---|\n| c | [d](plan:d) |",
        "1. [a](plan:a)\n2. > [b](plan:b)",
        "## [a](plan:a)\n\n[b]( plan:b ) [c](<plan:c>) [d](plan:d 'title')",
        "[a](javascript:alert(1)) [b](data:text/html,x) [c](/x) [d](#e) [f](f.html)",
    ],
)
def test_find_links_when_a_link_is_rendered_has_its_place(text: str) -> None:
    prose = rendered(text)
    assert prose.links
    assert set(prose.links) == {link.target for link in find_links(text)}
    lines = text.split("\n")
    for link in find_links(text):
        assert lines[link.line - 1][link.column - 1 :].startswith(link.target)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("ok\n\na" + "[" * 9, 3, 10, "more than 8 open '['"),
        ("[a](" * 9, 1, 36, "more than 8 open '('"),
        ("x" * 10_001, 1, 1, "paragraph is too long"),
        ("- a\n" * 301, 1, 1, "paragraph is too long"),
        ("é" * 50_001, 1, 1, "longer than 100 kB"),
        ("- a\n" + " " * 25 + "- b", 2, 1, "too deep"),
        ("> > > > > x", 1, 1, "nested too deep"),
        ("# Title", 1, 1, "start with ##"),
        ("## A\n\n#### B", 3, 1, "right under"),
        ("##### B", 1, 1, "go down to ####"),
        ("ok\nsee ![x](y.png)", 2, 5, "pictures are not possible"),
        ("a\n\nb <b>c</b>", 3, 3, "HTML is not possible"),
        ("[[strip a]] and more", 1, 1, "alone in its paragraph"),
        ("text\n[[strip a]]", 2, 1, "alone in its paragraph"),
    ],
)
def test_check_prose_when_a_text_cannot_be_rendered_says_where(
    text: str, line: int, column: int, message: str
) -> None:
    fault = check_prose(text)[0]
    assert (fault.line, fault.column) == (line, column)
    assert message in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rest < 90 s, RPE > 8, 4 x 5 & `<b>` and `![x](y)` <https://a.example>",
        "## A\n\n### B\n\n## C\n\n- a\n    - b\n        - c\n",
        "[[strip a]]\n\nA [link](plan:a) (and (this)).",
        "A) one\nB) two\n" * 20,
    ],
)
def test_check_prose_when_a_text_is_sound_finds_nothing(text: str) -> None:
    assert check_prose(text) == ()


@pytest.mark.parametrize("unit", ["[", "[a](", "[a](b", "[`a ", "---\n", "# a\n", "- a\n", "|a"])
def test_check_prose_when_a_text_would_take_seconds_refuses_it(unit: str) -> None:
    assert check_prose("a " + unit * 5000)


def test_render_inline_when_text_is_plain_only_escapes_it() -> None:
    assert render_inline("  Push   & pull > 3 ") == "Push &amp; pull &gt; 3"


def test_render_inline_when_marked_up_knows_emphasis_code_and_links_only() -> None:
    text = "# *Brace* **hard** `now` [w](https://a.example) [x](exercise:a)"
    assert render_inline(text) == (
        "# <em>Brace</em> <strong>hard</strong> <code>now</code> "
        '<a href="https://a.example" rel="noopener">w</a> x'
    )
    assert render_inline("- [x](exercise:a)\n- *b*", known) == (
        '- <a href="/exercises/a/">x</a> - <em>b</em>'
    )


def test_render_inline_when_a_text_is_too_deep_shows_it_as_it_stands() -> None:
    assert render_inline("[" * 9 + "*a*") == "[" * 9 + "*a*"


def test_plain_when_given_html_leaves_the_words() -> None:
    assert plain("<h2>A &amp; b</h2>\n<p>c <em>d</em></p>") == "A & b c d"


def test_plain_inline_when_given_markdown_leaves_the_words() -> None:
    assert plain_inline("*A* & [b](plan:c) `d`") == "A & b d"


@pytest.mark.parametrize(
    "text",
    [
        "Stop if it hurts.",
        'Don\'t "bounce" the plates; reset - each time, 2 to 3 s.',
        "Äußerst café, naïve: 3 × 5 – fine…",
        "Ends with a colon:",
        "a. not a list",
        "A",
        "Two  spaces, a tab\tand 1) brackets (like these) #5 + 6 = 11 ~ | table? {x} \x1b",
        "Trailing space ",
        "Setext\n===",
        "http://example.org/ stays text",
    ],
)
def test_plain_texts_are_rendered_as_markdown_would(text: str) -> None:
    full = render_prose(f"{text}\n\n*x*", lambda _: None)
    html = full.html.removesuffix("<p><em>x</em></p>").rstrip()
    assert render_prose(text, lambda _: None).html == html
