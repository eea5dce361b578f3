"""Safety: the questions, what an answer asks for, and how a stopped plan opens again."""

from collections.abc import Callable, Coroutine
from datetime import date

import flet as ft

from homecare.domain.evidence.red_flags import Locked
from homecare.domain.records.diary import diary_day
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.safety import acts
from homecare.ui.safety.clearance_form import ClearanceWords, ClinicianSaid
from homecare.ui.safety.red_flag_questions import RedFlagQuestions, questions_for
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, dates
from homecare.wording.placeholders import fill


@ft.component
def Safety() -> ft.View:
    """The safety questions at any time; above them what the last answers ask for."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    conditions = [care.library.condition(plan) for plan in care.plans]

    async def done(yes: tuple[str, ...]) -> None:
        if await acts.answer_safety(care, yes):
            page.navigate("/safety" if yes else "/")

    body: list[ft.Control] = []
    if care.today.locked is not None:
        body.append(LockedNow())
    body.append(RedFlagQuestions(questions_for(care, conditions), lambda yes: page.run_task(done, yes)))
    return screen(look, title=_("Safety questions"), body=body, back="/")


@ft.component
def LockedNow() -> ft.Control:
    """What was answered, whom to see, and the way the plan opens again."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    locked = care.today.locked
    if locked is None:
        return ft.Container()

    async def checked(by: str, _day: date) -> None:
        if await acts.clear_flags(care, locked.flags, by):
            page.navigate("/")

    parts: list[ft.Control] = [
        look.heading(_("Your exercises are stopped")),
        look.body(fill(locked.say, care.settings)),
    ]
    parts += [look.body(f"• {text}") for text in _flag_texts(care, locked)]
    parts.append(look.note(_("Answered {when}").format(when=dates.when(locked.since, care.now()))))
    parts += _way_out(care, look, locked, checked)
    return look.card(*parts, tone="red")


def _way_out(
    care: CareState,
    look: Look,
    locked: Locked,
    checked: Callable[[str, date], Coroutine[object, object, None]],
) -> list[ft.Control]:
    page = ft.context.page
    if locked.urgency == "soon":
        return [
            look.note(_("When a clinician has looked at it, say so here and go on.")),
            look.secondary(
                _("It has been checked"), lambda: page.run_task(checked, "", diary_day(care.now()))
            ),
        ]
    words = ClearanceWords(
        intro=_("Only a clinician can open your plan again. Write down who did, after they saw you."),
        label=_("Name of the clinician who cleared it"),
        button=_("A clinician says I may go on"),
        sure=_("Did {name} see you and say that you may go on?"),
    )
    return [ClinicianSaid(words, checked, dated=False)]


def _flag_texts(care: CareState, locked: Locked) -> list[str]:
    flags = questions_for(care, [care.library.condition(plan) for plan in care.plans])
    return [flag.text for flag in flags if flag.id in locked.flags]
