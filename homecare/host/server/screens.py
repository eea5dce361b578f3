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
"""The controls of a run are numbered from a random number below this.

All numbers stay below 2**32: more is a 64-bit number in MessagePack, which Flet's client cannot read where it
runs as JavaScript (Firefox, Safari).
"""


def _number_controls_anew() -> None:
    """Give the controls of this run numbers that hardly any other run used.

    A tab that outlived its server sends what was tapped meanwhile as soon as it is back, by control number:
    such a tap must find nothing, rather than what happens to bear its number now. Some thousand numbers are
    in use at a time, so one of the old ones is among them about once in a million.
    """
    ControlId._counter = itertools.count(secrets.randbelow(FIRST_NUMBERS) + 3)


class Screens:
    """The app's `main`, the open sessions and the hub through which tabs tell each other of a change.

    Every tab runs its own session in this one process. `page.pubsub.send_all_on_topic(topic, message)`
    reaches all of them. A handler that repaints must go through `page.run_task`, because it is called
    outside its own session, and only if `page.session.connection` is not None: a session whose tab has
    gone is kept for a while but has nothing to repaint. It catches up in `page.on_connect`.
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
