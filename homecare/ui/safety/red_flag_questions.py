"""The safety questions: tick what is true, or say that none of it is."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.library.condition import Condition, RedFlag
from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import LookCtx
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, ngettext

NONE_TICKED: frozenset[str] = frozenset()


def questions_for(care: CareState, conditions: Iterable[Condition]) -> list[RedFlag]:
    """The red flags to ask about: those of everyone, then those of each condition that ask something else."""
    flags = list(care.library.safety.screen.common_flags)
    for condition in conditions:
        flags += [flag for flag in condition.red_flags if flag.covered_by is None]
    return flags


@ft.component
def RedFlagQuestions(
    flags: list[RedFlag],
    on_done: Callable[[tuple[str, ...]], Any],
    *,
    start: frozenset[str] = NONE_TICKED,
    on_change: Callable[[frozenset[str]], Any] = lambda _ticked: None,
) -> ft.Control:
    """One tick box per red flag; `on_done` gets the ids answered yes, () when none is true.

    It begins with those in `start`; `on_change` gets what is ticked, so that it outlasts a step back.
    """
    use_care()
    look = ft.use_context(LookCtx)
    ticked, latest = use_latest(start)

    def tick(flag: str, yes: bool) -> None:
        latest.change(lambda now: now | {flag} if yes else now - {flag})
        on_change(latest.now)

    def done() -> None:
        on_done(tuple(flag.id for flag in flags if flag.id in latest.now))

    boxes: list[ft.Control] = [
        tick_box(look, flag.text, flag.id in ticked, partial(tick, flag.id), key=flag.id) for flag in flags
    ]
    count = len(ticked)
    said = (
        ngettext("{n} is true for me", "{n} are true for me", count).format(n=count)
        if count
        else _("None of these is true for me")
    )
    return ft.Column(
        [
            look.card(
                look.heading(_("Is any of these true for you now?")),
                look.note(_("Tick every line that is true. If you are not sure, tick it.")),
                *boxes,
            ),
            look.primary(said, done),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
