"""Fixtures that all rooms share."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

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
