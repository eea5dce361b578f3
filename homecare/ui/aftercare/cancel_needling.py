"""Call a recorded needling session off, or take that back."""

import flet as ft

from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.kit.look import LookCtx
from homecare.ui.state.care import use_care
from homecare.wording import _


@ft.component
def CancelNeedling(needling: Needling) -> ft.Control:
    """A session recorded in error or called off stays in the records and reminds of nothing."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    asking, set_asking = ft.use_state(False)

    async def set_to(cancelled: bool) -> None:
        set_asking(False)
        if await acts.set_cancelled(care, needling.id, cancelled):
            care.needling_draft = None
            page.navigate("/aftercare")

    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=look.text(_("Call this session off?"), size=20),
            content=look.body(_("It stays in your records, and nothing will remind you of it.")),
            actions=[
                look.link(_("Keep it"), lambda: set_asking(False)),
                look.link(_("Call it off"), lambda: page.run_task(set_to, True), color=ft.Colors.ERROR),
            ],
            on_dismiss=lambda: set_asking(False),
        )
        if asking
        else None
    )
    if needling.cancelled:
        return look.card(
            look.body(_("This session was called off. Nothing reminds you of it.")),
            look.secondary(_("It did take place"), lambda: page.run_task(set_to, False)),
        )
    return look.link(
        _("Recorded in error, or called off"),
        lambda: set_asking(True),
        icon=ft.Icons.EVENT_BUSY_OUTLINED,
        color=ft.Colors.ERROR,
    )
