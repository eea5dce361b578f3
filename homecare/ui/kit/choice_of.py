"""A question with a few answers, named for a screen reader by the question."""

from collections.abc import Callable, Sequence

import flet as ft

from homecare.ui.kit.choice_row import options
from homecare.ui.kit.look import Look
from homecare.wording import _


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
