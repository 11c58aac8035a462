"""The strings file against the templates and page modules that use it."""

import re
from collections.abc import Iterator, Mapping

from tests.pages.builders import ROOT, words_mapping

_IN_TEMPLATE = re.compile(r"\bwords\.([a-z_]+(?:\.[a-z_]+)*)")
_IN_MODULE = re.compile(r'"((?:[a-z0-9_.]|\{[^}"]*\})+)"')
_WORKED_OUT = re.compile(r"\{[^}]*\}")


def leaves(section: Mapping[str, object], path: str = "") -> Iterator[str]:
    for key, value in section.items():
        if isinstance(value, Mapping) and "other" not in value:
            yield from leaves(value, f"{path}{key}.")
        else:
            yield path + key


def uses() -> Iterator[str]:
    """Patterns of the words used; a part worked out at run time stands for any one word."""
    for template in sorted((ROOT / "templates").rglob("*.html")):
        for name in _IN_TEMPLATE.findall(template.read_text(encoding="utf-8")):
            yield re.escape(name)
    for module in sorted((ROOT / "runlift_site/pages").glob("*.py")):
        for name in _IN_MODULE.findall(module.read_text(encoding="utf-8")):
            yield r"[a-z0-9_]+".join(re.escape(part) for part in _WORKED_OUT.split(name))


def test_every_word_is_used() -> None:
    # These are looked up as f"{section}.{value}", which would stand for any word.
    sections = ("equipment.", "level.", "muscle.", "print.key.", "print.short_key.")
    patterns = [re.compile(pattern) for pattern in set(uses()) if not pattern.startswith("[")]
    unused = [
        leaf
        for leaf in leaves(words_mapping())
        if not leaf.startswith(sections) and not any(p.fullmatch(leaf) for p in patterns)
    ]
    assert unused == []


def test_every_word_of_a_template_exists() -> None:
    known = set(leaves(words_mapping()))
    missing = [
        name
        for template in sorted((ROOT / "templates").rglob("*.html"))
        for name in _IN_TEMPLATE.findall(template.read_text(encoding="utf-8"))
        if name not in known
    ]
    assert missing == []


def test_words_keep_the_voice() -> None:
    text = (ROOT / "content/strings/en.yaml").read_text(encoding="utf-8")
    assert "!" not in text
    assert not re.search(r"\bdeload\b|crush|beast", text, re.IGNORECASE)
