"""Papers as pages cite them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.wording import Wording
from runlift_site.training.guide import Reference


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper; ``href`` is empty where it has no DOI."""

    id: str
    text: str
    title: str
    journal: str
    href: str
    doi: str
    note: str


def papers(cited: Iterable[tuple[str, Reference]], words: Wording) -> Iterator[PaperView]:
    """Papers with their keys, in the order they are cited."""
    for key, paper in cited:
        yield PaperView(
            id=urls.paper_anchor(key),
            text=words("guide.authors_year", authors=paper.authors, year=paper.year),
            title=paper.title,
            journal=paper.journal,
            href=doi_link(paper.doi) if paper.doi else "",
            doi=paper.doi or "",
            note=paper.note or "",
        )


def doi_link(doi: str) -> str:
    """Public address of a paper."""
    return f"https://doi.org/{doi}"
