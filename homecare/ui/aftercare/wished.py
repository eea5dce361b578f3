"""Which reminders the patient wants, and how much later: one by one, in Settings and where they stand."""

import flet as ft

from homecare.domain.library.reminders import ReminderRule
from homecare.ui.kit.choices import choice_row
from homecare.ui.kit.look import Look
from homecare.ui.kit.switch_row import switch_row
from homecare.ui.state.care import CareState, choose
from homecare.wording import _
from homecare.wording.aftercare import later_text

LATER_MIN = (0, 30, 60, 120, 240)
"""What a reminder after needling can be put off by, in minutes."""


def wanted_switch(care: CareState, look: Look, reminder: str, words: str) -> ft.Control:
    """A switch for one reminder, by its id."""
    off = care.settings.reminders_off

    async def switch(wanted: bool) -> None:
        left = tuple(known for known in care.settings.reminders_off if known != reminder)
        await choose(care, reminders_off=left if wanted else (*left, reminder))

    return switch_row(look, words, reminder not in off, switch)


def later_choice(care: CareState, look: Look, rule: ReminderRule) -> list[ft.Control]:
    """When a reminder after needling comes, as late as the content allows; nothing while it is off."""
    allowed = [minutes for minutes in LATER_MIN if minutes <= rule.drop_if_late_by_min]
    if rule.id in care.settings.reminders_off or len(allowed) < 2:
        return []
    now = care.settings.reminders_later_min.get(rule.id, 0)
    choices = [(f"{minutes}", later_text(minutes)) for minutes in sorted({*allowed, now})]

    async def put_off(said: str) -> None:
        rest = {
            known: minutes for known, minutes in care.settings.reminders_later_min.items() if known != rule.id
        }
        later = {rule.id: int(said)} if int(said) else {}
        await choose(care, reminders_later_min={**rest, **later})

    row = choice_row(look, choices, f"{now}", put_off)
    return [ft.Semantics(label=_("When: {title}").format(title=rule.title), container=True, content=row)]
