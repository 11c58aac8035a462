"""The pages that a browser opens: one of each kind, more where a kind has several faces."""

import re

from tests.browser.sites import SHIPPED, SMALL

PAGES = (
    *(
        (SHIPPED, path)
        for path in (
            "index.html",
            "plans.html",
            "plans/big-four-8.html",
            "plans/start-lifting-4.html",
            "plans/big-four-8/gym/6.html",  # five kinds of run, all sessions
            "plans/big-four-8/home/4.html",  # an easy week, with swaps
            "plans/big-four-8/bodyweight/8.html",  # the race
            "plans/start-lifting-4/bodyweight/1.html",
            "exercises.html",
            "exercises/deadlift.html",
            "exercises/side-plank.html",  # held, for each side
            "exercises/suitcase-carry.html",  # carried
            "exercises/a-skip.html",  # a running drill
            "exercises/leg-swing-front.html",  # warm-up
            "exercises/wall-calf-stretch.html",  # mobility
            "exercises/roll-calves.html",  # on a roller
            "guides.html",
            "guides/should-runners-lift.html",
            "guides/anatomy-of-a-session.html",
            "guides/where-to-put-it.html",
            "rules.html",
            "rules/r9.html",  # examples in words
            "rules/r22.html",  # examples as weeks
            "404.html",
        )
    ),
    (SMALL, "plans/first-steps/home/1.html"),  # with sheets to download
    (SMALL, "guides/why-lift.html"),  # with references
)

_KINDS = (
    (r"index\.html", "home"),
    (r"(plans|exercises|guides|rules|404)\.html", r"\1"),
    (r"(plan|exercise|guide|rule)s/[^/]+\.html", r"\1"),
    (r"plans/[^/]+/([a-z]+)/\d+\.html", r"week, \1"),
)


def kind(path: str) -> str:
    """What kind of page stands at a path."""
    for pattern, name in _KINDS:
        found = re.fullmatch(pattern, path)
        if found:
            return found.expand(name)
    raise AssertionError(f"{path} is of no known kind: name it, and a page of it to be opened")
