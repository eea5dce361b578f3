"""What is drawn at one size, such as a check box, grown with the text beside it."""

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import LINE_HEIGHT, Look

DRAWN = 20
"""Side of a check box and of a radio button in pixels; the rest of it is room for the finger."""
BODY, EDGE = 16, 12
"""Size of body text, and the room above and below it in a row that can be tapped, in pixels."""


def grown(look: Look, control: ft.LayoutControl, *, width: float = theme.TOUCH) -> ft.Control:
    """The `control`, `width` pixels wide at normal text size, with the patient's text size.

    It grows about its middle, which is that of a line of body text beside it with EDGE above; only what
    is drawn needs more room, as its own edge is empty already.
    """
    if look.icon_factor == 1:
        return control
    control.scale = look.icon_factor
    more = (look.icon_factor - 1) * (DRAWN if width == theme.TOUCH else width)
    return ft.Container(
        content=control,
        width=width + more,
        height=2 * EDGE + BODY * look.factor * LINE_HEIGHT,
        alignment=ft.Alignment.CENTER,
    )
