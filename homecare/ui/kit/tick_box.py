"""A box to tick whose words may run over several lines."""

from collections.abc import Callable
from typing import Any

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.kit.scaled_box import EDGE, grown


def tick_box(
    look: Look, words: str, ticked: bool, on_tick: Callable[[bool], Any], *, hint: str = "", key: str = ""
) -> ft.Control:
    """A check box named by `words`; `hint` is said second, beneath them."""
    lines: list[ft.Control] = [look.text(words, weight=ft.FontWeight.W_600 if hint else None)]
    if hint:
        lines.append(look.note(hint))
    box = ft.Checkbox(value=ticked, on_change=lambda e: on_tick(bool(e.control.value)))
    return _row(look, box, lines, lambda: on_tick(not ticked), key)


def radio(look: Look, words: str, value: str, *, hint: str = "", key: str = "") -> ft.Control:
    """A radio button of the group around it, named by `words`; `hint` is said second."""
    lines: list[ft.Control] = [look.text(words, weight=ft.FontWeight.W_600 if hint else None)]
    if hint:
        lines.append(look.note(hint))
    return _row(look, ft.Radio(value=value), lines, None, key)


def _row(
    look: Look, box: ft.LayoutControl, lines: list[ft.Control], on_tap: Callable[[], Any] | None, key: str
) -> ft.Control:
    words = ft.Column(lines, spacing=2, tight=True)
    padded = ft.Container(words, padding=ft.Padding.symmetric(vertical=EDGE), expand=True, on_click=on_tap)
    row = ft.Row([grown(look, box), padded], spacing=4, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.MergeSemantics(key=key or None, content=row)
