"""A condition: what it is, self-care, red flags, time course, phases."""

import flet as ft

from homecare.domain.library.condition import Condition
from homecare.ui.kit.bullets import bullets
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.plan.acts import stop_condition
from homecare.ui.plan.start_condition import StartCondition
from homecare.ui.plan.unknown_condition import unknown_condition
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
            *bullets(look, [told.text for told in condition.not_for]),
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
