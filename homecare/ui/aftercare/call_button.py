"""A phone number that calls when it is tapped."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _


def call_button(look: Look, words: str, number: str, *, urgent: bool = False) -> ft.Control:
    """A button that hands `number` to the device's phone; red when `urgent`."""

    async def call() -> None:
        dialled = "".join(sign for sign in number if sign.isdigit() or sign == "+")
        await ft.UrlLauncher().launch_url(f"tel:{dialled}")

    if not urgent:
        return look.secondary(words, call, icon=ft.Icons.CALL)
    button = look.primary(words, call, icon=ft.Icons.CALL)
    if button.style is not None:
        button.style.bgcolor, button.style.color = ft.Colors.ERROR, ft.Colors.ON_ERROR
    return button


def clinic_button(care: CareState, look: Look) -> ft.Control:
    """Calls the clinic; leads to the settings while its number is not known."""
    number = care.settings.clinic_phone.strip()
    page = ft.context.page
    if number:
        return call_button(look, _("Call your clinic: {number}").format(number=number), number)
    return look.link(
        _("Add your clinic's phone number"), lambda: page.navigate("/settings"), icon=ft.Icons.ADD_CALL
    )
