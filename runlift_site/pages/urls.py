"""Addresses: every page is one file, and pages refer to each other by relative links.

So the output opens from a disk, and under any base path, without being built for it.
"""

from functools import lru_cache

from runlift_site.pages.outputs import Paper
from runlift_site.training.vocabulary import Tier

HOME = "index.html"
PLANS = "plans.html"
EXERCISES = "exercises.html"
GUIDES = "guides.html"
RULES = "rules.html"
NOT_FOUND = "404.html"
ASSETS = "assets/"


def plan(plan_id: str) -> str:
    """Path of a plan's overview."""
    return f"plans/{plan_id}.html"


def week(plan_id: str, tier: Tier, number: int) -> str:
    """Path of one week of a plan in one variant."""
    return f"plans/{plan_id}/{tier.value}/{number}.html"


def sheet(plan_id: str, tier: Tier, number: int, paper: Paper) -> str:
    """Path of the printable sheet of a week; its name tells what it is once downloaded."""
    stem = f"{plan_id}-{tier.value}-week-{number}-{paper.value}"
    return f"plans/{plan_id}/{tier.value}/{stem}.pdf"


def exercise(exercise_id: str) -> str:
    """Path of an exercise."""
    return f"exercises/{exercise_id}.html"


def guide(guide_id: str) -> str:
    """Path of a guide."""
    return f"guides/{guide_id}.html"


def rule(rule_id: str) -> str:
    """Path of a coaching rule, such as R20."""
    return f"rules/{rule_id.lower()}.html"


def session_anchor(letter: str) -> str:
    """Id of a session card on its week's page."""
    return f"session-{letter.lower()}"


def paper_anchor(key: str) -> str:
    """Id of a paper in the references of a guide."""
    return f"paper-{key}"


@lru_cache(maxsize=100_000)
def relative(from_path: str, to_path: str) -> str:
    """Link from one published file to another; a fragment on the target is kept."""
    path, mark, fragment = to_path.partition("#")
    here, there = from_path.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + mark + fragment


def root_of(path: str) -> str:
    """Prefix that leads from a page to the top of the site: empty, or ``../`` repeated."""
    return "../" * path.count("/")


def public(base_url: str, path: str) -> str:
    """Public address of a published file; the start page is the base address itself."""
    return base_url if path == HOME else base_url + path


def base_path(base_url: str) -> str:
    """Path of the site on its server, such as ``/`` or ``/runlift/``."""
    return "/" + base_url.split("://", 1)[1].partition("/")[2]
