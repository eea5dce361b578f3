"""How far back to look, chosen from a few periods."""

from collections.abc import Callable, Sequence

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import LINE_HEIGHT, Look
from homecare.wording import _

SIZE = 15
LETTER = 0.55
"""Usual width of a letter as part of the text size."""
EDGE = 8
"""Room left and right of the words of a segment, in pixels."""


def period_choice(
    look: Look,
    periods: Sequence[int | None],
    days: int | None,
    on_days: Callable[[int | None], None],
    *,
    none: bool = False,
) -> ft.Control:
    """The periods side by side, or below each other where their words would not fit.

    Periods are in days, None is all there is; `none` says that none of them is in force.
    """
    names = {
        str(period): _("All") if period is None else _("{n} days").format(n=period) for period in periods
    }

    def chosen(e: ft.Event[ft.SegmentedButton]) -> None:
        on_days(next(period for period in periods if str(period) in e.control.selected))

    return ft.SegmentedButton(
        segments=[
            ft.Segment(value=value, label=ft.Text(name, size=SIZE * look.factor, no_wrap=True))
            for value, name in names.items()
        ],
        selected=[] if none else [str(days)],
        allow_empty_selection=none,
        show_selected_icon=False,
        style=_style(look),
        direction=ft.Axis.HORIZONTAL if _fit(look, list(names.values())) else ft.Axis.VERTICAL,
        on_change=chosen,
    )


def _fit(look: Look, names: Sequence[str]) -> bool:
    """Whether the names have room side by side in a card."""
    widest = max(map(len, names)) * LETTER * SIZE * look.factor + 2 * EDGE
    return look.wide or widest * len(names) <= look.width - 4 * theme.EDGE


def _style(look: Look) -> ft.ButtonStyle:
    """As high as a fingertip at any text size."""
    line = SIZE * look.factor * LINE_HEIGHT
    return ft.ButtonStyle(
        shape=ft.RoundedRectangleBorder(radius=theme.CARD_RADIUS),
        padding=ft.Padding.symmetric(horizontal=EDGE, vertical=max((theme.TOUCH - line) / 2, 8) + 1),
        # On a computer Flutter makes buttons denser, and lower than a fingertip.
        visual_density=ft.VisualDensity.STANDARD,
    )
