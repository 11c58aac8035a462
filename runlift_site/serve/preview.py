"""The live preview: a server on this machine that follows every change as it is saved."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from runlift_site.diagnostics.model import Finding
from runlift_site.project import Project, packaged_templates
from runlift_site.serve.server import PreviewServer
from runlift_site.serve.watch import changes_in


def serve_preview(
    project: Project,
    port: int,
    *,
    drafts: bool,
    ready: Callable[[str], None],
    report: Callable[[tuple[Finding, ...]], None],
) -> None:
    """Serve a site until interrupted.

    Args:
        project: Where it is.
        port: Port on this machine; 0 for any free one.
        drafts: Whether drafts are shown.
        ready: Told the address once the site can be opened.
        report: Told the findings whenever they are others than before; at first there are none.

    Raises:
        PortUnavailable: The port cannot be listened on.
    """
    with PreviewServer(project, port, drafts=drafts) as server, suppress(KeyboardInterrupt):
        told: tuple[Finding, ...] = ()

        def report_news(findings: tuple[Finding, ...]) -> None:
            nonlocal told
            if findings != told:
                told = findings
                report(findings)

        server.refresh(report_news)
        with _answering(server):
            ready(server.address)
            folders = (project.content, packaged_templates(), project.root / "templates")
            for _ in changes_in(folders):
                server.refresh(report_news)


@contextmanager
def _answering(server: PreviewServer) -> Iterator[None]:
    """Answer requests in a thread of their own."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
