"""Mark a reminder, say so, and offer to take it back."""

import flet as ft

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.records.needling import ReminderStatus
from homecare.ui.aftercare import acts
from homecare.ui.kit.look import Look
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import CareState
from homecare.wording import _


async def mark_and_tell(
    care: CareState, look: Look, needling: str, reminder: ReminderDue, status: ReminderStatus
) -> None:
    """Mark `reminder` of the session with the id `needling`; told only once it is on disk."""
    page = ft.context.page
    if not await acts.mark(care, needling, reminder.id, status):
        return
    words = _("Put off for an hour: {title}") if status == "snoozed" else _("Done: {title}")

    async def undo() -> None:
        await acts.unmark(care, needling, reminder.id)

    show_undo(page, look, words.format(title=reminder.title), undo)
