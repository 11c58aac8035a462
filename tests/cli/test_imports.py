import json

import pytest

from tests.cli.program import python, runlift
from tests.pipeline.site import SmallSite

LOADED = """
import json, sys
from runlift_site.start import main
try:
    main()
finally:
    print("\\n" + json.dumps(sorted(sys.modules)))
"""
HEAVY = {
    "PIL", "brotli", "fontTools", "jinja2", "markdown", "markupsafe", "msgspec", "multiprocessing",
    "nh3", "pydantic", "pydantic_core", "segno", "watchfiles", "weasyprint", "yaml",
}  # fmt: skip


@pytest.mark.parametrize("args", [("build",), ("build", "--format", "json"), ("--help",)])
def test_nothing_heavy_is_loaded_when_there_is_nothing_to_do(
    site: SmallSite, args: tuple[str, ...]
) -> None:
    assert runlift("build", cwd=site.root).status == 0
    ended = python("-c", LOADED, *args, cwd=site.root)
    assert (ended.status, ended.err) == (0, "")
    loaded = {name.partition(".")[0] for name in json.loads(ended.out.splitlines()[-1])}
    assert loaded & HEAVY == set()
    assert ("click" in loaded) == (args != ("build",)), "a plain build needs no parsing"


def test_what_is_heavy_is_loaded_when_there_is_work(site: SmallSite) -> None:
    site.edit("content/exercises/plank.yaml", "First this", "First that")
    ended = python("-c", LOADED, "build", cwd=site.root)
    loaded = {name.partition(".")[0] for name in json.loads(ended.out.splitlines()[-1])}
    assert {"jinja2", "msgspec", "pydantic", "yaml"} <= loaded
    assert "weasyprint" not in loaded, "no sheet had to be printed"
