"""The voice that speaks during exercises: on or off, which one, how fast, and a sample of it."""

from functools import partial

import flet as ft

from homecare.ui.kit.choices import choice_of
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.switch_row import switch_row
from homecare.ui.state.care import choose, use_care
from homecare.ui.state.spoken import Spoken
from homecare.wording import _
from homecare.wording.session import voice_sample

UNKNOWN: list[str] | None = None


@ft.component
def VoiceCard(*, key: str = "") -> ft.Control:
    """Without a voice on the device it says so, and that the tones remain. Flet takes `key`."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    spoken = ft.use_memo(partial(Spoken, care), [])
    names, set_names = ft.use_state(UNKNOWN)

    async def read() -> None:
        set_names(await spoken.voices())

    async def sample() -> None:
        if not await spoken.say(voice_sample()):
            care.tell(_("Nothing could be heard. Is the sound of this device on?"))

    async def choose_speed(speed: str) -> None:
        await choose(care, voice_speed=speed)

    async def choose_name(name: str) -> None:
        await choose(care, voice_name=name)

    ft.use_effect(read, [], lambda: None)
    heading = look.heading(_("Spoken guidance"))
    if names is None:
        return look.card(heading)
    if not names:
        return look.card(
            heading,
            look.body(_("This device has no voice of its own for this language. The sounds remain.")),
        )
    settings = care.settings
    parts: list[ft.Control] = [
        heading,
        switch_row(
            look,
            _("A voice says what to do"),
            settings.voice == "on",
            lambda yes: choose(care, voice="on" if yes else "off"),
        ),
        look.note(_("It is a voice of this device. What it says goes nowhere else.")),
    ]
    if settings.voice == "on":
        speeds = (("slow", _("Slow")), ("normal", _("Normal")), ("fast", _("Fast")))
        parts.append(
            choice_of(
                look,
                _("How fast"),
                speeds,
                settings.voice_speed,
                lambda speed: page.run_task(choose_speed, speed),
            )
        )
        if len(names) > 1:
            chosen = settings.voice_name if settings.voice_name in names else ""
            voices = (("", _("The usual voice of this device")), *((name, name) for name in names))
            parts.append(
                choice_of(
                    look, _("Which voice"), voices, chosen, lambda name: page.run_task(choose_name, name)
                )
            )

    parts.append(look.secondary(_("Hear a sample"), sample, icon=ft.Icons.RECORD_VOICE_OVER_OUTLINED))
    return look.card(*parts, gap=8)
