"""A small complete site, and its first build, which takes long enough to be shared."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.site import SmallSite, small_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The small site after its first build; copy it before changing it."""
    site = small_site(tmp_path_factory.mktemp("built") / "site")
    outcome = site.build()
    assert outcome.published, outcome.findings
    return site


@pytest.fixture
def site(built: SmallSite, tmp_path: Path) -> Iterator[SmallSite]:
    """A copy of the built site, with its output and its store."""
    shutil.copytree(built.root, tmp_path / "site")
    yield SmallSite(tmp_path / "site")
