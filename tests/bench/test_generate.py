"""What the measurements measure must be a site without faults, or they measure its refusal."""

from pathlib import Path

from bench.generate import generate
from runlift_site.diagnostics.model import Severity, worst
from runlift_site.pipeline.build import check
from runlift_site.pipeline.options import Options
from runlift_site.project import Project


def test_generated_site_has_no_errors(tmp_path: Path) -> None:
    generate(tmp_path, 60, 3)
    outcome = check(Project(tmp_path, tmp_path / "output"), Options(pdf=False))
    assert worst(outcome.findings) is not Severity.ERROR, outcome.findings
