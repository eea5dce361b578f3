"""What the lines and marks of the pain chart mean."""

from datetime import date

import flet as ft

from homecare.ui.diary.pain_chart import FLARE, NEEDLING, PHASE, SECOND, PainPicture
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _, dates, ngettext

MOST_NAMED = 3
"""Marks named one by one in the legend; more are counted."""


def chart_legend(care: CareState, look: Look, picture: PainPicture) -> ft.Control:
    """A line for each kind of mark that is in the chart, and what a gap means."""
    marks, rows = picture.marks, []
    if picture.second is not None:
        rows.append(_row(look, _sample(ft.Colors.PRIMARY, 3), picture.name))
        rows.append(_row(look, _sample(SECOND[look.dark], 1.5), picture.second_name))
    if picture.baseline is not None:
        said = _("First week: {n:.1f} on average").format(n=picture.baseline)
        rows.append(_row(look, _dots(look), said))
    if marks.needling:
        days = ", ".join(_day(picture, day) for day in marks.needling[-MOST_NAMED:])
        many = len(marks.needling) > MOST_NAMED
        said = _("Needling: {n} sessions, latest {days}") if many else _("Needling {days}")
        icon = ft.Icon(ft.Icons.HEALING, size=20 * look.icon_factor, color=NEEDLING[look.dark])
        rows.append(_row(look, icon, said.format(n=len(marks.needling), days=days)))
    if marks.phases:
        rows.append(_row(look, _bar(PHASE[look.dark], 1), _phases(care, picture)))
    if marks.flares:
        said = ngettext("Flare", "{n} flares", len(marks.flares)).format(n=len(marks.flares))
        rows.append(_row(look, _block(FLARE[look.dark]), said))
    if marks.exercise:
        unit = _("Weeks with exercises") if picture.series.weekly else _("Days with exercises")
        rows.append(_row(look, _bar(theme.ink("green", look.dark), 3), unit))
    if picture.series.weekly:
        rows.append(look.note(_("Each point is the middle score of a week. Gaps are weeks without a score.")))
    else:
        rows.append(look.note(_("Gaps are days without a score.")))
    return ft.Column(rows, spacing=6, tight=True)


def _day(picture: PainPicture, day: date) -> str:
    """A day in short, with its year where the chart shows more than one."""
    short = dates.short_day(day)
    return short if picture.series.first.year == picture.series.last.year else f"{short} {day.year}"


def _phases(care: CareState, picture: PainPicture) -> str:
    named = [
        _("{phase} from {day}").format(phase=_phase_name(care, mark.condition, mark.phase), day=day)
        for mark in picture.marks.phases[-MOST_NAMED:]
        for day in [_day(picture, mark.day)]
    ]
    return _("Phase: {phases}").format(phases="; ".join(named))


def _phase_name(care: CareState, condition: str, phase: str) -> str:
    try:
        return care.library.condition(condition).phase(phase).name
    except KeyError:
        return phase


def _row(look: Look, sample: ft.Control, words: str) -> ft.Control:
    return ft.Row(
        [
            ft.Container(sample, width=28, alignment=ft.Alignment.CENTER),
            look.text(words, size=15, color=look.muted, expand=True),
        ],
        spacing=8,
    )


def _sample(ink: str, width: float) -> ft.Control:
    return ft.Container(width=24, height=width, bgcolor=ink, border_radius=2)


def _dots(look: Look) -> ft.Control:
    dots: list[ft.Control] = [ft.Container(width=3, height=2, bgcolor=look.muted) for _n in range(4)]
    return ft.Row(dots, spacing=4, tight=True)


def _bar(ink: str, width: float) -> ft.Control:
    return ft.Container(width=width, height=18, bgcolor=ink)


def _block(ink: str) -> ft.Control:
    return ft.Container(width=20, height=18, bgcolor=ink, border_radius=3)
