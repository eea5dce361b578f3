"""When it was felt: now, or another time of today or yesterday."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import flet as ft

from homecare.ui.diary.entry_draft import CLOCK
from homecare.ui.diary.entry_sections import Filling
from homecare.ui.kit.choices import choice_row
from homecare.ui.kit.fields import TypedField, read_time
from homecare.ui.kit.look import LookCtx
from homecare.wording import _, dates


@ft.component
def EntryWhen(filling: Filling, today: date, days: int, on_day: Callable[[date], None]) -> ft.Control:
    """The day and time in words, and the way to change them; `days` is how far back a day may lie."""
    look = ft.use_context(LookCtx)
    draft = filling.draft
    changing, set_changing = ft.use_state(draft.day != today)
    clock = filling.typed.get(CLOCK, "")
    if not changing and CLOCK not in filling.faults:
        said = _("{day} at {time}").format(day=dates.near_day(draft.day, today).capitalize(), time=clock)
        return ft.Row(
            [
                look.text(said, weight=ft.FontWeight.W_600),
                look.link(_("Change the time"), lambda: set_changing(True), icon=ft.Icons.SCHEDULE),
            ],
            wrap=True,
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    choices = [today - timedelta(days=back) for back in range(days + 1)]
    named = [(choice.isoformat(), dates.near_day(choice, today).capitalize()) for choice in choices]

    async def choose(chosen: str) -> None:
        day = date.fromisoformat(chosen)
        filling.change(lambda now: replace(now, day=day))
        on_day(day)

    return ft.Column(
        [
            look.text(_("When was this?"), weight=ft.FontWeight.W_600),
            choice_row(look, named, draft.day.isoformat(), choose),
            TypedField(
                _("Time"),
                clock,
                partial(filling.write, CLOCK),
                check=read_time,
                fault=filling.faults.get(CLOCK, ""),
                helper=_("A time before 04:00 belongs to the night of this day."),
                keyboard=ft.KeyboardType.DATETIME,
                key="ask-clock",
            ),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
