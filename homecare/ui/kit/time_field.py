"""A typed time of day."""

from collections.abc import Awaitable, Callable
from datetime import time

import flet as ft

from homecare.ui.kit.look import LookCtx
from homecare.wording import _

NO_FIELD: ft.TextField | None = None
NOTHING_TIDIED: str | None = None


@ft.component
def TimeField(
    label: str, value: time, on_time: Callable[[time], Awaitable[object]], *, key: str = ""
) -> ft.Control:
    """A field for a clock time, saved when the patient leaves it; it says so when it cannot be read.

    Flet takes `key` to tell fields of a list apart.
    """
    look = ft.use_context(LookCtx)
    typed, set_typed = ft.use_state(f"{value:%H:%M}")
    wrong, set_wrong = ft.use_state("")
    held = ft.use_ref(NO_FIELD)
    tidied = ft.use_ref(NOTHING_TIDIED)

    async def leave() -> None:
        try:
            read = read_time(typed)
        except ValueError as fault:
            set_wrong(str(fault))
            return
        set_wrong("")
        tidy = f"{read:%H:%M}"
        if tidy != typed:
            tidied.current = tidy
            set_typed(tidy)
        if read != value:
            await on_time(read)

    # The window may be a key ahead of `typed`: a redraw in that moment must not put the older text back.
    shown = tidied.current or (held.current.value if held.current is not None else typed)
    tidied.current = None
    field = ft.TextField(
        label=label,
        label_style=ft.TextStyle(size=16 * look.factor),
        value=shown,
        error=wrong or None,
        error_style=ft.TextStyle(size=15 * look.factor),
        error_max_lines=4,
        on_change=lambda e: set_typed(e.control.value),
        on_blur=leave,
        on_submit=leave,
        text_size=16 * look.factor,
        keyboard_type=ft.KeyboardType.DATETIME,
        max_length=5,
        counter="",
    )
    held.current = field
    return field


def read_time(text: str) -> time:
    """A clock time typed as "7:30", "07:30" or "0730"; ValueError with a sentence otherwise."""
    digits = text.strip().replace(".", ":").replace(" ", "")
    if ":" not in digits and len(digits) in (3, 4):
        digits = f"{digits[:-2]}:{digits[-2:]}"
    hours, _sep, minutes = digits.partition(":")
    good = (
        hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit() and len(minutes) == 2
    )
    if not good or int(hours) > 23 or int(minutes) > 59:
        raise ValueError(_("Type a time like 19:30."))
    return time(int(hours), int(minutes))
