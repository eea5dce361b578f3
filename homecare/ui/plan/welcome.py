"""First run: what hurts and where, who should ask first, the safety questions, and on to Today."""

import flet as ft

from homecare.domain.records.plan import ConditionStarted
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.plan import acts
from homecare.ui.plan.condition_choice import ConditionChoice, ConditionDetails, Details
from homecare.ui.safety.red_flag_questions import RedFlagQuestions, questions_for
from homecare.ui.state.care import use_care
from homecare.wording import _

NOTHING_CHOSEN: tuple[str, ...] = ()
NO_DETAILS: dict[str, Details] = {}


@ft.component
def Welcome() -> ft.View:
    """Three steps: conditions, side and kind of each, safety questions."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    step, set_step = ft.use_state(0)
    chosen, set_chosen = ft.use_state(NOTHING_CHOSEN)
    details, set_details = ft.use_state(NO_DETAILS)

    async def finish(yes: tuple[str, ...]) -> None:
        plans: list[ConditionStarted] = [
            acts.started(care, care.library.condition(one), *details[one]) for one in chosen
        ]
        if await acts.set_up(care, plans, yes):
            page.navigate("/")

    def choose(ids: tuple[str, ...]) -> None:
        set_chosen(ids)
        set_step(1)

    def describe(answers: dict[str, Details]) -> None:
        set_details(answers)
        set_step(2)

    titles = (_("What hurts?"), _("Where exactly?"), _("Is it safe to start?"))
    body: list[ft.Control] = [look.note(_("Step {n} of 3").format(n=step + 1))]
    if step == 0:
        body.append(ConditionChoice(chosen, choose))
    elif step == 1:
        body.append(ConditionDetails(chosen, describe))
    else:
        conditions = [care.library.condition(one) for one in chosen]
        not_for = dict.fromkeys(care.library.safety.global_not_for)
        not_for.update(dict.fromkeys(text for condition in conditions for text in condition.not_for))
        ask_first = [look.body(f"• {text}") for text in not_for]
        body.append(look.card(look.heading(_("Ask a clinician first if this is you")), *ask_first))
        body.append(RedFlagQuestions(questions_for(care, conditions), lambda yes: page.run_task(finish, yes)))
    actions: list[ft.Control] = [look.link(_("Back"), lambda: set_step(step - 1))] if step else []
    return screen(look, title=titles[step], body=body, back=None if step else "/", actions=actions)
