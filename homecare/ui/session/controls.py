"""The controls of a guided session: the bar above it, the three large buttons, and what it asks first."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.library.exercise import Exercise
from homecare.domain.records.session import SkipReason
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.wording import _
from homecare.wording.session import REASONS, equipment_needed, skip_reason

SIDE = 60
"""Side of the back and skip buttons, in pixels: large enough to hit without looking closely."""
PAUSE_HEIGHT = 64
READY_HEIGHT = 76
WIDEST = 480
"""Widest the three buttons spread on a desktop: one hand's reach, near the ring."""

Press = Callable[[], Any]


def session_bar(
    look: Look,
    *,
    part: float,
    number: int,
    of: int,
    muted: bool,
    on_close: Press,
    on_pace: Press | None,
    on_mute: Press,
) -> ft.Row:
    """Close, how far the session is (`part`, 0 to 1, and exercise `number` of `of`), pace, sound on or off.

    `on_pace` is None while nothing is counted.
    """
    sound = _("Turn sound and vibration on") if muted else _("Turn sound and vibration off")
    return ft.Row(
        [
            look.icon_button(ft.Icons.CLOSE, _("End the session"), on_close),
            ft.Container(
                look.bar(
                    part, _("{percent}% of the session").format(percent=round(part * 100)), tone="accent"
                ),
                expand=True,
            ),
            look.text(_("{n} of {all}").format(n=number, all=of)),
            *([look.icon_button(ft.Icons.SPEED, _("Your pace"), on_pace)] if on_pace is not None else []),
            look.icon_button(
                ft.Icons.VOLUME_OFF_ROUNDED if muted else ft.Icons.VOLUME_UP_ROUNDED, sound, on_mute
            ),
        ],
        spacing=6,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def session_controls(
    look: Look, *, running: bool, on_back: Press, on_toggle: Press, on_skip: Press
) -> ft.Control:
    """Back, Pause or Go on, Skip."""
    word = _("Pause") if running else _("Go on")
    icon = ft.Icons.PAUSE_ROUNDED if running else ft.Icons.PLAY_ARROW_ROUNDED
    scale = min(max(1.0, look.factor * 0.8), 1.2)
    row = ft.Row(
        [
            _side(look, ft.Icons.SKIP_PREVIOUS_ROUNDED, _("Back"), on_back),
            ft.FilledButton(
                content=ft.Row(
                    [
                        ft.Icon(icon, size=26),
                        ft.Text(word, size=20 * min(look.factor, 1.5), weight=ft.FontWeight.W_600),
                    ],
                    tight=True,
                    spacing=8,
                ),
                on_click=on_toggle,
                height=PAUSE_HEIGHT * scale,
                width=min(180 * scale, look.width - 2 * SIDE - 56),
            ),
            _side(look, ft.Icons.SKIP_NEXT_ROUNDED, _("Skip"), on_skip),
        ],
        alignment=ft.MainAxisAlignment.SPACE_EVENLY,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        width=min(look.width - 32, WIDEST),
    )
    return ft.Row([row], alignment=ft.MainAxisAlignment.CENTER)


def ready_controls(look: Look, *, on_ready: Press, on_back: Press | None, on_skip: Press) -> ft.Control:
    """One large button for a patient who has sat down; stepping back and leaving it out are quiet.

    `on_back` is None before the first exercise.
    """
    ready = ft.FilledButton(
        content=ft.Text(_("I'm ready"), size=22 * min(look.factor, 1.5), weight=ft.FontWeight.W_600),
        on_click=on_ready,
        height=READY_HEIGHT,
        width=min(look.width - 32, WIDEST),
    )
    quiet = ft.Row(
        [
            look.link(_("Back"), on_back) if on_back is not None else ft.Container(),
            look.link(_("Leave out"), on_skip),
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        width=min(look.width - 32, WIDEST),
    )
    return ft.Column([ready, quiet], spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)


def _side(look: Look, icon: ft.IconData, name: str, on_click: Press) -> ft.IconButton:
    return ft.IconButton(
        icon=ft.Icon(icon, semantics_label=name, size=34, color=look.muted),
        on_click=on_click,
        width=SIDE,
        height=SIDE,
    )


WIDTH = 420


def skip_dialog(
    look: Look, *, on_reason: Callable[[SkipReason], Any], on_set: Press | None, on_stay: Press
) -> ft.AlertDialog:
    """Why this exercise is left out, in one tap; `on_set` leaves out the rest of this set only."""
    rows: list[ft.Control] = [
        _choice(look, skip_reason(reason), partial(on_reason, reason)) for reason in REASONS
    ]
    if on_set is not None:
        rows.append(_choice(look, _("Only the rest of this set"), on_set, quiet=True))
    return _dialog(
        look,
        title=_("Leave this exercise out?"),
        body=[look.note(_("Tap what fits. It helps you and your clinician.")), *rows],
        actions=[look.primary(_("Keep going"), on_stay)],
        on_dismiss=on_stay,
    )


def end_dialog(look: Look, *, on_end: Press, on_stay: Press) -> ft.AlertDialog:
    """Whether to end the session here."""
    return _dialog(
        look,
        title=_("End the session here?"),
        body=[look.body(_("What you have done so far counts and is saved."))],
        actions=[look.link(_("End the session"), on_end), look.primary(_("Keep going"), on_stay)],
        on_dismiss=on_stay,
    )


def pain_dialog(look: Look, *, advice: str, on_next: Press, on_end: Press) -> ft.AlertDialog:
    """What to do when an exercise hurt too much, before the next one starts."""
    return _dialog(
        look,
        title=_("This exercise is off for today"),
        body=[look.body(advice)],
        actions=[look.link(_("End the session"), on_end), look.primary(_("Go on"), on_next)],
        on_dismiss=on_next,
    )


def pace_dialog(look: Look, choices: Sequence[tuple[str, Press]], *, on_stay: Press) -> ft.AlertDialog:
    """What may be changed about the pace now; each choice is its words and what it does."""
    keys = _("Keys: up faster, down slower, M one more rest, + 30 seconds more, R set again.")
    return _dialog(
        look,
        title=_("Your pace"),
        body=[
            *[_choice(look, words, on_click) for words, on_click in choices],
            *([look.note(keys)] if look.wide else []),
        ],
        actions=[look.primary(_("Keep going"), on_stay)],
        on_dismiss=on_stay,
    )


def how_dialog(look: Look, exercise: Exercise, *, on_stay: Press) -> ft.AlertDialog:
    """How an exercise goes, for a patient who knew it once."""
    return _dialog(
        look,
        title=exercise.name,
        body=[*how_it_goes(look, exercise), *[look.note(cue) for cue in exercise.cues]],
        actions=[look.primary(_("Keep going"), on_stay)],
        on_dismiss=on_stay,
    )


def how_it_goes(look: Look, exercise: Exercise) -> list[ft.Control]:
    """What is needed, and the steps with their numbers."""
    rows: list[ft.Control] = [
        ft.Row(
            [look.text(f"{number}.", weight=ft.FontWeight.W_600), look.text(step, size=18, expand=True)],
            spacing=10,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for number, step in enumerate(exercise.steps, start=1)
    ]
    needed = equipment_needed([exercise])
    return [look.body(needed), *rows] if needed else rows


def _choice(look: Look, words: str, on_click: Press, *, quiet: bool = False) -> ft.Control:
    colours = theme.TONES["plain" if quiet else "accent"][look.dark]
    return ft.FilledButton(
        content=ft.Text(words, size=17 * min(look.factor, 1.6), color=colours[1]),
        on_click=on_click,
        height=theme.PRIMARY_HEIGHT * max(1.0, min(look.factor, 1.6) * 0.8),
        style=ft.ButtonStyle(bgcolor=colours[0], shape=ft.RoundedRectangleBorder(radius=16), elevation=0),
    )


def _dialog(
    look: Look, *, title: str, body: list[ft.Control], actions: list[ft.Control], on_dismiss: Press
) -> ft.AlertDialog:
    return ft.AlertDialog(
        title=look.text(title, size=20, weight=ft.FontWeight.W_600),
        content=ft.Column(
            body,
            spacing=8,
            tight=True,
            width=min(WIDTH, look.width - 96),
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        actions=actions,
        scrollable=True,
        bgcolor=theme.background(look.dark),
        inset_padding=ft.Padding.symmetric(horizontal=16, vertical=24),
        on_dismiss=on_dismiss,
    )
