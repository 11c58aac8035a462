"""The check of a single plan: its own findings, and a line that says what was asked of it."""

from dataclasses import dataclass

from runlift_site.authoring.kinds import PLAN
from runlift_site.diagnostics.model import Finding, Severity, in_order, worst
from runlift_site.diagnostics.suggest import near_miss
from runlift_site.pipeline.build import decide
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import read_all
from runlift_site.project import Project
from runlift_site.training.rules.names import RULE_IDS


class NoPlan(Exception):
    """There is no plan of that name; its message says what there is."""


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What there is to say about a plan.

    Attributes:
        findings: Findings at places in the plan's file; where it could not be checked, all errors
            of the site, for one of them is the cause.
        line: How much was asked, and what came of it.
        checked: Whether it could be checked.
    """

    findings: tuple[Finding, ...]
    line: str
    checked: bool


def plan_report(project: Project, options: Options, name: str) -> PlanReport:
    """Check one plan.

    Args:
        project: Where the site is.
        options: What was asked for.
        name: Id of the plan.

    Raises:
        NoPlan: The site has no such plan, or it is a draft.
        Refused: The site cannot be read.
    """
    from runlift_site.build.store import Store

    inputs = read_all(project, options)
    file = PLAN.file_of(name)
    if file not in inputs.content:
        stems = [stem for path in inputs.content if (stem := PLAN.stem_of(path)) is not None]
        close = near_miss(name, stems)
        tell = f"did you mean '{close}'?" if close else f"there are: {', '.join(sorted(stems))}"
        raise NoPlan(f"there is no plan '{name}': {tell}")
    with Store(project.cache, tool=inputs.tool) as store:
        decided = decide(inputs, options, store)
        plans = decided.plans
        variants = 0 if plans is None or name not in tuple(plans) else len(plans.study(name).weeks)
    own = in_order(f for f in decided.findings if f.place is not None and f.place.file == file)
    if variants:
        count = f"{variants} variant{'s' * (variants > 1)}"
        asked = f"checked against {len(RULE_IDS)} rules in {count}"
        return PlanReport(own, f"{name}: {asked}: {_came_of(own)}", checked=True)
    if worst(decided.findings) is not Severity.ERROR:
        raise NoPlan(f"the plan '{name}' is a draft: --drafts checks it too")
    errors = (f for f in decided.findings if f.severity is Severity.ERROR)
    found = own if worst(own) is Severity.ERROR else in_order(errors)
    asked = "not checked against the rules before this is mended"
    return PlanReport(found, f"{name}: {asked}: {_came_of(found)}", checked=False)


def _came_of(found: tuple[Finding, ...]) -> str:
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
    counts = {one: sum(f.severity is one for f in found) for one in names}
    said = [f"{n} {names[one]}{'s' * (n > 1)}" for one, n in counts.items() if n]
    return ", ".join(said) or "no findings"
