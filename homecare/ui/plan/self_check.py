"""A self-check of a phase: a question the patient answers after trying it."""

import flet as ft

from homecare.domain.plan.criteria_met import CriterionState
from homecare.ui.kit.look import Look
from homecare.ui.plan.acts import answer_self_check
from homecare.ui.state.care import CareState
from homecare.wording import _


def self_check(care: CareState, look: Look, condition: str, goal: CriterionState) -> ft.Control:
    """Yes and no for the goal's question; the last answer counts."""
    page = ft.context.page

    def say(yes: bool) -> None:
        page.run_task(answer_self_check, care, condition, goal.check or "", yes)

    return ft.Row(
        [look.secondary(_("Yes, I can"), lambda: say(True)), look.link(_("Not yet"), lambda: say(False))],
        wrap=True,
    )
