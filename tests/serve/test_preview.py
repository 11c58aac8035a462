import re
import socket

import pytest

from tests.cli.program import runlift
from tests.pipeline.site import SmallSite
from tests.serve.previewing import Previewing, previewing

GOBLET = "content/exercises/goblet-squat.yaml"
PLANK = "content/exercises/plank.yaml"
SHEET = "plans/first-steps/home/first-steps-home-week-1-a4.pdf"


def test_pages_are_those_of_a_build_with_the_script_added(preview: Previewing) -> None:
    answer = preview.ask("/exercises/plank.html")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    added = re.compile(r'<link rel="stylesheet" href="/-/preview.css"><script [^>]*></script>')
    published = (preview.site.output / "exercises/plank.html").read_text(encoding="utf-8")
    without = added.sub("", answer.text).replace(preview.address, "https://example.org/small/")
    assert without == published


def test_other_files_are_those_of_a_build(preview: Previewing) -> None:
    kinds = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
             ".svg": "image/svg+xml", ".woff2": "font/woff2",
             ".txt": "text/plain; charset=utf-8"}  # fmt: skip
    assets = sorted((preview.site.output / "assets").iterdir())
    assert {asset.suffix for asset in assets} == set(kinds)
    for asset in assets:
        answer = preview.ask(f"/assets/{asset.name}")
        assert (answer.status, answer.body) == (200, asset.read_bytes())
        assert answer.headers["Content-Type"] == kinds[asset.suffix]


def test_start_page_is_at_the_root_and_knows_the_port(preview: Previewing) -> None:
    answer = preview.ask("/")
    assert answer.text == preview.ask("/index.html").text
    assert f'<link rel="canonical" href="{preview.address}">' in answer.text
    assert not preview.address.endswith(":0/")


def test_missing_page_is_the_sites_own_with_links_from_the_root(preview: Previewing) -> None:
    answer = preview.ask("/deep/down/nothing.html")
    assert answer.status == 404
    assert 'class="top"' in answer.text
    assert 'href="/exercises.html"' in answer.text
    assert "/-/preview.js" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/../content/site.yaml", "/..%2fcontent/site.yaml", "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd", "/content/site.yaml", "/.runlift-manifest.json", "/-/", "/-/other",
        "/plans/../../content/site.pdf", "/%00.pdf", "/plans/%2e%2e/x.pdf", "/%ff%fe",
    ],
)  # fmt: skip
def test_nothing_but_the_site_is_served(preview: Previewing, path: str) -> None:
    answer = preview.ask(path)
    assert answer.status == 404
    assert b"base_url" not in answer.body
    assert b"root:" not in answer.body


def test_head_sends_no_body(preview: Previewing) -> None:
    for path in ("/", "/nothing.html", "/-/preview.js", "/-/preview.css"):
        head, get = preview.ask(path, "HEAD"), preview.ask(path)
        assert (head.status, head.body) == (get.status, b"")
        assert head.headers["Content-Length"] == get.headers["Content-Length"]
    events = preview.ask("/-/events", "HEAD")
    assert (events.status, events.body) == (200, b"")


def test_other_methods_are_refused(preview: Previewing) -> None:
    assert preview.ask("/", "POST").status == 501


def test_saved_file_is_told_and_shown(preview: Previewing) -> None:
    mark = preview.ask("/exercises/goblet-squat.html").mark
    with preview.following(mark) as stream:
        preview.site.edit(GOBLET, "First this", "First that")
        news = stream.next()
    assert (news["paths"], news["errors"]) == (["exercises/goblet-squat.html"], False)
    assert "First that" in preview.ask("/exercises/goblet-squat.html").text


def test_change_between_page_and_stream_is_not_lost(preview: Previewing) -> None:
    mark = preview.ask("/exercises/goblet-squat.html").mark
    with preview.following(mark) as stream:
        preview.site.edit(GOBLET, "First this", "First that")
        stream.until("exercises/goblet-squat.html")
    with preview.following(mark) as late:
        late.until("exercises/goblet-squat.html")


def test_stream_goes_on_where_it_broke_off(preview: Previewing) -> None:
    mark = preview.ask("/").mark
    with preview.following(mark) as stream:
        preview.site.edit(GOBLET, "First this", "First that")
        last = stream.next()["mark"]
    with preview.following(mark, header=last) as stream:
        preview.site.edit(PLANK, "First this", "First that")
        assert stream.next()["paths"] == ["exercises/plank.html"]


