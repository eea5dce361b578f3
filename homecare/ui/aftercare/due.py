"""Reminders after needling: what is due with its answer in place, and how each one stands."""

import flet as ft

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.aftercare.soreness import check_answered_at, soreness_scores
from homecare.domain.aftercare.stretch import AfterStretch
from homecare.domain.library.reminders import ReminderId
from homecare.domain.records.needling import Needling, ReminderStatus
from homecare.ui.aftercare import acts
from homecare.ui.aftercare.soreness import SorenessQuestion
from homecare.ui.aftercare.timeline import customary_note
from homecare.ui.aftercare.wished import later_choice, wanted_switch
from homecare.ui.kit.exercise_frames import ExerciseFrames
from homecare.ui.kit.look import ICON, Look, LookCtx
from homecare.ui.kit.text_blocks import Collapsible, numbered
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.aftercare import status_text, stretch_title
from homecare.wording.doses import dose_text, side_text


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


HEIGHT = 220


@ft.component
def AfterStretchPicture(*, key: str = "") -> ft.Control:
    """A button "Show the stretch" that opens it in place. Flet takes `key` to tell one from another."""
    care = use_care()
    look = ft.use_context(LookCtx)
    shown, set_shown = ft.use_state(False)
    stretches = care.today.aftercare.stretches if care.today.aftercare else ()
    words = _("Hide the stretch") if shown else _("Show the stretch")
    parts: list[ft.Control] = [
        look.link(
            words,
            lambda: set_shown(not shown),
            icon=ft.Icons.EXPAND_LESS if shown else ft.Icons.PLAY_ARROW,
        )
    ]
    if shown:
        for stretch in stretches:
            parts += _stretch(care, look, stretch)
    return ft.Column(parts, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _stretch(care: CareState, look: Look, stretch: AfterStretch) -> list[ft.Control]:
    exercise = care.library.exercise(stretch.exercise)
    side = side_text(stretch.side)
    return [
        ExerciseFrames(exercise, look, "alternate", mirrored=stretch.side == "left", height=HEIGHT),
        look.text(exercise.name, size=17, weight=ft.FontWeight.W_600),
        look.note(stretch_title([stretch], care.library.aftercare)),
        look.body(_("{side}: {dose}").format(side=side[:1].upper() + side[1:], dose=dose_text(stretch.dose))),
        *numbered(look, exercise.steps),
    ]


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
    guide = care.library.aftercare
    check = check_answered_at(needling, guide, care.now())
    if check is None or check in soreness_scores(needling, care.records.entries, guide, care.now()):
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
        parts.append(AfterStretchPicture(key=f"picture-{reminder.id}"))
    if reminder.id == ReminderId.DIARY:
        done: ft.Control = look.secondary(
            _("Fill in today's diary"), lambda: page.navigate("/diary/new"), icon=ft.Icons.EDIT_NOTE
        )
    else:
        words = _("Got it") if reminder.kind == "advice" else _("Done")
        done = look.secondary(words, lambda: say("done"), icon=ft.Icons.CHECK)
    snooze = look.link(_("Snooze 1 hour"), lambda: say("snoozed"), icon=ft.Icons.SNOOZE)
    parts.append(ft.Row([done, snooze], wrap=True))
    return look.card(*parts, key=reminder.id)


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
    rule = care.library.aftercare.reminder(reminder.id)
    words += [wanted_switch(care, look, rule.id, _("Remind me of this")), *later_choice(care, look, rule)]
    if reminder.customary:
        words.append(look.text(_("Usual advice, not proven"), size=15, color=look.muted))
    colour = ft.Colors.PRIMARY if reminder.status in ("done", "due") else look.muted
    return ft.Row(
        [
            ft.Container(ft.Icon(ICONS[reminder.status], color=colour), padding=ft.Padding.only(top=20)),
            ft.Container(
                Collapsible(
                    reminder.title, words, note=status_text(reminder, care.now()), key=f"fold-{reminder.id}"
                ),
                expand=True,
            ),
        ],
        key=reminder.id,
        spacing=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
