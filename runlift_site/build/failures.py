"""Failures of drawing: many outputs often fail of one cause, which is told once."""

from collections.abc import Iterator

from runlift_site.build.recipe import Kind, Recipe
from runlift_site.diagnostics.model import Finding, Refused, Severity

_SHOWN = 5
"""How many outputs that failed of one cause are named."""


class Failures:
    """Outputs that could not be made, by cause."""

    def __init__(self) -> None:
        self._names: dict[tuple[Kind, str, str], list[str]] = {}
        self._causes: list[Finding] = []

    def undrawn(self, recipe: Recipe, error: Exception) -> None:
        """A template failed with a view; findings of its own are passed on."""
        if isinstance(error, Refused) and error.findings:
            # These say what is wrong and where: that pages are missing because of it says no more.
            self._causes += error.findings
            return
        self._add(recipe, recipe.template, f"{type(error).__name__}: {error}")

    def unprinted(self, recipe: Recipe, cause: str) -> None:
        """The PDF of a sheet could not be made."""
        self._add(recipe, "", cause)

    def _add(self, recipe: Recipe, template: str, cause: str) -> None:
        names = self._names.setdefault((recipe.kind, template, cause), [])
        names.append(recipe.label or recipe.path)

    def findings(self) -> Iterator[Finding]:
        """What to tell the author."""
        yield from self._causes
        for (kind, template, cause), names in self._names.items():
            several = len(names) > 1
            what = f"{len(names)} {kind}s" if several else f"the {kind} {names[0]}"
            using = f" from templates/{template}" if template else ""
            shown = "; ".join(names[:_SHOWN])
            rest = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            yield Finding(
                "RL513" if kind is Kind.SHEET else "RL510",
                Severity.ERROR,
                f"{what} could not be made{using}: {cause}",
                help=f"they are: {shown}{rest}" if several else "",
            )
