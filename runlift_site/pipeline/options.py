"""What a run was asked for, apart from the project itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a build.

    Attributes:
        base_url: Public address in the place of the site file's, or None.
        pdf: Whether sheets are printed.
        drafts: Whether drafts are published too.
        strict: Whether warnings keep a site from being published.
        jobs: How many processes may make PDFs at once; does not change what is published.
        sheet_limit_s: How long one sheet may take; neither does this.
    """

    base_url: str | None = None
    pdf: bool = True
    drafts: bool = False
    strict: bool = False
    jobs: int = 1
    sheet_limit_s: float = 20.0

    def deciding(self) -> tuple[tuple[str, str], ...]:
        """Name and value of every option that changes what is published."""
        return (
            ("base_url", self.base_url or ""),
            ("pdf", str(self.pdf)),
            ("drafts", str(self.drafts)),
            ("strict", str(self.strict)),
        )
