"""Where values and keys stand."""

import pickle

import pytest

from runlift_site.diagnostics.model import Place
from runlift_site.source.document import Document, read_yaml
from runlift_site.source.yaml_events import RawPath

TEXT = """\
# comment
name: Goblet squat
muscles: {primary: [quads, glutes], secondary: [core]}
steps:
  - stand up
  - "sit down"
note: |
  first
  second
long: a text
  on two lines
quoted: 'over
  two lines'
main:
  items:
    - exercise: deadlift
      sets: 3
    - {exercise: front-squat,
       sets: 4}
"""


@pytest.fixture
def document() -> Document:
    return read_yaml("content/x.yaml", TEXT.encode())


def underlined(place: Place) -> str:
    return place.text[place.column - 1 : place.column - 1 + place.length]


def test_document_holds_text_when_read(document: Document) -> None:
    assert document.file == "content/x.yaml"
    assert document.text == tuple(TEXT.split("\n"))
    assert document.value["main"] == {
        "items": [
            {"exercise": "deadlift", "sets": "3"},
            {"exercise": "front-squat", "sets": "4"},
        ]
    }
    assert document.value["note"] == "first\nsecond\n"
    assert list(document.value) == ["name", "muscles", "steps", "note", "long", "quoted", "main"]


@pytest.mark.parametrize(
    ("path", "line", "column", "shown"),
    [
        ((), 2, 1, "name"),
        (("name",), 2, 7, "Goblet squat"),
        (("muscles",), 3, 10, "{primary: [quads, glutes], secondary: [core]}"),
        (("muscles", "primary"), 3, 20, "[quads, glutes]"),
        (("muscles", "primary", 1), 3, 28, "glutes"),
        (("steps",), 5, 3, "-"),
        (("steps", 0), 5, 5, "stand up"),
        (("steps", 1), 6, 5, '"sit down"'),
        (("note",), 7, 7, "|"),
        (("long",), 10, 7, "a text"),
        (("quoted",), 12, 9, "'over"),
        (("main",), 15, 3, "items"),
        (("main", "items", 0), 16, 7, "exercise"),
        (("main", "items", 0, "sets"), 17, 13, "3"),
        (("main", "items", 1), 18, 7, "{"),
        (("main", "items", 1, "sets"), 19, 14, "4"),
    ],
)
def test_place_underlines_value_when_known(
    document: Document, path: RawPath, line: int, column: int, shown: str
) -> None:
    place = document.place(path)
    assert (place.file, place.line, place.column) == ("content/x.yaml", line, column)
    assert underlined(place) == shown


@pytest.mark.parametrize(
    ("path", "line", "shown"),
    [
        (("name",), 2, "name"),
        (("muscles", "secondary"), 3, "secondary"),
        (("main", "items", 0, "sets"), 17, "sets"),
        (("steps", 1), 6, '"sit down"'),
        ((), 2, "name"),
    ],
)
def test_place_underlines_key_when_asked(
    document: Document, path: RawPath, line: int, shown: str
) -> None:
    place = document.place(path, key=True)
    assert (place.line, underlined(place)) == (line, shown)


def test_place_skips_parts_when_they_are_not_in_the_file(document: Document) -> None:
    tagged = document.place(("main", "straight-sets", "items", 0, "union", "sets", "int"))
    assert tagged == document.place(("main", "items", 0, "sets"))


def test_place_falls_back_to_ancestor_when_value_is_missing(document: Document) -> None:
    assert document.place(("main", "items", 1, "reps")) == document.place(("main", "items", 1))
    assert document.place(("steps", 9)) == document.place(("steps",))
    assert document.place(("nothing", "here")) == document.place(())


def test_place_of_braces_is_the_root_when_asked_for_it() -> None:
    place = read_yaml("x.yaml", b"{a: b, c: d}\n").place(())
    assert underlined(place) == "{a: b, c: d}"


def test_column_counts_code_points_when_text_is_not_ascii() -> None:
    document = read_yaml("x.yaml", "{é: 'ü\u0301', 語: text}".encode())
    assert document.place(("語",)).column == 14


def test_columns_ignore_byte_order_mark_when_there_is_one() -> None:
    document = read_yaml("x.yaml", b"\xef\xbb\xbfname: a\r\nsets: 3\r\n")
    assert document.place(("name",), key=True) == Place("x.yaml", 1, 1, 4, "name: a")
    assert document.place(("sets",)) == Place("x.yaml", 2, 7, 1, "sets: 3")


def test_document_survives_when_pickled(document: Document) -> None:
    assert pickle.loads(pickle.dumps(document)) == document
