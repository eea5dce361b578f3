"""The word that something is done, with the way to take it back."""

from collections.abc import Awaitable, Callable
from weakref import WeakKeyDictionary

import flet as ft

from homecare.ui.kit.look import Look
from homecare.wording import _

SHOWN_MS = 8000
_SHOWN: WeakKeyDictionary[ft.Page, ft.SnackBar] = WeakKeyDictionary()


def show_undo(page: ft.Page, look: Look, said: str, undo: Callable[[], Awaitable[object]]) -> None:
    """Say `said` at the foot of the screen for some seconds; Undo calls `undo`.

    What was said before makes room at once: an Undo on the screen always belongs to the last act.
    """
    before = _SHOWN.pop(page, None)
    if before is not None and before.open:
        before.open = False
        before.update()

    taps: list[object] = []

    async def take_back() -> None:
        taps.append(None)
        if len(taps) == 1:  # a second tap comes before the bar has gone
            await undo()

    bar = ft.SnackBar(
        ft.Text(said, size=16 * look.factor),
        action=ft.SnackBarAction(label=_("Undo"), on_click=lambda: page.run_task(take_back)),
        duration=SHOWN_MS,
        persist=False,
    )
    _SHOWN[page] = bar
    page.show_dialog(bar)
