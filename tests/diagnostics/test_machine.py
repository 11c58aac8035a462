"""Findings for programs."""

import json

from runlift_site.diagnostics.machine import render_github, render_json
from runlift_site.diagnostics.model import Finding, Note, Place, Severity

TWICE = Finding(
    "RL124",
    Severity.ERROR,
    "'na\u00efve' is written twice",
    Place("content/a.yaml", 9, 3, 5, "  na\u00efve: 1"),
    "keep one of the two",
    (Note(Place("content/a.yaml", 2, 3, 5, "  na\u00efve: 0"), "it stands here first"),),
)
ODD = Finding("RL999", Severity.WARNING, "50% of a, b: c\nd", Place("content/a,b:c%.yaml", 1, 1, 1))
NOWHERE = Finding("RL998", Severity.INFO, "nothing to do")


def test_json_has_the_documented_shape() -> None:
    assert (
        render_json([TWICE, NOWHERE])
        == """\
{
  "version": 1,
  "counts": {
    "error": 1,
    "warning": 0,
    "info": 1
  },
  "findings": [
    {
      "code": "RL998",
      "severity": "info",
      "message": "nothing to do",
      "help": "",
      "place": null,
      "notes": []
    },
    {
      "code": "RL124",
      "severity": "error",
      "message": "'na\\u00efve' is written twice",
      "help": "keep one of the two",
      "place": {
        "file": "content/a.yaml",
        "line": 9,
        "column": 3,
        "length": 5
      },
      "notes": [
        {
          "message": "it stands here first",
          "place": {
            "file": "content/a.yaml",
            "line": 2,
            "column": 3,
            "length": 5
          }
        }
      ]
    }
  ]
}
"""
    )


def test_json_is_whole_when_there_is_nothing_to_say() -> None:
    assert json.loads(render_json([])) == {
        "version": 1,
        "counts": {"error": 0, "warning": 0, "info": 0},
        "findings": [],
    }


def test_github_form_is_one_command_a_finding() -> None:
    assert render_github([TWICE, NOWHERE, ODD]) == (
        "::notice title=RL998::nothing to do\n"
        "::warning file=content/a%2Cb%3Ac%25.yaml,line=1,col=1,endColumn=1,title=RL999"
        "::50%25 of a, b: c␊d\n"
        "::error file=content/a.yaml,line=9,col=3,endColumn=7,title=RL124%3A a key is written twice"
        "::'na\u00efve' is written twice%0Ait stands here first: line 2"
        "%0Ahelp: keep one of the two\n"
    )


def test_github_form_is_empty_when_there_is_nothing_to_say() -> None:
    assert render_github([]) == ""


def test_github_command_cannot_be_forged_when_text_looks_like_one() -> None:
    forged = Finding(
        "RL1", Severity.ERROR, "a\r\n::error::b", Place("x\n::error::y", 1, 1), "\n::c"
    )
    lines = render_github([forged]).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=x␊%3A%3Aerror%3A%3Ay,line=1")
