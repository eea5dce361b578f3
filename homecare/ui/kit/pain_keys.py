"""A pain score from 0 to 10: eleven keys, one tap, and the colour of each score."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

import flet as ft

from homecare.domain.library.scales import NPRS_MAX, NPRS_MIN, check_nprs
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.wording import _

DARK_INK = "#101413"
LIGHT_INK = "#FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainColour:
    """A surface and the ink that reads on it, at least 4.5 : 1 (WCAG AA), in light and dark theme alike."""

    surface: str
    ink: str


PAIN_COLOURS: tuple[PainColour, ...] = (
    PainColour(surface="#2E7D6B", ink=LIGHT_INK),
    PainColour(surface="#4C8F6A", ink=DARK_INK),
    PainColour(surface="#7FA05B", ink=DARK_INK),
    PainColour(surface="#BCB04A", ink=DARK_INK),
    PainColour(surface="#E0AD48", ink=DARK_INK),
    PainColour(surface="#E08E3C", ink=DARK_INK),
    PainColour(surface="#D66B30", ink=DARK_INK),
    PainColour(surface="#CF5C36", ink=DARK_INK),
    PainColour(surface="#B8402F", ink=LIGHT_INK),
    PainColour(surface="#9F2F3C", ink=LIGHT_INK),
    PainColour(surface="#7F1D3A", ink=LIGHT_INK),
)
"""One colour per score: cool green, over yellow at 4, to deep red.

Brightness rises to 4 and falls after it, and the cool end keeps its blue, so that scores three or more
apart stay apart for people who see red and green alike. The number is always shown with the colour.
"""


def pain_colour(score: int) -> PainColour:
    """The colour of a pain score; raises ValueError unless it is a whole number from 0 to 10."""
    return PAIN_COLOURS[check_nprs(score)]


GAP = 6
HEIGHT = 52
PER_ROW = (11, 6, 4)
"""Keys side by side, widest first: as many as fit with each still easy to hit."""


def pain_keys(
    look: Look,
    *,
    on_pick: Callable[[int], Any],
    picked: int | None = None,
    room: float | None = None,
    disabled: bool = False,
    soreness: bool = False,
    about: str = "",
    ends: tuple[str, str] | None = None,
) -> ft.Column:
    """Keys 0 to 10 in rows, with the meaning of both ends; `on_pick(score)` is called at a tap.

    `picked` is the chosen score, None while nothing is chosen. `room` is the width in pixels the keys may
    fill; by default that of a card. A phone gets two rows; narrow screens and large text
    get three. `soreness` names the keys after soreness instead of pain, `about` after another question;
    `ends` are the words for 0 and 10.
    """
    per_row = _per_row(look, room)
    scores = range(NPRS_MIN, NPRS_MAX + 1)
    name = _("Soreness {n} of 10") if soreness else _("Pain {n} of 10")
    if about:
        name = _("{question}: {n} of 10").replace("{question}", about)

    def key(score: int) -> ft.FilledButton:
        button = _key(look, score, name.format(n=score), chosen=score == picked, on_pick=on_pick)
        button.disabled = disabled
        return button

    rows: list[ft.Control] = [
        ft.Row(
            [
                key(score) if score in scores else ft.Container(expand=True)
                for score in range(first, first + per_row)
            ],
            spacing=GAP,
        )
        for first in range(NPRS_MIN, NPRS_MAX + 1, per_row)
    ]
    return ft.Column([*rows, _ends(look, ends)], spacing=GAP + 2, tight=True)


def _per_row(look: Look, room: float | None) -> int:
    width = room if room is not None else min(look.width, theme.COLUMN) - 4 * theme.EDGE
    least = theme.TOUCH * min(look.factor, 1.5) + GAP
    return next((count for count in PER_ROW if count * least - GAP <= width), PER_ROW[-1])


def _ends(look: Look, words: tuple[str, str] | None) -> ft.Control:
    least, most = words if words is not None else (_("none"), _("worst you can imagine"))
    return ft.Row(
        [
            look.text(f"{NPRS_MIN} {least}", color=look.muted),
            look.text(f"{NPRS_MAX} {most}", color=look.muted, align=ft.TextAlign.END, expand=True),
        ],
        spacing=GAP,
    )


def _key(
    look: Look, score: int, name: str, *, chosen: bool, on_pick: Callable[[int], Any]
) -> ft.FilledButton:
    colour = pain_colour(score)
    edge = ft.BorderSide(4, look.ink) if chosen else ft.BorderSide(0, ft.Colors.TRANSPARENT)
    return ft.FilledButton(
        key=f"pain-{score}",
        content=ft.Text(
            str(score),
            size=20 * look.factor,
            weight=ft.FontWeight.W_700,
            color=colour.ink,
            semantics_label=_("{name}, chosen").format(name=name) if chosen else name,
        ),
        on_click=_handler(on_pick, score),
        height=HEIGHT * max(1.0, look.factor * 0.9),
        expand=True,
        style=ft.ButtonStyle(
            bgcolor=colour.surface,
            padding=0,
            side=edge,
            shape=ft.RoundedRectangleBorder(radius=14),
            elevation=0,
        ),
    )


def _handler(on_pick: Callable[[int], Any], score: int) -> Callable[[], Any]:
    async def pick() -> None:
        answer = on_pick(score)
        if isawaitable(answer):
            await answer

    return pick
