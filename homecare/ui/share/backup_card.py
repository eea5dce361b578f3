"""A quiet word on Today when a backup is worth making."""

import flet as ft

from homecare.domain.today.asking import backup_due
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.handover import backup_age_text


def backup_card(care: CareState, look: Look) -> list[ft.Control]:
    """The offer of a backup; nothing while the last one is young or holds everything."""
    if not backup_due(care.records, care.today.at):
        return []
    page = ft.context.page
    return [
        look.card(
            look.note(
                _("{age} Your diary is kept on this device only.").format(
                    age=backup_age_text(care.settings.last_backup_at, care.today.at)
                )
            ),
            ft.Row(
                [
                    look.link(
                        _("Save a backup"),
                        lambda: page.navigate("/share?for=backup"),
                        icon=ft.Icons.INVENTORY_2_OUTLINED,
                    )
                ],
                wrap=True,
            ),
            gap=4,
        )
    ]
