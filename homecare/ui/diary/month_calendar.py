"""A month of days coloured by the highest pain of each; every day is a button."""

from calendar import Calendar
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.ui.kit.pain_keys import pain_colour
from homecare.wording import _, dates
from homecare.wording.pain import calendar_day

GAP = 3
HEIGHT = 54
MOST_FACTOR = 1.5
"""Numbers grow with the text size up to this, so that seven of them still fit side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfPain:
    """What the calendar shows: the highest score and the number of entries of each day that has any."""

    month: date
    today: date
    pain: Mapping[date, int]
    entries: Mapping[date, int]
    needling: Collection[date] = field(default_factory=frozenset)


def month_calendar(
    look: Look, shown: MonthOfPain, *, on_day: Callable[[date], None], on_month: Callable[[date], None]
) -> list[ft.Control]:
    """The month's name with arrows, its days in weeks from Monday on, and what the colours mean."""
    first = shown.month.replace(day=1)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return [
        _head(look, shown, first, on_month),
        ft.Row([_weekday(look, letters) for letters in dates.weekday_letters()], spacing=GAP),
        *(
            ft.Row([_cell(look, shown, day, first.month, on_day) for day in week], spacing=GAP)
            for week in weeks
            if week[0] <= shown.today
        ),
        _legend(look, shown),
    ]


def _head(look: Look, shown: MonthOfPain, first: date, on_month: Callable[[date], None]) -> ft.Control:
    before = first - timedelta(days=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return ft.Row(
        [
            ft.Container(look.heading(dates.month_name(first)), expand=True, padding=ft.Padding.only(left=8)),
            look.icon_button(ft.Icons.CHEVRON_LEFT, _("Month before"), lambda: on_month(before)),
            look.icon_button(
                ft.Icons.CHEVRON_RIGHT,
                _("Month after"),
                lambda: on_month(after),
                disabled=after > shown.today,
            ),
        ],
        spacing=0,
    )


def _weekday(look: Look, letters: str) -> ft.Control:
    size = 14 * min(look.factor, MOST_FACTOR) / look.factor
    return ft.Container(
        look.text(letters, size=size, color=look.muted), expand=True, alignment=ft.Alignment.CENTER
    )


def _cell(
    look: Look, shown: MonthOfPain, day: date, month: int, on_day: Callable[[date], None]
) -> ft.Control:
    if day.month != month:
        return ft.Container(expand=True)
    if day > shown.today:
        factor = min(look.factor, MOST_FACTOR)
        number = ft.Text(str(day.day), size=13 * factor, color=look.muted, opacity=0.7)
        return ft.Container(number, expand=True, height=_height(look), alignment=ft.Alignment.CENTER)
    return _day(look, shown, day, on_day)


def _height(look: Look) -> float:
    return HEIGHT * max(1.0, min(look.factor, MOST_FACTOR) * 0.95)


def _day(look: Look, shown: MonthOfPain, day: date, on_day: Callable[[date], None]) -> ft.FilledButton:
    factor = min(look.factor, MOST_FACTOR)
    pain = shown.pain.get(day)
    surface = theme.container("grey", look.dark) if pain is None else pain_colour(pain).surface
    ink = theme.ink("grey", look.dark) if pain is None else pain_colour(pain).ink
    ring = ft.BorderSide(3, look.ink) if day == shown.today else ft.BorderSide(0, ft.Colors.TRANSPARENT)
    name = calendar_day(
        day,
        pain,
        shown.entries.get(day, 0),
        needled=day in shown.needling,
        today=day == shown.today,
    )
    words = ft.Text(
        spans=[
            ft.TextSpan(
                f"{'–' if pain is None else pain}\n",
                ft.TextStyle(size=19 * factor, weight=ft.FontWeight.W_700, color=ink, height=1.1),
            ),
            ft.TextSpan(str(day.day), ft.TextStyle(size=13 * factor, color=ink, height=1.1)),
        ],
        semantics_label=name,
        text_align=ft.TextAlign.CENTER,
    )
    return ft.FilledButton(
        key=f"day-{day}",
        content=_with_needle(words, ink) if day in shown.needling else words,
        on_click=lambda: on_day(day),
        expand=True,
        height=_height(look),
        style=ft.ButtonStyle(
            bgcolor=surface,
            padding=0,
            side=ring,
            shape=ft.RoundedRectangleBorder(radius=12),
            elevation=0,
        ),
    )


def _with_needle(words: ft.Text, ink: str) -> ft.Control:
    return ft.Stack(
        [
            ft.Container(words, alignment=ft.Alignment.CENTER, left=0, right=0, top=0, bottom=0),
            ft.Icon(ft.Icons.HEALING, size=13, color=ink, right=2, top=3),
        ],
        expand=True,
    )


def _legend(look: Look, shown: MonthOfPain) -> ft.Control:
    def swatch(score: int) -> ft.Control:
        colour = pain_colour(score)
        return ft.Container(
            ft.Text(str(score), size=13 * look.factor, weight=ft.FontWeight.W_700, color=colour.ink),
            bgcolor=colour.surface,
            border_radius=6,
            padding=ft.Padding.symmetric(horizontal=8, vertical=2),
        )

    signs = _("The number is the highest pain of the day. A dash means no score. Today is circled.")
    rows: list[ft.Control] = [
        ft.Row(
            [
                look.text(_("none"), size=15, color=look.muted),
                *(swatch(score) for score in (0, 2, 4, 6, 8, 10)),
                look.text(_("highest"), size=15, color=look.muted),
            ],
            spacing=4,
            wrap=True,
        ),
        look.text(signs, size=15, color=look.muted),
    ]
    if any(day.month == shown.month.month for day in shown.needling):
        icon = ft.Icon(ft.Icons.HEALING, size=16 * look.icon_factor, color=look.muted)
        rows.append(ft.Row([icon, look.text(_("Needling session"), size=15, color=look.muted)], spacing=6))
    return ft.Container(
        ft.Column(rows, spacing=6, tight=True), padding=ft.Padding.only(left=8, right=8, top=4)
    )
