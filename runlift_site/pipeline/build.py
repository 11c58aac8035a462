"""From content to a published site.

1. Read and hash everything once; if that is what was published, stop.
2. Read the content: faults of all files at once, mentions resolved.
3. Cut the fonts and name the assets.
4. Expand every plan in every variant, ask the rules, work out the sheets; or remember all that.
5. Check the guides.
6. Decide the site group by group; make what has not been made before, PDFs last.
7. Publish the whole tree, if there are no errors.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from runlift_site.diagnostics.model import Finding, Refused, Severity, in_order, worst
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import Standing, read_all, standing
from runlift_site.project import Project

if TYPE_CHECKING:
    from runlift_site.authoring.content import Places
    from runlift_site.build.inputs import Inputs
    from runlift_site.build.publish import Changes
    from runlift_site.build.sheets import PdfSettings
    from runlift_site.build.store import Store
    from runlift_site.pipeline.assets import SiteAssets
    from runlift_site.pipeline.groups import Site
    from runlift_site.pipeline.plans import Plans
    from runlift_site.render.templates import Templates
    from runlift_site.settings import Settings

WORDS_FILE = "content/strings/en.yaml"
_WORD = re.compile(r"the word '([a-z0-9_.]+)'|no (?:word|list of words) '([a-z0-9_.]+)'")


class Progress(Protocol):
    """Told the kind of work, how much is done, how much there is, and what was just done."""

    def __call__(self, kind: str, done: int, total: int, path: str) -> None:
        """Show it."""


def silent(kind: str, done: int, total: int, path: str) -> None:
    """Progress that nobody watches."""
    del kind, done, total, path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run led to.

    Attributes:
        findings: Everything there is to say, in order.
        published: Whether the destination now holds this site.
        nothing_to_do: Whether it already did.
        said: What the build that did it said of its findings.
        pages: HTML pages of the site.
        sheets: PDFs of the site.
        drawn: How many pages were drawn in this run, print HTML included.
        printed: How many PDFs were made in this run.
        changes: How the published tree changed.
    """

    findings: tuple[Finding, ...] = ()
    published: bool = False
    nothing_to_do: bool = False
    said: str = ""
    pages: int = 0
    sheets: int = 0
    drawn: int = 0
    printed: int = 0
    changes: "Changes | None" = None

    @property
    def failed(self) -> bool:
        """Whether there are errors."""
        return worst(self.findings) is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Decided:
    """A site as far as it can be known without drawing it.

    Attributes:
        site: The site; None if there are errors in its content.
        assets: Its assets.
        findings: Everything there is to say about its content.
        plans: Its plans, as far as they have no faults; None if the site file has some.
    """

    site: "Site | None"
    assets: "SiteAssets | None" = None
    findings: tuple[Finding, ...] = field(default=())
    plans: "Plans | None" = None


def build(
    project: Project,
    options: Options,
    progress: Progress = silent,
    known: Standing | None = None,
) -> Outcome:
    """Build and publish a site; an unchanged one is left alone.

    Args:
        project: Where it is.
        options: What was asked for.
        progress: Told of long work.
        known: How the site stands, if that was just looked at.
    """
    known = known or standing(project, options)
    if known.said is not None:
        return Outcome(published=True, nothing_to_do=True, said=known.said)
    inputs = known.inputs
    try:
        outcome = _build(project, options, inputs, progress)
    except Refused as refusal:
        outcome = Outcome(findings=in_order(refusal.findings))
    return replace(outcome, findings=tuple(_at_words(outcome.findings, inputs)))


def check(project: Project, options: Options, progress: Progress = silent) -> Outcome:
    """Check everything that can be known without drawing, and write nothing but memory."""
    from runlift_site.build.store import Store

    inputs = read_all(project, options)
    try:
        with Store(project.cache, tool=inputs.tool, on_wait=_waits(progress)) as store:
            decided = decide(inputs, options, store)
            findings = list(decided.findings)
            if decided.site is not None:
                findings.extend(_undrawable(decided.site))
            found = in_order(findings)
    except Refused as refusal:
        found = in_order(refusal.findings)
    return Outcome(findings=tuple(_at_words(found, inputs)))


def _at_words(findings: tuple[Finding, ...], inputs: "Inputs") -> Iterator[Finding]:
    """Findings about an interface word that pages met, at the word's line."""
    from runlift_site.authoring.content import Places

    places = Places(inputs.content)
    for finding in findings:
        named = _WORD.search(finding.message)
        if finding.place is None and finding.code in {"RL405", "RL406"} and named:
            place = places.find(WORDS_FILE, tuple((named[1] or named[2]).split(".")))
            yield replace(finding, place=place, help="")
        else:
            yield finding


