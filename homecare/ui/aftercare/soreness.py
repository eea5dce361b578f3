"""How sore the needled muscle is: the question, and what the answer asks for."""

import flet as ft

from homecare.domain.aftercare.aftercare import ALERT
from homecare.domain.aftercare.soreness import SorenessAnswer, soreness_answers
from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.aftercare.warning_signs import clinic_button
from homecare.ui.diary import acts as diary
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.kit.theme import Tone
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates
from homecare.wording.placeholders import fill


@ft.component
def SorenessQuestion(needling: Needling, title: str, text: str, *, key: str = "") -> ft.Control:
    """A tap is saved as a diary entry of the session and can be taken back. Flet takes `key`."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    saving, busy = use_latest(False)

    async def rate(score: int) -> None:
        if busy.now:
            return
        busy.put(True)
        entry = await acts.rate_soreness(care, needling.id, score)
        busy.put(False)
        if entry is None:
            return

        async def undo() -> None:
            await diary.delete_entry(care, entry)

        show_undo(page, look, _("Saved: soreness {n} of 10").format(n=score), undo)

    return look.card(
        look.heading(title),
        look.body(text),
        pain_keys(look, on_pick=rate, soreness=True, disabled=saving),
        key=key or None,
    )


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
