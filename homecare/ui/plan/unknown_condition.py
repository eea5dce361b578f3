"""What an address that names no condition shows."""

import flet as ft

from homecare.ui.kit.empty import empty
from homecare.ui.kit.look import Look
from homecare.ui.kit.screen import opens
from homecare.wording import _


def unknown_condition(look: Look) -> ft.Control:
    """One sentence, and the way to the conditions there are."""
    return empty(
        look,
        title=_("There is no such condition"),
        text=_("The link may be old or mistyped."),
        action=look.primary(_("All conditions"), opens("/exercises/conditions")),
    )
