"""What every card for a file has: its heading, a line for what became of it, and how far its reading is."""

from collections.abc import Callable

import flet as ft

from homecare.ui.kit.look import ICON, Look
from homecare.wording import _


def file_heading(look: Look, icon: ft.IconData, name: str) -> ft.Control:
    """The name of the file with its icon."""
    return ft.Row(
        [
            ft.Icon(icon, color=look.muted, size=ICON * look.icon_factor),
            ft.Container(look.heading(name), expand=True),
        ],
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def outcome(look: Look, told: str, wrong: str) -> list[ft.Control]:
    """What was done, or what went wrong, read out as it appears; nothing while both are ""."""
    if not told and not wrong:
        return []
    words = look.note(told) if told else look.body(wrong, color=ft.Colors.ERROR)
    return [ft.Semantics(live_region=True, content=words)]


def reading_note(look: Look, said: str, on_cancel: Callable[[], object]) -> ft.Control:
    """How far the reading of a large file is, and the way to stop it."""
    return look.card(
        ft.Row(
            [
                ft.Container(look.note(said), expand=True),
                look.link(_("Cancel"), on_cancel, icon=ft.Icons.CLOSE),
            ],
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    )
