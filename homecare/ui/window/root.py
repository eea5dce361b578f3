"""The root of the screens: state and look for everything below, and the route shown now."""

import asyncio
from contextlib import suppress
from typing import Any

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import NotFound
from homecare.ui.settings.reminding import Reminding
from homecare.ui.state.care import CareCtx, CareState
from homecare.ui.window.notices import recovery_notice
from homecare.ui.window.routes import routes

POLL_S = 1.5
"""How often a window looks whether another one, or the command line, saved something (a stat, no read)."""
PHONE_WIDTH = 390
"""Width assumed until the window has said its own, in pixels."""


@ft.component
def Root(care: CareState) -> Any:
    """All screens of one window."""
    page = ft.context.page
    width, set_width = ft.use_state(page.width or PHONE_WIDTH)
    brightness, set_brightness = ft.use_state(page.platform_brightness)
    settings = care.settings
    has_records = bool(care.records.entries or care.records.sessions)
    dark = settings.theme == "dark" or (settings.theme == "system" and brightness == ft.Brightness.DARK)
    look = Look(
        factor=theme.TEXT_FACTOR[settings.text_size], dark=dark, wide=width >= theme.WIDE_FROM, width=width
    )

    def follow_window() -> None:
        page.on_resize = lambda: set_width(page.width or PHONE_WIDTH)
        page.on_platform_brightness_change = lambda: set_brightness(page.platform_brightness)

    def dress() -> None:
        # Not page.bgcolor: it would go to a view, and that of an address that leads nowhere takes no change.
        page.theme = theme.material_theme(look.factor, dark=False)
        page.dark_theme = theme.material_theme(look.factor, dark=True)
        page.theme_mode = ft.ThemeMode(settings.theme)
        page.update()

    def show_problem() -> None:
        if care.problem:
            page.show_dialog(
                ft.SnackBar(
                    look.text(care.problem, color=ft.Colors.ON_INVERSE_SURFACE), duration=8000, persist=False
                )
            )
            care.problem = None

    async def watch_folder() -> None:
        reminding = Reminding(care.device.reminders, care.now())
        while not care.closed.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(care.closed.wait(), POLL_S)
                return
            care.refresh_if_changed()
            await reminding.show_due(care.today, care.settings)

    async def keep_for_good() -> None:
        if has_records:
            await care.device.shelf.ask()

    ft.use_dialog(recovery_notice(care, look))
    ft.use_effect(follow_window, [], lambda: None)
    ft.use_effect(dress, [look.factor, settings.theme, dark], lambda: None)
    ft.use_effect(show_problem, [care.problem], lambda: None)
    ft.use_effect(watch_folder, [], lambda: None)
    ft.use_effect(keep_for_good, [has_records], lambda: None)
    return CareCtx(
        care, lambda: LookCtx(look, lambda: ft.Router(routes(), not_found=NotFound, manage_views=True))
    )
