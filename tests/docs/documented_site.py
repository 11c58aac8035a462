"""The shipped content with everything that the documentation adds to it."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from runlift_site.source.document import read_yaml
from tests.docs.shown import ROOT, Block, blocks
from tests.pipeline.site import SmallSite

_WHOLE = re.compile(r"(?:---\n)?# (content/\S+)\n")
_PIECE = re.compile(r"# in (content/\S+)\n")
PLANS = "content/plans/"

Values = dict[str, Any]


def whole_files() -> dict[str, Block]:
    """Blocks that are a complete file, by its path; the first comment names it."""
    return {
        match[1]: block
        for block in blocks("yaml", "markdown")
        if (match := _WHOLE.match(block.text)) is not None
    }


def pieces() -> tuple[tuple[str, Block], ...]:
    """Blocks that are a change to a file, with the path of that file."""
    return tuple(
        (match[1], block)
        for block in blocks("yaml")
        if (match := _PIECE.match(block.text)) is not None
    )


def values(path: str) -> Values:
    """What a file holds, as the documentation or else the shipped content has it."""
    block = whole_files().get(path)
    data = block.text.encode() if block else (ROOT / path).read_bytes()
    return dict(read_yaml(path, data).value)


def changed(old: Mapping[str, Any], block: Block) -> Values:
    """A file's values with a change: groups of keys are joined, everything else is replaced."""
    return _joined(old, read_yaml(str(block), block.text.encode()).value)


def documented_site(root: Path) -> SmallSite:
    """Write the shipped content, the complete files, and all changes but those of plans.

    A plan has one state at a time, and its changes are alternatives.
    """
    shutil.copytree(ROOT / "content", root / "content")
    for path, block in whole_files().items():
        (root / path).write_text(block.text, encoding="utf-8")
    for path, block in pieces():
        if not path.startswith(PLANS):
            held = read_yaml(path, (root / path).read_bytes()).value
            # JSON is YAML.
            text = json.dumps(changed(held, block), indent=1, ensure_ascii=False)
            (root / path).write_text(text, encoding="utf-8")
    return SmallSite(root)


def _joined(old: Mapping[str, Any], new: Mapping[str, Any]) -> Values:
    both = {
        key: _joined(old[key], value)
        if isinstance(value, dict) and isinstance(old.get(key), dict)
        else value
        for key, value in new.items()
    }
    return {**old, **both}
