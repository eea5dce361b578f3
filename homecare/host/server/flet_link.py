"""Carries Flet's messages, and questions to the page, between one browser tab and its session, over ASGI.

Flet's own web server does the same on top of FastAPI. Without it the app starts about a third of a
second sooner, and there are no routes to close: no uploads, no sign-in callback, no documentation pages.
"""

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import msgpack  # type: ignore[import-untyped]
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page, context
from flet.controls.exceptions import FletPageDisconnectedException
from flet.messaging.connection import Connection
from flet.messaging.protocol import (
    ControlEventBody,
    InvokeMethodResponseBody,
    Message,
    MessageAction,
    RegisterClientRequestBody,
    RegisterClientResponseBody,
    SessionCrashedBody,
    UpdateControlPropsBody,
    configure_encode_object_for_msgpack,
    decode_ext_from_msgpack,
)
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from homecare.host.server.guard import Receive, Send
from homecare.host.server.page_questions import ANSWER_FRAME, questions_of
from homecare.host.server.sessions import Sessions

Main = Callable[..., Any]

TROUBLE = "Something went wrong on this screen. What was saved is safe. Please reload the page."
"""What the tab shows when the app fails."""

FLET_FRAME = 0
"""First byte of each message of Flet's protocol. Flet's raw data channels are not used."""

_log = logging.getLogger("homecare.host")
_encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]


class FletLink(Connection):
    """One WebSocket. Flet calls `send_message`; the browser's messages go to the session."""

    def __init__(
        self,
        *,
        main: Main,
        sessions: Sessions,
        hub: PubSubHub,
        executor: ThreadPoolExecutor,
        address: str,
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.loop = asyncio.get_running_loop()
        self.executor = executor
        self.pubsubhub = hub
        self.page_url = address
        self._main = main
        self._sessions = sessions
        self._session: Session | None = None
        self._outbox: asyncio.Queue[bytes | str] = asyncio.Queue()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, receive: Receive, send: Send) -> None:
        """Exchange messages until the tab closes; its session then waits for it to come back.

        The WebSocket must already be accepted.
        """
        sending = asyncio.create_task(self._send_all(send))
        try:
            while (message := await receive())["type"] == "websocket.receive":
                if not await self._understood(message.get("bytes"), message.get("text")):
                    await send({"type": "websocket.close", "code": 1003})
                    break
        finally:
            sending.cancel()
            if self._session is not None:
                questions_of(self._session).detach()
                await self._sessions.leave(self._session)

    def send_message(self, message: Message) -> None:
        """Queue a message for the tab; a crash is shown as one plain sentence instead of Flet's traceback."""
        if message.action is MessageAction.SESSION_CRASHED:
            message = Message(MessageAction.SESSION_CRASHED, SessionCrashedBody(TROUBLE))
        body: bytes = msgpack.packb([message.action, message.body], default=_encode)
        self._outbox.put_nowait(bytes([FLET_FRAME]) + body)

    def dispose(self) -> None:
        """Flet has let go of this link."""
        self._session = None

    async def _send_all(self, send: Send) -> None:
        while True:
            data = await self._outbox.get()
            kind = "text" if isinstance(data, str) else "bytes"
            try:
                await send({"type": "websocket.send", kind: data})
            except OSError:  # the tab has closed; the receiving side notices and tidies up
                return

    async def _understood(self, data: bytes | None, text: str | None) -> bool:
        """Act on one message of Flet's, or on the page's answer to a question; False if it is neither."""
        if data and data[0] == FLET_FRAME:
            return await self._take(data[1:])
        if self._session is None:
            return False
        questions = questions_of(self._session)
        if data and data[0] == ANSWER_FRAME:
            return questions.take_bytes(data)
        return text is not None and questions.take_text(text)

    async def _take(self, packed: bytes) -> bool:
        """Act on one message from the browser; False if it is not one of Flet's."""
        try:
            action, body = msgpack.unpackb(packed, ext_hook=decode_ext_from_msgpack)
            act = _ACTIONS[MessageAction(action)]
        except (ValueError, KeyError, TypeError, msgpack.UnpackException):
            return False
        if self._session is None and act is not FletLink._register:
            return False
        try:
            await act(self, body)
        except (TypeError, ValueError, RuntimeError):
            _log.exception("a message from the browser could not be used")
        return True

    async def _register(self, body: dict[str, Any]) -> None:
        """The first message: find the tab's session or begin a new one."""
        request = RegisterClientRequestBody(**body)
        waiting = self._sessions.waiting(request.session_id) if request.session_id else None
        session = self._session = waiting or Session(self)
        if waiting is None:
            self._sessions.add(session)
        _context_page.set(session.page)
        route_before = session.page.route
        session.apply_page_patch(request.page)
        page = session.get_page_patch() if waiting is None else session.page  # type: ignore[no-untyped-call]
        self.send_message(
            Message(
                MessageAction.REGISTER_CLIENT,
                RegisterClientResponseBody(session_id=session.id, page_patch=page, error=""),
            )
        )
        questions_of(session).attach(self._outbox.put_nowait)
        if waiting is None:
            self._spawn(self._first_screen(session))
            return
        session.attach_connection(self)
        self._spawn(session.dispatch_connect_event())
        if session.page.route and session.page.route != route_before:
            self._spawn(session.page._trigger_event("route_change", {"route": session.page.route}))

    async def _first_screen(self, session: Session) -> None:
        _context_page.set(session.page)
        context.reset_auto_update()  # type: ignore[no-untyped-call]
        try:
            shown = self._main(session.page)
            if inspect.isawaitable(shown):
                await shown
            await session.after_event(session.page)
        except FletPageDisconnectedException:
            pass  # the tab closed while its first screen was being made
        except Exception:
            _log.exception("the first screen could not be made")
            session.error(TROUBLE)

    async def _event(self, body: dict[str, Any]) -> None:
        request = ControlEventBody(**body)
        if self._session is not None:
            self._spawn(_dispatch(self._session, request))

    async def _change(self, body: dict[str, Any]) -> None:
        request = UpdateControlPropsBody(**body)
        if self._session is not None:
            self._session.apply_patch(request.id, request.props)

    async def _result(self, body: dict[str, Any]) -> None:
        request = InvokeMethodResponseBody(**body)
        if self._session is not None:
            with suppress(RuntimeError):  # its control has gone, such as the tone of a session that was left
                self._session.handle_invoke_method_results(
                    request.control_id, request.call_id, request.result, request.error
                )

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)  # the loop itself holds tasks weakly
        task.add_done_callback(self._tasks.discard)


async def _dispatch(session: Session, request: ControlEventBody) -> None:
    """Hand one event to the app, even if its tab has just closed: a tap made before that counts."""
    if request.name == "route_change" and session.connection is None:
        return  # the window is gone, and Flet would fail reading its address
    await session.dispatch_event(request.target, request.name, request.data)


_ACTIONS: dict[MessageAction, Callable[[FletLink, dict[str, Any]], Awaitable[None]]] = {
    MessageAction.REGISTER_CLIENT: FletLink._register,
    MessageAction.CONTROL_EVENT: FletLink._event,
    MessageAction.UPDATE_CONTROL_PROPS: FletLink._change,
    MessageAction.INVOKE_METHOD: FletLink._result,
}
