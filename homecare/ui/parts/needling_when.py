"""When the needling session ended: today, yesterday or another day, and the time."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import flet as ft

from homecare.ui.acts.settings import read_time
from homecare.ui.look import Look
from homecare.ui.needling_draft import CLOCK, NeedlingDraft
from homecare.ui.parts.choice_of import choice_of
from homecare.ui.parts.typed_field import TypedField
from homecare.ui.state import CareState
from homecare.wording import _, dates

FURTHEST_BACK = timedelta(days=366)
Change = Callable[..., None]


def needling_when(
    care: CareState, look: Look, draft: NeedlingDraft, faults: dict[str, str], change: Change
) -> ft.Control:
    """Day and time of the end of the session; aftercare counts from there."""
    today = care.now().date()
    near = {"today": today, "yesterday": today - timedelta(days=1)}
    chosen = next((name for name, day in near.items() if day == draft.day), "other")

    def choose(name: str) -> None:
        if name in near:
            change(day=near[name])
        else:
            _pick_day(draft.day, today, lambda day: change(day=day))

    choices = (("today", _("Today")), ("yesterday", _("Yesterday")), ("other", _("Another day")))
    parts: list[ft.Control] = [
        look.heading(_("When did it end?")),
        choice_of(look, _("Day"), choices, chosen, choose),
    ]
    if chosen == "other":
        words = _("{day} – change").format(day=dates.day_name(draft.day))
        parts.append(
            look.link(
                words,
                lambda: _pick_day(draft.day, today, lambda day: change(day=day)),
                icon=ft.Icons.CALENDAR_MONTH_OUTLINED,
            )
        )
    parts.append(
        TypedField(
            _("Time"),
            draft.clock,
            lambda text: change(clock=text),
            check=read_time,
            fault=faults.get(CLOCK, ""),
            helper=_("The end of the session, like 10:30."),
            keyboard=ft.KeyboardType.DATETIME,
            key="ask-clock",
        )
    )
    return look.card(*parts)


def _pick_day(day: date, today: date, on_day: Callable[[date], None]) -> None:
    def picked(e: ft.Event[ft.DatePicker]) -> None:
        value = e.control.value
        if value is not None:
            on_day(date(value.year, value.month, value.day))

    noon = datetime.min.time().replace(hour=12)
    ft.context.page.show_dialog(
        ft.DatePicker(
            value=datetime.combine(day, noon),
            first_date=datetime.combine(today - FURTHEST_BACK, noon),
            last_date=datetime.combine(today, noon),
            on_change=picked,
        )
    )
