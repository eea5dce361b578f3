"""Side, kind and first-step pain of each chosen condition."""

from collections.abc import Callable
from typing import Any

import flet as ft

from homecare.domain.condition import Condition
from homecare.domain.plan import Side
from homecare.ui.look import Look, LookCtx
from homecare.ui.parts.choice_of import choice_of
from homecare.ui.parts.pain_keys import pain_keys
from homecare.ui.parts.tick_box import radio
from homecare.ui.state import use_care
from homecare.wording import _

Details = tuple[Side, str | None, int | None]
Setter = Callable[[Any], None]
NO_SIDES: dict[str, Side] = {}
NO_VARIANTS: dict[str, str] = {}
UNRATED: int | None = None


@ft.component
def ConditionDetails(chosen: tuple[str, ...], on_done: Callable[[dict[str, Details]], Any]) -> ft.Control:
    """For each condition its side and, where there are kinds, its kind; then pain with the first steps."""
    care = use_care()
    look = ft.use_context(LookCtx)
    sides, set_sides = ft.use_state(NO_SIDES)
    variants, set_variants = ft.use_state(NO_VARIANTS)
    first_step, set_first_step = ft.use_state(UNRATED)
    conditions = [care.library.condition(one) for one in chosen]
    ready = all(one.id in sides and (not one.variants or one.id in variants) for one in conditions)

    def done() -> None:
        on_done({one.id: (sides[one.id], variants.get(one.id), first_step) for one in conditions})

    cards: list[ft.Control] = []
    for condition in conditions:
        parts: list[ft.Control] = [look.heading(condition.name), _side(look, condition, sides, set_sides)]
        if condition.variants:
            parts.append(_variant(look, condition, variants, set_variants))
        cards.append(look.card(*parts))
    cards.append(
        look.card(
            look.heading(_("How bad was it with your first steps this morning?")),
            pain_keys(look, on_pick=set_first_step, picked=first_step),
            look.note(_("You can leave this out.")),
        )
    )
    return ft.Column(
        [*cards, look.primary(_("Next"), done, disabled=not ready)],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _side(look: Look, condition: Condition, sides: dict[str, Side], set_sides: Setter) -> ft.Control:
    names = (("left", _("Left")), ("right", _("Right")), ("both", _("Both")))
    return choice_of(
        look,
        _("Which side?"),
        names,
        sides.get(condition.id),
        lambda side: set_sides({**sides, condition.id: side}),
    )


def _variant(look: Look, condition: Condition, variants: dict[str, str], set_variants: Setter) -> ft.Control:
    rows = [radio(look, one.name, one.id, hint=one.how_to_tell, key=one.id) for one in condition.variants]
    return ft.Column(
        [
            look.body(_("Which kind?")),
            ft.RadioGroup(
                value=variants.get(condition.id),
                on_change=lambda e: set_variants({**variants, condition.id: e.control.value}),
                content=ft.Column(rows, spacing=0, tight=True),
            ),
        ],
        spacing=4,
        tight=True,
    )
