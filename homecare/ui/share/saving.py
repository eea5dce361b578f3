"""A file that a card saves: whether it is on its way, and what came of it."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import flet as ft

from homecare.ui.share.acts import Wish, save_file
from homecare.ui.state.care import CareState
from homecare.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """`told` is what went well, `wrong` what did not, each a sentence or ""; `busy` while a file is made.

    `tell` and `fail` say something else in their place. `save(kind, wish, secret)` makes the file and hands
    it over, sealed with the password `secret` when there is one.
    """

    busy: bool
    told: str
    wrong: str
    tell: Callable[[str], None]
    fail: Callable[[str], None]
    save: Callable[..., Coroutine[Any, Any, None]]


def use_saving(care: CareState) -> Saving:
    """The saving of one component; draws it again at each step."""
    busy, set_busy = ft.use_state(False)
    told, set_told = ft.use_state("")
    wrong, set_wrong = ft.use_state("")

    def tell(sentence: str) -> None:
        set_wrong("")
        set_told(sentence)

    def fail(sentence: str) -> None:
        set_told("")
        set_wrong(sentence)

    async def save(kind: str, wish: Wish, secret: str | None = None) -> None:
        set_busy(True)
        tell("")
        try:
            name = await save_file(care, kind, wish, secret, on_wrong=fail)
        finally:
            set_busy(False)
        if name is not None:
            tell(_("Saved as {name}").format(name=name))

    return Saving(busy=busy, told=told, wrong=wrong, tell=tell, fail=fail, save=save)
