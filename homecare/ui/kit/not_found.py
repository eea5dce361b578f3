"""What an address that leads nowhere shows."""

import flet as ft

from homecare.ui.kit.empty import empty
from homecare.ui.kit.look import LookCtx
from homecare.wording import _


@ft.component
def NotFound() -> ft.Control:
    """A way back for an address that leads nowhere."""
    look = ft.use_context(LookCtx)
    page = ft.context.page
    return empty(
        look,
        title=_("There is nothing at this address"),
        text=_("The link may be old or mistyped. Your records are safe."),
        action=look.primary(_("Go to Today"), lambda: page.navigate("/")),
    )
