"""Write a plan: choose condition, phase, exercises and doses, hand it over as a link or a code."""

from dataclasses import replace
from typing import Any

import flet as ft

from homecare.domain.library.condition import Condition
from homecare.ui.clinician.plan_draft import PlanDraft, drafted
from homecare.ui.clinician.plan_extras import plan_extras
from homecare.ui.clinician.plan_hand_over import HandOver
from homecare.ui.clinician.plan_items import PlanItems
from homecare.ui.kit.choices import choice_of, radio
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import use_unsaved
from homecare.wording import _

WIDEST = 900.0


@ft.component
def Prescribe() -> ft.View:
    """Each choice opens the next; the link is made when the plan may be handed over."""
    care = use_care()
    look = ft.use_context(LookCtx)
    form = use_unsaved(care.unsaved, "plan", PlanDraft)
    draft, set_draft = form.now, form.change

    def change(**changes: Any) -> None:
        set_draft(lambda old: replace(old, **changes))

    def enter(phase: str, variant: str | None = None) -> None:
        def entered(old: PlanDraft) -> PlanDraft:
            kind = variant or old.variant
            items = drafted(care.library.condition(old.condition), kind, phase) if phase else ()
            return replace(old, phase=phase, variant=kind, items=items)

        set_draft(entered)

    def choose(condition: str) -> None:
        set_draft(lambda old: replace(old, condition=condition, variant=None, phase="", items=()))

    body: list[ft.Control] = []
    if form.changed:
        # The plan is kept when the screen is left: the next patient must not get it by mistake.
        again = look.link(
            _("Start a new plan"), lambda: set_draft(lambda _old: PlanDraft()), icon=ft.Icons.RESTART_ALT
        )
        body.append(ft.Row([again]))
    body.append(_condition_card(care, look, draft, choose))
    if draft.condition:
        condition = care.library.condition(draft.condition)
        body.append(_for_whom(look, condition, draft, change, enter))
        if draft.variant or not condition.variants:
            body.append(_phases(look, condition, draft, enter))
    if draft.phase:
        body.append(PlanItems(draft, set_draft, key=f"{draft.condition}-{draft.phase}"))
        body.append(plan_extras(care, look, draft, change))
        body.append(HandOver(draft, lambda: form.now))
    return screen(look, title=_("Write a plan"), body=body, back="/clinicians", widest=WIDEST)


def _condition_card(care: CareState, look: Look, draft: PlanDraft, choose: Any) -> ft.Control:
    names = tuple(care.library.condition_names.items())
    asked = _("What is the plan for?")
    if look.wide and look.factor <= 1.0:
        picked: ft.Control = choice_of(look, asked, names, draft.condition or None, choose)
    else:
        group = ft.RadioGroup(
            value=draft.condition or None,
            on_change=lambda e: choose(str(e.control.value)),
            content=ft.Column([radio(look, name, key) for key, name in names], spacing=0, tight=True),
        )
        picked = ft.Semantics(label=asked, container=True, content=group)
    return look.card(look.heading(_("Condition")), picked)


def _for_whom(look: Look, condition: Condition, draft: PlanDraft, change: Any, enter: Any) -> ft.Control:
    sides = (("left", _("Left")), ("right", _("Right")), ("both", _("Both")))
    parts: list[ft.Control] = [
        choice_of(look, _("Which side?"), sides, draft.side, lambda side: change(side=side)),
    ]
    if condition.variants:
        kinds = tuple((variant.id, variant.name) for variant in condition.variants)
        parts.append(
            choice_of(look, _("Which kind?"), kinds, draft.variant, lambda variant: enter("", variant))
        )
    return look.card(look.heading(condition.name), *parts)


def _phases(look: Look, condition: Condition, draft: PlanDraft, enter: Any) -> ft.Control:
    phases = tuple((phase.id, phase.name) for phase in condition.phases_for(draft.variant))
    return look.card(
        look.heading(_("Phase")), choice_of(look, _("Which phase?"), phases, draft.phase or None, enter)
    )
