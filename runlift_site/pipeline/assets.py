"""Files that pages load: named after their bytes, so that a changed file is a new address."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from runlift_site.build.digest import digest
from runlift_site.build.store import Shelf, Store
from runlift_site.pages.frame import AssetPaths, Frame
from runlift_site.pages.outputs import Asset, Group
from runlift_site.render.fonts import build_fonts, font_recipe_digest
from runlift_site.source.files import SourceFile

FOLDER = "assets/"
PRINT_STYLE = "print/sheet.css"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font files by what they are for."""

    web: Mapping[str, bytes]
    paper: Mapping[str, bytes]
    licences: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class SiteAssets:
    """The assets of a site.

    Attributes:
        paths: Where they are published.
        group: The group that publishes them.
        paper: What sheets may use, by name.
    """

    paths: AssetPaths
    group: Group
    paper: Mapping[str, bytes]


def site_assets(templates: Mapping[str, SourceFile], store: Store) -> SiteAssets:
    """Gather style sheets, scripts, icons and fonts.

    Args:
        templates: All files below ``templates/``.
        store: Keeps the cut fonts, which take seconds to make.
    """
    recipe = font_recipe_digest()
    fonts = _fonts(recipe, store.shelf("fonts"))
    static = {
        path.removeprefix("assets/"): file.data
        for path, file in templates.items()
        if path.startswith("assets/")
    }
    named = {name: _hashed(name, data) for name, data in static.items()}
    outputs = (
        *(Asset(FOLDER + named[name], data) for name, data in static.items()),
        *(Asset(FOLDER + name, data) for name, data in {**fonts.web, **fonts.licences}.items()),
    )
    paths = AssetPaths(
        style=FOLDER + named["site.css"],
        filters="",
        script=FOLDER + named["theme.js"],
        icon=FOLDER + named["icon.svg"],
        coaching=FOLDER + named["coaching.css"],
    )
    inputs = (
        ("fonts", recipe),
        *((f"assets/{name}", digest(data)) for name, data in static.items()),
    )
    return SiteAssets(
        paths,
        Group("assets", inputs, lambda: outputs),
        {"sheet.css": templates[PRINT_STYLE].data, **fonts.paper},
    )


def with_filters(frame: Frame, rules: str) -> tuple[Frame, Asset]:
    """The frame with the generated style sheet of the exercise filters, and that sheet."""
    data = rules.encode()
    path = FOLDER + _hashed("filters.css", data)
    return replace(frame, assets=replace(frame.assets, filters=path)), Asset(path, data)


def _fonts(recipe: str, shelf: Shelf) -> Fonts:
    """The cut fonts, from the store if it has all of them.

    They are kept by their recipe alone: cutting takes seconds, and the rest of the program has no
    say in it.
    """
    listed = shelf.get(f"{recipe} list")
    if listed is not None:
        names: dict[str, list[str]] = json.loads(listed)
        found = {
            kind: {name: shelf.get(f"{recipe} {kind} {name}") for name in names[kind]}
            for kind in names
        }
        whole = {
            kind: {name: data for name, data in files.items() if data is not None}
            for kind, files in found.items()
        }
        if whole == found:
            return Fonts(whole["web"], whole["paper"], whole["licences"])
    made = build_fonts()
    fonts = {"web": made.web, "paper": made.print_, "licences": made.licences}
    for kind, files in fonts.items():
        for name, data in files.items():
            shelf.put(f"{recipe} {kind} {name}", data)
    listing = {kind: sorted(files) for kind, files in fonts.items()}
    shelf.put(f"{recipe} list", json.dumps(listing).encode())
    return Fonts(made.web, made.print_, made.licences)


def _hashed(name: str, data: bytes) -> str:
    path = PurePosixPath(name)
    mark = hashlib.sha256(data).hexdigest()[:8]
    return path.with_name(f"{path.stem}-{mark}{path.suffix}").as_posix()
