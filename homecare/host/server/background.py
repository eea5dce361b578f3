"""Serves files at once, and screens as soon as the app's modules have been loaded."""

import asyncio
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from homecare.host.server.guard import App, Receive, Scope, Send

if TYPE_CHECKING:  # Flet takes longer to import than the first answer may wait
    from homecare.host.server.screens import Screens

LOADING_SWITCH_S = 0.0005
"""How long, in seconds, the loading thread may keep Python's lock while a file waits to be served.

Serving a file needs the lock about ten times. At the usual 5 ms each time, the page would start late.
"""


class Background:
    """An ASGI app: HTTP goes to `site`; a WebSocket waits until `load` is done, then shows the app."""

    def __init__(self, site: App, load_main: Callable[[], Callable[..., Any]]) -> None:
        self._site = site
        self._load_main = load_main
        self._loaded = asyncio.Event()
        self._screens: Screens | None = None
        self.failure: BaseException | None = None
        """What went wrong while loading the app, if anything did."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one tab."""
        if scope["type"] == "http":
            await self._site(scope, receive, send)
            return
        # Accepted at once, so that the tab can register while the app's modules are still loading.
        await receive()  # websocket.connect
        await send({"type": "websocket.accept"})
        await self._loaded.wait()
        if self._screens is None:
            await send({"type": "websocket.close", "code": 1011})
        else:
            await self._screens.open(scope, receive, send)

    async def load(self) -> None:
        """Load the app in another thread. Returns when tabs can be served, or with `failure` set."""
        with _loading():
            main = await self._loaded_main()
        if main is not None:
            from homecare.host.server.screens import Screens  # noqa: PLC0415

            self._screens = Screens(main)
        self._loaded.set()

    async def _loaded_main(self) -> Callable[..., Any] | None:
        loop = asyncio.get_running_loop()
        done = asyncio.Event()
        main: list[Callable[..., Any]] = []

        def work() -> None:
            try:
                import homecare.host.server.screens  # noqa: F401, PLC0415

                main.append(self._load_main())
            except BaseException as problem:
                self.failure = problem
            with suppress(RuntimeError):  # told to stop meanwhile: the loop has closed, and nobody waits
                loop.call_soon_threadsafe(done.set)

        # A daemon thread, so that Ctrl+C need not wait for imports to end.
        threading.Thread(target=work, name="homecare-load", daemon=True).start()
        await done.wait()
        return main[0] if main else None

    async def close(self) -> None:
        """End every tab's session."""
        if self._screens is not None:
            await self._screens.close()


@contextmanager
def _loading() -> Iterator[None]:
    """While loading: let files go first, and do not look for garbage among modules that are here to stay."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(LOADING_SWITCH_S)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(usual)
