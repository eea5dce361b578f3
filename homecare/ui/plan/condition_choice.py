"""What hurts: one or more conditions, each with its side, its kind and the pain of the first steps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.library.condition import Condition
from homecare.domain.records.plan import Side
from homecare.ui.kit.choices import choice_of, radio, tick_box
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.diary import side_choices

NO_PLACES: Sequence[str] = ()


@ft.component
def ConditionChoice(
    chosen: tuple[str, ...],
    on_done: Callable[[tuple[str, ...]], Any],
    *,
    regions: Sequence[str] = NO_PLACES,
    on_change: Callable[[tuple[str, ...]], Any] = lambda _chosen: None,
    on_unsure: Callable[[], Any] | None = None,
) -> ft.Control:
    """A tick box per condition; `on_done` gets the ids in the order of the list.

    What often hurts in the `regions` tapped on the picture stands first. `on_change` gets what is ticked, so
    that it outlasts a step back; `on_unsure` is called when the patient does not know.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    ticked, latest = use_latest(frozenset(chosen))
    conditions = care.library.conditions()
    there = likely(care, regions)

    def picked() -> tuple[str, ...]:
        return tuple(condition.id for condition in conditions if condition.id in latest.now)

    def tick(condition: str, yes: bool) -> None:
        latest.change(lambda now: now | {condition} if yes else now - {condition})
        on_change(picked())

    def row(condition: Condition) -> ft.Control:
        hint = f"{condition.name}. {condition.typical_symptoms[0]}."
        return tick_box(
            look,
            condition.plain_name,
            condition.id in ticked,
            partial(tick, condition.id),
            hint=hint,
            key=condition.id,
        )

    first = [row(condition) for condition in conditions if condition.id in there]
    rest = [row(condition) for condition in conditions if condition.id not in there]
    cards: list[ft.Control] = []
    if on_unsure is not None:
        cards.append(look.secondary(_("I don't know"), on_unsure, icon=ft.Icons.HELP_OUTLINE))
    if first:
        cards.append(look.card(look.heading(_("Often hurts where you tapped")), *first))
    said = look.note(_("Choose what your clinician told you. More than one is fine."))
    cards.append(look.card(look.heading(_("Something else")) if first else said, *rest))
    return ft.Column(
        [*cards, look.primary(_("Next"), lambda: on_done(picked()), disabled=not ticked)],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def likely(care: CareState, regions: Sequence[str]) -> frozenset[str]:
    """The conditions that often hurt in any of these regions (content/diary.toml, often_with)."""
    return frozenset(
        condition
        for region in care.library.diary.foot_map.regions
        if region.id in regions
        for condition in region.often_with
    )


Details = tuple[Side, str | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailAnswers:
    """Side and kind of each condition, and the pain of the first steps, None while nobody said."""

    sides: Mapping[str, Side] = field(default_factory=dict)
    variants: Mapping[str, str] = field(default_factory=dict)
    first_step: int | None = None


NO_DETAILS = DetailAnswers()


@ft.component
def ConditionDetails(
    chosen: tuple[str, ...],
    on_done: Callable[[dict[str, Details]], Any],
    *,
    start: DetailAnswers = NO_DETAILS,
    on_change: Callable[[DetailAnswers], Any] = lambda _answers: None,
) -> ft.Control:
    """For each condition its side and, where there are kinds, its kind; then pain with the first steps.

    It begins with `start`; `on_change` gets the answers so far, so that they outlast a step back.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    answers, latest = use_latest(start)
    conditions = [care.library.condition(name) for name in chosen]
    ready = all(
        condition.id in answers.sides and (not condition.variants or condition.id in answers.variants)
        for condition in conditions
    )

    def change(edit: Callable[[DetailAnswers], DetailAnswers]) -> None:
        latest.change(edit)
        on_change(latest.now)

    def rate(nprs: int) -> None:
        change(lambda now: replace(now, first_step=nprs))

    def done() -> None:
        said = latest.now
        on_done({name: (said.sides[name], said.variants.get(name), said.first_step) for name in chosen})

    cards: list[ft.Control] = []
    for condition in conditions:
        parts: list[ft.Control] = [look.heading(condition.plain_name)]
        parts += [look.note(condition.name), _side(look, condition, answers, change)]
        if condition.variants:
            parts.append(_variant(look, condition, answers, change))
        cards.append(look.card(*parts))
    cards.append(
        look.card(
            look.heading(_("How bad was it with your first steps this morning?")),
            pain_keys(look, on_pick=rate, picked=answers.first_step),
            look.note(_("You can leave this out.")),
        )
    )
    return ft.Column(
        [*cards, look.primary(_("Next"), done, disabled=not ready)],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


Change = Callable[[Callable[[DetailAnswers], DetailAnswers]], None]


def _side(look: Look, condition: Condition, answers: DetailAnswers, change: Change) -> ft.Control:
    names = dict(side_choices())

    def choose(value: str) -> None:
        side = next(name for name in names if name == value)
        change(lambda now: replace(now, sides={**now.sides, condition.id: side}))

    return choice_of(
        look,
        _("Which side?"),
        tuple(names.items()),
        answers.sides.get(condition.id),
        choose,
    )


def _variant(look: Look, condition: Condition, answers: DetailAnswers, change: Change) -> ft.Control:
    def choose(variant: str) -> None:
        change(lambda now: replace(now, variants={**now.variants, condition.id: variant}))

    rows = [
        radio(look, variant.name, variant.id, hint=variant.how_to_tell, key=variant.id)
        for variant in condition.variants
    ]
    return ft.Column(
        [
            look.body(_("Which kind?")),
            ft.RadioGroup(
                value=answers.variants.get(condition.id),
                on_change=lambda e: choose(str(e.control.value)),
                content=ft.Column(rows, spacing=0, tight=True),
            ),
        ],
        spacing=4,
        tight=True,
    )
