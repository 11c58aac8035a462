"""Published pages as trees, read by the rules of the HTML standard."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Link:
    """An address that a page names.

    Attributes:
        element: Name of the element that names it.
        target: The address as it is written.
        text: What is read out for it.
    """

    element: str
    target: str
    text: str


@dataclass(frozen=True, eq=False)
class Markup:
    """A page.

    Attributes:
        root: Its ``html`` element.
        errors: Where it breaks the grammar, and how.
    """

    root: Element
    errors: tuple[str, ...]

    def ids(self) -> tuple[str, ...]:
        """All ids in the order of the page."""
        return tuple(one.attrib["id"] for one in self.root.iter() if "id" in one.attrib)

    def references(self) -> Iterator[str]:
        """Ids that attributes name."""
        for one in self.root.iter():
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                yield from one.get(name, "").split()

    def links(self) -> Iterator[Link]:
        """Every address, of links and of what the page loads."""
        for one in self.root.iter():
            for name in ("href", "src"):
                if name in one.attrib:
                    text = one.get("aria-label") or " ".join(_spoken(one).split())
                    yield Link(one.tag, one.attrib[name], text)

    def headings(self) -> tuple[tuple[int, str], ...]:
        """Level and text of each heading."""
        return tuple(
            (int(one.tag[1]), " ".join("".join(one.itertext()).split()))
            for one in self.root.iter()
            if one.tag in ("h1", "h2", "h3", "h4", "h5", "h6")
        )

    def title(self) -> str:
        """Text of the ``title`` element."""
        return self.root.findtext("head/title") or ""

    def meta(self, name: str) -> str:
        """Content of a ``meta`` element of the head, empty without it."""
        found = self.root.find(f"head/meta[@name='{name}']")
        return "" if found is None else found.get("content", "")


@cache
def markup(file: Path) -> Markup:
    """Read a page; tests that look at the same one share it."""
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(file.read_text(encoding="utf-8"))
    errors = (f"line {line}: {code} {values}" for (line, _), code, values in parser.errors)
    return Markup(root, tuple(errors))


def _spoken(element: Element) -> str:
    if element.get("aria-hidden") == "true":
        return ""
    parts = [element.text or ""]
    for child in element:
        parts.extend((_spoken(child), child.tail or ""))
    return "".join(parts)
