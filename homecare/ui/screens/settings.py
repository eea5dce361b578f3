"""Settings: times, quiet hours, phone numbers, look and sound, erase everything."""

from collections.abc import Awaitable, Callable
from datetime import time

import flet as ft

from homecare.domain.session import Slot
from homecare.ui.acts.settings import choose
from homecare.ui.look import Look, LookCtx
from homecare.ui.parts.choice_row import choice_row
from homecare.ui.parts.erase_card import EraseCard
from homecare.ui.parts.phone_field import PhoneField
from homecare.ui.parts.time_field import TimeField
from homecare.ui.screen import screen
from homecare.ui.state import CareState, use_care
from homecare.wording import _


@ft.component
def SettingsScreen() -> ft.View:
    """Every choice is saved as soon as it is made."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    body = [
        _look_card(care, look),
        _times_card(care, look),
        _quiet_card(care, look),
        _phones_card(care, look),
        _sound_card(care, look),
        look.card(
            look.heading(_("About homecare")),
            look.link(_("About and safety"), lambda: page.navigate("/about"), icon=ft.Icons.INFO_OUTLINE),
        ),
        EraseCard(),
    ]
    return screen(look, title=_("Settings"), body=body, back="/")


def _look_card(care: CareState, look: Look) -> ft.Control:
    themes = (("system", _("As the device")), ("light", _("Light")), ("dark", _("Dark")))
    sizes = (("normal", _("Normal")), ("large", _("Large")), ("largest", _("Largest")))
    return look.card(
        look.heading(_("Look")),
        look.body(_("Theme")),
        choice_row(look, themes, care.settings.theme, lambda one: choose(care, theme=one)),
        look.body(_("Text size")),
        choice_row(look, sizes, care.settings.text_size, lambda one: choose(care, text_size=one)),
    )


def _times_card(care: CareState, look: Look) -> ft.Control:
    names: tuple[tuple[Slot, str], ...] = (
        ("morning", _("Morning exercises")),
        ("midday", _("Midday exercises")),
        ("afternoon", _("Afternoon exercises")),
        ("evening", _("Evening exercises")),
    )
    fields: list[ft.Control] = [
        TimeField(
            label,
            care.settings.exercise_times[slot],
            _saver(care, slot),
            key=slot,
        )
        for slot, label in names
    ]
    fields.append(
        TimeField(_("Diary"), care.settings.diary_time, lambda at: choose(care, diary_time=at), key="diary")
    )
    return look.card(look.heading(_("Reminder times")), *fields)


def _saver(care: CareState, slot: Slot) -> Callable[[time], Awaitable[bool]]:
    return lambda at: choose(care, exercise_times={**care.settings.exercise_times, slot: at})


def _quiet_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("Quiet hours")),
        look.note(_("No reminder comes in between. The same time twice means no quiet hours.")),
        TimeField(_("From"), care.settings.quiet_from, lambda at: choose(care, quiet_from=at), key="from"),
        TimeField(_("To"), care.settings.quiet_to, lambda at: choose(care, quiet_to=at), key="to"),
    )


def _phones_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("Phone numbers")),
        look.note(_("They are shown where the app tells you whom to call.")),
        PhoneField(_("Your clinic"), "clinic_phone", key="clinic"),
        PhoneField(_("Urgent advice line"), "urgent_line", key="urgent"),
        PhoneField(_("Emergency number"), "emergency_number", key="emergency"),
    )


def _sound_card(care: CareState, look: Look) -> ft.Control:
    style = ft.TextStyle(size=16 * look.factor, color=look.ink)
    return look.card(
        look.heading(_("Sound and warmth")),
        ft.Switch(
            label=_("Sound at each change"),
            label_text_style=style,
            value=care.settings.sound,
            on_change=lambda e: ft.context.page.run_task(choose, care, sound=e.control.value),
        ),
        ft.Switch(
            label=_("Vibrate at each change"),
            label_text_style=style,
            value=care.settings.vibration,
            on_change=lambda e: ft.context.page.run_task(choose, care, vibration=e.control.value),
        ),
        ft.Switch(
            label=_("Warm packs are safe for me"),
            label_text_style=style,
            value=care.settings.heat_allowed,
            on_change=lambda e: ft.context.page.run_task(choose, care, heat_allowed=e.control.value),
        ),
        look.note(_("Switch warm packs off if you have reduced feeling or poor blood flow in your leg.")),
    )
