"""What the app says to the latest soreness score after needling, and what it asks for."""

import flet as ft

from homecare.domain.aftercare.aftercare import ALERT
from homecare.domain.aftercare.soreness import SorenessAnswer, soreness_answers
from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.aftercare.call_button import clinic_button
from homecare.ui.kit.look import Look
from homecare.ui.kit.theme import Tone
from homecare.ui.state.care import CareState
from homecare.wording import _, dates
from homecare.wording.placeholders import fill

TONES: dict[str, Tone] = {
    "allow_restart": "green",
    "hold_strength_24h": "amber",
    "show_warning_signs": "red",
    "close_aftercare": "green",
    "ask_at_72h": "amber",
    "call_clinic": "red",
}


def latest_answer(care: CareState, needling: Needling) -> SorenessAnswer | None:
    """The answer to the latest check, None before the first."""
    answers = soreness_answers(needling, care.records.entries, care.library.aftercare, care.now())
    return list(answers.values())[-1] if answers else None


def soreness_answer(care: CareState, look: Look, needling: Needling) -> list[ft.Control]:
    """A card with the score, the content's words, and its action as something to tap."""
    answer = latest_answer(care, needling)
    if answer is None:
        return []
    page = ft.context.page
    score = _("Soreness {n} of 10, {when}").format(n=answer.score, when=dates.when(answer.at, care.now()))
    parts: list[ft.Control] = [
        look.note(score, color=look.ink),
        ft.Semantics(
            live_region=True,
            content=look.text(fill(answer.says, care.settings), size=18, weight=ft.FontWeight.W_600),
        ),
    ]
    if answer.action == "show_warning_signs":
        parts.append(
            look.primary(_("Read the warning signs"), lambda: page.navigate("/aftercare/warning-signs"))
        )
    if answer.action in ("show_warning_signs", "call_clinic"):
        parts.append(clinic_button(care, look))
    if any(alert.id == ALERT and alert.answered is None for alert in care.today.alerts):
        parts.append(look.secondary(_("I have called"), lambda: page.run_task(acts.say_called, care)))
    return [look.card(*parts, tone=TONES[answer.action], key="soreness-answer")]
