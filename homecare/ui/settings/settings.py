"""Settings: times, quiet hours, phone numbers, look and sound, erase everything."""

from collections.abc import Awaitable, Callable
from datetime import time
from functools import partial

import flet as ft

from homecare.domain.library.reminders import ReminderRule
from homecare.domain.records.diary import diary_day
from homecare.domain.records.local_time import zone_name
from homecare.domain.records.session import Slot
from homecare.domain.records.settings import PHONE_LIMIT
from homecare.domain.today.daily_reminders import DIARY, EXERCISE
from homecare.ui.aftercare.wished import later_choice, wanted_switch
from homecare.ui.kit.choices import choice_row
from homecare.ui.kit.fields import NAME_LIMIT, TimeField, TypedField, left_field
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.kit.switch_row import switch_row
from homecare.ui.kit.text_blocks import Collapsible
from homecare.ui.settings.acts import erase_everything, read_birth_date, read_phone, save_about
from homecare.ui.settings.reminding_card import RemindingCard
from homecare.ui.settings.voice_card import VoiceCard
from homecare.ui.share.backup_cards import KeepingCard
from homecare.ui.state.care import CareState, choose, use_care
from homecare.wording import _
from homecare.wording.aftercare import usual_time


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
        AboutYou(key="about-you"),
        _sound_card(care, look),
        VoiceCard(key="voice"),
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
    themes = (("system", _("Same as device")), ("light", _("Light")), ("dark", _("Dark")))
    sizes = (("normal", _("Normal")), ("large", _("Large")), ("largest", _("Largest")))
    return look.card(
        look.heading(_("Look")),
        look.text(_("Theme"), weight=ft.FontWeight.W_600),
        choice_row(look, themes, care.settings.theme, lambda theme: choose(care, theme=theme)),
        look.text(_("Text size"), weight=ft.FontWeight.W_600),
        choice_row(look, sizes, care.settings.text_size, lambda size: choose(care, text_size=size)),
    )


def _times_card(care: CareState, look: Look) -> ft.Control:
    names: tuple[tuple[Slot, str, str], ...] = (
        ("morning", _("Morning exercises"), _("Remind me of the morning exercises")),
        ("midday", _("Midday exercises"), _("Remind me of the midday exercises")),
        ("afternoon", _("Afternoon exercises"), _("Remind me of the afternoon exercises")),
        ("evening", _("Evening exercises"), _("Remind me of the evening exercises")),
    )
    fields: list[ft.Control] = []
    for slot, label, remind in names:
        fields.append(wanted_switch(care, look, EXERCISE + slot, remind))
        fields.append(TimeField(label, care.settings.exercise_times[slot], _saver(care, slot), key=slot))
    fields.append(wanted_switch(care, look, DIARY, _("Remind me of the diary")))
    fields.append(
        TimeField(_("Diary"), care.settings.diary_time, lambda at: choose(care, diary_time=at), key="diary")
    )
    zone = zone_name(care.host.zone, care.now())
    said = look.note(_("These times, and those of your diary, are by the clock of {zone}.").format(zone=zone))
    after = Collapsible(
        _("After needling"),
        [control for rule in care.library.aftercare.reminders for control in _after(care, look, rule)],
        key="after-needling",
    )
    return look.card(look.heading(_("Reminder times")), *fields, said, after, gap=4)


def _after(care: CareState, look: Look, rule: ReminderRule) -> list[ft.Control]:
    """A reminder after needling: whether it comes, and how much later than usual."""
    words = _("{title} ({when})").format(title=rule.title, when=usual_time(rule))
    return [wanted_switch(care, look, rule.id, words), *later_choice(care, look, rule)]


def _saver(care: CareState, slot: Slot) -> Callable[[time], Awaitable[bool]]:
    return lambda at: choose(care, exercise_times={**care.settings.exercise_times, slot: at})


def _quiet_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("Quiet hours")),
        look.note(
            _("You get no reminders between these times. Set both to the same time to switch this off.")
        ),
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
    count_ins = (
        ("5", _("5 seconds")),
        ("10", _("10 seconds")),
        ("20", _("20 seconds")),
        ("wait", _("Wait for me")),
    )
    return look.card(
        look.heading(_("During exercises")),
        switch_row(look, _("Sound at each change"), care.settings.sound, lambda yes: choose(care, sound=yes)),
        switch_row(
            look,
            _("Vibrate at each change"),
            care.settings.vibration,
            lambda yes: choose(care, vibration=yes),
        ),
        look.text(_("Time to get ready before each exercise"), weight=ft.FontWeight.W_600),
        choice_row(look, count_ins, care.settings.count_in, lambda chosen: choose(care, count_in=chosen)),
        gap=4,
    )


