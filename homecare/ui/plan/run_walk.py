"""The running or loading plan that goes beside a phase's exercises."""

import flet as ft

from homecare.domain.library.phase import Phase
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.doses import basis_text


def run_walk_card(care: CareState, look: Look, phase: Phase) -> list[ft.Control]:
    """The steps of a run-walk plan or the rows of a loading table, with their source; nothing without one."""
    plan = phase.activity_plan
    if plan is None:
        return []
    rows: list[ft.Control] = []
    if plan.run_walk_steps:
        rows.append(look.text(_("Run-walk plan"), weight=ft.FontWeight.W_600))
    for step in plan.run_walk_steps:
        text = (
            _("Step {n}: {times} × run {run} min, walk {walk} min, {days} days a week")
            if step.walk_min
            else _("Step {n}: run {run} min without a break, {days} days a week")
        )
        rows.append(
            look.body(
                text.format(
                    n=step.step,
                    times=step.repeats,
                    run=step.run_min,
                    walk=step.walk_min,
                    days=step.sessions_per_week,
                )
            )
        )
    if plan.load_table:
        rows.append(look.text(_("Load by week"), weight=ft.FontWeight.W_600))
    for row in plan.load_table:
        weeks = f"{row.week_from}" if row.week_from == row.week_to else f"{row.week_from}–{row.week_to}"
        rows.append(
            look.body(
                _("Week {weeks}: {sets} sets of {reps}, with a load you can lift {rm} times").format(
                    weeks=weeks, sets=row.sets, reps=row.reps, rm=row.rm
                )
            )
        )
    if plan.move_up_if:
        rows.append(look.note(_("One step up after: {text}.").format(text=plan.move_up_if)))
    if plan.move_down_if:
        rows.append(look.note(_("One step down: {text}.").format(text=plan.move_down_if)))
    rows += [look.note(basis_text(plan.dose_basis)), look.note(care.library.source(plan.source).citation)]
    return rows
