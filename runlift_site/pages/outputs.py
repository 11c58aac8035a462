"""What a site is made of before anything is drawn: each output with all that decides its bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """Paper formats of printed sheets."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page.

    Attributes:
        path: Where it is published, relative to the output folder, with forward slashes.
        template: Name of its Jinja template.
        view: A frozen dataclass with everything the template may show.
    """

    path: str
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF made from a print template.

    Attributes:
        path: Where the PDF is published.
        template: Name of the print template.
        view: A frozen dataclass with everything the template may show.
        pages: Page count that the fitting rule worked out; another count is an error.
        label: What an author calls it, such as "big-four-8, gym, week 3, A4".
    """

    path: str
    template: str
    view: object
    pages: int
    label: str


@dataclass(frozen=True, slots=True)
class Text:
    """A file whose text is already known, such as a site map."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Asset:
    """A file whose bytes are already known, such as a style sheet or a font."""

    path: str
    data: bytes


Output = Page | Sheet | Text | Asset


@dataclass(frozen=True, slots=True)
class Group:
    """Outputs that are decided together, from inputs whose digests are known beforehand.

    The outputs are a pure function of the inputs. If the store knows what these inputs led to,
    ``decide`` is not called at all.

    Attributes:
        name: What it is, such as "exercise deadlift".
        inputs: Label and digest of everything that ``decide`` reads.
        decide: Works the outputs out.
    """

    name: str
    inputs: tuple[tuple[str, str], ...]
    decide: Callable[[], tuple[Output, ...]]
