"""Sites that the commands of the documentation are run on."""

import pytest

from tests.docs.documented_site import documented_site
from tests.pipeline.conftest import built, site
from tests.pipeline.site import SmallSite

__all__ = ["built", "documented", "site"]


@pytest.fixture(scope="session")
def documented(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The shipped content and what the documentation adds; not to be changed."""
    return documented_site(tmp_path_factory.mktemp("documented") / "site")
