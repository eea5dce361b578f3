"""First run: what hurts and where, who should ask first, the safety questions, and on to Today."""

import flet as ft

from homecare.domain.records.plan import ConditionStarted
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.plan import acts
from homecare.ui.plan.condition_choice import ConditionChoice, ConditionDetails, Details
from homecare.ui.safety.ask_first import NO_ANSWERS, Answers, AskFirstPage, pages_of
from homecare.ui.safety.red_flag_questions import RedFlagQuestions, questions_for
from homecare.ui.state.care import use_care
from homecare.wording import _

NOTHING_CHOSEN: tuple[str, ...] = ()
NO_DETAILS: dict[str, Details] = {}
ASKED_FROM = 2
"""The step at which the questions on who should ask first begin: conditions and details come before."""


@ft.component
def Welcome() -> ft.View:
    """Conditions, side and kind of each, three pages on who should ask first, safety questions."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    step, set_step = ft.use_state(0)
    chosen, set_chosen = ft.use_state(NOTHING_CHOSEN)
    details, set_details = ft.use_state(NO_DETAILS)
    _drawn, asked = use_latest(NO_ANSWERS)
    conditions = [care.library.condition(name) for name in chosen]
    questions = list(care.library.ask_first.questions_for(conditions))
    themes = pages_of(care, questions)
    last = ASKED_FROM + len(themes)

    async def finish(flags: tuple[str, ...]) -> None:
        plans: list[ConditionStarted] = [
            acts.started(care, condition, *details[condition.id]) for condition in conditions
        ]
        answers = {question.id: asked.now[question.id] for question in questions}
        if await acts.set_up(care, plans, answers, flags):
            page.navigate("/")

    def choose(ids: tuple[str, ...]) -> None:
        set_chosen(ids)
        set_step(1)

    def describe(answers: dict[str, Details]) -> None:
        set_details(answers)
        set_step(ASKED_FROM)

    def answer(answers: Answers) -> None:
        asked.put({**asked.now, **answers})
        set_step(step + 1)

    body: list[ft.Control] = [look.note(_("Step {n} of {all}").format(n=step + 1, all=last + 1))]
    if step == 0:
        title = _("What hurts?")
        body.append(ConditionChoice(chosen, choose))
    elif step < ASKED_FROM:
        title = _("Where exactly?")
        body.append(ConditionDetails(chosen, describe))
    elif step < last:
        title = _("Ask a clinician first?")
        theme = themes[step - ASKED_FROM]
        shown = [question for question in questions if question.theme == theme.id]
        body.append(AskFirstPage(theme, shown, asked.now, answer, key=theme.id))
    else:
        title = _("Is it safe to start?")
        flags = questions_for(care, conditions)
        body.append(RedFlagQuestions(flags, lambda yes: page.run_task(finish, yes)))
    actions: list[ft.Control] = [look.link(_("Back"), lambda: set_step(step - 1))] if step else []
    return screen(look, title=title, body=body, back=None if step else "/", actions=actions)
