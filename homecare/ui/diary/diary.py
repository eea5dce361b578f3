"""Diary: how the pain went, and every day of it."""

from functools import partial

import flet as ft

from homecare.ui.diary.chart_card import ChartCard
from homecare.ui.diary.function_card import due_cards, evidence_now, function_cards
from homecare.ui.diary.month_calendar import month_calendar
from homecare.ui.diary.pain_history import PERIODS, month_of_pain, pain_history
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.period_choice import period_choice
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _

START: int | None = 30
CALENDAR_EDGE = 8
CALENDAR_GAP = 4


@ft.component
def Diary() -> ft.View:
    """The chart of a period, the calendar of a month, and the way to add an entry."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    days, set_days = ft.use_state(START)
    month, set_month = ft.use_state(care.today.day.replace(day=1))
    saved = care.store.revision()
    known = [saved, care.today.day]
    history = ft.use_memo(partial(pain_history, care, days), [days, *known])
    shown = ft.use_memo(partial(month_of_pain, care, month), [month, *known])
    calendar = month_calendar(
        look, shown, on_day=lambda day: page.navigate(f"/diary/day/{day}"), on_month=set_month
    )
    evidence = ft.use_memo(partial(evidence_now, care), known)
    due = due_cards(look, evidence)
    body = [
        *due,
        period_choice(look, PERIODS, days, set_days),
        ChartCard(history),
        *function_cards(look, evidence),
        _calendar_card(look, calendar),
    ]
    return screen(
        look,
        title=_("Diary"),
        tab="/diary",
        body=[*due, _empty(look)] if _nothing_yet(care) else body,
        bottom=look.primary(
            _("Add an entry"), lambda: page.navigate("/diary/new?from=/diary"), icon=ft.Icons.ADD
        ),
        actions=[
            look.icon_button(ft.Icons.IOS_SHARE, _("Share"), lambda: page.navigate("/share?from=/diary")),
            look.icon_button(ft.Icons.SETTINGS_OUTLINED, _("Settings"), lambda: page.navigate("/settings")),
        ],
    )


def _nothing_yet(care: CareState) -> bool:
    return not care.records.entries and not care.store.all_entries()


def _empty(look: Look) -> ft.Control:
    return empty_state(
        look,
        picture="spots/no-diary.svg",
        title=_("Your diary starts here"),
        text=_("One tap on Today saves your pain. After a few days you will see here how it goes."),
    )


def _calendar_card(look: Look, controls: list[ft.Control]) -> ft.Control:
    """A card with narrow edges, so that a day is wide enough for a finger."""
    return ft.Container(
        content=ft.Column(
            controls,
            spacing=CALENDAR_GAP,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=theme.container("plain", look.dark),
        border_radius=theme.CARD_RADIUS,
        padding=ft.Padding.symmetric(horizontal=CALENDAR_EDGE, vertical=theme.GAP),
    )
