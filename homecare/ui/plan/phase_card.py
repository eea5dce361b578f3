"""The next phase, or the step back after two flares: offered, never taken by itself."""

import flet as ft

from homecare.domain.progression.phases import PhaseState
from homecare.ui.kit.look import Look
from homecare.ui.plan.acts import enter_phase
from homecare.ui.state.care import CareState
from homecare.wording import _


def phase_cards(care: CareState, look: Look) -> list[ft.Control]:
    """A card for every condition that has another phase on offer."""
    return [_card(care, look, phase) for phase in care.today.phases if phase.offered is not None]


def _card(care: CareState, look: Look, state: PhaseState) -> ft.Control:
    page = ft.context.page
    condition = care.library.condition(state.condition)
    phase = condition.phase(state.offered or state.phase)
    reason = "stepped-back" if state.step_back else "offered"

    async def accept() -> None:
        await enter_phase(care, state.condition, phase.id, reason)

    title = _("Go back one phase?") if state.step_back else _("Are you happy to move on?")
    yes = _("Yes, step back") if state.step_back else _("Yes, go on")
    said = (
        _(
            "Your pain flared up twice in two weeks. The phase before is kinder to your foot. "
            "Tell your clinician too."
        )
        if state.step_back
        else _("You have met every goal of this phase. Next comes: {phase}.").format(phase=phase.name)
    )
    return look.card(
        look.heading(title),
        look.text(condition.name, weight=ft.FontWeight.W_600),
        look.body(said),
        look.note(phase.goal),
        ft.Row(
            [
                look.secondary(yes, lambda: page.run_task(accept)),
                look.link(_("See the goals"), lambda: page.navigate(f"/exercises/phases/{state.condition}")),
            ],
            wrap=True,
        ),
        tone="amber" if state.step_back else "green",
        key=f"phase-{state.condition}",
    )
