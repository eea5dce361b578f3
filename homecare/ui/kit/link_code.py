"""A link as a QR code on the screen."""

import flet as ft

from homecare.exchange.link.qr_code import QUIET_SQUARES, qr_code, qr_png
from homecare.ui.kit.look import Look

CODE_SIZE = 320
AROUND = 96
"""What cards and edges take from the width of a phone, in pixels."""


def link_code(look: Look, link: str, name: str) -> ft.Control:
    """The code, dark on white in every theme so that a camera reads it; a screen reader says `name`.

    A square has a whole number of pixels: uneven squares are harder to read.
    """
    squares = qr_code(link).symbol_size(border=QUIET_SQUARES)[0]
    each = max(2, int(min(CODE_SIZE, look.width - AROUND) / squares))
    side = each * squares
    picture = ft.Image(
        src=qr_png(link, scale=2 * each),
        width=side,
        height=side,
        filter_quality=ft.FilterQuality.NONE,
        exclude_from_semantics=True,
    )
    named = ft.Semantics(image=True, container=True, label=name, content=picture)
    below = ft.Padding.only(bottom=8 * look.factor)
    return ft.Container(ft.Row([named], alignment=ft.MainAxisAlignment.CENTER), padding=below)
