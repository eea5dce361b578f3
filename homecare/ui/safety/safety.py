"""Safety: the questions, what an answer asks for, and how a stopped plan opens again."""

from collections.abc import Callable

import flet as ft

from homecare.domain.evidence.red_flags import Locked
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.safety import acts
from homecare.ui.safety.clearance_form import NAME_LIMIT
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
    name, typed = use_latest("")
    locked = care.today.locked
    if locked is None:
        return ft.Container()

    async def checked() -> None:
        if await acts.clear_flags(care, locked.flags, typed.now):
            page.navigate("/")

    parts: list[ft.Control] = [
        look.heading(_("Your exercises are stopped")),
        look.body(fill(locked.say, care.settings)),
    ]
    parts += [look.body(f"• {text}") for text in _flag_texts(care, locked)]
    parts.append(look.note(_("Answered {when}").format(when=dates.when(locked.since, care.now()))))
    parts += _way_out(look, locked, name, typed.put, lambda: page.run_task(checked))
    return look.card(*parts, tone="red")


def _way_out(
    look: Look, locked: Locked, name: str, set_name: Callable[[str], None], checked: object
) -> list[ft.Control]:
    if locked.urgency == "soon":
        return [
            look.note(_("When a clinician has looked at it, say so here and go on.")),
            look.secondary(_("It has been checked"), checked),  # type: ignore[arg-type]
        ]
    return [
        look.note(_("Only a clinician can open your plan again. Write down who did, after they saw you.")),
        TypedField(_("Name of the clinician who cleared it"), "", set_name, limit=NAME_LIMIT),
        look.secondary(_("A clinician has cleared this"), checked, disabled=not name.strip()),  # type: ignore[arg-type]
    ]


def _flag_texts(care: CareState, locked: Locked) -> list[str]:
    flags = questions_for(care, [care.library.condition(plan) for plan in care.plans])
    return [flag.text for flag in flags if flag.id in locked.flags]
