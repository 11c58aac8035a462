"""The site's fonts: Latin subsets of two open typefaces, under names of their own.

The sources are Red Hat Display and Source Sans Pro, both under the SIL Open Font License. The
latter reserves the name "Source" for unchanged files, so the subsets are called RL Display and RL
Text in their own name tables too; copyright and licence entries stay.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from font_rhd import font_directory as display_directory
from font_source_sans_pro import font_directory as text_directory

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of one family.

    Attributes:
        family: Name in style sheets.
        style: Name of the weight.
        weight: The weight in style sheets.
        source: The file it is cut from.
        on_web: Whether pages use it; every face is used on paper.
    """

    family: str
    style: str
    weight: int
    source: Path
    on_web: bool = True

    @property
    def name(self) -> str:
        """Family and weight, such as "RL Text Semibold"."""
        return f"{self.family} {self.style}"

    @property
    def stem(self) -> str:
        """File name without its ending, such as "rl-text-semibold"."""
        return self.name.lower().replace(" ", "-")


FACES = (
    Face("RL Display", "Black", 900, Path(display_directory, "RedHatDisplay-Black.ttf")),
    Face("RL Text", "Regular", 400, Path(text_directory, "SourceSansPro-Regular.ttf")),
    Face("RL Text", "Semibold", 600, Path(text_directory, "SourceSansPro-Semibold.ttf")),
    Face("RL Text", "Bold", 700, Path(text_directory, "SourceSansPro-Bold.ttf"), on_web=False),
)

LICENCES = {
    "rl-display-licence.txt": Path(display_directory, "OFL.txt"),
    "rl-text-licence.txt": Path(text_directory, "LICENSE.txt"),
}

# None that places marks: no character of the site is a combining one.
FEATURES = (
    "calt", "case", "ccmp", "dnom", "frac", "kern", "liga", "lnum", "locl", "numr", "tnum",
)  # fmt: skip

CHARACTERS: frozenset[int] = frozenset(
    [
        *range(0x20, 0x7F),  # Basic Latin
        *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
        *range(0x218, 0x21C),  # Romanian letters with comma below
        0x237,
        0x2C6, 0x2C7, *range(0x2D8, 0x2DE),  # accents standing alone
        0x1E9E,
        0x2007, 0x2009, 0x200A, 0x202F,  # spaces
        *range(0x2010, 0x2016),  # hyphens and dashes
        *range(0x2018, 0x201F),  # quotes
        0x2020, 0x2021, 0x2022, 0x2026, 0x2030,
        0x2032, 0x2033,  # prime, double prime: feet and inches, minutes and seconds
        0x2039, 0x203A, 0x2044,
        0x20AC, 0x2116, 0x2122,
        *range(0x2150, 0x215F),  # fractions
        *range(0x2190, 0x2194), *range(0x2196, 0x219A),  # arrows
        0x2212, 0x2248, 0x2260, 0x2264, 0x2265,  # minus and comparison
        0x2713,  # tick
    ]
)  # fmt: skip
"""What the site may write, as far as a face has it."""

STAND_INS: Mapping[int, int] = {
    0xAD: 0x2D,
    0x2009: 0x202F,
    0x2010: 0x2D,
    0x2011: 0x2D,
    0x202F: 0x2009,
}
"""Characters that a face may draw with the glyph of another: hyphens alike, thin spaces alike."""

_NAMES_KEPT = (0, 5, 13, 14)  # copyright, version, licence, licence address


@dataclass(frozen=True, slots=True)
class FontSet:
    """The fonts as files.

    Attributes:
        web: WOFF2 files for pages, by file name.
        print_: TrueType files for paper, by file name.
        licences: Licence texts to publish with them, by file name.
        covers: The characters each face can draw, by the face's name such as "RL Text Bold".
    """

    web: Mapping[str, bytes]
    print_: Mapping[str, bytes]
    licences: Mapping[str, bytes]
    covers: Mapping[str, frozenset[int]]


def font_recipe_digest() -> str:
    """Digest of all that decides the font files; cheap, it opens no font."""
    digest = sha256()
    for part in _recipe():
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def build_fonts() -> FontSet:
    """Cut, name and pack all faces; the same bytes every time. Takes some seconds."""
    web: dict[str, bytes] = {}
    print_: dict[str, bytes] = {}
    covers: dict[str, frozenset[int]] = {}
    for face in FACES:
        font = _cut(face)
        _name(font, face)
        covers[face.name] = frozenset(font.getBestCmap())
        plain = _saved(font)
        print_[f"{face.stem}.ttf"] = plain
        if face.on_web:
            web[f"{face.stem}.woff2"] = _packed(plain)
    licences = {name: path.read_bytes() for name, path in LICENCES.items()}
    return FontSet(web, print_, licences, covers)


def _recipe() -> Iterator[bytes]:
    yield Path(__file__).read_bytes()
    yield version("fonttools").encode()
    yield version("brotli").encode()
    for path in (*(face.source for face in FACES), *LICENCES.values()):
        yield sha256(path.read_bytes()).digest()


def _cut(face: Face) -> "TTFont":
    # Imported only when fonts are cut: the results are kept in the store.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # The time of the last change stays that of the source, so the bytes do not know today's date.
    font = TTFont(BytesIO(face.source.read_bytes()), recalcTimestamp=False, lazy=True)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for character, other in STAND_INS.items():
                if character not in table.cmap and other in table.cmap:
                    table.cmap[character] = table.cmap[other]
    options = Options(
        layout_features=list(FEATURES),
        hinting=False,
        notdef_outline=True,
        legacy_cmap=False,
        drop_tables=["BASE", "DSIG", "STAT", "gasp", "meta"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    # The subsetter would search the whole font for names in use; the faces get names of their own.
    names = font["name"]
    del font["name"]
    subsetter.subset(font)
    font["name"] = names
    return font


def _name(font: "TTFont", face: Face) -> None:
    names = font["name"]
    names.names = [
        record
        for record in names.names
        if (record.platformID, record.langID) == (3, 0x409) and record.nameID in _NAMES_KEPT
    ]
    plain = face.style in ("Regular", "Bold")
    post_script = f"{face.family.replace(' ', '')}-{face.style}"
    given = {
        1: face.family if plain else face.name,
        2: face.style if plain else "Regular",
        3: f"Runlift subset: {post_script}",
        4: face.name,
        6: post_script,
    }
    if not plain:
        given |= {16: face.family, 17: face.style}
    for number, text in given.items():
        names.setName(text, number, 3, 1, 0x409)


def _packed(plain: bytes) -> bytes:
    """A TrueType file as WOFF2; read anew, so that tables go over as they are."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(plain), recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = "woff2"
    return _saved(font, reorder=None)


def _saved(font: "TTFont", reorder: bool | None = False) -> bytes:
    out = BytesIO()
    font.save(out, reorderTables=reorder)
    return out.getvalue()
