"""What a guided session asks before it leaves something out or ends."""

from collections.abc import Callable
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.records.session import SkipReason
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.wording import _
from homecare.wording.session import REASONS, skip_reason

Press = Callable[[], Any]
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
        actions=[look.link(_("Keep going"), on_stay)],
        on_dismiss=on_stay,
    )


def end_dialog(look: Look, *, on_end: Press, on_stay: Press) -> ft.AlertDialog:
    """Whether to end the session here."""
    return _dialog(
        look,
        title=_("End the session here?"),
        body=[look.body(_("What you have done so far counts and is saved."))],
        actions=[look.link(_("Keep going"), on_stay), look.primary(_("End the session"), on_end)],
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
