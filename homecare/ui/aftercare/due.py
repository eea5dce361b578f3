"""What is due after needling: each with its words and its answer in place."""

import flet as ft

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.aftercare.soreness import check_answered_at, soreness_scores
from homecare.domain.records.needling import Needling, ReminderStatus
from homecare.ui.aftercare.mark_done import mark_and_tell
from homecare.ui.aftercare.soreness_question import SorenessQuestion
from homecare.ui.aftercare.stretch_picture import AfterStretchPicture
from homecare.ui.aftercare.timeline import customary_note
from homecare.ui.kit.look import ICON, Look
from homecare.ui.state.care import CareState
from homecare.wording import _


def due_first(now: AftercareNow) -> list[ReminderDue]:
    """The reminders that are due now: the stretch first, what is to be done, then advice; questions last."""
    return sorted((reminder for reminder in now.reminders if reminder.status == "due"), key=_rank)


def _rank(reminder: ReminderDue) -> int:
    if reminder.exercise is not None:
        return 0
    return {"action": 1, "advice": 2}.get(reminder.kind, 3)


def aftercare_due(care: CareState, look: Look, now: AftercareNow, needling: Needling) -> list[ft.Control]:
    """A card for each reminder that is due, and the soreness question while it can be answered."""
    cards: list[ft.Control] = []
    for reminder in due_first(now):
        if _check(care, reminder) is None:
            cards.append(_card(care, look, reminder, needling))
    asked = _question(care, now, needling)
    if asked is not None:
        cards.append(SorenessQuestion(needling, asked.title, asked.text, key=asked.id))
    return cards


def _check(care: CareState, reminder: ReminderDue) -> str | None:
    return care.library.aftercare.reminder(reminder.id).soreness_check


def _question(care: CareState, now: AftercareNow, needling: Needling) -> ReminderDue | None:
    """The soreness question that an answer given now would answer, while it has none."""
    check = check_answered_at(needling, care.now())
    if check is None or check in soreness_scores(needling, care.records.entries, care.now()):
        return None
    return next((reminder for reminder in now.reminders if _check(care, reminder) == check), None)


def _card(care: CareState, look: Look, reminder: ReminderDue, needling: Needling) -> ft.Control:
    page = ft.context.page

    def say(status: ReminderStatus) -> None:
        page.run_task(mark_and_tell, care, look, needling.id, reminder, status)

    parts: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(
                    ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED,
                    color=ft.Colors.PRIMARY,
                    size=ICON * look.icon_factor,
                ),
                ft.Container(look.heading(reminder.title), expand=True),
            ]
        )
    ]
    parts += [look.body(line) for line in reminder.text.split("\n")]
    if reminder.customary:
        parts.append(customary_note(look))
    if reminder.exercise is not None:
        parts.append(AfterStretchPicture(needling, key=f"picture-{reminder.id}"))
    if reminder.id == "rm-diary-2nd-day":
        done: ft.Control = look.secondary(
            _("Fill in today's diary"), lambda: page.navigate("/diary/new"), icon=ft.Icons.EDIT_NOTE
        )
    else:
        words = _("Got it") if reminder.kind == "advice" else _("Done")
        done = look.secondary(words, lambda: say("done"), icon=ft.Icons.CHECK)
    snooze = look.link(_("Snooze 1 hour"), lambda: say("snoozed"), icon=ft.Icons.SNOOZE)
    parts.append(ft.Row([done, snooze], wrap=True))
    return look.card(*parts, key=reminder.id)
