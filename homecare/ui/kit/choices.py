"""Answers to choose from: radio buttons, yes or no, boxes to tick; all grow with the text."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import LINE_HEIGHT, Look
from homecare.wording import _

DRAWN = 20
"""Side of a check box and of a radio button in pixels; the rest of it is room for the finger."""
BODY, EDGE = 16, 12
"""Size of body text, and the room above and below it in a row that can be tapped, in pixels."""


def scaled_box(look: Look, control: ft.LayoutControl, *, width: float = theme.TOUCH) -> ft.Control:
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
        key=value, content=ft.Row([scaled_box(look, ft.Radio(value=value)), words], tight=True, spacing=0)
    )


def choice_of(
    look: Look,
    question: str,
    choices: Sequence[tuple[str, str]],
    chosen: str | None,
    on_choose: Callable[[str], object],
    *,
    key: str = "",
) -> ft.Control:
    """Radio buttons under their question; `choices` are values with their labels."""
    group = ft.RadioGroup(
        value=chosen,
        on_change=lambda e: on_choose(str(e.control.value)),
        content=options(look, choices, on_choose),
    )
    return ft.Column(
        [
            look.text(question, weight=ft.FontWeight.W_500),
            ft.Semantics(label=question, container=True, content=group),
        ],
        key=key or None,
        spacing=0,
        tight=True,
    )


def yes_or_no(
    look: Look, question: str, answer: bool | None, on_answer: Callable[[bool], object], *, key: str = ""
) -> ft.Control:
    """A question answered yes or no; `answer` None while nobody said."""
    chosen = None if answer is None else "yes" if answer else "no"
    choices = (("yes", _("Yes")), ("no", _("No")))
    return choice_of(look, question, choices, chosen, lambda said: on_answer(said == "yes"), key=key)


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
    row = ft.Row([scaled_box(look, box), padded], spacing=4, vertical_alignment=ft.CrossAxisAlignment.START)
    return ft.MergeSemantics(key=key or None, content=row)
