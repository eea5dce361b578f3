"""A red flag stops the plan: whom to see, and how soon."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.placeholders import fill


def lock_card(care: CareState, look: Look) -> list[ft.Control]:
    """The card of a locked plan, or of safety questions that are due; nothing when all is clear."""
    page = ft.context.page
    locked = care.today.locked
    if locked is not None:
        title = {
            "emergency": _("Emergency: get help now"),
            "urgent": _("Get advice today"),
            "soon": _("Have this checked this week"),
        }[locked.urgency]
        return [
            look.card(
                ft.Row(
                    [
                        ft.Icon(ft.Icons.WARNING_AMBER, size=28 * look.icon_factor, color=ft.Colors.ERROR),
                        ft.Container(look.heading(title), expand=True),
                    ]
                ),
                look.body(fill(locked.say, care.settings)),
                look.secondary(_("See what you answered"), lambda: page.navigate("/safety")),
                tone="red",
            )
        ]
    if care.today.screening_due:
        return [
            look.card(
                look.heading(_("A few safety questions")),
                look.body(_("Please answer them before your next exercises.")),
                look.secondary(_("Answer the safety questions"), lambda: page.navigate("/safety")),
                tone="amber",
            )
        ]
    return []
