"""Markdown written by authors becomes HTML that is safe to publish. The door to its libraries."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from runlift_site.render.prose_source import (
    MAX_OPEN_BRACKETS,
    Marker,
    check_prose,
    decoded,
    is_external,
    parts,
)

if TYPE_CHECKING:
    from markdown import Markdown
    from nh3 import Cleaner

MAX_INLINE_CHARACTERS = 1000

_PLAIN = re.compile(r"[^\\`*_\[\]<>&!]*")
_PLAIN_PARAGRAPH = re.compile(r"[A-Za-z][^\\`*_\[\]<>&!\x00-\x1f\x7f]*[^\\`*_\[\]<>&!\s]")
"""A text of one line without anything that Markdown reads: most records' texts are like that."""
_PUT_ASIDE = re.compile("\x02(\\d+)\x03")

Resolve = Callable[[str], str | None]
"""Turns a link's target, such as ``exercise:deadlift``, into an address; None if unknown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: its level (2 to 4), its id on the page and its words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A text ready to publish.

    Attributes:
        html: All of it but its markers.
        headings: For the contents box, in reading order.
        words: How many words it has, for the time it takes to read.
        links: Targets of all links that stay on this site, in order of their first use.
        pieces: HTML and markers in their order, for pages that draw something at the markers.
    """

    html: str
    headings: tuple[Heading, ...]
    words: int
    links: tuple[str, ...]
    pieces: tuple[str | Marker, ...]


def render_prose(text: str, resolve: Resolve) -> Prose:
    """Render a text of paragraphs, headings, lists, tables and markers.

    A link whose target ``resolve`` does not know is left as plain words.

    Raises:
        ValueError: ``check_prose`` finds fault with the text.
    """
    if _PLAIN_PARAGRAPH.fullmatch(text) and len(text) <= MAX_INLINE_CHARACTERS:
        html = f"<p>{escape(text, quote=False)}</p>"
        return Prose(html, (), len(text.split()), (), (html,))
    faults = check_prose(text)
    if faults:
        raise ValueError(f"line {faults[0].line}: {faults[0].message}")
    reader = _reader()
    reader.start(resolve)
    pieces = tuple(p if isinstance(p, Marker) else reader.read(p) for p in parts(text))
    html = "\n".join(piece for piece in pieces if isinstance(piece, str))
    return Prose(html, tuple(reader.headings), len(plain(html).split()), reader.links(), pieces)


def render_inline(text: str, resolve: Resolve | None = None) -> str:
    """Render a text of one line: emphasis, code and links, no paragraphs.

    A text that is too long or too deeply nested to be read as Markdown is shown as it stands.
    """
    text = " ".join(text.split())
    depth = text.count("[")
    if _PLAIN.fullmatch(text) or len(text) > MAX_INLINE_CHARACTERS or depth > MAX_OPEN_BRACKETS:
        return escape(text, quote=False)
    reader = _inline_reader()
    reader.start(resolve or _nowhere)
    return reader.read(text).removeprefix("<p>").removesuffix("</p>")


def plain(html: str) -> str:
    """The words of rendered HTML, in one line."""
    return " ".join(unescape(_text_cleaner().clean(html)).split())


def plain_inline(text: str) -> str:
    """The words of a Markdown text of one line, for titles and descriptions."""
    return " ".join(text.split()) if _PLAIN.fullmatch(text) else plain(render_inline(text))


