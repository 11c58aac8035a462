"""Findings, their order and their weight."""

from itertools import permutations

from runlift_site.diagnostics.model import Finding, Place, Refused, Severity, in_order, worst

FINDINGS = (
    Finding("RL501", Severity.INFO, "no place"),
    Finding("RL131", Severity.ERROR, "m", Place("a.yaml", 2, 9)),
    Finding("RL125", Severity.ERROR, "m", Place("a.yaml", 10, 1)),
    Finding("RL126", Severity.WARNING, "m", Place("a.yaml", 10, 1)),
    Finding("RL101", Severity.ERROR, "m", Place("b.yaml", 1, 1)),
)


def test_findings_are_sorted_by_place_when_put_in_order() -> None:
    for given in permutations(FINDINGS):
        assert in_order(given) == FINDINGS


def test_findings_are_said_once_when_put_in_order() -> None:
    assert in_order([*FINDINGS, *FINDINGS]) == FINDINGS


def test_order_given_is_kept_when_findings_differ_only_in_help() -> None:
    one = Finding("RL1", Severity.ERROR, "m", None, "b")
    other = Finding("RL1", Severity.ERROR, "m", None, "a")
    assert in_order([one, other, one]) == (one, other)


def test_worst_is_the_gravest_severity() -> None:
    assert worst(FINDINGS) is Severity.ERROR
    assert worst(f for f in FINDINGS if f.severity is not Severity.ERROR) is Severity.WARNING
    assert worst([]) is None


def test_refusal_says_what_it_carries() -> None:
    assert str(Refused(FINDINGS[:2])) == "RL501 no place; RL131 m"
