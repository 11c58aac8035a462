from tests.cli.terminal import Terminal
from tests.pipeline.site import SmallSite

GOBLET = "content/exercises/goblet-squat.yaml"
RED = "\x1b[1;31m"


def change_all_sheets(site: SmallSite) -> None:
    style = site.own_template("print/sheet.css")
    style.write_text(style.read_text(encoding="utf-8") + "/* mine */\n", encoding="utf-8")


def test_findings_are_in_colour_on_a_terminal(site: SmallSite) -> None:
    site.edit(GOBLET, "impact: none", "impact: non")
    with Terminal(("check",), site.root) as terminal:
        assert terminal.end() == 1
        assert f"{RED}error[RL202]" in terminal.said


def test_findings_are_plain_where_colour_is_not_wanted(site: SmallSite) -> None:
    site.edit(GOBLET, "impact: none", "impact: non")
    with Terminal(("check",), site.root, {"NO_COLOR": "1"}) as terminal:
        assert terminal.end() == 1
        assert "error[RL202]" in terminal.said
        assert "\x1b" not in terminal.said


def test_long_work_tells_how_far_it_is_and_leaves_the_line_empty(site: SmallSite) -> None:
    change_all_sheets(site)
    sheets = sum(path.endswith(".pdf") for path in site.tree())
    with Terminal(("build", "--jobs", "1"), site.root) as terminal:
        assert terminal.end() == 0
        lines = terminal.said.split("\r")
        told = f"{sheets} of {sheets} week sheets printed"
        assert any(line.rstrip() == told for line in lines), terminal.said
        assert terminal.said.endswith(" \r")
        assert lines[-2].strip() == ""


def test_interrupted_build_leaves_everything_as_it_was(site: SmallSite) -> None:
    change_all_sheets(site)
    before = site.tree()
    with Terminal(("build", "--jobs", "1"), site.root) as terminal:
        terminal.read_until("week sheets printed")
        terminal.interrupt()
        assert terminal.end() == 130
        assert terminal.said.rstrip().endswith("Interrupted")
        assert "Traceback" not in terminal.said
    assert site.tree() == before
    assert site.build().published
