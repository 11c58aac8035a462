"""Fixtures that all rooms share."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs the tests in the background hands this on to every program they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)

MakeProject = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def project(tmp_path: Path) -> MakeProject:
    """Write a small project: ``project({path: text})`` gives its folder."""

    def make(files: Mapping[str, str]) -> Path:
        for path, text in files.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
        return tmp_path

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; it fails where there is none."""
    program = os.environ.get("RUNLIFT_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()
