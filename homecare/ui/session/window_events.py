"""What a guided session asks of the window: its keys, whether anybody can see it, and its end."""

from typing import Any, Final

import flet as ft

from homecare.ui.session.control_acts import press
from homecare.ui.session.running import Guided

HIDDEN: Final = (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE, ft.AppLifecycleState.DETACH)
HANDLERS: Final = (
    "on_keyboard_event",
    "on_app_lifecycle_state_change",
    "on_disconnect",
    "on_connect",
    "on_close",
)

NO_HANDLERS: dict[str, Any] | None = None


def use_session(guided: Guided) -> None:
    """Follow the session while the calling component is on the screen, and let go of everything after."""
    page = ft.context.page
    before = ft.use_ref(NO_HANDLERS)
    progress = guided.run.progress

    def connect() -> None:
        guided.open()
        handlers = {name: getattr(page, name) for name in HANDLERS}
        before.current = handlers
        page.on_keyboard_event = lambda e: page.run_task(press, guided, e.key)
        page.on_app_lifecycle_state_change = lambda e: see(guided, e.state not in HIDDEN)
        page.on_disconnect = lambda _e: see(guided, False)
        page.on_connect = lambda _e: see(guided, True)
        page.on_close = _then(guided.close, handlers["on_close"])

    def disconnect() -> None:
        guided.close()
        for name, handler in (before.current or {}).items():
            setattr(page, name, handler)
        page.run_task(guided.rest)

    ft.use_effect(connect, [], disconnect)
    ft.use_effect(guided.watch, [progress.running_since, progress.offset_ms], lambda: None)


def see(guided: Guided, visible: bool) -> None:
    """Whether somebody can see the window now."""
    if visible:
        guided.look_back()
    else:
        guided.look_away()


def _then(first: Any, following: Any) -> Any:
    def both(e: Any) -> None:
        first()
        if following is not None:
            following(e)

    return both
