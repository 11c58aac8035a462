"""The site in memory: made again whenever something changed, sheets only when one is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock

from runlift_site.build.engine import make
from runlift_site.build.inputs import Inputs
from runlift_site.build.store import Store
from runlift_site.diagnostics.model import Finding, Refused, Severity, in_order, worst
from runlift_site.pages.outputs import Sheet
from runlift_site.pipeline.build import decide, pdf_settings, templates_of
from runlift_site.pipeline.groups import Site
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import read_all
from runlift_site.project import Project
from runlift_site.render.pdf_pool import PdfRequest


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The site at one moment.

    Attributes:
        files: Bytes of each file by its path, sheets not among them; those of the last site
            without errors.
        digests: Digest of the same.
        findings: Everything there is to say about the content now.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Preview:
    """Makes snapshots of a site.

    Args:
        project: Where it is.
        options: Options of a build; what concerns publishing is not looked at.
    """

    def __init__(self, project: Project, options: Options) -> None:
        self._project = project
        self._options = options
        self._lock = Lock()
        self.now = Snapshot()

    def refresh(self) -> Snapshot:
        """Read everything again and make what changed."""
        with self._lock:
            try:
                self.now = self._made()
            except Refused as refusal:
                self.now = self._with(in_order(refusal.findings))
            return self.now

    def sheet(self, path: str) -> tuple[bytes | None, tuple[Finding, ...]]:
        """Print the sheet that would be published at a path.

        Returns:
            The PDF, None if there is no such sheet or it cannot be made; then what keeps it from
            being made, nothing if there is no such sheet.
        """
        with self._lock:
            try:
                return self._printed(path), ()
            except Refused as refusal:
                return None, in_order(refusal.findings)

    def _made(self) -> Snapshot:
        inputs = read_all(self._project, self._options)
        with self._store(inputs) as store:
            decided = decide(inputs, self._options, store)
            if decided.site is None or decided.assets is None:
                return self._with(in_order(decided.findings))
            templates = templates_of(inputs, decided.site.content.words, store)
            groups = (decided.assets.group, *decided.site.groups())
            made = make(groups, templates, store, tool=inputs.tool, pdf=None, explained=False)
            findings = in_order((*decided.findings, *made.findings))
            if worst(findings) is Severity.ERROR:
                return self._with(findings)
            digests = {path: blob.digest for path, blob in made.files.items()}
            read = {path: self._bytes(path, name, store) for path, name in digests.items()}
            files = {path: data for path, data in read.items() if data is not None}
            return Snapshot(files, digests, findings)

    def _store(self, inputs: Inputs) -> Store:
        """The store; a build that is at work is waited for, since it ends soon."""
        return Store(self._project.cache, tool=inputs.tool, on_wait=lambda: None)

    def _bytes(self, path: str, digest: str, store: Store) -> bytes | None:
        known = self.now.files.get(path) if self.now.digests.get(path) == digest else None
        return known if known is not None else store.read(digest)

    def _with(self, findings: tuple[Finding, ...]) -> Snapshot:
        return Snapshot(self.now.files, self.now.digests, findings)

    def _printed(self, path: str) -> bytes | None:
        inputs = read_all(self._project, self._options)
        with self._store(inputs) as store:
            decided = decide(inputs, self._options, store)
            if decided.site is None or decided.assets is None:
                raise Refused(decided.findings)
            sheet = _sheet_of(decided.site, path)
            if sheet is None:
                return None
            templates = templates_of(inputs, decided.site.content.words, store)
            html = templates.render(sheet.template, sheet.view)
            settings = pdf_settings(decided.assets.paper, Options())
        with settings.open_pool() as pool:
            result = next(iter(pool.render([PdfRequest(path, html, sheet.pages)])))
        if result.pdf is None:
            message = f"the sheet {sheet.label} could not be made: {result.failure}"
            raise Refused([Finding("RL513", Severity.ERROR, message)])
        return result.pdf


def _sheet_of(site: Site, path: str) -> Sheet | None:
    folder, _, rest = path.partition("/")
    plan = rest.partition("/")[0]
    outputs = site.plan_outputs(plan) if folder == "plans" and plan in site.content.plans else ()
    return next((o for o in outputs if isinstance(o, Sheet) and o.path == path), None)
