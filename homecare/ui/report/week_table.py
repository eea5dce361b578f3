"""The seven days of a week summary, one line each."""

import flet as ft

from homecare.content.library import Library
from homecare.domain.report.week import WeekSummary
from homecare.ui.kit.look import Look
from homecare.ui.kit.pain_keys import pain_colour
from homecare.wording import _
from homecare.wording.doses import side_text
from homecare.wording.week import day_title, pain_text, scored_text, sessions_text, week_title

BADGE = 40


def week_table(look: Look, week: WeekSummary, library: Library) -> ft.Control:
    """Condition, phase, and each day with its pain, sessions, light and needling."""
    condition = library.condition(week.condition)
    phase = next(phase.name for phase in condition.phases if phase.id == week.phase)
    rows: list[ft.Control] = [_row(look, week, place) for place in range(len(week.days))]
    return look.card(
        look.heading(condition.name),
        look.body(_("{side}, phase: {phase}").format(side=side_text(week.side), phase=phase)),
        look.note(f"{week_title(week)}. {scored_text(week)}"),
        *rows,
    )


def _row(look: Look, week: WeekSummary, place: int) -> ft.Control:
    day = week.days[place]
    words = ft.Column(
        [
            look.text(f"{day_title(week, place)}: {pain_text(day)}", weight=ft.FontWeight.W_600),
            look.note(sessions_text(day)),
        ],
        spacing=2,
        tight=True,
        expand=True,
    )
    return ft.MergeSemantics(content=ft.Row([_badge(look, day.pain), words], spacing=12))


def _badge(look: Look, pain: int | None) -> ft.Control:
    """The score on its colour; an open ring is a day without one."""
    size = BADGE * min(look.factor, 1.5)
    colour = pain_colour(pain) if pain is not None else None
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Container(
            look.text(
                "–" if pain is None else str(pain),
                weight=ft.FontWeight.W_700,
                color=colour.ink if colour else look.muted,
            ),
            width=size,
            height=size,
            border_radius=size / 2,
            alignment=ft.Alignment.CENTER,
            bgcolor=colour.surface if colour else None,
            border=None if colour else ft.Border.all(1, look.muted),
        ),
    )
