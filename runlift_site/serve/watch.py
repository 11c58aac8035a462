"""Notices saved, renamed and deleted files. The door to watchfiles."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter, watch

STEP_MS, DEBOUNCE_MS = 10, 50
"""How often to look, and how long to gather files that are saved together."""


class _Sources(DefaultFilter):
    """Passes over what editors leave behind."""

    def __call__(self, change: Change, path: str) -> bool:
        name = Path(path).name
        left_behind = name.startswith((".", "#")) or name.endswith("~") or name == "4913"
        return not left_behind and super().__call__(change, path)


def changes_in(folders: Sequence[Path], stop: Event | None = None) -> Iterator[None]:
    """Yields once for each burst of changes below some folders.

    Args:
        folders: Folders that exist.
        stop: Set it to end.
    """
    for _ in watch(
        *folders,
        watch_filter=_Sources(),
        step=STEP_MS,
        debounce=DEBOUNCE_MS,
        stop_event=stop,
        raise_interrupt=True,
    ):
        yield
