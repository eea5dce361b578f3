"""A link as a QR code that an ordinary phone reads from a screen: SVG, PNG, or text for a terminal."""

from io import BytesIO, StringIO
from typing import Final, cast

import segno
from segno.consts import MODE_ALPHANUMERIC, MODE_BYTE

from homecare.exchange.link.text import ALPHABET
from homecare.wording import _

LARGEST_VERSION: Final = 25
"""A code of this version has 117 squares a side: about as fine as a phone reads from a screen."""
QUIET_SQUARES: Final = 4
"""White squares around the code (ISO/IEC 18004)."""


def qr_code(link: str) -> segno.QRCode:
    """The code of a link: its address as bytes, the plan behind the last "/" in the tighter alphabet.

    Error correction M or better. Raises ValueError for a link too long for a code that phones read.
    """
    cut = link.rindex("/") + 1
    address, text = link[:cut], link[cut:]
    tight = bool(text) and all(letter in ALPHABET for letter in text)
    parts = [(address, MODE_BYTE), (text, MODE_ALPHANUMERIC)] if tight else link
    made = segno.make(cast(str, parts), error="m", micro=False)  # its stubs do not know of parts
    if int(made.version) > LARGEST_VERSION:
        raise ValueError(_("The link is too long for a QR code that a phone can read; shorten its address."))
    return made


def qr_svg(link: str) -> bytes:
    """The code as one SVG picture, dark on white, that scales to any size."""
    out = BytesIO()
    qr_code(link).save(
        out, kind="svg", border=QUIET_SQUARES, dark="#000", light="#fff", omitsize=True, title=_("Plan")
    )
    return out.getvalue()


def qr_png(link: str, *, scale: int = 8) -> bytes:
    """The code as a PNG picture, `scale` pixels to a square."""
    out = BytesIO()
    qr_code(link).save(out, kind="png", border=QUIET_SQUARES, scale=scale)
    return out.getvalue()


def qr_text(link: str) -> str:
    """The code for a terminal, two squares in each character, light on the terminal's dark ground."""
    out = StringIO()
    qr_code(link).terminal(out, border=QUIET_SQUARES, compact=True)
    return out.getvalue()
