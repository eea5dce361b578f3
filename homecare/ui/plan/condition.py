"""Conditions: the list, the page of each, and adding one to the plan."""

import flet as ft

from homecare.domain.library.condition import Condition
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, opens, screen
from homecare.ui.kit.text_blocks import bullets
from homecare.ui.plan.acts import started, stop_condition
from homecare.ui.plan.condition_choice import ConditionDetails, Details
from homecare.ui.safety.acts import next_question
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.placeholders import fill


@ft.component
def ConditionPage() -> ft.View:
    """Everything a patient should know about one condition."""
    care = use_care()
    look = ft.use_context(LookCtx)
    wanted = ft.use_route_params().get("id", "")
    if wanted not in care.library.condition_ids:
        return screen(
            look, title=_("Condition"), body=[unknown_condition(look)], back="/exercises/conditions"
        )
    condition = care.library.condition(wanted)
    body = [
        look.card(
            look.heading(_("What it is")),
            look.body(condition.what_it_is),
            *bullets(look, condition.typical_symptoms),
        ),
        look.card(look.heading(_("Help yourself")), *bullets(look, condition.self_care)),
        _red_flags(care, look, condition),
        look.card(
            look.heading(_("How long it takes")),
            look.body(condition.time_course.text),
            look.note(care.library.source(condition.time_course.source).citation),
        ),
        _phases(look, condition),
        look.card(
            look.heading(_("Ask a clinician first if this is you")),
            *bullets(look, [caution.text for caution in condition.not_for]),
        ),
    ]
    if condition.hard_rules:
        body.insert(
            0,
            look.card(
                look.heading(_("Rules that always hold")), *bullets(look, condition.hard_rules), tone="amber"
            ),
        )
    body.append(_mine(care, look, condition) if wanted in care.plans else StartCondition(wanted, key=wanted))
    return screen(look, title=condition.name, body=body, back="/exercises/conditions")


def _red_flags(care: CareState, look: Look, condition: Condition) -> ft.Control:
    names = {"emergency": _("Emergency"), "urgent": _("Today"), "soon": _("This week")}
    rows: list[ft.Control] = []
    for urgency in ("emergency", "urgent", "soon"):
        flags = [flag.text for flag in condition.red_flags if flag.urgency == urgency]
        if flags:
            action = next(
                urgency_action
                for urgency_action in care.library.safety.urgency_actions
                if urgency_action.urgency == urgency
            )
            rows.append(ft.Row([look.badge(names[urgency], "red" if urgency != "soon" else "amber")]))
            rows += bullets(look, flags)
            rows.append(look.note(fill(action.patient_text, care.settings)))
    return look.card(look.heading(_("When to get help")), *rows)


def _phases(look: Look, condition: Condition) -> ft.Control:
    page = ft.context.page
    rows = [look.body(f"{n}. {phase.name}") for n, phase in enumerate(condition.phases, 1)]
    return look.card(
        look.heading(_("Phases")),
        *rows,
        look.link(_("See phases and exercises"), lambda: page.navigate(f"/exercises/phases/{condition.id}")),
    )


def _mine(care: CareState, look: Look, condition: Condition) -> ft.Control:
    page = ft.context.page

    async def stop() -> None:
        if await stop_condition(care, condition.id):
            page.navigate("/exercises")

    return look.card(
        look.heading(_("Your plan")),
        look.note(_("Your diary stays when you end the plan.")),
        look.link(_("End this plan"), lambda: page.run_task(stop), icon=ft.Icons.STOP_CIRCLE_OUTLINED),
    )


@ft.component
def Conditions() -> ft.View:
    """A list that opens each condition's page."""
    care = use_care()
    look = ft.use_context(LookCtx)
    rows: list[ft.Control] = []
    for condition in care.library.conditions():
        mine = condition.id in care.plans
        parts: list[ft.Control] = [look.text(condition.name, size=18, weight=ft.FontWeight.W_600)]
        if condition.also_called:
            parts.append(look.note(_("Also called: {names}").format(names=", ".join(condition.also_called))))
        if mine:
            parts.append(ft.Row([look.badge(_("In your plan"), "accent")]))
        card = look.card(*parts, gap=4, key=condition.id)
        card.ink = True
        card.on_click = opens(f"/exercises/condition/{condition.id}")
        rows.append(ft.Semantics(button=True, container=True, content=card))
    return screen(look, title=_("All conditions"), body=rows, back="/exercises")


@ft.component
def StartCondition(condition: str, *, key: str = "") -> ft.Control:
    """A button, then side and kind, then the safety questions; Flet takes `key` to tell pages apart."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    asking, set_asking = ft.use_state(False)

    async def add(details: dict[str, Details]) -> None:
        event = started(care, care.library.condition(condition), *details[condition])
        if await care.decide(event):
            page.navigate(next_question(care))

    if not asking:
        return look.primary(_("Add to my plan"), lambda: set_asking(True), icon=ft.Icons.ADD)
    return ConditionDetails((condition,), lambda details: page.run_task(add, details))


def unknown_condition(look: Look) -> ft.Control:
    """One sentence, and the way to the conditions there are."""
    return empty_state(
        look,
        title=_("There is no such condition"),
        text=_("The link may be old or mistyped."),
        action=look.primary(_("All conditions"), opens("/exercises/conditions")),
    )
