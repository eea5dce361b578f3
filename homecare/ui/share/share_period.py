"""Which days to share: the last 7, 28 or 90, all of them, or two days of one's own."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from homecare.ui.kit.fields import pick_day
from homecare.ui.kit.look import Look
from homecare.ui.kit.period_choice import period_choice
from homecare.ui.share.acts import Wish, first_day, last_visit, save_last_visit
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.report import day

PERIODS: tuple[int | None, ...] = (7, 28, 90, None)
"""The periods to choose from, in days; None is all of the diary."""
FURTHEST_BACK = timedelta(days=20 * 366)
Days = tuple[date, date] | None
Chosen = Callable[[int | None, Days], None]


def share_period(care: CareState, look: Look, wish: Wish, on_period: Chosen) -> list[ft.Control]:
    """The periods side by side, and beneath them the two days, where they were chosen."""
    parts: list[ft.Control] = [
        period_choice(look, PERIODS, wish.days, lambda days: on_period(days, None), none=wish.own is not None)
    ]
    if wish.own is None:
        since = (first_day(care, wish.days), care.today.day)
        choose = look.link(
            _("Choose other days"), lambda: on_period(wish.days, since), icon=ft.Icons.DATE_RANGE
        )
        return [*parts, *_since_visit(care, look, wish, on_period), ft.Row([choose], wrap=True)]
    first, last = wish.own

    def begin(picked: date) -> None:
        on_period(wish.days, (picked, max(picked, last)))

    def end(picked: date) -> None:
        on_period(wish.days, (min(first, picked), picked))

    for words, chosen, pick in ((_("From {day}"), first, begin), (_("To {day}"), last, end)):
        parts.append(_day(care, look, words.format(day=day(chosen)), chosen, pick))
    return parts


def _since_visit(care: CareState, look: Look, wish: Wish, on_period: Chosen) -> list[ft.Control]:
    """The days since the last visit in one tap, and the way to set that day; it is kept for next time."""
    page = ft.context.page
    today = care.today.day
    visit = last_visit(care)

    def share_since(picked: date) -> None:
        on_period(wish.days, (picked, max(picked, today)))

    async def keep(picked: date) -> None:
        if await save_last_visit(care, picked):
            share_since(picked)

    def chosen(picked: date) -> None:
        page.run_task(keep, picked)

    def choose() -> None:
        pick_day(
            visit or today,
            first=today - FURTHEST_BACK,
            last=today,
            zone=care.host.zone,
            on_day=chosen,
        )

    if visit is None:
        words = _("Since my last visit: choose the day")
        return [ft.Row([look.link(words, choose, icon=ft.Icons.EVENT_AVAILABLE_OUTLINED)], wrap=True)]
    words = _("Since my last visit, {day}").format(day=day(visit))
    return [
        ft.Row(
            [
                look.link(words, lambda: share_since(visit), icon=ft.Icons.EVENT_AVAILABLE_OUTLINED),
                look.link(_("Change the day of my last visit"), choose),
            ],
            wrap=True,
        )
    ]


def _day(care: CareState, look: Look, words: str, chosen: date, on_day: Callable[[date], None]) -> ft.Control:
    today = care.today.day
    change = look.link(
        _("{day} – change").format(day=words),
        lambda: pick_day(
            chosen,
            first=today - FURTHEST_BACK,
            last=today,
            zone=care.host.zone,
            on_day=on_day,
        ),
        icon=ft.Icons.CALENDAR_MONTH_OUTLINED,
    )
    return ft.Row([change], wrap=True)
