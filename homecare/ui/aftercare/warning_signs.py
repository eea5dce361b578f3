"""Warning signs after needling: what to do for each, the most urgent first, and whom to call."""

import flet as ft

from homecare.domain.library.aftercare import WarningSign
from homecare.domain.records.needling import Needling
from homecare.host.page.hand import PageHand
from homecare.ui.aftercare import acts
from homecare.ui.kit import theme
from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.kit.theme import Tone
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.aftercare import urgency_title
from homecare.wording.placeholders import fill


def call_button(care: CareState, look: Look, words: str, number: str, *, urgent: bool = False) -> ft.Control:
    """A button that hands `number` to the device's phone; red when `urgent`."""
    page = ft.context.page

    async def call() -> None:
        dialled = "".join(sign for sign in number if sign.isdigit() or sign == "+")
        if page.web:
            await PageHand(care.host.ask).call(dialled)
        else:
            await ft.UrlLauncher().launch_url(f"tel:{dialled}")

    if not urgent:
        return look.secondary(words, call, icon=ft.Icons.CALL)
    button = look.primary(words, call, icon=ft.Icons.CALL)
    if button.style is not None:
        button.style.bgcolor, button.style.color = ft.Colors.ERROR, ft.Colors.ON_ERROR
    return button


def clinic_button(care: CareState, look: Look) -> ft.Control:
    """Calls the clinic; leads to the settings while its number is not known."""
    number = care.settings.clinic_phone.strip()
    page = ft.context.page
    if number:
        return call_button(care, look, _("Call your clinic: {number}").format(number=number), number)
    return look.link(
        _("Add your clinic's phone number"), lambda: page.navigate("/settings"), icon=ft.Icons.ADD_CALL
    )


ORDER = ("emergency", "urgent", "call-today")
TONES: dict[str, Tone] = {"emergency": "red", "urgent": "amber", "call-today": "info"}
ICONS = {
    "emergency": ft.Icons.EMERGENCY,
    "urgent": ft.Icons.WARNING_AMBER_ROUNDED,
    "call-today": ft.Icons.PHONE_IN_TALK_OUTLINED,
}


@ft.component
def WarningSigns() -> ft.View:
    """Readable without any record; with aftercare under way a sign can be ticked and is kept with it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    needling = acts.current(care)
    body = [_group(care, look, urgency, needling) for urgency in ORDER]
    if needling is not None:
        body.insert(0, look.note(_("Tick what you have now. It is kept with your needling session.")))
    return screen(look, title=_("Warning signs"), body=body, back="/aftercare")


def _group(care: CareState, look: Look, urgency: str, needling: Needling | None) -> ft.Control:
    guide = care.library.aftercare
    tone = TONES[urgency]
    ink = theme.ink(tone, look.dark)
    means = next(text.text for text in guide.urgency_texts if text.urgency == urgency)
    parts: list[ft.Control] = [
        ft.Row(
            [
                ft.Icon(ICONS[urgency], color=ink, size=28),
                ft.Column(
                    [look.heading(urgency_title(urgency), size=22, color=ink), look.body(means, color=ink)],
                    spacing=2,
                    tight=True,
                    expand=True,
                ),
            ],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
    ]
    parts += _calls(care, look, urgency)
    signs = [sign for sign in guide.warning_signs if sign.urgency == urgency]
    parts += [_sign(care, look, sign, needling) for sign in signs]
    return look.card(*parts, tone=tone, key=urgency)


def _calls(care: CareState, look: Look, urgency: str) -> list[ft.Control]:
    """The numbers that help this soon; the clinic's for everything but an emergency."""
    settings = care.settings
    if urgency == "emergency":
        number = settings.emergency_number.strip()
        words = _("Call {number}").format(number=number)
        return [call_button(care, look, words, number, urgent=True)] if number else []
    buttons: list[ft.Control] = []
    if urgency == "urgent" and settings.urgent_line.strip():
        line = settings.urgent_line.strip()
        buttons.append(call_button(care, look, _("Call {number}").format(number=line), line))
    return [*buttons, clinic_button(care, look)]


def _sign(care: CareState, look: Look, sign: WarningSign, needling: Needling | None) -> ft.Control:
    page = ft.context.page
    ticked = needling is not None and sign.id in needling.warning_signs
    words = fill(sign.text, care.settings)
    say = look.text(fill(sign.say, care.settings), weight=ft.FontWeight.W_700)
    if needling is None:
        head: ft.Control = look.body(words)
    else:
        of = needling.id
        head = tick_box(
            look, words, ticked, lambda yes: page.run_task(acts.tick_sign, care, of, sign.id, yes)
        )
    return ft.Container(
        key=sign.id,
        content=ft.Column(
            [head, ft.Container(say, padding=ft.Padding.only(left=44 if needling else 0))],
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=theme.background(look.dark),
        border=ft.Border.all(3, theme.ink(TONES[sign.urgency], look.dark)) if ticked else None,
        border_radius=14,
        padding=ft.Padding.symmetric(horizontal=12, vertical=10),
    )
