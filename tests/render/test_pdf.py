import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest

from runlift_site.render.pdf import PdfError, Renderer


@pytest.fixture(scope="module")
def renderer(print_assets: Mapping[str, bytes]) -> Renderer:
    return Renderer(print_assets)


def with_body(sheet_html: str, more: str) -> bytes:
    return sheet_html.replace("</body>", f"{more}</body>").encode()


def test_render_when_given_a_sheet_makes_a_page_of_the_paper(
    renderer: Renderer, sheet_html: str
) -> None:
    drawn = renderer.render(sheet_html.encode(), 1)
    assert drawn.pages == 1
    with pikepdf.open(BytesIO(drawn.pdf)) as pdf:
        (sheet,) = pdf.pages
        assert [round(float(edge)) for edge in sheet.mediabox] == [0, 0, 595, 842]


def test_render_when_validated_is_accessible(renderer: Renderer, sheet_html: str) -> None:
    report = page.validate_pdf_bytes(renderer.render(sheet_html.encode(), 1).pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant
    assert report.rules.total > 100


def test_render_when_embedding_fonts_embeds_only_ours(renderer: Renderer, sheet_html: str) -> None:
    with pikepdf.open(BytesIO(renderer.render(sheet_html.encode(), 1).pdf)) as pdf:
        names = {
            re.sub(r"^/[A-Z]{6}\+", "", str(item.FontName))
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        }
    assert names == {"RL-Text", "RL-Text-Bold", "RL-Display-Heavy"}


def test_render_when_done_leaves_no_date_and_no_random_id(
    renderer: Renderer, sheet_html: str
) -> None:
    with pikepdf.open(BytesIO(renderer.render(sheet_html.encode(), 1).pdf)) as pdf:
        assert "/ID" not in pdf.trailer
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("<img src='https://a.example/x.png' alt='x'>", "asks for 'https://a.example/x.png'"),
        ("<img src='file:///etc/passwd' alt='x'>", "asks for 'file:///etc/passwd'"),
        ("<img src='asset:other.svg' alt='x'>", "asks for 'asset:other.svg'"),
        ("<img src='data:text/html,x' alt='x'>", "asks for 'data:text/html,x'"),
        ("<img src='x.png' alt='x'>", "Relative URI"),
        ("<link rel='stylesheet' href='https://a.example/x.css'>", "asks for"),
        ("<style>@import url(https://a.example/x.css)</style>", "asks for"),
        ("<p style='background: url(https://a.example/x.png)'>x</p>", "asks for"),
        ("<p style='colr: red'>x</p>", "unknown property"),
        ("<img src='asset:box.svg'>", "no required alt"),
        ("<p>力</p>", "glyph"),
        ("<p style='break-before: page'>x</p>", "came out as 2 pages, 1 was worked out"),
    ],
)
def test_render_when_a_document_is_not_sound_says_why(
    renderer: Renderer, sheet_html: str, more: str, reason: str
) -> None:
    with pytest.raises(PdfError, match=re.escape(reason)):
        renderer.render(with_body(sheet_html, more), 1)


def test_render_when_a_character_is_only_in_a_font_of_the_computer_refuses_it(
    renderer: Renderer, sheet_html: str
) -> None:
    # No face has a snowman: either another font of this computer draws it, or none does.
    with pytest.raises(PdfError, match=r"of this computer can draw|unsupported by fonts"):
        renderer.render(with_body(sheet_html, "<p>☃</p>"), 1)


def test_render_when_pictures_are_in_the_document_draws_them(
    renderer: Renderer, sheet_html: str
) -> None:
    picture = (
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E"
        "%3Cpath d='M0 0h9v9z'/%3E%3C/svg%3E"
    )
    more = f'<img src="{picture}" alt="x">'
    assert renderer.render(with_body(sheet_html, more), 1).pages == 1


def test_render_when_a_document_failed_renders_the_next_one_as_ever(
    renderer: Renderer, sheet_html: str
) -> None:
    before = renderer.render(sheet_html.encode(), 1)
    with pytest.raises(PdfError):
        renderer.render(with_body(sheet_html, "<p style='x: y'>x</p>"), 1)
    assert renderer.render(sheet_html.encode(), 1) == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("print.css", b"p { colr: red }"),
        ("print.css", b"@font-face { font-family: 'X'; src: url(asset:missing.ttf) }"),
        ("print.css", b"@import url(https://a.example/x.css);"),
        ("rl-text-bold.ttf", b"no font"),
    ],
)
def test_renderer_when_an_asset_is_faulty_refuses_to_start(
    print_assets: Mapping[str, bytes], name: str, data: bytes
) -> None:
    with pytest.raises(PdfError):
        Renderer({**print_assets, name: data})


def test_render_when_run_in_other_processes_makes_the_same_bytes(
    renderer: Renderer, print_assets: Mapping[str, bytes], sheet_html: str, tmp_path: Path
) -> None:
    for name, data in print_assets.items():
        (tmp_path / name).write_bytes(data)
    program = (
        "import hashlib, sys; from pathlib import Path\n"
        "from runlift_site.render.pdf import Renderer\n"
        "files = sorted(Path(sys.argv[1]).iterdir(), reverse=True)\n"
        "renderer = Renderer({file.name: file.read_bytes() for file in files})\n"
        "print(hashlib.sha256(renderer.render(sys.stdin.buffer.read(), 1).pdf).hexdigest())\n"
    )
    here = hashlib.sha256(renderer.render(sheet_html.encode(), 1).pdf).hexdigest()
    for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo")):
        said = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)],
            input=sheet_html.encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            check=True,
        )
        assert said.stdout.decode().strip() == here
