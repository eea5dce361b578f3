"""A gate that only a clinician opens: recorded with name and date."""

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.safety.acts import give_clearance
from homecare.ui.state.care import use_care
from homecare.wording import _

NAME_LIMIT = 80
"""Longest name of a clinician that can be written down, in characters."""


@ft.component
def ClearanceForm(condition: str, clearance: str, *, key: str = "") -> ft.Control:
    """Who cleared it; the date is today. Flet takes `key` to tell gates apart."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    name, typed = use_latest("")

    async def give() -> None:
        if await give_clearance(care, condition, clearance, typed.now, diary_day(care.now())):
            typed.put("")

    return ft.Column(
        [
            look.note(_("Only a clinician can open this. Write down who did, after they said so.")),
            TypedField(_("Name of the clinician"), "", typed.put, limit=NAME_LIMIT),
            look.secondary(
                _("A clinician has cleared this today"),
                lambda: page.run_task(give),
                disabled=not name.strip(),
            ),
        ],
        spacing=8,
        tight=True,
    )
