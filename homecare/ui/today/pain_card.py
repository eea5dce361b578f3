"""The one question about pain on Today: eleven keys, and a tap is saved at once."""

import flet as ft

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.today.question import Asked, Question, next_question
from homecare.ui.diary import acts
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates
from homecare.wording.question import about_text, question_text, saved_text, score_name, usual_text

NOTHING: str | None = None
NO_TAPS: tuple[int, ...] = ()


@ft.component
def PainCard() -> ft.Control:
    """The question that fits the time of day.

    The question that was just answered stays for a minute, so that a second tap corrects it and cannot land
    on the next question; a link goes on at once.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    _saving, taps = use_latest(NO_TAPS)
    tapped, set_tapped = ft.use_state(NOTHING)
    just = acts.just_rated(care)
    answer = just if just is not None and just.id == tapped else None
    waiting = next_question(care.today.questions)
    question = _answered(care, answer) if answer is not None else waiting

    async def rate(nprs: int) -> None:
        taps.change(lambda before: (*before, nprs))
        if len(taps.now) > 1:  # the first tap is being saved; whoever saves it corrects it then
            return
        try:
            saved = None
            while saved != taps.now[-1]:
                saved = taps.now[-1]
                await save(saved)
        finally:
            taps.put(NO_TAPS)

    async def save(nprs: int) -> None:
        before = acts.just_rated(care)
        entry = await acts.rate_pain(care, nprs, question)
        if entry is not None:
            corrects = before is not None and before.id == entry.id
            old = getattr(before, question.asked) if corrects else None
            said = saved_text(question.asked, nprs, instead_of=old)
            set_tapped(entry.id)
            show_undo(page, look, said, lambda: acts.delete_entry(care, entry))

    parts: list[ft.Control] = [look.heading(question_text(question.asked)), *_about(care, look, question)]
    parts.append(
        pain_keys(
            look,
            on_pick=rate,
            picked=getattr(answer, question.asked) if answer is not None else None,
            about=score_name(question.asked),
        )
    )
    parts += _said(care, look, question)
    more: list[ft.Control] = []
    if answer is not None and waiting.asked != question.asked:
        more.append(look.link(_("Next question"), lambda: set_tapped(NOTHING), icon=ft.Icons.ARROW_FORWARD))
    more.append(
        look.link(_("Add more to the diary"), lambda: page.navigate("/diary/new"), icon=ft.Icons.EDIT_NOTE)
    )
    parts.append(ft.Row(more, wrap=True, spacing=0, run_spacing=0))
    return look.card(*parts, key="pain")


def _answered(care: CareState, answer: DiaryEntry) -> Question:
    """The question that the last tap answered, as it was asked."""
    asked = acts.asked_by(answer) or Asked.NOW
    return next(
        (question for question in care.today.questions if question.asked == asked), Question(asked=asked)
    )


def _about(care: CareState, look: Look, question: Question) -> list[ft.Control]:
    """Which condition and side it is about where there could be a doubt, and what is usual."""
    conditions = [(care.library.condition(about.condition).name, about.side) for about in question.about]
    said = [about_text(conditions), usual_text(question.usual)]
    return [look.note(words) for words in said if words]


def _said(care: CareState, look: Look, question: Question) -> list[ft.Control]:
    """The last answer of today to this question."""
    rated = [
        entry
        for entry in care.records.entries
        if getattr(entry, question.asked) is not None and entry.day == care.today.day
    ]
    if not rated:
        return []
    last = rated[-1]
    words = _("Last: {n} of 10 at {time}").format(n=getattr(last, question.asked), time=dates.clock(last.at))
    return [ft.Semantics(live_region=True, content=look.note(words))]
