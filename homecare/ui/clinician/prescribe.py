"""Write a plan: for nobody in particular, or for the patient whose page is open, from what they have now."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import flet as ft

from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.library.condition import Condition
from homecare.domain.plan.take_over import as_prescribed
from homecare.domain.records.prescription import Prescription
from homecare.ui.clinician.patient_reading import called
from homecare.ui.clinician.plan_draft import PlanDraft, draft_of, drafted
from homecare.ui.clinician.plan_extras import PlanExtras, clinic_form
from homecare.ui.clinician.plan_hand_over import HandOver
from homecare.ui.clinician.plan_items import PlanItems
from homecare.ui.kit.choices import choice_of, radio
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import NotFound, screen
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.opened_files import OpenPatient
from homecare.ui.state.unsaved import use_unsaved
from homecare.wording import _
from homecare.wording.diary import side_choices
from homecare.wording.doses import side_text

WIDEST = 900.0
Plans = dict[str, Prescription]
"""The plans a patient has now, by their conditions, that of the page first."""


@ft.component
def Prescribe() -> ft.View:
    """A plan for nobody in particular."""
    return WritePlan({}, "plan", _("Write a plan"), "/clinicians")


@ft.component
def PrescribeForPatient() -> ft.Control:
    """A plan for the patient that the address names by number."""
    care = use_care()
    said = str(ft.use_route_params().get("n", ""))
    patients = care.clinic.patients
    if not said.isdecimal() or int(said) >= len(patients):
        return NotFound()
    patient = patients[int(said)]
    plans = ft.use_memo(lambda: plans_of(care, patient), [patient.id, patient.patient.made])
    title = _("Plan for {patient}").format(patient=called(patient))
    return WritePlan(plans, f"plan-{patient.id}", title, f"/clinicians/patient/{said}")


def plans_of(care: CareState, patient: OpenPatient) -> Plans:
    """What the patient's plans ask for on the day of the file, the condition of the page first."""
    file = patient.patient
    evidence = evidence_at(file.records, care.library, file.made, file.zone)
    heads = [head.condition for head in patient.overview.header.plans]
    order = sorted(evidence.plans, key=lambda name: heads.index(name) if name in heads else len(heads))
    return {name: as_prescribed(evidence.plans[name], evidence) for name in order}


@ft.component
def WritePlan(plans: Plans, form_name: str, title: str, back: str) -> ft.View:
    """Each choice opens the next; the link is made when the plan may be handed over.

    With `plans` the form starts from the first of them, and what changes is marked.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    today = care.today.day

    def start() -> PlanDraft:
        begun = draft_of(next(iter(plans.values())), today) if plans else PlanDraft()
        return begun if begun.clinic else replace(begun, clinic=clinic_form(care).now)

    form = use_unsaved(care.unsaved, form_name, start)
    draft, set_draft = form.now, form.change
    choosing, set_choosing = ft.use_state(not plans)
    times, set_times = ft.use_state(0)

    def change(**changes: Any) -> None:
        set_draft(lambda old: replace(old, **changes))

    def enter(phase: str, variant: str | None = None) -> None:
        def entered(old: PlanDraft) -> PlanDraft:
            kind = variant or old.variant
            items = drafted(care.library.condition(old.condition), kind, phase) if phase else ()
            return replace(old, phase=phase, variant=kind, items=items)

        set_draft(entered)

    def choose(condition: str) -> None:
        if condition in plans:
            set_draft(lambda old: replace(draft_of(plans[condition], today), clinic=old.clinic))
        else:
            set_draft(
                lambda old: replace(old, condition=condition, variant=None, phase="", items=(), before=None)
            )

    def start_again() -> None:
        set_draft(lambda _old: start())
        set_times(times + 1)

    body: list[ft.Control] = []
    if form.changed:
        # The plan is kept when the screen is left: the next patient must not get it by mistake.
        words = _("Start again from the patient's plan") if plans else _("Start a new plan")
        body.append(ft.Row([look.link(words, start_again, icon=ft.Icons.RESTART_ALT)], wrap=True))
    if choosing:
        body.append(_condition_card(care, look, draft, choose))
        body += _what_for(care, look, draft, change, enter)
    else:
        body.append(_head(care, look, draft, _other_plans(care, look, draft, list(plans), choose)))
        way = look.link(_("Change condition, side or phase"), lambda: set_choosing(True), icon=ft.Icons.TUNE)
        body.append(ft.Row([way], wrap=True))
    if draft.phase:
        # Fields keep what was typed into them: another plan needs other fields.
        fresh = f"{draft.condition}-{draft.phase}-{times}"
        body.append(PlanItems(draft, set_draft, key=f"items-{fresh}"))
        body.append(PlanExtras(draft, change, key=f"extras-{draft.condition}-{times}"))
        body.append(HandOver(draft, lambda: form.now))
    return screen(look, title=title, body=body, back=back, widest=WIDEST)


def _head(care: CareState, look: Look, draft: PlanDraft, more: list[ft.Control]) -> ft.Control:
    """What the plan is for, in two lines."""
    condition = care.library.condition(draft.condition)
    phase = condition.phase(draft.phase).name
    said = _("{side}, phase: {phase}").format(side=side_text(draft.side), phase=phase)
    return look.card(look.heading(condition.name), look.body(said), *more)


def _other_plans(
    care: CareState, look: Look, draft: PlanDraft, conditions: list[str], choose: Callable[[str], None]
) -> list[ft.Control]:
    """The choice between the plans of a patient with several; nothing for one."""
    if len(conditions) == 1:
        return []
    names = tuple((name, care.library.condition(name).name) for name in conditions)
    return [choice_of(look, _("Which of the patient's plans?"), names, draft.condition, choose)]


def _what_for(care: CareState, look: Look, draft: PlanDraft, change: Any, enter: Any) -> list[ft.Control]:
    if not draft.condition:
        return []
    condition = care.library.condition(draft.condition)
    found = [_for_whom(look, condition, draft, change, enter)]
    if draft.variant or not condition.variants:
        found.append(_phases(look, condition, draft, enter))
    return found


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
    parts: list[ft.Control] = [
        choice_of(look, _("Which side?"), side_choices(), draft.side, lambda side: change(side=side)),
    ]
    if condition.variants:
        kinds = tuple((variant.id, variant.name) for variant in condition.variants)
        parts.append(choice_of(look, _("Which kind?"), kinds, draft.variant, lambda kind: enter("", kind)))
    return look.card(look.heading(condition.name), *parts)


def _phases(look: Look, condition: Condition, draft: PlanDraft, enter: Any) -> ft.Control:
    phases = tuple((phase.id, phase.name) for phase in condition.phases_for(draft.variant))
    return look.card(
        look.heading(_("Phase")), choice_of(look, _("Which phase?"), phases, draft.phase or None, enter)
    )
