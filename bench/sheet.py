"""Measures one week sheet of the shipped site, tagged, with a warm renderer.

python -m bench.sheet
"""

import gc
import re
import statistics
import tempfile
import time
from pathlib import Path

from bench.generate import ROOT
from runlift_site.build.store import Store
from runlift_site.pages.outputs import Sheet
from runlift_site.pipeline.build import decide, templates_of
from runlift_site.pipeline.options import Options
from runlift_site.pipeline.unchanged import read_all
from runlift_site.project import Project
from runlift_site.render.pdf import Renderer

RUNS = 20


def main() -> None:
    """Print processor time, elements and size of a sheet of three sessions."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(ROOT, Path(folder) / "output")
        options = Options()
        inputs = read_all(project, options)
        with Store(Path(folder) / "store", tool=inputs.tool) as store:
            decided = decide(inputs, options, store)
            assert decided.site is not None, decided.findings
            assert decided.assets is not None
            templates = templates_of(inputs, decided.site.content.words, store)
            sheets = [
                output
                for output in decided.site.plan_outputs("big-four-8")
                if isinstance(output, Sheet)
            ]
            pages = [templates.render(sheet.template, sheet.view) for sheet in sheets]
            renderer = Renderer(decided.assets.paper)
    largest = max(pages, key=len)
    gc.freeze()  # as the processes do that print the sheets of a build
    for _ in range(3):
        renderer.render(largest)
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        drawn = renderer.render(largest)
        times.append(time.process_time() - began)
    elements = len(re.findall(rb"<[a-z]", largest))
    print("\nOne week sheet of big-four-8, warm, tagged")
    print(f"  median {statistics.median(times):.3f} s CPU, least {min(times):.3f}")
    print(f"  {elements} elements, {len(drawn.pdf) / 1000:.0f} kB, {drawn.pages} page(s)")


if __name__ == "__main__":
    main()
