"""Every aftercare reminder with how it stands."""

import flet as ft

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.aftercare.reminders import ReminderDue
from homecare.ui.aftercare.mark_done import mark_and_tell
from homecare.ui.kit.fold import Fold
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.aftercare import status_text

ICONS: dict[str, ft.IconData] = {
    "waiting": ft.Icons.SCHEDULE,
    "due": ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED,
    "done": ft.Icons.CHECK_CIRCLE,
    "snoozed": ft.Icons.SNOOZE,
    "missed": ft.Icons.HISTORY,
    "on-screen-only": ft.Icons.NOTIFICATIONS_OFF_OUTLINED,
}


def reminder_list(care: CareState, look: Look, now: AftercareNow) -> ft.Control:
    """What was, is and will be asked for, in the order of time; the words of each at a tap."""
    rows: list[ft.Control] = [_row(care, look, now, reminder) for reminder in now.reminders]
    return look.card(look.heading(_("Reminders")), *rows, gap=2)


def _row(care: CareState, look: Look, now: AftercareNow, reminder: ReminderDue) -> ft.Control:
    page = ft.context.page
    words: list[ft.Control] = [look.note(line) for line in reminder.text.split("\n")]
    if reminder.kind == "action" and reminder.status in ("missed", "on-screen-only"):
        words.append(
            ft.Row(
                [
                    look.secondary(
                        _("I did it"),
                        lambda: page.run_task(mark_and_tell, care, look, now.needling, reminder, "done"),
                        icon=ft.Icons.CHECK,
                    )
                ]
            )
        )
    if reminder.customary:
        words.append(look.text(_("Usual advice, not proven"), size=15, color=look.muted))
    colour = ft.Colors.PRIMARY if reminder.status in ("done", "due") else look.muted
    return ft.Row(
        [
            ft.Container(ft.Icon(ICONS[reminder.status], color=colour), padding=ft.Padding.only(top=20)),
            ft.Container(
                Fold(
                    reminder.title, words, note=status_text(reminder, care.now()), key=f"fold-{reminder.id}"
                ),
                expand=True,
            ),
        ],
        key=reminder.id,
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
