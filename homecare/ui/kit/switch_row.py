"""A switch at the end of its words."""

from collections.abc import Awaitable, Callable

import flet as ft

from homecare.ui.kit.choices import scaled_box
from homecare.ui.kit.look import Look

SWITCH = 60
"""Width of a switch at normal text size, in pixels."""


def switch_row(
    look: Look, words: str, value: bool, on_switch: Callable[[bool], Awaitable[object]]
) -> ft.Control:
    """A switch at the end of its words, which may run over several lines."""
    page = ft.context.page

    async def switch(e: ft.Event[ft.Switch]) -> None:
        await on_switch(bool(e.control.value))

    return ft.MergeSemantics(
        content=ft.Row(
            [
                ft.Container(look.text(words), padding=ft.Padding.symmetric(vertical=14), expand=True),
                scaled_box(
                    look,
                    ft.Switch(value=value, on_change=lambda e: page.run_task(switch, e)),
                    width=SWITCH,
                ),
            ],
            spacing=12,
        )
    )
