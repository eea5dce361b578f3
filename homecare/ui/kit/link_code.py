"""The address of this app for its links, and a link as a QR code on the screen."""

from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

import flet as ft

from homecare.exchange.link.qr_code import QUIET_SQUARES, qr_code, qr_png
from homecare.ui.kit.look import Look

LOCAL = "http://127.0.0.1:8550/"
"""Where the app answers on one's own computer, unless told otherwise."""


def own_address(page: ft.Page) -> str:
    """The address of this window without its route: the clinic's site, or one's own computer."""
    parts = urlsplit(page.url or "")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return LOCAL
    folder = parts.path[: parts.path.rfind("/") + 1] or "/"
    return urlunsplit((parts.scheme, parts.netloc, folder, "", ""))


def is_of_this_computer(address: str) -> bool:
    """Whether only the computer that the app runs on can open `address`, and no phone."""
    try:
        host = urlsplit(address).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


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
