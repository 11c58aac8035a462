"""The catalogue: every code that a finding may carry, by number."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from runlift_site.diagnostics import (
    codes_build,
    codes_coaching,
    codes_field,
    codes_file,
    codes_page,
)
from runlift_site.diagnostics.code import Code


@cache
def catalogue() -> Mapping[str, Code]:
    """All codes in the order of their numbers."""
    return joined(
        codes_file.CODES,
        codes_field.CODES,
        codes_coaching.CODES,
        codes_page.CODES,
        codes_build.CODES,
    )


def joined(*groups: Iterable[Code]) -> Mapping[str, Code]:
    """Join groups of codes into one table sorted by code.

    Raises:
        ValueError: if a code stands for two kinds of mistake.
    """
    table: dict[str, Code] = {}
    for entry in (entry for group in groups for entry in group):
        if entry.code in table:
            raise ValueError(f"{entry.code} is given twice")
        table[entry.code] = entry
    return MappingProxyType(dict(sorted(table.items())))
