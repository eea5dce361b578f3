"""A password, typed hidden unless the patient wants to see it."""

from collections.abc import Callable

import flet as ft

from homecare.exchange.backup.sealed import LONGEST_PASSWORD
from homecare.ui.kit.look import LookCtx
from homecare.ui.kit.tick_box import tick_box
from homecare.wording import _

NO_FIELD: ft.TextField | None = None


@ft.component
def PasswordField(
    label: str, on_text: Callable[[str], None], *, helper: str = "", fault: str = "", key: str = ""
) -> ft.Control:
    """A field that tells `on_text` what is typed; `fault` is a sentence beneath it.

    Flet takes `key` to tell fields of a list apart.
    """
    look = ft.use_context(LookCtx)
    shown, set_shown = ft.use_state(False)
    held = ft.use_ref(NO_FIELD)
    field = ft.TextField(
        label=label,
        label_style=ft.TextStyle(size=16 * look.factor),
        # The window may be a key ahead: a redraw in that moment must not put the older text back.
        value=held.current.value if held.current is not None else "",
        password=not shown,
        helper=helper or None,
        helper_style=ft.TextStyle(size=15 * look.factor, color=look.muted),
        helper_max_lines=6,
        error=fault or None,
        error_style=ft.TextStyle(size=15 * look.factor),
        error_max_lines=6,
        text_size=16 * look.factor,
        max_length=LONGEST_PASSWORD,
        counter="",
        autocorrect=False,
        enable_suggestions=False,
        on_change=lambda e: on_text(e.control.value),
    )
    held.current = field
    return ft.Column(
        [field, tick_box(look, _("Show the password"), shown, set_shown)],
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
