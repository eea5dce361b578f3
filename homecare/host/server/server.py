"""Serves the app to this computer's browser, and to nothing else."""

import asyncio
import contextlib
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import uvicorn

from homecare.host.host import Host, HostError
from homecare.host.log import quiet_log
from homecare.host.server.background import Background
from homecare.host.server.client_files import Site, client_files, content_policy
from homecare.host.server.guard import MOST_MESSAGE_BYTES, Guard
from homecare.host.server.port import LOOPBACK
from homecare.sentences import N_

CLOSING_S = 1
"""How long open tabs get to close when the server stops, in seconds."""


def serve(
    load_main: Callable[[], Callable[..., Any]], host: Host, listener: socket.socket, open_browser: bool
) -> int:
    """Serve until Ctrl+C or SIGTERM; returns the exit status 0.

    `load_main` is called in another thread as soon as the address answers, so that the app's modules load
    while the browser starts; what it returns is called with each new tab's `flet.Page`. `listener` is what
    `listen` gives. Raises whatever `load_main` raises.
    """
    quiet_log()
    files = client_files()
    app = Background(Site(files), load_main)
    guard = Guard(app, port=listener.getsockname()[1], policy=content_policy(files))
    server = _Server(_config(guard), app, host, open_browser)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
    if app.failure is not None:
        raise app.failure
    return 0


def _config(guard: Guard) -> uvicorn.Config:
    return uvicorn.Config(
        guard,
        http="h11",  # this parser limits the size of a request's headers
        ws="websockets-sansio",
        ws_max_size=MOST_MESSAGE_BYTES,
        ws_per_message_deflate=False,
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=CLOSING_S,
    )


class _Server(uvicorn.Server):
    """uvicorn, but it announces when it answers and treats being told to stop as a normal end."""

    def __init__(self, config: uvicorn.Config, app: Background, host: Host, open_browser: bool) -> None:
        super().__init__(config)
        self._app = app
        self._host = host
        self._open_browser = open_browser
        self._announcing: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        assert sockets  # noqa: S101  serve() always hands over its listener
        self._announcing = asyncio.create_task(self._announce(sockets[0].getsockname()[1]))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        await self._app.close()
        await self._host.settle()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        def stop(number: int, frame: FrameType | None) -> None:
            self.should_exit = True

        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    async def _announce(self, port: int) -> None:
        """Print the address once it has answered, open the browser, then load the app."""
        try:
            await _answer(port)
        except OSError as problem:
            self._app.failure = HostError(
                N_("{address} cannot be reached ({reason})."),
                address=f"{LOOPBACK}:{port}",
                reason=problem.strerror,
            )
            self.should_exit = True
            return
        address = f"http://{LOOPBACK}:{port}/"
        sys.stdout.write(f"homecare is running at {address} (Ctrl+C stops it)\n")
        sys.stdout.flush()
        if self._open_browser:
            # Some systems wait for the browser to close, so this must not hold up the server.
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        await self._app.load()
        if self._app.failure is not None:
            self.should_exit = True


async def _answer(port: int) -> None:
    """Return once the address has answered a request."""
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    writer.write(f"HEAD / HTTP/1.1\r\nHost: {LOOPBACK}:{port}\r\nConnection: close\r\n\r\n".encode("ascii"))
    await reader.readline()
    writer.close()
