"""One of a few words."""

from collections.abc import Awaitable, Callable, Sequence

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.kit.scaled_box import EDGE, grown


def choice_row(
    look: Look,
    choices: Sequence[tuple[str, str]],
    chosen: str | None,
    on_choose: Callable[[str], Awaitable[object]],
) -> ft.Control:
    """Radio buttons side by side, wrapping where they do not fit; `choices` are values with their labels."""
    page = ft.context.page

    async def choose(value: str) -> None:
        await on_choose(value)

    def picked(value: str) -> None:
        page.run_task(choose, value)

    return ft.RadioGroup(
        value=chosen,
        on_change=lambda e: picked(str(e.control.value)),
        content=options(look, choices, picked),
    )


def options(look: Look, choices: Sequence[tuple[str, str]], on_pick: Callable[[str], object]) -> ft.Row:
    """The radio buttons of a group, each no wider than its words; a tap on the words counts too."""
    return ft.Row(
        [_option(look, value, label, on_pick) for value, label in choices],
        wrap=True,
        spacing=16,
        run_spacing=0,
    )


def _option(look: Look, value: str, label: str, on_pick: Callable[[str], object]) -> ft.Control:
    words = ft.Container(
        look.text(label),
        padding=ft.Padding.symmetric(vertical=EDGE),
        on_click=lambda: on_pick(value),
    )
    return ft.MergeSemantics(
        key=value, content=ft.Row([grown(look, ft.Radio(value=value)), words], tight=True, spacing=0)
    )
