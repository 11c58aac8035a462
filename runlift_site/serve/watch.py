"""Notices saved, renamed and deleted files. The door to watchfiles."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

STEP_MS, DEBOUNCE_MS = 10, 50
"""How often to look, and how long to gather files that are saved together."""

LOOK_UP_MS = 500
"""How often to see whether the folders themselves came, went or were replaced."""


def changes_in(folders: Sequence[Path], stop: Event | None = None) -> Iterator[None]:
    """Yields after each burst of changes, and once soon after watching began.

    What is saved before the watching begins is not noticed, so whoever read the files before that
    has to look once more.

    Args:
        folders: Folders to watch with everything below them; one that is not there is watched as
            soon as it is.
        stop: Set it to end.
    """
    while stop is None or not stop.is_set():
        watched = _present(folders)
        begun = False
        for changes in watch(
            *watched,
            watch_filter=_is_source,
            step=STEP_MS,
            debounce=DEBOUNCE_MS,
            rust_timeout=LOOK_UP_MS,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=True,
            ignore_permission_denied=True,
        ):
            if changes or not begun:
                begun = True
                yield
            if _present(folders) != watched:
                break


def _is_source(_change: Change, path: str) -> bool:
    """Whether a change is more than what editors leave behind while they save."""
    name = Path(path).name
    return not (name.startswith((".", "#")) or name.endswith("~") or name == "4913")


def _present(folders: Sequence[Path]) -> dict[Path, int]:
    """The folders that are there, each with the number that tells it from one of its name."""
    found: dict[Path, int] = {}
    for folder in folders:
        try:
            found[folder] = folder.stat().st_ino
        except OSError:
            continue
    return found
