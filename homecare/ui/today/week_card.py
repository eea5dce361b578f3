"""What the patient has done: seven days at a glance, how steady it goes, what is worth checking now."""

from datetime import date

import flet as ft

from homecare.domain.progression.phases import weeks_to_check
from homecare.domain.today.answer import OwnWeek
from homecare.ui.kit.look import Look
from homecare.ui.kit.screen import opens
from homecare.ui.plan.parts_of_today import day_sign
from homecare.ui.state.care import CareState
from homecare.wording import _, dates, ngettext
from homecare.wording.session import day_mark

DOT = 26
"""Side of a day's dot in pixels at normal text size."""
STEADY_FROM_DAY = 7
"""Before the first week is over there is nothing to be steady about."""


def week_card(care: CareState, look: Look) -> list[ft.Control]:
    """Seven days, how steady it goes, and what is worth checking now; nothing without a plan."""
    week = care.today.week
    if week is None:
        return []
    planned = care.today.adherence
    first_week = week.days[-1][0] > care.today.day
    head: list[ft.Control] = [
        ft.Container(look.heading(_("Your first week") if first_week else _("Last 7 days")), expand=True)
    ]
    if planned is not None and planned.planned:
        count = _("{done} of {planned}").format(done=planned.done, planned=planned.planned)
        head.append(look.text(count, size=19, weight=ft.FontWeight.W_600))
    parts: list[ft.Control] = [ft.Row(head), _dots(look, week, care.today.day)]
    if planned is not None and planned.planned:
        parts.append(look.note(_("Routines done, of those planned.")))
    parts += _steadiness(care, look, week)
    parts += _milestones(care, look)
    return [look.card(*parts)]


def _dots(look: Look, week: OwnWeek, today: date) -> ft.Control:
    letters = dates.weekday_letters()
    return ft.Row(
        [
            ft.Semantics(
                label=_("{day}: {mark}").format(
                    day=dates.weekday(day), mark=_("to come") if day > today else day_mark(mark)
                ),
                exclude_semantics=True,
                content=ft.Column(
                    [
                        day_sign(look, mark, size=DOT, faint=day > today),
                        look.text(
                            letters[day.weekday()],
                            size=15 * min(look.factor, 1.4) / look.factor,
                            weight=ft.FontWeight.W_600 if day == today else None,
                            color=look.ink if day == today else look.muted,
                        ),
                    ],
                    spacing=2,
                    tight=True,
                    horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                ),
            )
            for day, mark in week.days
        ],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )


def _steadiness(care: CareState, look: Look, week: OwnWeek) -> list[ft.Control]:
    start = min(plan.start_day for plan in care.plans.values())
    if (care.today.day - start).days < STEADY_FROM_DAY or not week.steadiness:
        return []
    percent = round(100 * week.steadiness)
    return [
        look.text(_("How steady you are"), weight=ft.FontWeight.W_600),
        look.bar(week.steadiness, _("{percent}% steady").format(percent=percent)),
        look.note(_("It grows with every day you exercise. Missing one day hardly changes it.")),
    ]


def _milestones(care: CareState, look: Look) -> list[ft.Control]:
    found: list[ft.Control] = []
    for state in care.today.phases:
        weeks = weeks_to_check(state, care.library)
        if weeks is not None:
            said = ngettext(
                "{n} week in this phase: check your goals", "{n} weeks in this phase: check your goals", weeks
            )
            found.append(
                look.link(
                    said.format(n=weeks),
                    opens(f"/exercises/phases/{state.condition}"),
                    icon=ft.Icons.FLAG_OUTLINED,
                )
            )
    return found