def _warmth_card(care: CareState, look: Look) -> ft.Control:
    return look.card(
        look.heading(_("Warm packs after needling")),
        switch_row(
            look,
            care.library.aftercare.field_wording("heat_allowed"),
            care.settings.heat_allowed,
            lambda yes: choose(care, heat_allowed=yes),
        ),
        look.note(_("While this is off, nothing reminds you to use a warm pack.")),
        gap=4,
    )


@ft.component
def AboutYou(*, key: str = "") -> ft.Control:
    """Name, date of birth and clinic number: optional, saved together. Flet takes `key`."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    stored = ft.use_memo(lambda: _about(care), [])
    drawn, typed = use_latest(stored)
    fault, set_fault = ft.use_state("")
    tries, set_tries = ft.use_state(0)
    today = diary_day(care.now())

    def put(name: str, text: str) -> None:
        if name == "birth_date":
            set_fault("")
        typed.change(lambda now: {**now, name: text})

    def born(text: str) -> str:
        return read_birth_date(text, today)

    async def save() -> None:
        try:
            said = {name: text.strip() for name, text in typed.now.items()}
            said["birth_date"] = born(said["birth_date"])
        except ValueError as wrong:
            set_fault(str(wrong))
            set_tries(lambda tried: tried + 1)
            return
        if await save_about(care, said):
            page.show_dialog(
                ft.SnackBar(look.text(_("Saved"), color=ft.Colors.ON_INVERSE_SURFACE), persist=False)
            )

    return look.card(
        look.heading(_("About you")),
        look.note(
            _(
                "Optional. They stand on reports and files you share, so that your clinic knows whose they "
                "are. You can leave them out when you share."
            )
        ),
        TypedField(_("Name"), drawn["name"], partial(put, "name"), limit=NAME_LIMIT, key="name"),
        TypedField(
            _("Date of birth"),
            drawn["birth_date"],
            partial(put, "birth_date"),
            check=born,
            fault=fault,
            cursor=tries,
            helper=_("Year-month-day, like 1961-03-04."),
            limit=10,
            key="birth-date",
        ),
        TypedField(
            _("Clinic number"), drawn["clinic_id"], partial(put, "clinic_id"), limit=NAME_LIMIT, key="number"
        ),
        look.secondary(_("Save"), save, icon=ft.Icons.CHECK),
        gap=16,
    )


def _about(care: CareState) -> dict[str, str]:
    said = care.store.patient()
    return {name: str(said.get(name, "")) for name in ("name", "birth_date", "clinic_id")}


@ft.component
def EraseCard() -> ft.Control:
    """The card that erases every record on this device."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    asked, set_asked = ft.use_state(0)

    async def erase() -> None:
        set_asked(0)
        if await erase_everything(care):
            page.navigate("/")

    questions = (
        _(
            "This removes your diary, sessions, plan and settings from this device. "
            "Save a backup first if you may want them again."
        ),
        _("Nothing can bring it back. Are you sure?"),
    )
    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=look.text(_("Erase everything?") if asked == 1 else _("Really erase everything?"), size=20),
            content=look.body(questions[asked - 1]),
            actions=[
                look.link(_("Keep my records"), lambda: set_asked(0)),
                look.link(_("Go on"), lambda: set_asked(2), color=ft.Colors.ERROR)
                if asked == 1
                else look.link(_("Erase everything"), lambda: page.run_task(erase), color=ft.Colors.ERROR),
            ],
            on_dismiss=lambda: set_asked(0),
        )
        if asked
        else None
    )
    return look.card(
        look.heading(_("Erase everything")),
        look.note(_("For when you are done, or hand the device on.")),
        ft.Row(
            [
                look.link(
                    _("Erase all my records"),
                    lambda: set_asked(1),
                    icon=ft.Icons.DELETE_FOREVER,
                    color=ft.Colors.ERROR,
                )
            ],
            wrap=True,
        ),
    )


NO_FIELD: ft.TextField | None = None


@ft.component
def PhoneField(label: str, setting: str, *, key: str = "") -> ft.Control:
    """A field for a phone number, saved when the patient leaves it; `setting` is its name in the settings.

    Flet takes `key` to tell fields of a list apart.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    stored: str = getattr(care.settings, setting)
    _drawn, typed = use_latest(stored)
    wrong, set_wrong = ft.use_state("")
    held = ft.use_ref(NO_FIELD)

    async def leave() -> None:
        try:
            number = read_phone(typed.now, wanted=setting == "emergency_number")
        except ValueError as fault:
            set_wrong(str(fault))
            return
        set_wrong("")
        if number != getattr(care.settings, setting):
            await choose(care, **{setting: number})

    # The window may be a key ahead of `typed`: a redraw in that moment must not put the older text back.
    shown = held.current.value if held.current is not None else stored
    field = left_field(
        look,
        label,
        shown,
        wrong,
        on_text=typed.put,
        on_leave=leave,
        keyboard=ft.KeyboardType.PHONE,
        limit=PHONE_LIMIT,
    )
    held.current = field
    return field
