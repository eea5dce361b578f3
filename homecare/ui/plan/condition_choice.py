"""Choose what hurts: one or more conditions."""

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.tick_box import tick_box
from homecare.ui.state.care import use_care
from homecare.wording import _


@ft.component
def ConditionChoice(chosen: tuple[str, ...], on_done: Callable[[tuple[str, ...]], Any]) -> ft.Control:
    """A tick box per condition; `on_done` gets the ids in the order of the list."""
    care = use_care()
    look = ft.use_context(LookCtx)
    ticked, latest = use_latest(frozenset(chosen))
    conditions = care.library.conditions()

    def tick(condition: str, yes: bool) -> None:
        latest.change(lambda now: now | {condition} if yes else now - {condition})

    rows = [
        tick_box(
            look,
            one.name,
            one.id in ticked,
            partial(tick, one.id),
            hint=one.typical_symptoms[0],
            key=one.id,
        )
        for one in conditions
    ]
    return ft.Column(
        [
            look.card(look.note(_("Choose what your clinician told you. More than one is fine.")), *rows),
            look.primary(
                _("Next"),
                lambda: on_done(tuple(one.id for one in conditions if one.id in latest.now)),
                disabled=not ticked,
            ),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
