import os

import pytest

from runlift_site.render.pdf_tool import install_command, pdf_tool_digest, why_unavailable


def test_why_unavailable_when_all_is_installed_is_none() -> None:
    assert why_unavailable() is None


def test_why_unavailable_when_libraries_are_missing_names_them_and_the_command() -> None:
    said = why_unavailable(
        ("pango-1.0", "no-such-library", "nor-this"), lambda name: name if name == "dnf" else None
    )
    sudo = "" if os.geteuid() == 0 else "sudo "
    assert said == (
        "PDFs need system libraries that are not installed: no-such-library and nor-this. "
        f"Install them with: {sudo}dnf install -y pango"
    )


@pytest.mark.parametrize(
    ("manager", "words"),
    [
        ("apt-get", "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("dnf", "dnf install -y pango"),
        ("pacman", "pacman -S --noconfirm pango"),
        ("brew", "brew install pango"),
        ("none of them", "Install Pango"),
    ],
)
def test_install_command_when_a_package_manager_is_there_names_its_command(
    manager: str, words: str
) -> None:
    said = install_command(lambda name: f"/usr/bin/{name}" if name == manager else None)
    assert words in said
    assert ("sudo" in said) == (os.geteuid() != 0 and manager in ("apt-get", "dnf", "pacman"))


def test_pdf_tool_digest_when_asked_twice_is_the_same() -> None:
    assert pdf_tool_digest() == pdf_tool_digest()
    assert len(pdf_tool_digest()) == 64
