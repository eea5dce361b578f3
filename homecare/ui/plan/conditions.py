"""All conditions the app knows."""

import flet as ft

from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.screen import opens, screen
from homecare.ui.state.care import use_care
from homecare.wording import _


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
