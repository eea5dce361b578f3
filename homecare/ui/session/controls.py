"""The controls of a guided session: the bar above it and the three large buttons below."""

from collections.abc import Callable
from typing import Any

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.wording import _

SIDE = 60
"""Side of the back and skip buttons, in pixels: large enough to hit without looking closely."""
PAUSE_HEIGHT = 64
WIDEST = 480
"""Widest the three buttons spread on a desktop: one hand's reach, near the ring."""

Press = Callable[[], Any]


def session_bar(
    look: Look, *, part: float, number: int, of: int, muted: bool, on_close: Press, on_mute: Press
) -> ft.Row:
    """Close, how far the session is (`part`, 0 to 1, and exercise `number` of `of`), sound on or off."""
    sound = _("Turn sound and vibration on") if muted else _("Turn sound and vibration off")
    return ft.Row(
        [
            look.icon_button(ft.Icons.CLOSE, _("End the session"), on_close),
            ft.ProgressBar(
                value=part,
                bar_height=8,
                border_radius=4,
                bgcolor=theme.container("accent", look.dark),
                expand=True,
                semantics_label=_("Session"),
                semantics_value=round(part * 100),
            ),
            look.text(_("{n} of {all}").format(n=number, all=of)),
            look.icon_button(
                ft.Icons.VOLUME_OFF_ROUNDED if muted else ft.Icons.VOLUME_UP_ROUNDED, sound, on_mute
            ),
        ],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def session_controls(
    look: Look, *, running: bool, on_back: Press, on_toggle: Press, on_skip: Press
) -> ft.Control:
    """Back, Pause or Go on, Skip."""
    word = _("Pause") if running else _("Go on")
    icon = ft.Icons.PAUSE_ROUNDED if running else ft.Icons.PLAY_ARROW_ROUNDED
    scale = min(max(1.0, look.factor * 0.8), 1.2)
    row = ft.Row(
        [
            _side(look, ft.Icons.SKIP_PREVIOUS_ROUNDED, _("Back"), on_back),
            ft.FilledButton(
                content=ft.Row(
                    [
                        ft.Icon(icon, size=26),
                        ft.Text(word, size=20 * min(look.factor, 1.5), weight=ft.FontWeight.W_600),
                    ],
                    tight=True,
                    spacing=8,
                ),
                on_click=on_toggle,
                height=PAUSE_HEIGHT * scale,
                width=min(180 * scale, look.width - 2 * SIDE - 56),
            ),
            _side(look, ft.Icons.SKIP_NEXT_ROUNDED, _("Skip"), on_skip),
        ],
        alignment=ft.MainAxisAlignment.SPACE_EVENLY,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        width=min(look.width - 32, WIDEST),
    )
    return ft.Row([row], alignment=ft.MainAxisAlignment.CENTER)


def _side(look: Look, icon: ft.IconData, name: str, on_click: Press) -> ft.IconButton:
    return ft.IconButton(
        icon=ft.Icon(icon, semantics_label=name, size=34, color=look.muted),
        on_click=on_click,
        width=SIDE,
        height=SIDE,
    )
