"""One of a few words."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from homecare.ui.look import Look


def choice_row(
    look: Look,
    choices: Sequence[tuple[str, str]],
    chosen: str | None,
    on_choose: Callable[[str], Awaitable[object]],
) -> ft.Control:
    """Radio buttons side by side, wrapping where they do not fit; `choices` are values with their labels."""
    page = ft.context.page
    style = ft.TextStyle(size=16 * look.factor, color=look.ink)

    def picked(e: ft.Event[ft.RadioGroup]) -> None:
        page.run_task(on_choose, e.control.value)  # type: ignore[arg-type]

    return ft.RadioGroup(
        value=chosen,
        on_change=picked,
        content=ft.Row(
            [ft.Radio(value=value, label=label, label_style=style) for value, label in choices], wrap=True
        ),
    )
