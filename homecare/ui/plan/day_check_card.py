"""A question on one day of a plan: asked on Today until it is answered, and changed beside the goals."""

from functools import partial

import flet as ft

from homecare.domain.evidence.red_flags import DayCheckNow
from homecare.ui.kit.look import Look
from homecare.ui.plan.acts import answer_self_check
from homecare.ui.state.care import CareState
from homecare.wording import _


def unanswered_day_checks(care: CareState, look: Look) -> list[ft.Control]:
    """A card for every question whose day has come and that nobody has answered."""
    return [_card(care, look, check) for check in care.today.day_checks if check.yes is None]


def day_checks_of(care: CareState, look: Look, condition: str) -> list[ft.Control]:
    """A card for every question of a plan whose day has come, so that an answer can be changed."""
    return [_card(care, look, check) for check in care.today.day_checks if check.condition == condition]


def _card(care: CareState, look: Look, asked: DayCheckNow) -> ft.Control:
    page = ft.context.page

    def say(yes: bool) -> None:
        page.run_task(answer_self_check, care, asked.condition, asked.check.id, yes)

    parts: list[ft.Control] = [
        look.heading(asked.check.question),
        look.note(care.library.condition(asked.condition).name),
    ]
    if asked.yes is not None:
        parts.append(look.note(_("You said: yes") if asked.yes else _("You said: no")))
    parts.append(
        ft.Row(
            [look.secondary(_("Yes"), partial(say, True)), look.secondary(_("No"), partial(say, False))],
            wrap=True,
        )
    )
    return look.card(*parts, tone="info", key=f"day-check-{asked.check.id}")
