"""A component rendered in a real session without a browser (private parts of Flet: the version is pinned)."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import flet as ft
import msgpack  # type: ignore[import-untyped]
from flet.components.public_utils import unwrap_component
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import MessageAction, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from homecare.host.server.sessions import close

_ENCODE = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]


class Wire(Connection):
    """Takes what would go to a browser, packed as it would be; `sent` holds one item per message."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.sent: list[bytes] = []
        self.crashes: list[str] = []
        self.pubsubhub = PubSubHub()
        self.page_url, self.page_name, self.loop = "http://test/", "", asyncio.get_running_loop()

    def send_message(self, message: Any) -> None:
        if message.action is MessageAction.SESSION_CRASHED:
            self.crashes.append(message.body.message)
        self.sent.append(msgpack.packb([message.action, message.body], default=_ENCODE))


class Window:
    """One window of the app with a component in it."""

    def __init__(self, component: Callable[[], Any], *, width: float = 390, height: float = 844) -> None:
        self.wire = Wire()
        self.session = Session(self.wire)
        self.page = self.session.page
        self.session.apply_page_patch(
            {"route": "/", "web": True, "platform": "linux", "width": width, "height": height}
        )
        _context_page.set(self.page)
        self.page.render(component)
        self.session.get_page_patch()  # type: ignore[no-untyped-call]

    async def settle(self) -> None:
        """Let pending redraws and effects run; none of them may end the app."""
        for _ in range(5):
            await asyncio.sleep(0.01)
        assert self.wire.crashes == []

    def controls(self) -> Iterator[Any]:
        """Every control on the screen and in its dialogs."""
        yield from _walk(self.page.views)
        yield from _walk(self.page._dialogs.controls)

    def texts(self) -> list[str]:
        """The texts on the screen."""
        return [control.value for control in self.controls() if isinstance(control, ft.Text)]

    async def tap(self, name: str, *, last: bool = False, times: int = 1) -> None:
        """Tap the only button with this text or screen-reader name; with `last`, the topmost of several.

        Several `times` come before the screen has changed.
        """
        found = [
            control
            for control in self.controls()
            if getattr(control, "on_click", None) and name in names(control)
        ]
        assert len(found) == 1 or (last and found), (
            f"{len(found)} buttons named {name!r} among {self.texts()}"
        )
        for _tap in range(times):
            await self.session.dispatch_event(found[-1]._i, "click", None)
        await self.settle()

    def close(self) -> None:
        """Close the window for good, as the server does."""
        close(self.session)


def opened_at(main: Callable[[ft.Page], None], route: str) -> Window:
    """A window of the whole app, as a browser opens it at this address."""
    window = Window(lambda: [])
    window.session.apply_page_patch({"route": route})
    main(window.page)
    window.session.get_page_patch()  # type: ignore[no-untyped-call]
    window.session.start_updates_scheduler()  # type: ignore[no-untyped-call]
    return window


def names(control: Any) -> set[str]:
    return {
        text
        for control in _walk([control])
        for text in (getattr(control, name, None) for name in ("semantics_label", "value", "label"))
        if isinstance(text, str)
    }


def _walk(nodes: Any) -> Iterator[Any]:
    for node in nodes if isinstance(nodes, list) else [nodes]:
        control = unwrap_component(node)
        if isinstance(control, list):
            yield from _walk(control)
        elif isinstance(control, BaseControl):
            yield control
            for name in ("controls", "content", "actions", "action", "icon", "title"):
                below = getattr(control, name, None)
                if isinstance(below, list | BaseControl):
                    yield from _walk(below)
