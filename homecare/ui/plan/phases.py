"""The phases of a condition: goals, exercises, and how far the patient is."""

import flet as ft

from homecare.domain.library.phase import Phase
from homecare.domain.plan.criteria_met import CriterionState
from homecare.domain.progression.phases import PhaseState
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import opens, screen
from homecare.ui.kit.text_blocks import bullets
from homecare.ui.plan.acts import answer_self_check
from homecare.ui.plan.condition import unknown_condition
from homecare.ui.plan.day_check_card import day_checks_of
from homecare.ui.plan.phase_card import phase_cards
from homecare.ui.safety.clearance_form import ClearanceForm
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.doses import (
    basis_text,
    dose_text,
    load_text,
    run_walk_text,
    schedule_text,
    side_text,
    weeks_text,
)


@ft.component
def Phases() -> ft.View:
    """Every phase in order; the one the patient is in shows what is met and what is still to come."""
    care = use_care()
    look = ft.use_context(LookCtx)
    wanted = ft.use_route_params().get("id", "")
    if wanted not in care.library.condition_ids:
        return screen(look, title=_("Phases"), body=[unknown_condition(look)], back="/exercises")
    condition = care.library.condition(wanted)
    plan = care.plans.get(wanted)
    state = next((phase_state for phase_state in care.today.phases if phase_state.condition == wanted), None)
    phases = condition.phases_for(plan.variant) if plan is not None else condition.phases
    body: list[ft.Control] = [card for card in phase_cards(care, look) if card.key == f"phase-{wanted}"]
    for n, phase in enumerate(phases, 1):
        here = plan is not None and plan.phase == phase.id
        body.append(
            _phase(care, look, n, phase, here=here, done=plan is not None and phase.id in plan.phases_done)
        )
        if here and state is not None:
            body.append(_goals(care, look, wanted, state))
            body += day_checks_of(care, look, wanted)
    return screen(look, title=_("Phases"), subtitle=condition.name, body=body, back="/exercises")


def _phase(care: CareState, look: Look, n: int, phase: Phase, *, here: bool, done: bool) -> ft.Control:
    title = ft.Row([ft.Container(look.heading(f"{n}. {phase.name}"), expand=True)], spacing=8)
    if here:
        title.controls.append(look.badge(_("You are here"), "accent"))
    elif done:
        title.controls.append(look.badge(_("Done"), "green"))
    rows: list[ft.Control] = [
        title,
        look.body(phase.goal),
        look.note(weeks_text(phase)),
        *bullets(look, phase.advice),
    ]
    for item in phase.items:
        exercise = care.library.exercise(item.exercise)
        rows.append(
            ft.Column(
                [
                    look.link(exercise.name, opens(f"/exercises/exercise/{exercise.id}")),
                    ft.Container(
                        look.note(
                            f"{dose_text(item.dose)}, {side_text(item.side)}, {schedule_text(item.schedule)}"
                        ),
                        padding=ft.Padding.only(left=12),
                    ),
                ],
                spacing=0,
                tight=True,
            )
        )
    rows += run_walk_card(care, look, phase)
    return look.card(*rows, tone="accent" if here else "plain", key=phase.id)


def _goals(care: CareState, look: Look, condition: str, state: PhaseState) -> ft.Control:
    rows: list[ft.Control] = [look.heading(_("Before you move on"))]
    for goal in state.criteria:
        rows.append(_goal(look, goal))
        if goal.kind == "self_check" and goal.check is not None:
            rows.append(self_check(care, look, condition, goal))
        if goal.kind == "clinician_clearance" and not goal.met and goal.check is not None:
            rows.append(ClearanceForm(condition, goal.check, key=goal.check))
    if not state.criteria:
        rows.append(look.body(_("This phase has no end. Keep it going.")))
    return look.card(*rows)


def _goal(look: Look, goal: CriterionState) -> ft.Control:
    icon = ft.Icons.CHECK_CIRCLE if goal.met else ft.Icons.RADIO_BUTTON_UNCHECKED
    said = _("Met") if goal.met else _("Not yet")
    words = goal.text
    if goal.counted is not None and goal.needed is not None:
        words = _("{text} ({counted} of {needed})").format(
            text=goal.text, counted=goal.counted, needed=goal.needed
        )
    rows: list[ft.Control] = [look.text(words)]
    if goal.missing_data and not goal.met:
        rows.append(look.note(_("Not enough entries yet. A day without an entry does not count.")))
    return ft.Row(
        [
            ft.Icon(icon, semantics_label=said, color=ft.Colors.PRIMARY if goal.met else look.muted),
            ft.Column(rows, spacing=2, tight=True, expand=True),
        ],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def run_walk_card(care: CareState, look: Look, phase: Phase) -> list[ft.Control]:
    """The steps of a run-walk plan or the rows of a loading table, with their source; nothing without one."""
    plan = phase.activity_plan
    if plan is None:
        return []
    rows: list[ft.Control] = []
    if plan.run_walk_steps:
        rows.append(look.text(_("Run-walk plan"), weight=ft.FontWeight.W_600))
        rows += [look.body(run_walk_text(step)) for step in plan.run_walk_steps]
    if plan.load_table:
        rows.append(look.text(_("Load by week"), weight=ft.FontWeight.W_600))
        rows += [look.body(load_text(row)) for row in plan.load_table]
    if plan.move_up_if:
        rows.append(look.note(_("One step up after: {text}.").format(text=plan.move_up_if)))
    if plan.move_down_if:
        rows.append(look.note(_("One step down: {text}.").format(text=plan.move_down_if)))
    rows += [look.note(basis_text(plan.dose_basis)), look.note(care.library.source(plan.source).citation)]
    return rows


def self_check(care: CareState, look: Look, condition: str, goal: CriterionState) -> ft.Control:
    """Yes and no for the goal's question; the last answer counts."""
    page = ft.context.page

    def say(yes: bool) -> None:
        page.run_task(answer_self_check, care, condition, goal.check or "", yes)

    return ft.Row(
        [look.secondary(_("Yes, I can"), lambda: say(True)), look.link(_("Not yet"), lambda: say(False))],
        wrap=True,
    )
