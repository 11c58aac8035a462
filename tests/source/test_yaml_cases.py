"""Every file in ``tests/cases/yaml`` against the text beside it.

``NAME.yaml`` is read, and what an author sees is compared with ``NAME.expected``: the findings as
the terminal shows them, or the values as JSON where the file is accepted. Inputs that make no good
files (wrong bytes, or too many of them) are written out in ``GENERATED``.

After a wanted change, rewrite the expected texts and read the difference::

    RUNLIFT_UPDATE_EXPECTED=1 pytest tests/source/test_yaml_cases.py
"""

import json
import os
import re
from pathlib import Path

import pytest

from runlift_site.diagnostics.catalogue import catalogue
from runlift_site.diagnostics.model import Refused
from runlift_site.diagnostics.terminal import render_text
from runlift_site.source.document import read_yaml

CASES = Path(__file__).parent.parent / "cases" / "yaml"
UPDATE = "RUNLIFT_UPDATE_EXPECTED"

GENERATED = {
    "accept-bom": b"\xef\xbb\xbfname: Goblet squat\n",
    "accept-crlf": b"name: Goblet squat\r\nsteps:\r\n  - stand up\r\nnote: |\r\n  a\r\n  b\r\n",
    "accept-cr": b"name: Goblet squat\rsets: 3\r",
    "accept-no-line-break-at-end": b"name: Goblet squat",
    "bytes-latin-1": "name: Goblet squat\nsummary: déjà vu\n".encode("latin-1"),
    "bytes-cut-off": "name: é".encode()[:-1],
    "bytes-nul": b"name: Goblet squat\nsummary: a\x00b\n",
    "bytes-controls": b"name: \x1b[31mred\x1b[0m\nsummary: a\x07b\n",
    "bytes-c1-control": "summary: a\x85b\n".encode(),
    "bytes-line-separator": "summary: a\u2028b\u2029c\n".encode(),
    "bytes-second-bom": "name: a\ufeffb\n".encode(),
    "bytes-utf-16-with-bom": "name: Goblet squat\n".encode("utf-16"),
    "bytes-utf-16-without-bom": "name: Goblet squat\n".encode("utf-16-be"),
    "bytes-utf-32": "name: Goblet squat\n".encode("utf-32"),
    "bytes-latin-1-after-crlf": b"\xef\xbb\xbfname: a\r\nsummary: d\xe9j\xe0 vu\r\n",
    "depth-brackets": b"name: " + b"[" * 30_000,
    "depth-braces": b"{a: " * 30_000,
    "depth-dashes": b"steps:\n" + b"- " * 30_000,
    "depth-lines": b"".join(b" " * n + b"k:\n" for n in range(200)),
    "depth-32": b"a: " + b"[" * 31 + b"x" + b"]" * 31,
    "depth-33": b"a: " + b"[" * 32 + b"x" + b"]" * 32,
    "merge-key-bomb": b"a: &a {x: y}\n"
    + b"".join(b"k%d: &k%d {<<: [*a, *a], <<: *a}\n" % (n, n) for n in range(40)),
    "size-10-mb": b"name: Goblet squat\n" * 530_000,
    "size-too-many-findings": b"".join(b"k%d:\n" % n for n in range(100_000)),
    "size-too-many-keys": b"".join(b"k%d: v\n" % n for n in range(60_000)),
    "size-too-many-values": b"steps: [" + b"1," * 60_000 + b"1]",
    "size-long-line": b"summary: " + b"stand up and " * 50 + b"remember: chest up\n",
}
IN_FILES = {path.stem: path.read_bytes() for path in sorted(CASES.glob("*.yaml"))}
# What these codes are about cannot be shown by the text of one file.
ELSEWHERE = {"RL101", "RL103", "RL104", "RL105", "RL160", "RL161"}


def told(name: str, data: bytes) -> str:
    """What an author gets to see of a file."""
    try:
        document = read_yaml(f"{name}.yaml", data)
    except Refused as refused:
        return render_text(refused.findings, colour=False)
    return json.dumps(document.value, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", sorted(IN_FILES | GENERATED))
def test_case_tells_what_is_expected_when_read(name: str) -> None:
    seen = told(name, (IN_FILES | GENERATED)[name])
    expected = CASES / f"{name}.expected"
    if os.environ.get(UPDATE):
        expected.write_text(seen, encoding="utf-8", newline="")
    assert expected.is_file(), f"no expected text; set {UPDATE}=1 to write it"
    assert seen == expected.read_bytes().decode()


def test_expected_text_has_a_case_when_listed() -> None:
    assert {path.stem for path in CASES.glob("*.expected")} == set(IN_FILES | GENERATED)
    assert not set(IN_FILES) & set(GENERATED)


def test_every_file_code_is_shown_by_a_case_when_it_can_be() -> None:
    shown = {
        code
        for path in CASES.glob("*.expected")
        for code in re.findall(r"\[(RL1\d\d)\]", path.read_text(encoding="utf-8"))
    }
    assert shown == {code for code in catalogue() if code.startswith("RL1")} - ELSEWHERE