def test_page_of_an_earlier_preview_is_told_to_reload(preview: Previewing) -> None:
    with preview.following("1234-5") as stream:
        assert stream.next()["stranger"]


def test_all_open_pages_are_told(preview: Previewing) -> None:
    mark = preview.ask("/").mark
    with preview.following(mark) as one, preview.following(mark) as other:
        preview.site.edit(GOBLET, "First this", "First that")
        assert one.next() == other.next()


def test_several_files_saved_at_once_are_all_shown(preview: Previewing) -> None:
    with preview.following(preview.ask("/").mark) as stream:
        for path in (GOBLET, PLANK):
            preview.site.edit(path, "First this", "First that")
        waiting = {"exercises/goblet-squat.html", "exercises/plank.html"}
        while waiting:
            waiting -= set(stream.next()["paths"])


def test_renamed_and_deleted_files_are_followed(preview: Previewing) -> None:
    site = preview.site
    text = site.file(PLANK).read_text(encoding="utf-8")
    with preview.following(preview.ask("/").mark) as stream:
        site.file("content/exercises/side-plank.yaml").write_text(
            text.replace("Plank", "Side plank"), encoding="utf-8"
        )
        stream.until("exercises/side-plank.html")
        site.file("content/exercises/side-plank.yaml").rename(
            site.file("content/exercises/long-plank.yaml")
        )
        stream.until("exercises/side-plank.html")
        assert preview.ask("/exercises/side-plank.html").status == 404
        assert preview.ask("/exercises/long-plank.html").status == 200
        site.file("content/exercises/long-plank.yaml").unlink()
        stream.until("exercises/long-plank.html")
        assert preview.ask("/exercises/long-plank.html").status == 404


def test_own_template_is_followed_from_the_moment_it_is_there(preview: Previewing) -> None:
    with preview.following(preview.ask("/").mark) as stream:
        base = preview.site.own_template("base.html")
        text = base.read_text(encoding="utf-8")
        base.write_text(text.replace("</main>", "</main><!-- mine -->"), encoding="utf-8")
        stream.until("index.html")
        assert "<!-- mine -->" in preview.ask("/").text
        base.write_text(text.replace("</main>", "</main><!-- again -->"), encoding="utf-8")
        stream.until("index.html")
        assert "<!-- again -->" in preview.ask("/").text


def test_error_is_shown_over_every_page_until_it_is_mended(preview: Previewing) -> None:
    clean = preview.ask("/exercises/plank.html")
    with preview.following(clean.mark) as stream:
        preview.site.edit(GOBLET, "impact: none", "impact: <non>")
        assert stream.next()["errors"]
        for path in ("/exercises/plank.html", "/", "/nothing.html"):
            text = preview.ask(path).text
            assert "1 error in the content" in text
            assert "&#x27;&lt;non&gt;&#x27; is not one of the words this key knows" in text
            assert "content/exercises/goblet-squat.yaml, line 9, column 9" in text
            assert "impact: <mark>&lt;non&gt;</mark>" in text
        assert "<h1" in preview.ask("/exercises/plank.html").text, "the last good page stays"
        preview.site.edit(GOBLET, "impact: <non>", "impact: none")
        assert stream.next()["errors"]
    mended = preview.ask("/exercises/plank.html")
    assert mended.text.replace(mended.mark, clean.mark) == clean.text


def test_error_in_a_template_is_shown_with_the_last_good_site(preview: Previewing) -> None:
    with preview.following(preview.ask("/").mark) as stream:
        own = preview.site.own_template("exercise/exercise.html")
        text = own.read_text(encoding="utf-8")
        own.write_text(text + "{{ view.nothing }}\n{% if %}", encoding="utf-8")
        while not stream.next()["errors"]:
            pass
    answer = preview.ask("/exercises/plank.html")
    assert answer.status == 200
    assert "templates/exercise/exercise.html, line" in answer.text
    assert "Push the floor away" in answer.text


def test_site_that_is_broken_from_the_start_is_shown_once_it_is_mended(site: SmallSite) -> None:
    site.edit(GOBLET, "impact: none", "impact: non")
    with previewing(site) as preview:
        answer = preview.ask("/")
        assert answer.status == 404
        assert "impact: <mark>non</mark>" in answer.text
        with preview.following(answer.mark) as stream:
            site.edit(GOBLET, "impact: non", "impact: none")
            stream.until("index.html")
        assert preview.ask("/").status == 200


