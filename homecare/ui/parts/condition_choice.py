"""Choose what hurts: one or more conditions."""

from collections.abc import Callable
from typing import Any

import flet as ft

from homecare.ui.look import LookCtx
from homecare.ui.state import use_care
from homecare.wording import _


@ft.component
def ConditionChoice(chosen: tuple[str, ...], on_done: Callable[[tuple[str, ...]], Any]) -> ft.Control:
    """A tick box per condition; `on_done` gets the ids in the order of the list."""
    care = use_care()
    look = ft.use_context(LookCtx)
    ticked, set_ticked = ft.use_state(frozenset(chosen))
    conditions = care.library.conditions()

    def tick(condition: str, yes: bool) -> None:
        set_ticked(lambda old: old | {condition} if yes else old - {condition})

    rows: list[ft.Control] = []
    for condition in conditions:
        box = ft.Checkbox(
            key=condition.id,
            label=condition.name,
            label_style=ft.TextStyle(size=17 * look.factor, color=look.ink, weight=ft.FontWeight.W_600),
            value=condition.id in ticked,
            on_change=lambda e, one=condition: tick(one.id, bool(e.control.value)),
        )
        hint = ft.Container(look.note(condition.typical_symptoms[0]), padding=ft.Padding.only(left=44))
        rows.append(ft.Column([box, hint], spacing=0, tight=True))
    return ft.Column(
        [
            look.card(look.note(_("Choose what your clinician told you. More than one is fine.")), *rows),
            look.primary(
                _("Next"),
                lambda: on_done(tuple(one.id for one in conditions if one.id in ticked)),
                disabled=not ticked,
            ),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
