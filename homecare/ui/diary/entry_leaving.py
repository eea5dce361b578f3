"""The question before unsaved answers are thrown away."""

from collections.abc import Callable

import flet as ft

from homecare.ui.kit.look import Look
from homecare.wording import _


def leaving_dialog(look: Look, on_stay: Callable[[], None], on_leave: Callable[[], None]) -> ft.AlertDialog:
    """Stay is the safe answer and stands first."""
    return ft.AlertDialog(
        modal=True,
        title=look.text(_("Leave without saving?"), size=20, weight=ft.FontWeight.W_600),
        content=look.body(_("Your answers have not been saved yet.")),
        actions=[
            look.link(_("Stay here"), on_stay),
            look.link(_("Leave without saving"), on_leave, color=ft.Colors.ERROR),
        ],
        on_dismiss=on_stay,
    )
