"""After needling, on Today: how long ago, one sentence, and the next thing to do."""

from collections.abc import Sequence

import flet as ft

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.aftercare.stretch import AfterStretch
from homecare.domain.library.reminders import ReminderId
from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.aftercare.due import due_first, mark_and_tell
from homecare.ui.aftercare.timeline import progress_bar
from homecare.ui.kit import theme
from homecare.ui.kit.look import ICON, Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.aftercare import hours_since, next_text, stopped_sentence, stretch_title
from homecare.wording.placeholders import fill

NORMAL_H = 48
"""Hours in which soreness is normal after needling (content/aftercare.toml, soreness_normal)."""


def aftercare_card(care: CareState, look: Look, *, brief: bool = False) -> list[ft.Control]:
    """The aftercare card within the window after a needling session; nothing outside it.

    `brief` leaves out how far it has come and says only that soreness is normal, so that the exercises below
    stay in sight; what a warning sign or a soreness score asks for is always said.
    """
    now, needling = care.today.aftercare, acts.current(care)
    if now is None or needling is None:
        return []
    page = ft.context.page
    stretches = now.stretches
    # In the largest text the icon would cost the heading a line, and Start its place in sight.
    icon = ft.Icon(ft.Icons.HEALING, color=ft.Colors.PRIMARY, size=ICON * look.icon_factor)
    parts: list[ft.Control] = [
        ft.Row(
            [
                *([] if brief and look.factor > look.icon_factor else [icon]),
                ft.Container(look.heading(hours_since(now.hours_since)), expand=True),
                look.icon_button(
                    ft.Icons.CHEVRON_RIGHT, _("Open aftercare"), lambda: page.navigate("/aftercare")
                ),
            ]
        ),
    ]
    answered = _answered(care, now, needling)
    if not brief:
        parts.append(progress_bar(care, look, now))
    if answered or not brief:
        parts.append(look.body(answered or _normal(care, now, stretches)))
    elif now.hours_since < NORMAL_H:
        parts.append(look.body(care.library.aftercare.soreness_normal))
    due = due_first(now)
    waiting = [reminder for reminder in now.reminders if reminder.status in ("waiting", "snoozed")]
    if due:
        parts.append(look.text(_("Now: {title}").format(title=due[0].title), weight=ft.FontWeight.W_600))
        if len(due) > 1:
            others = ", ".join(reminder.title for reminder in due[1:])
            parts.append(look.note(_("Also due: {titles}").format(titles=others), color=look.ink))
    elif waiting:
        parts.append(look.note(next_text(waiting[0], care.now())))
    actions = _actions(care, look, needling, due[0], stretches) if due else []
    actions.append(look.link(_("Warning signs"), lambda: page.navigate("/aftercare/warning-signs")))
    parts.append(ft.Row(actions, wrap=True, spacing=8))
    return [look.card(*parts, tone="accent", gap=4 if brief else theme.GAP)]


def _answered(care: CareState, now: AftercareNow, needling: Needling) -> str:
    """What a ticked warning sign asks for, else what was said to the soreness score; "" without either."""
    ticked = [sign for sign in care.library.aftercare.warning_signs if sign.id in needling.warning_signs]
    said = f"{ticked[-1].text}. {ticked[-1].say}" if ticked else now.soreness_says
    return fill(said, care.settings) if said else ""


def _normal(care: CareState, now: AftercareNow, stretches: Sequence[AfterStretch]) -> str:
    """What is normal now and what helps."""
    window = next(window for window in care.library.aftercare.timeline if window.id == now.window)
    if now.stopped:
        return f"{window.expect[0]} {stopped_sentence()}"
    # The second thing to do says most, but in the first day it is the stretch, which not everybody may do.
    do = window.do[1] if stretches and len(window.do) > 1 else window.do[0]
    return f"{window.expect[0]} {do}"


def _actions(
    care: CareState,
    look: Look,
    needling: Needling,
    due: ReminderDue,
    stretches: Sequence[AfterStretch],
) -> list[ft.Control]:
    page = ft.context.page
    if due.kind == "question":
        to = "/diary/new" if due.id == ReminderId.DIARY else "/aftercare"
        return [_raised(look, look.secondary(_("Answer now"), lambda: page.navigate(to)))]
    actions: list[ft.Control] = []
    if due.exercise is not None and stretches:
        title = stretch_title(stretches, care.library.aftercare)
        show = look.secondary(title, lambda: page.navigate("/aftercare"), icon=ft.Icons.PLAY_ARROW)
        actions.append(_raised(look, show))
    words = _("Got it") if due.kind == "advice" else _("Done")
    actions.append(
        _raised(
            look,
            look.secondary(
                words,
                lambda: page.run_task(mark_and_tell, care, look, needling.id, due, "done"),
                icon=ft.Icons.CHECK,
            ),
        )
    )
    return actions


def _raised(look: Look, button: ft.FilledTonalButton) -> ft.Control:
    """The button in a colour that stands out from the card, which has its own."""
    if button.style is not None:
        button.style.bgcolor = theme.background(look.dark)
    return button