def decide(inputs: "Inputs", options: Options, store: "Store") -> Decided:
    """Read, link and check the content, as far as a site can be known without drawing it.

    Raises:
        Refused: Interface words or templates do not fit what pages ask of them.
    """
    from runlift_site.authoring.content import Places, read_content
    from runlift_site.authoring.record_file import RecordFile
    from runlift_site.build.digest import digest
    from runlift_site.pages.frame import Frame
    from runlift_site.pages.wording import Wording
    from runlift_site.pipeline.assets import site_assets
    from runlift_site.pipeline.groups import Site
    from runlift_site.pipeline.guides import Guides
    from runlift_site.pipeline.links import mentions, prose_html
    from runlift_site.pipeline.paper import paper_findings
    from runlift_site.pipeline.plans import Plans
    from runlift_site.pipeline.texts import text_findings

    content = read_content(
        inputs.content,
        unusable=inputs.findings,
        language_file=WORDS_FILE,
        drafts=options.drafts,
        remember=lambda file, kind, make: store.memo(
            f"records-{kind.name}", f"{file.path} {file.digest}", RecordFile, make
        ),
        find_links=mentions,
    )
    settings = content.settings()
    if settings is None or not content.words:
        return Decided(None, findings=content.findings)
    if options.base_url is not None:
        settings = settings.model_copy(update={"base_url": options.base_url})
    assets = site_assets(inputs.templates, store)
    pdf = options.pdf and settings.pdf
    frame = Frame(settings, Wording(content.words), assets.paths, prose_html, pdf)
    frame_digest = digest(
        (settings.model_dump_json(), content.files[WORDS_FILE].digest, assets.paths, pdf)
    )
    usable = replace(content, plans=content.plans.without(content.faulty_plans()))
    plans = Plans(usable, frame, frame_digest, store)
    guides = Guides(usable, plans, store)
    findings = [*content.findings, *text_findings(content)]
    for name in plans:
        findings.extend(plans.study(name).findings)
    findings.extend(_week_of_home(plans, Places(content.files), settings))
    if pdf:
        words = content.files[WORDS_FILE].digest
        findings.extend(paper_findings(usable, frame, words, store))
    for name in content.guides:
        findings.extend(guides.findings(name))
    if worst(findings) is Severity.ERROR:
        return Decided(None, findings=tuple(findings), plans=plans)
    site = Site(content, plans, guides, frame, frame_digest)
    return Decided(site, assets, tuple(findings), plans)


def _build(project: Project, options: Options, inputs: "Inputs", progress: Progress) -> Outcome:
    from runlift_site.build.engine import make
    from runlift_site.build.publish import Tree, open_published, publish
    from runlift_site.build.store import Store
    from runlift_site.diagnostics.terminal import summary

    with Store(project.cache, tool=inputs.tool, on_wait=_waits(progress)) as store:
        decided = decide(inputs, options, store)
        if decided.site is None or decided.assets is None:
            return Outcome(findings=in_order(decided.findings))
        site = decided.site
        published = open_published(project.destination)
        templates = templates_of(inputs, site.content.words, store)
        pdf = pdf_settings(decided.assets.paper, options) if site.frame.pdf else None
        made = make(
            (decided.assets.group, *site.groups()),
            templates,
            store,
            tool=inputs.tool,
            pdf=pdf,
            progress=progress,
            published=published,
        )
        findings = in_order((*decided.findings, *made.findings))
        outcome = Outcome(
            findings=findings,
            pages=sum(path.endswith(".html") for path in made.files),
            sheets=sum(path.endswith(".pdf") for path in made.files),
            drawn=made.pages,
            printed=made.sheets,
        )
        stops = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
        if worst(findings) in stops:
            return outcome
        said = summary(findings) if findings else ""
        tree = Tree(made.files, inputs.tool, inputs.digest, said)
        changes = publish(tree, store.read, published)
        return replace(outcome, published=True, changes=changes)


def _waits(progress: Progress) -> Callable[[], None]:
    return lambda: progress("waiting", 0, 0, "")


def templates_of(inputs: "Inputs", words: Mapping[str, object], store: "Store") -> "Templates":
    """The templates of a site with its interface words."""
    from runlift_site.render.templates import Templates

    sources = {name: file.data for name, file in inputs.templates.items()}
    return Templates(sources, words, store.shelf("templates"))


def pdf_settings(assets: Mapping[str, bytes], options: Options) -> "PdfSettings":
    """How sheets are printed.

    Raises:
        Refused: The system libraries that PDFs need are not installed.
    """
    from runlift_site.build.sheets import PdfSettings
    from runlift_site.render.pdf_pool import PdfPool
    from runlift_site.render.pdf_tool import pdf_tool_digest, why_unavailable

    why = why_unavailable()
    if why is not None:
        raise Refused(
            [
                Finding(
                    "RL472",
                    Severity.ERROR,
                    why,
                    help="or build without sheets: runlift build --no-pdf",
                )
            ]
        )

    def open_pool() -> PdfPool:
        return PdfPool(options.jobs, assets, options.sheet_limit_s)

    return PdfSettings(pdf_tool_digest(), assets, open_pool)


def _week_of_home(plans: "Plans", places: "Places", settings: "Settings") -> Iterator[Finding]:
    """The week on the start page must be one that its plan has."""
    shown = settings.home.week
    weeks = plans.study(shown.plan).weeks if shown.plan in plans else {}
    if not weeks:
        return  # the plan is unknown or faulty, which is told elsewhere
    place = places.find("content/site.yaml", ("home", "week"))
    if shown.variant not in weeks:
        message = f"'{shown.plan}' has no {shown.variant} variant"
        yield Finding("RL440", Severity.ERROR, message, place, f"it has: {', '.join(weeks)}")
    elif shown.week > weeks[shown.variant]:
        message = f"'{shown.plan}' has {weeks[shown.variant]} weeks, not {shown.week}"
        yield Finding("RL440", Severity.ERROR, message, place, "name one of them")


def _undrawable(site: "Site") -> Iterator[Finding]:
    """Decide every group, so that what only a view can tell is told by a check too."""
    for group in site.groups():
        try:
            group.decide()
        except Refused as refusal:
            yield from refusal.findings
