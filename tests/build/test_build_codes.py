import re
from pathlib import Path

import runlift_site.build
from runlift_site.diagnostics.codes_build import CODES


def test_every_code_of_the_build_is_catalogued_and_used() -> None:
    folder = Path(runlift_site.build.__file__).parent
    used = {
        code for file in folder.glob("*.py") for code in re.findall(r"RL\d{3}", file.read_text())
    }
    assert used == {code.code for code in CODES}
