"""What all tabs of one process share."""

import asyncio
import itertools
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from flet.controls.id_counter import ControlId
from flet.pubsub.pubsub_hub import PubSubHub

from homecare.host.server.flet_link import FletLink
from homecare.host.server.guard import Receive, Scope, Send
from homecare.host.server.sessions import Sessions

FIRST_NUMBERS = 2**31
"""Controls are numbered from a random number below this at each start.

Numbers must stay below 2**32. MessagePack writes larger ones as 64-bit numbers, which Flet's client cannot
read where it runs as JavaScript (Firefox, Safari).
"""


def _number_controls_anew() -> None:
    """Number this run's controls from a random start.

    After a restart, an old tab may replay taps by control number; random numbers make sure they match
    nothing. A few thousand are in use at a time, so an old one matches about once in a million.
    """
    ControlId._counter = itertools.count(secrets.randbelow(FIRST_NUMBERS) + 3)


class Screens:
    """The app's `main`, the open sessions and the hub through which tabs tell each other of a change.

    Every tab runs its own session in this one process. `page.pubsub.send_all_on_topic(topic, message)`
    reaches all of them. A handler that repaints must go through `page.run_task`, because it is called
    outside its own session, and only if `page.session.connection` is not None: a session whose tab has
    closed is kept for a while but has nothing to repaint. It catches up in `page.on_connect`.
    """

    def __init__(self, main: Callable[..., Any]) -> None:
        loop = asyncio.get_running_loop()
        _number_controls_anew()
        self._main = main
        self._sessions = Sessions()
        self._executor = ThreadPoolExecutor(max_workers=4, thread_name_prefix="homecare")
        self._hub = PubSubHub(loop=loop, executor=self._executor)
        self._sweeping = loop.create_task(self._sessions.sweep())

    async def open(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one WebSocket until it closes."""
        host, port = scope["server"]
        link = FletLink(
            main=self._main,
            sessions=self._sessions,
            hub=self._hub,
            executor=self._executor,
            address=f"http://{host}:{port}",
        )
        await link.run(receive, send)

    async def close(self) -> None:
        """End every session; called once, when the server stops."""
        self._sweeping.cancel()
        await self._sessions.end_all()
        self._executor.shutdown(wait=False, cancel_futures=True)
