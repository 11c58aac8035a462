"""The load-rep formula and its inverse."""

import pytest

from runlift_site.training.load_reps import MOST_REPS_TO_FAILURE, percent_1rm, reps_to_failure


@pytest.mark.parametrize(
    ("reps", "rir", "percent"),
    [
        (1, 0, 100),
        (1, 1, 93.75),
        (3, 2, 85.71),
        (5, 0, 85.71),
        (5, 5, 75),
        (8, 2, 75),
        (15, 0, 66.67),
    ],
)
def test_percent_follows_the_formula(reps: int, rir: int, percent: float) -> None:
    assert percent_1rm(reps, rir) == pytest.approx(percent, abs=0.005)


@pytest.mark.parametrize(("reps", "rir", "known"), [(15, 0, True), (16, 0, False), (10, 6, False)])
def test_formula_ends_at_fifteen_reps(reps: int, rir: int, known: bool) -> None:
    assert (percent_1rm(reps, rir) is not None) is known


def test_reserve_counts_like_reps() -> None:
    assert percent_1rm(4, 3) == percent_1rm(7, 0)


def test_more_reps_mean_less_load() -> None:
    loads = [percent_1rm(reps, 0) or 0 for reps in range(1, MOST_REPS_TO_FAILURE + 1)]
    assert loads == sorted(loads, reverse=True)
    assert len(set(loads)) == len(loads)


@pytest.mark.parametrize("reps", range(2, MOST_REPS_TO_FAILURE + 1))
def test_reps_to_failure_turns_the_formula_round(reps: int) -> None:
    assert reps_to_failure(percent_1rm(reps, 0) or 0) == reps


def test_whole_load_is_lifted_once() -> None:
    assert reps_to_failure(100) == 1
