"""What hurts: one or more conditions, each with its side, its kind and the pain of the first steps."""

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.library.condition import Condition
from homecare.domain.records.plan import Side
from homecare.ui.kit.choices import choice_of, radio, tick_box
from homecare.ui.kit.latest import Latest, use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
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


Details = tuple[Side, str | None, int | None]
Sides = dict[str, Side]
Variants = dict[str, str]
NO_SIDES: Sides = {}
NO_VARIANTS: Variants = {}
UNRATED: int | None = None


@ft.component
def ConditionDetails(chosen: tuple[str, ...], on_done: Callable[[dict[str, Details]], Any]) -> ft.Control:
    """For each condition its side and, where there are kinds, its kind; then pain with the first steps."""
    care = use_care()
    look = ft.use_context(LookCtx)
    sides, sided = use_latest(NO_SIDES)
    variants, varied = use_latest(NO_VARIANTS)
    first_step, rated = use_latest(UNRATED)
    conditions = [care.library.condition(one) for one in chosen]
    ready = all(one.id in sides and (not one.variants or one.id in variants) for one in conditions)

    def done() -> None:
        on_done({one.id: (sided.now[one.id], varied.now.get(one.id), rated.now) for one in conditions})

    cards: list[ft.Control] = []
    for condition in conditions:
        parts: list[ft.Control] = [look.heading(condition.name), _side(look, condition, sides, sided)]
        if condition.variants:
            parts.append(_variant(look, condition, variants, varied))
        cards.append(look.card(*parts))
    cards.append(
        look.card(
            look.heading(_("How bad was it with your first steps this morning?")),
            pain_keys(look, on_pick=rated.put, picked=first_step),
            look.note(_("You can leave this out.")),
        )
    )
    return ft.Column(
        [*cards, look.primary(_("Next"), done, disabled=not ready)],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _side(look: Look, condition: Condition, sides: Sides, sided: Latest[Sides]) -> ft.Control:
    names: dict[Side, str] = {"left": _("Left"), "right": _("Right"), "both": _("Both")}

    def choose(value: str) -> None:
        side = next(name for name in names if name == value)
        sided.change(lambda now: {**now, condition.id: side})

    return choice_of(
        look,
        _("Which side?"),
        tuple(names.items()),
        sides.get(condition.id),
        choose,
    )


def _variant(look: Look, condition: Condition, variants: Variants, varied: Latest[Variants]) -> ft.Control:
    rows = [
        radio(look, variant.name, variant.id, hint=variant.how_to_tell, key=variant.id)
        for variant in condition.variants
    ]
    return ft.Column(
        [
            look.body(_("Which kind?")),
            ft.RadioGroup(
                value=variants.get(condition.id),
                on_change=lambda e: varied.change(lambda now: {**now, condition.id: e.control.value}),
                content=ft.Column(rows, spacing=0, tight=True),
            ),
        ],
        spacing=4,
        tight=True,
    )
