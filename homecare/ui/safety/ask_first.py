"""Who should ask a clinician first: three short pages of questions, and the clearance that a yes needs."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.evidence.ask_first import answers_at
from homecare.domain.library.safety import AskFirstQuestion, AskFirstTheme
from homecare.ui.kit.choices import yes_or_no
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.kit.text_blocks import bullets
from homecare.ui.safety.acts import answer_ask_first, give_ok_to_start, next_question
from homecare.ui.safety.clearance_form import ClearanceWords, ClinicianSaid
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.ask_first import cleared_sentence

Answers = dict[str, bool]
NO_ANSWERS: Answers = {}


def pages_of(care: CareState, questions: Sequence[AskFirstQuestion]) -> list[AskFirstTheme]:
    """The themes that have a question, in the order of their pages."""
    asked = {question.theme for question in questions}
    return [theme for theme in care.library.ask_first.themes if theme.id in asked]


@ft.component
def AskFirstPage(
    theme: AskFirstTheme,
    questions: list[AskFirstQuestion],
    start: Answers,
    on_done: Callable[[Answers], Any],
    *,
    on_change: Callable[[Answers], Any] = lambda _answers: None,
    key: str = "",
) -> ft.Control:
    """The questions of one page; one tap says no to all that are not answered. Flet takes `key`.

    `on_change` gets the answers so far, so that they outlast a step back.
    """
    look = ft.use_context(LookCtx)
    answers, latest = use_latest(start)

    def answer(question: str, yes: bool) -> None:
        latest.change(lambda now: {**now, question: yes})
        on_change(latest.now)

    def done() -> None:
        on_done({question.id: latest.now.get(question.id, False) for question in questions})

    rows = [_question(look, question, answers.get(question.id), answer) for question in questions]
    said = [answers.get(question.id) for question in questions]
    if None not in said:
        words = _("Next")
    elif True in said:
        words = _("No to the others")
    else:
        words = _("None of these apply to me")
    return ft.Column(
        [look.card(look.heading(theme.text), *rows, gap=16), look.primary(words, done)],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def AskFirstScreen() -> ft.View:
    """What waits for an answer or a clearance, and the answers given so far, which can be changed."""
    care = use_care()
    look = ft.use_context(LookCtx)
    changing, set_changing = ft.use_state(False)
    page, set_page = ft.use_state(0)
    _drawn, said = use_latest(NO_ANSWERS)
    wanted = _asked(care)
    unanswered = care.today.ask_first.unanswered
    if unanswered and not changing:
        wanted = [question for question in wanted if question.id in unanswered]
    title = _("Ask a clinician first?")
    themes = pages_of(care, wanted)
    if not themes or not (unanswered or changing):
        body = [*_state(care, look), _answers(care, look, lambda: set_changing(True))]
        return screen(look, title=title, body=body, back="/")

    page = min(page, len(themes) - 1)  # another window may have answered some
    window = ft.context.page

    async def done(answers: Answers) -> None:
        said.put({**said.now, **answers})
        if page + 1 < len(themes):
            set_page(page + 1)
        elif await answer_ask_first(care, said.now):
            said.put({})
            set_page(0)
            set_changing(False)
            if not care.today.ask_first.waiting:
                window.navigate(next_question(care))

    theme = themes[page]
    shown = [question for question in wanted if question.theme == theme.id]
    before = answers_at(care.records.plan, care.plans) if changing else {}
    start = {name: at is not None for name, at in before.items()} | said.now
    body = [
        look.note(_("Page {n} of {all}").format(n=page + 1, all=len(themes))),
        AskFirstPage(theme, shown, start, lambda answers: window.run_task(done, answers), key=theme.id),
    ]
    actions: list[ft.Control] = [look.link(_("Back"), lambda: set_page(page - 1))] if page else []
    return screen(look, title=title, body=body, back=None if page else "/", actions=actions)


@ft.component
def OkToStart(*, key: str = "") -> ft.Control:
    """Who said that the patient may start, and when. Flet takes `key`."""
    care = use_care()
    page = ft.context.page
    words = ClearanceWords(
        intro=_("Write down who said that you may start, and when, after they said so."),
        label=_("Name of the clinician"),
        button=_("They said I may start"),
        sure=_("Did {name} say on {day} that you may start these exercises?"),
    )

    async def give(by: str, day: date) -> None:
        if await give_ok_to_start(care, by, day):
            page.navigate(next_question(care))

    return ClinicianSaid(words, give)


def _question(
    look: Look, question: AskFirstQuestion, said: bool | None, answer: Callable[[str, bool], None]
) -> ft.Control:
    """The question, and what a yes means where that needs saying."""
    asked = yes_or_no(look, question.question, said, partial(answer, question.id), key=question.id)
    if not question.note:
        return asked
    return ft.Column([asked, look.note(question.note)], spacing=0, tight=True)


def _asked(care: CareState) -> list[AskFirstQuestion]:
    """The questions of the active plans, each once."""
    conditions = [care.library.condition(plan) for plan in care.plans]
    return list(care.library.ask_first.questions_for(conditions))


def _state(care: CareState, look: Look) -> list[ft.Control]:
    """A plan that waits with its form, or who said that it may start; nothing while every answer is no."""
    ask_first = care.today.ask_first
    waiting = {name for names in ask_first.waiting.values() for name in names}
    if waiting:
        return [
            look.card(
                look.heading(_("Ask a clinician before you start")),
                look.body(_("You said yes to this, so show it to a clinician:")),
                *bullets(look, [question.question for question in _asked(care) if question.id in waiting]),
                OkToStart(key="ok-to-start"),
                tone="amber",
            )
        ]
    said = dict.fromkeys(cleared_sentence(clearance) for clearance in ask_first.cleared)
    return [look.card(*map(look.body, said), tone="info")] if said else []


def _answers(care: CareState, look: Look, on_change: Callable[[], None]) -> ft.Control:
    """Every answer so far with the way to change it."""
    answers = answers_at(care.records.plan, care.plans)
    rows: list[ft.Control] = []
    for question in _asked(care):
        yes = answers.get(question.id) is not None
        rows.append(
            ft.Column(
                [
                    look.body(question.question),
                    look.text(_("Yes") if yes else _("No"), weight=ft.FontWeight.W_700),
                ],
                spacing=2,
                tight=True,
                key=question.id,
            )
        )
    change = look.secondary(_("Change my answers"), on_change, icon=ft.Icons.EDIT_OUTLINED)
    return look.card(look.heading(_("Your answers")), *rows, change)