def slug(text: str, taken: Iterable[str] = ()) -> str:
    """An id made of the letters and digits of a text, unlike those already taken."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or "section"
    known, candidate, number = set(taken), base, 1
    while candidate in known:
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def _nowhere(_target: str) -> None:
    return None


class _Reader:
    """One Markdown instance with its cleaner, used for one text after the other."""

    def __init__(self, markdown: "Markdown", cleaner: "Cleaner") -> None:
        self._markdown = markdown
        self._cleaner = cleaner
        self.start(_nowhere)

    def start(self, resolve: Resolve) -> None:
        """Forget the last text."""
        self.headings: list[Heading] = []
        self._resolve = resolve
        self._targets: dict[str, None] = {}

    def read(self, text: str) -> str:
        """Render one piece of the text."""
        self._markdown.reset()
        return self._cleaner.clean(self._markdown.convert(text))

    def links(self) -> tuple[str, ...]:
        """Targets on this site; headings of the text itself need nobody to know them."""
        own = {f"#{heading.id}" for heading in self.headings}
        return tuple(target for target in self._targets if target not in own)

    def finish(self, root: Element) -> None:
        """Give headings their ids, links their addresses and tables their frame."""
        for element in list(root.iter()):
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                self._finish_heading(element)
            elif element.tag == "a":
                self._finish_link(element)
            elif element.tag in ("th", "td"):
                _finish_cell(element)
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "table" and parent.get("class") != "table-scroll":
                    frame = Element("div", {"class": "table-scroll", "tabindex": "0"})
                    frame.append(child)
                    frame.tail, child.tail = child.tail, None
                    parent[index] = frame

    def _finish_heading(self, element: Element) -> None:
        # The page's title is its h1, and its contents box shows three levels at most.
        level = min(4, max(2, int(element.tag[1])))
        text = unescape(_PUT_ASIDE.sub(_put_back, "".join(element.itertext())))
        text = " ".join(text.split())
        name = slug(text, (heading.id for heading in self.headings))
        element.tag = f"h{level}"
        element.set("id", name)
        self.headings.append(Heading(level, name, text))

    def _finish_link(self, element: Element) -> None:
        target = decoded(_PUT_ASIDE.sub(_put_back, element.get("href", "")))
        element.attrib.clear()
        if is_external(target):
            element.set("href", target)
            element.set("rel", "noopener")
            return
        self._targets[target] = None
        address = target if target.startswith("#") else self._resolve(target)
        if address is None:
            element.tag = "span"  # not among the tags allowed, so only its words are left
        else:
            element.set("href", address)


def _finish_cell(element: Element) -> None:
    align = element.get("align")
    element.attrib.clear()
    if align in ("center", "right"):
        element.set("class", align)
    if element.tag == "th":
        element.set("scope", "col")


def _put_back(match: re.Match[str]) -> str:
    return chr(int(match.group(1)))


_INLINE_TAGS = {"a", "code", "em", "strong"}
_BLOCK_TAGS = {"blockquote", "br", "div", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "ul"}
_TABLE_TAGS = {"table", "tbody", "td", "th", "thead", "tr"}
_ATTRIBUTES = {
    "a": {"href", "rel"},
    "div": {"tabindex"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "ol": {"start"},
    "th": {"scope"},
}
_CLASSES = {"div": {"table-scroll"}, "td": {"center", "right"}, "th": {"center", "right"}}

# HTML is shown as the text it is; links are written at their place, so that each has one line in
# the author's file; mail addresses would be scrambled; a line of dashes is a rule, not a heading.
_NO_INLINE = (
    "automail",
    "html",
    "image_link",
    "image_reference",
    "reference",
    "short_image_ref",
    "short_reference",
)
_NO_BLOCKS = ("reference", "setextheader")
_ONLY_IN_BLOCKS = ("code", "hashheader", "hr", "indent", "olist", "quote", "ulist")


@cache
def _reader() -> _Reader:
    return _made(blocks=True)


@cache
def _inline_reader() -> _Reader:
    return _made(blocks=False)


@cache
def _text_cleaner() -> "Cleaner":
    from nh3 import Cleaner

    return Cleaner(tags=set(), attributes={})


def _made(*, blocks: bool) -> _Reader:
    # Imported when a text is rendered: texts seen before come out of the store.
    from markdown import Markdown
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension
    from markdown.treeprocessors import Treeprocessor
    from nh3 import Cleaner

    extensions = [SaneListExtension(), TableExtension(use_align_attribute=True)] if blocks else []
    markdown = Markdown(extensions=extensions)
    markdown.preprocessors.deregister("html_block")
    for pattern in _NO_INLINE:
        markdown.inlinePatterns.deregister(pattern)
    for processor in _NO_BLOCKS if blocks else (*_NO_BLOCKS, *_ONLY_IN_BLOCKS):
        markdown.parser.blockprocessors.deregister(processor)
    cleaner = Cleaner(
        tags=_INLINE_TAGS | (_BLOCK_TAGS | _TABLE_TAGS if blocks else {"p"}),
        attributes=_ATTRIBUTES if blocks else {"a": {"href", "rel"}},
        allowed_classes=_CLASSES if blocks else {},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    reader = _Reader(markdown, cleaner)

    class Finish(Treeprocessor):
        """Runs after Markdown's own work on the tree, before it becomes text."""

        def run(self, root: Element) -> None:
            reader.finish(root)

    markdown.treeprocessors.register(Finish(markdown), "finish", 15)
    return reader
