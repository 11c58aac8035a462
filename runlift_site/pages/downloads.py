"""Links to the printable sheets of a week."""

from dataclasses import dataclass

from runlift_site.pages import urls
from runlift_site.pages.frame import Frame
from runlift_site.pages.outputs import Paper
from runlift_site.training.week import Plan


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take along.

    Attributes:
        short: Its name in a line of links, such as "A4".
        title: Its name on a button, such as "This week, A4".
        what: What it is.
        kind: File type, such as "PDF".
        href: The file.
    """

    short: str
    title: str
    what: str
    kind: str
    href: str


def downloads(frame: Frame, plan: Plan, number: int, path: str) -> tuple[Download, ...]:
    """The sheets of a week in each paper format; empty where nothing is printed."""
    if not frame.pdf:
        return ()
    words = frame.words
    return tuple(
        Download(
            short=words(f"paper.{paper.value}.short"),
            title=words("download.week", paper=words(f"paper.{paper.value}.name")),
            what=words("download.week_what"),
            kind=words("download.pdf"),
            href=urls.relative(path, urls.sheet(plan.template.id, plan.tier, number, paper)),
        )
        for paper in (Paper(name) for name in frame.settings.papers)
    )
