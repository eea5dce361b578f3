"""A typed answer: a number with its unit, a text, a time; it says so when it cannot be."""

from collections.abc import Callable

import flet as ft

from homecare.ui.kit.look import LookCtx
from homecare.wording.faults import what_is_wrong

NEAR_END = 0.9
NO_FIELD: ft.TextField | None = None


@ft.component
def TypedField(
    label: str,
    start: str,
    on_text: Callable[[str], None],
    *,
    check: Callable[[str], object] | None = None,
    fault: str = "",
    unit: str = "",
    helper: str = "",
    limit: int | None = None,
    lines: int = 1,
    keyboard: ft.KeyboardType = ft.KeyboardType.TEXT,
    key: str = "",
) -> ft.Control:
    """A text field that keeps what is typed and tells `on_text` of it.

    `check` raises ValueError with a sentence; it is asked when the patient leaves the field. `fault` is a
    sentence from outside, shown until something else is typed. With a `limit`, a counter shows near the end.
    Flet takes `key` to tell fields of a list apart.
    """
    look = ft.use_context(LookCtx)
    typed, set_typed = ft.use_state(start)
    wrong, set_wrong = ft.use_state("")
    held = ft.use_ref(NO_FIELD)

    def change(text: str) -> None:
        set_typed(text)
        set_wrong("")
        on_text(text)

    def leave() -> None:
        try:
            if check is not None:
                check(typed)
            set_wrong("")
        except ValueError as said:
            set_wrong(what_is_wrong(said))

    full = limit is not None and len(typed) >= limit * NEAR_END
    style = ft.TextStyle(size=16 * look.factor)
    # The window may be a key ahead of `typed`: a redraw in that moment must not put the older text back.
    shown = held.current.value if held.current is not None else start
    field = ft.TextField(
        label=label,
        label_style=style,
        value=shown,
        suffix=ft.Text(unit, size=16 * look.factor, color=look.muted) if unit else None,
        helper=helper or None,
        helper_style=ft.TextStyle(size=14 * look.factor, color=look.muted),
        helper_max_lines=4,
        error=wrong or fault or None,
        error_style=ft.TextStyle(size=15 * look.factor),
        error_max_lines=4,
        on_change=lambda e: change(e.control.value),
        on_blur=leave,
        text_size=16 * look.factor,
        keyboard_type=keyboard,
        multiline=lines > 1,
        min_lines=lines if lines > 1 else None,
        max_lines=12 if lines > 1 else 1,
        max_length=limit,
        counter=f"{len(typed):,} / {limit:,}" if full else "",
    )
    held.current = field
    return field
