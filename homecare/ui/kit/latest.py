"""Answers that may be given faster than the screen is drawn."""

from collections.abc import Callable
from typing import Generic, TypeVar

import flet as ft

Answers = TypeVar("Answers")


class Latest(Generic[Answers]):
    """What has been answered by now; what was drawn may be an answer behind on a slow device.

    A handler that builds on what was drawn would lose a tap that came just before it.
    """

    def __init__(self, cell: list[Answers], draw: Callable[[Answers], object]) -> None:
        self._cell = cell
        self._draw = draw

    @property
    def now(self) -> Answers:
        """With every tap so far."""
        return self._cell[0]

    def change(self, edit: Callable[[Answers], Answers]) -> None:
        """Replace the answers by what `edit` makes of them, and draw the screen again."""
        self._cell[0] = edit(self._cell[0])
        self._draw(self._cell[0])

    def put(self, answers: Answers) -> None:
        """Replace the answers, whatever they were."""
        self.change(lambda _before: answers)


def use_latest(start: Answers) -> tuple[Answers, Latest[Answers]]:
    """The answers as they are drawn, beginning with `start`, and the way to what they are now."""
    drawn, draw = ft.use_state(start)
    cell = ft.use_memo(lambda: [start], [])
    return drawn, Latest(cell, draw)
