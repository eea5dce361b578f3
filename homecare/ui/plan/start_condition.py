"""Add a condition to the plan from its page."""

import flet as ft

from homecare.ui.kit.look import LookCtx
from homecare.ui.plan.acts import started
from homecare.ui.plan.condition_details import ConditionDetails, Details
from homecare.ui.state.care import use_care
from homecare.wording import _


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
            page.navigate("/safety")

    if not asking:
        return look.primary(_("Add to my plan"), lambda: set_asking(True), icon=ft.Icons.ADD)
    return ConditionDetails((condition,), lambda details: page.run_task(add, details))
