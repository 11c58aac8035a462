"""What makes PDFs on this computer: whether it is there, and in which versions.

Nothing here imports WeasyPrint: a build that has no PDF to make must not wait for it, and without
Pango its import ends in a long banner instead of the one command that helps.
"""

import ctypes
import os
import zlib
from collections.abc import Callable, Iterable
from ctypes.util import find_library
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from shutil import which

PACKAGES = (
    "cssselect2", "fonttools", "pillow", "pydyf", "pyphen", "tinycss2", "tinyhtml5", "weasyprint",
)  # fmt: skip
"""Python packages that decide a PDF's bytes."""

NEEDED = ("gobject-2.0", "pango-1.0", "harfbuzz", "fontconfig", "pangoft2-1.0")
"""System libraries without which there is no PDF. HarfBuzz's subsetter only makes it faster."""

_FILES = {
    "gobject-2.0": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "pango-1.0": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "harfbuzz-subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib"),
    "pangoft2-1.0": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
}

_COMMANDS = (
    (
        "apt-get",
        "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    ("dnf", "dnf install -y pango"),
    ("pacman", "pacman -S --noconfirm pango"),
    ("brew", "brew install pango"),
)


def pdf_tool_digest() -> str:
    """Digest of everything but the document that decides a PDF's bytes."""
    parts = [f"{name} {version(name)}" for name in PACKAGES]
    parts += [f"pango {_pango_version()}", f"harfbuzz {_harfbuzz_version()}"]
    parts += [
        f"subset {library('harfbuzz-subset') is not None}",
        f"zlib {zlib.ZLIB_RUNTIME_VERSION}",
    ]
    here = Path(__file__).parent
    parts += [sha256((here / name).read_bytes()).hexdigest() for name in ("pdf.py", "pdf_tool.py")]
    return sha256("\n".join(parts).encode()).hexdigest()


def why_unavailable(
    needed: Iterable[str] = NEEDED, find: Callable[[str], str | None] = which
) -> str | None:
    """Why PDFs cannot be made here and the command that helps; None if they can be made.

    Args:
        needed: Names of the system libraries.
        find: Where a command is installed; None if it is not.
    """
    missing = [name for name in needed if library(name) is None]
    if not missing:
        return None
    named = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
    return f"PDFs need system libraries that are not installed: {named}. {install_command(find)}"


def install_command(find: Callable[[str], str | None] = which) -> str:
    """A sentence with the command that installs the system libraries here."""
    for manager, command in _COMMANDS:
        if find(manager):
            as_root = manager == "brew" or os.geteuid() == 0
            said = f"Install them with: {command if as_root else 'sudo ' + command}"
            if manager == "brew":
                said += (
                    " (a Python that is not from Homebrew also needs"
                    " DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib)"
                )
            return said
    return "Install Pango, with FreeType support, from your system's packages."


@cache
def library(name: str) -> ctypes.CDLL | None:
    """A system library, found the way WeasyPrint finds it; None if it is not installed."""
    for file in _FILES.get(name, ()):
        try:
            return ctypes.CDLL(file)
        except OSError:
            continue
    found = find_library(name)
    try:
        return ctypes.CDLL(found) if found else None
    except OSError:
        return None


def _pango_version() -> str:
    pango = library("pango-1.0")
    if pango is None:
        return "none"
    pango.pango_version_string.restype = ctypes.c_char_p
    return bytes(pango.pango_version_string()).decode()


def _harfbuzz_version() -> str:
    harfbuzz = library("harfbuzz")
    if harfbuzz is None:
        return "none"
    harfbuzz.hb_version_string.restype = ctypes.c_char_p
    return bytes(harfbuzz.hb_version_string()).decode()
