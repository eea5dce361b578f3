"""The word that something is done, with the way to take it back."""

from collections.abc import Awaitable, Callable

import flet as ft

from homecare.ui.look import Look
from homecare.wording import _

SHOWN_MS = 8000


def show_undo(page: ft.Page, look: Look, said: str, undo: Callable[[], Awaitable[object]]) -> None:
    """Say `said` at the foot of the screen for some seconds; Undo calls `undo`."""
    page.show_dialog(
        ft.SnackBar(
            ft.Text(said, size=16 * look.factor),
            action=ft.SnackBarAction(label=_("Undo"), on_click=lambda: page.run_task(undo)),
            duration=SHOWN_MS,
            persist=False,
        )
    )
