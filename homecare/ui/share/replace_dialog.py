"""Replacing every record is asked twice."""

from collections.abc import Callable

import flet as ft

from homecare.ui.kit.look import Look
from homecare.wording import _


def replace_dialog(
    look: Look, asked: int, on_ask: Callable[[int], None], on_yes: Callable[[], object]
) -> ft.AlertDialog | None:
    """The first or second question, None while nothing is asked (0)."""
    if not asked:
        return None
    questions = (
        _("Every record on this device that is not in the backup is removed."),
        _("Nothing can bring removed records back. Are you sure?"),
    )
    go_on = (
        look.link(_("Go on"), lambda: on_ask(2), color=ft.Colors.ERROR)
        if asked == 1
        else look.link(_("Replace my records"), on_yes, color=ft.Colors.ERROR)
    )
    return ft.AlertDialog(
        modal=True,
        title=look.text(_("Replace everything?") if asked == 1 else _("Really replace everything?"), size=20),
        content=look.body(questions[asked - 1]),
        actions=[look.link(_("Keep my records"), lambda: on_ask(0)), go_on],
        on_dismiss=lambda: on_ask(0),
        scrollable=True,
    )
