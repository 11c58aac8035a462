"""The lock of a store: one build at a time, and a mark that tells whether the last one ended."""

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


class LockedError(Exception):
    """Another build holds the lock."""


class Lock:
    """A held lock; the operating system releases it if the process dies.

    Args:
        file: Lock file; its folder must be there.
        on_wait: Called once before waiting for another build; without it there is no waiting.

    Raises:
        LockedError: Another build holds the lock and ``on_wait`` is None.
        OSError: The file cannot be opened.

    Attributes:
        interrupted: The build that held the lock before did not come to its end.
    """

    def __init__(self, file: Path, on_wait: Callable[[], None] | None) -> None:
        self._descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            self._take(on_wait)
            self.interrupted = os.fstat(self._descriptor).st_size > 0
            os.pwrite(self._descriptor, b"a build is at work\n", 0)
        except BaseException:
            os.close(self._descriptor)
            raise

    def _take(self, on_wait: Callable[[], None] | None) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if on_wait is None:
                raise LockedError from None
            on_wait()
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)
        except OSError as error:
            # Some network drives know no locks. The store checks all that it reads, so two builds
            # at once can cost each other time there, but not a wrong page.
            if error.errno not in _NO_LOCKS:
                raise

    def release(self, *, finished: bool) -> None:
        """Let the next build in, and tell it whether this one came to its end."""
        try:
            if finished:
                os.ftruncate(self._descriptor, 0)
        finally:
            os.close(self._descriptor)
