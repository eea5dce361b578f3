"""What is due now and what was missed while the app was closed."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _, dates


def reminder_card(care: CareState, look: Look) -> list[ft.Control]:
    """Reminders that are due or were missed while away; nothing when there are none."""
    shown = [
        reminder
        for reminder in care.today.reminders
        if reminder.status in ("due", "missed") and reminder.kind == "diary"
    ]
    parts: list[ft.Control] = []
    if shown:
        page = ft.context.page
        for one in shown:
            parts += [look.heading(one.title), look.body(one.text)]
        parts.append(look.secondary(_("Fill in today's diary"), lambda: page.navigate("/diary/new")))
    elif care.today.nudge:
        parts.append(look.body(care.today.nudge))
    elif care.today.routine is None and care.today.next_routine_at is not None:
        parts.append(
            look.note(
                _("Your next exercises: {when}").format(
                    when=dates.when(care.today.next_routine_at, care.now())
                )
            )
        )
    return [look.card(*parts)] if parts else []