def test_findings_are_said_in_the_terminal_too(preview: Previewing) -> None:
    with preview.following(preview.ask("/").mark) as stream:
        preview.site.edit(GOBLET, "impact: none", "impact: non")
        stream.next()
        preview.site.edit(GOBLET, "impact: non", "impact: none")
        stream.next()
    ended = preview.interrupt()
    assert "error[RL202]" in ended.err
    assert ended.err.endswith("There are no errors and no warnings\n")


def test_sheet_is_printed_when_it_is_asked_for(preview: Previewing) -> None:
    answer = preview.ask(f"/{SHEET}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert answer.body.startswith(b"%PDF-")


def test_sheet_follows_the_content(preview: Previewing) -> None:
    before = preview.ask(f"/{SHEET}").body
    with preview.following(preview.ask("/").mark) as stream:
        preview.site.edit(GOBLET, "name: Goblet squat", "name: Cup squat")
        stream.until("exercises/goblet-squat.html")
    after = preview.ask(f"/{SHEET}")
    assert after.status == 200
    assert after.body != before


def test_sheet_that_is_not_there_is_missing(preview: Previewing) -> None:
    for path in ("/plans/first-steps/gym/week.pdf", "/plans/other/home/x.pdf", "/week.pdf"):
        answer = preview.ask(path)
        assert answer.status == 404
        assert "There is no sheet at this address" in answer.text


def test_sheet_that_cannot_be_printed_says_why(preview: Previewing) -> None:
    with preview.following(preview.ask("/").mark) as stream:
        preview.site.edit(GOBLET, "impact: none", "impact: non")
        stream.next()
    answer = preview.ask(f"/{SHEET}")
    assert answer.status == 500
    assert "This sheet could not be printed" in answer.text
    assert "impact: <mark>non</mark>" in answer.text


def test_drafts_are_shown_unless_they_are_not_wanted(site: SmallSite) -> None:
    text = site.file(PLANK).read_text(encoding="utf-8")
    side = text.replace("Plank", "Side plank").replace("sources:", "status: draft\nsources:")
    site.file("content/exercises/side-plank.yaml").write_text(side, encoding="utf-8")
    for flags, status in (((), 200), (("--no-drafts",), 404)):
        with previewing(site, *flags) as preview:
            assert preview.ask("/exercises/side-plank.html").status == status


def test_preview_leaves_the_published_site_alone(preview: Previewing) -> None:
    before = preview.site.tree()
    with preview.following(preview.ask("/").mark) as stream:
        preview.site.edit(GOBLET, "First this", "First that")
        stream.next()
    preview.ask(f"/{SHEET}")
    assert preview.site.tree() == before


def test_build_goes_well_beside_a_preview(preview: Previewing) -> None:
    with preview.following(preview.ask("/").mark) as stream:
        preview.site.edit(GOBLET, "First this", "First that")
        stream.next()
    ended = runlift("build", cwd=preview.site.root)
    assert ended.status == 0
    page = (preview.site.output / "exercises/goblet-squat.html").read_text(encoding="utf-8")
    assert "First that" in page
    assert preview.ask("/").status == 200


def test_explain_speaks_of_the_published_site_after_a_preview(preview: Previewing) -> None:
    before = runlift("explain", "exercises/plank.html", cwd=preview.site.root)
    with preview.following(preview.ask("/").mark) as stream:
        preview.site.edit(PLANK, "First this", "First that")
        stream.next()
    assert runlift("explain", "exercises/plank.html", cwd=preview.site.root) == before


def test_ctrl_c_ends_the_preview_with_0(preview: Previewing) -> None:
    with preview.following(preview.ask("/").mark):
        ended = preview.interrupt()
    assert (ended.status, ended.out, ended.err) == (0, "", "")


def test_preview_listens_on_this_machine_alone(preview: Previewing) -> None:
    port = int(preview.address.rstrip("/").rpartition(":")[2])
    with socket.socket() as other:
        other.bind(("127.0.0.2", port))  # would be taken if it listened on every address


def test_port_in_use_is_wrong_usage(preview: Previewing) -> None:
    port = preview.address.rstrip("/").rpartition(":")[2]
    ended = runlift("serve", "--port", port, cwd=preview.site.root)
    assert (ended.status, ended.out) == (2, "")
    assert f"port {port} is in use: choose another with --port, or 0 for any" in ended.err
