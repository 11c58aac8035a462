"""Markdown in the texts of records: what cannot be rendered, and links that lead nowhere."""

from collections.abc import Iterator

from runlift_site.authoring.content import Content, Places
from runlift_site.diagnostics.model import Finding, Severity
from runlift_site.pipeline.links import dead_links
from runlift_site.render.prose_source import Marker, check_prose, parts

HOW_TO_LINK = "write exercise:, plan:, guide: or paper: with an id, or a full https address"


def text_findings(content: Content) -> Iterator[Finding]:
    """Faults of every text in which Markdown is read, each at its field."""
    places = Places(content.files)
    shelves = (content.exercises, content.routines, content.plans)
    entries = [entry for shelf in shelves for entry in shelf.entries.values()]
    for entry in (*entries, *content.singles.values()):
        for path, text in entry.read.texts:
            where = places.find(entry.file.path, path)
            faults = check_prose(text)
            for fault in faults[:1]:
                yield Finding("RL420", Severity.ERROR, fault.message, where)
            for link in () if faults else dead_links(text):
                message = f"the link '{link.target}' leads nowhere"
                yield Finding("RL421", Severity.ERROR, message, where, HOW_TO_LINK)
            if not faults and any(isinstance(part, Marker) for part in parts(text)):
                message = "weeks are drawn in guides, not here"
                yield Finding("RL424", Severity.ERROR, message, where, "take the marker out")
