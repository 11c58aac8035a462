"""Fonts and print assets that several tests of the drawing tools share."""

from collections.abc import Mapping

import pytest

from runlift_site.render.fonts import FACES, FontSet, build_fonts


@pytest.fixture(scope="session")
def fonts() -> FontSet:
    return build_fonts()


@pytest.fixture(scope="session")
def print_assets(fonts: FontSet) -> Mapping[str, bytes]:
    faces = "\n".join(
        f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight};"
        f" src: url(asset:{face.stem}.ttf) }}"
        for face in FACES
    )
    rules = """
    @page { size: A4; margin: 10mm; font-family: 'RL Text' }
    body { margin: 0; font: 400 10pt 'RL Text' }
    h1, .dose { font: 900 14pt 'RL Display' }
    table { table-layout: fixed; width: 100%; border-collapse: collapse }
    th, td { border: 0.3mm solid #000; text-align: left }
    """
    box = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10">'
        '<path d="M1 1h8v8h-8z"/></svg>'
    )
    sheet = {"print.css": (faces + rules).encode(), "box.svg": box.encode()}
    return {**sheet, **fonts.print_}


@pytest.fixture(scope="session")
def sheet_html() -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Move", "Dose", "Rest", "Set 1"))
    rows = "".join(
        f'<tr><td><img src="asset:box.svg" alt="Lift {row}"></td><th scope="row">Lift {row}</th>'
        f'<td class="dose">4 × 5</td><td>1:30 → 2:00 ✓</td><td></td></tr>'
        for row in range(6)
    )
    return (
        '<!doctype html><html lang="en"><head><title>Week 3</title></head><body>'
        "<h1>Big four, week 3</h1><p>Leave <b>two</b> “in the tank” − 5′.</p>"
        f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        "</body></html>"
    )
