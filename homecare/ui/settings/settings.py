"""Settings: times, quiet hours, phone numbers, look and sound, erase everything."""

from collections.abc import Awaitable, Callable
from datetime import time

import flet as ft

from homecare.domain.records.local_time import zone_name
from homecare.domain.records.session import Slot
from homecare.ui.kit.choice_row import choice_row
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.scaled_box import grown
from homecare.ui.kit.screen import screen
from homecare.ui.kit.time_field import TimeField
from homecare.ui.settings.acts import choose
from homecare.ui.settings.erase_card import EraseCard
from homecare.ui.settings.phone_field import PhoneField
from homecare.ui.settings.reminding_card import RemindingCard
from homecare.ui.share.keeping_card import KeepingCard
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _

SWITCH = 60
"""Width of a switch at normal text size, in pixels."""


@ft.component
def SettingsScreen() -> ft.View:
    """Every choice is saved as soon as it is made."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    body = [
        _look_card(care, look),
        _times_card(care, look),
        RemindingCard(key="reminding"),
        _quiet_card(care, look),
        _phones_card(care, look),
        _sound_card(care, look),
        _warmth_card(care, look),
        KeepingCard(key="keeping"),
        look.card(
            look.heading(_("About homecare")),
            ft.Row(
                [
                    look.link(
                        _("About and safety"), lambda: page.navigate("/about"), icon=ft.Icons.INFO_OUTLINE
                    ),
                    look.link(
                        _("For clinicians"),
                        lambda: page.navigate("/clinicians"),
                        icon=ft.Icons.MEDICAL_INFORMATION_OUTLINED,
                    ),
                ],
                wrap=True,
            ),
        ),
        EraseCard(),
    ]
    return screen(look, title=_("Settings"), body=body, back="/")


def _look_card(care: CareState, look: Look) -> ft.Control:
    themes = (("system", _("As the device")), ("light", _("Light")), ("dark", _("Dark")))
    sizes = (("normal", _("Normal")), ("large", _("Large")), ("largest", _("Largest")))
    return look.card(
        look.heading(_("Look")),
        look.text(_("Theme"), weight=ft.FontWeight.W_600),
        choice_row(look, themes, care.settings.theme, lambda one: choose(care, theme=one)),
        look.text(_("Text size"), weight=ft.FontWeight.W_600),
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
    zone = zone_name(care.host.zone, care.now())
    said = look.note(_("These times, and those of your diary, are by the clock of {zone}.").format(zone=zone))
    return look.card(look.heading(_("Reminder times")), *fields, said, gap=16)


def _saver(care: CareState, slot: Slot) -> Callable[[time], Awaitable[bool]]:
    return lambda at: choose(care, exercise_times={**care.settings.exercise_times, slot: at})


def _quiet_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("Quiet hours")),
        look.note(_("No reminder comes in between. The same time twice means no quiet hours.")),
        TimeField(_("From"), care.settings.quiet_from, lambda at: choose(care, quiet_from=at), key="from"),
        TimeField(_("To"), care.settings.quiet_to, lambda at: choose(care, quiet_to=at), key="to"),
        gap=16,
    )


def _phones_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("Phone numbers")),
        look.note(_("They are shown where the app tells you whom to call.")),
        PhoneField(_("Your clinic"), "clinic_phone", key="clinic"),
        PhoneField(_("Urgent advice line"), "urgent_line", key="urgent"),
        PhoneField(_("Emergency number"), "emergency_number", key="emergency"),
        gap=16,
    )


def _sound_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("During exercises")),
        _switch(look, _("Sound at each change"), care.settings.sound, lambda yes: choose(care, sound=yes)),
        _switch(
            look,
            _("Vibrate at each change"),
            care.settings.vibration,
            lambda yes: choose(care, vibration=yes),
        ),
        gap=4,
    )


def _warmth_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("Warm packs after needling")),
        _switch(
            look,
            care.library.aftercare.field_wording("heat_allowed"),
            care.settings.heat_allowed,
            lambda yes: choose(care, heat_allowed=yes),
        ),
        look.note(_("While it is off, nothing reminds you of a warm pack.")),
        gap=4,
    )


def _switch(
    look: Look, words: str, value: bool, on_switch: Callable[[bool], Awaitable[object]]
) -> ft.Control:
    """A switch at the end of its words, which may run over several lines."""
    page = ft.context.page

    async def switch(e: ft.Event[ft.Switch]) -> None:
        await on_switch(bool(e.control.value))

    return ft.MergeSemantics(
        content=ft.Row(
            [
                ft.Container(look.text(words), padding=ft.Padding.symmetric(vertical=14), expand=True),
                grown(
                    look,
                    ft.Switch(value=value, on_change=lambda e: page.run_task(switch, e)),
                    width=SWITCH,
                ),
            ],
            spacing=12,
        )
    )
