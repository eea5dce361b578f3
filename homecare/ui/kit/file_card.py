"""What every card for a file has: its heading, and a line for what became of it."""

import flet as ft

from homecare.ui.kit.look import ICON, Look


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
