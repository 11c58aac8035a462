"""The small site of the pipeline's tests, and a preview of it."""

from collections.abc import Iterator

import pytest

from tests.pipeline.conftest import built, site
from tests.pipeline.site import SmallSite
from tests.serve.previewing import Previewing, previewing

__all__ = ["built", "preview", "site"]


@pytest.fixture
def preview(site: SmallSite) -> Iterator[Previewing]:
    """A running preview of the site."""
    with previewing(site) as running:
        yield running
