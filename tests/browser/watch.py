"""Notes what goes wrong while a page is open."""

from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response


class Watch:
    """Collects problems of a page in ``problems`` inside its ``with`` block; open the page there.

    A violated content security policy is an error in the console.

    Args:
        page: The page.
        base: What every address that the page asks for must begin with.
    """

    def __init__(self, page: Page, base: str) -> None:
        self.problems: list[str] = []
        self._page = page
        self._base = base

    def __enter__(self) -> Self:
        self._page.on("console", self._console)
        self._page.on("pageerror", self._error)
        self._page.on("request", self._request)
        self._page.on("requestfailed", self._failed)
        self._page.on("response", self._response)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._page.remove_listener("console", self._console)
        self._page.remove_listener("pageerror", self._error)
        self._page.remove_listener("request", self._request)
        self._page.remove_listener("requestfailed", self._failed)
        self._page.remove_listener("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")

    def _error(self, error: Error) -> None:
        self.problems.append(f"script: {error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._base, "data:")):
            self.problems.append(f"asks elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        self.problems.append(f"failed: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.problems.append(f"status {response.status}: {urlsplit(response.url).path}")
