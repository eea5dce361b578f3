"""Erase everything: asked twice, after a word about exporting first."""

import flet as ft

from homecare.ui.kit.look import LookCtx
from homecare.ui.settings.acts import erase_everything
from homecare.ui.state.care import use_care
from homecare.wording import _


@ft.component
def EraseCard() -> ft.Control:
    """The card that erases every record on this device."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    asked, set_asked = ft.use_state(0)

    async def erase() -> None:
        set_asked(0)
        if await erase_everything(care):
            page.navigate("/")

    questions = (
        _(
            "This removes your diary, sessions, plan and settings from this device. "
            "Save a backup first if you may want them again."
        ),
        _("Nothing can bring it back. Are you sure?"),
    )
    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=look.text(_("Erase everything?") if asked == 1 else _("Really erase everything?"), size=20),
            content=look.body(questions[asked - 1]),
            actions=[
                look.link(_("Keep my records"), lambda: set_asked(0)),
                look.link(_("Go on"), lambda: set_asked(2), color=ft.Colors.ERROR)
                if asked == 1
                else look.link(_("Erase everything"), lambda: page.run_task(erase), color=ft.Colors.ERROR),
            ],
            on_dismiss=lambda: set_asked(0),
        )
        if asked
        else None
    )
    return look.card(
        look.heading(_("Erase everything")),
        look.note(_("For when you are done, or hand the device on.")),
        ft.Row(
            [
                look.link(
                    _("Erase all my records"),
                    lambda: set_asked(1),
                    icon=ft.Icons.DELETE_FOREVER,
                    color=ft.Colors.ERROR,
                )
            ],
            wrap=True,
        ),
    )
