"""The week: sessions done and planned, without blame for missed days."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _


def week_card(care: CareState, look: Look) -> list[ft.Control]:
    """Done and planned over the last seven days; nothing while nothing was planned."""
    week = care.today.adherence
    if week is None or not week.planned:
        return []
    share = min(week.done / week.planned, 1.0)
    return [
        look.card(
            ft.Row(
                [
                    ft.Container(look.heading(_("Last 7 days")), expand=True),
                    look.text(
                        _("{done} of {planned}").format(done=week.done, planned=week.planned),
                        size=19,
                        weight=ft.FontWeight.W_600,
                    ),
                ]
            ),
            ft.ProgressBar(
                value=share,
                bar_height=8,
                border_radius=4,
                semantics_label=_("Exercises done"),
                semantics_value=round(share * 100),
            ),
            look.note(_("Exercises done, of those planned.")),
        )
    ]
