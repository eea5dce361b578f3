"""A phone number that fills a placeholder of the content."""

import flet as ft

from homecare.domain.records.settings import PHONE_LIMIT
from homecare.ui.kit.look import LookCtx
from homecare.ui.settings.acts import choose
from homecare.ui.state.care import use_care

NO_FIELD: ft.TextField | None = None


@ft.component
def PhoneField(label: str, setting: str, *, key: str = "") -> ft.Control:
    """A field for a phone number, saved when the patient leaves it; `setting` is its name in the settings.

    Flet takes `key` to tell fields of a list apart.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    stored: str = getattr(care.settings, setting)
    typed, set_typed = ft.use_state(stored)
    held = ft.use_ref(NO_FIELD)

    async def leave() -> None:
        if typed.strip() != stored:
            await choose(care, **{setting: typed.strip()})

    # The window may be a key ahead of `typed`: a redraw in that moment must not put the older text back.
    shown = held.current.value if held.current is not None else stored
    field = ft.TextField(
        label=label,
        label_style=ft.TextStyle(size=16 * look.factor),
        value=shown,
        on_change=lambda e: set_typed(e.control.value),
        on_blur=leave,
        on_submit=leave,
        text_size=16 * look.factor,
        keyboard_type=ft.KeyboardType.PHONE,
        max_length=PHONE_LIMIT,
        counter="",
    )
    held.current = field
    return field
