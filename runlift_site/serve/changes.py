"""Changes of the site while it is previewed, told to every open page."""

import time
from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class News:
    """What a page has to know.

    Attributes:
        mark: Where it stands once it has been told this.
        paths: Paths that changed since, sorted.
        errors: Whether the errors of the content are others than before.
        stranger: Whether the page came from an earlier server, so that all may have changed.
    """

    mark: str
    paths: tuple[str, ...] = ()
    errors: bool = False
    stranger: bool = False

    @property
    def is_any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.paths or self.errors or self.stranger)


class Changes:
    """Remembers which path changed last when, so that a page can ask for all it has missed.

    Pages say how far they know by a mark, which they got with their bytes: nothing is lost between
    a page being sent and its first question, or while a laptop sleeps.
    """

    def __init__(self) -> None:
        self._run = str(time.time_ns())
        self._news = Condition()
        self._number = 0
        self._moved: dict[str, int] = {}
        self._errors = 0

    @property
    def mark(self) -> str:
        """How far a page knows that is made now."""
        return f"{self._run}-{self._number}"

    def tell(self, paths: tuple[str, ...], *, errors: bool) -> None:
        """Announce that files changed, or that other errors are in the content now."""
        with self._news:
            self._number += 1
            self._moved.update(dict.fromkeys(paths, self._number))
            if errors:
                self._errors = self._number
            self._news.notify_all()

    def wait(self, mark: str, timeout_s: float) -> News:
        """What happened after a mark; waits for something to happen if nothing has."""
        run, _, number = mark.partition("-")
        if run != self._run or not number.isdecimal():
            return News(self.mark, stranger=True)
        after = int(number)
        with self._news:
            self._news.wait_for(lambda: self._number > after, timeout_s)
            paths = tuple(sorted(path for path, at in self._moved.items() if at > after))
            return News(self.mark, paths, errors=self._errors > after)
