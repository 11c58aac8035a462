"""The small site of the pipeline's tests, built once."""

from tests.pipeline.conftest import built, site

__all__ = ["built", "site"]
