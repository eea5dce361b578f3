"""One patient in a clinician's list: the line of pain, the change, what was done, what warns."""

import flet as ft

from homecare.domain.report.report import Report
from homecare.exchange.drawing.sparkline import sparkline
from homecare.ui.clinician.patient_reading import called
from homecare.ui.kit import theme
from homecare.ui.kit.drawing import drawn
from homecare.ui.kit.look import Look
from homecare.ui.kit.screen import opens
from homecare.ui.state.opened_files import OpenPatient
from homecare.wording import _
from homecare.wording.clinic import (
    adherence_text,
    change_basis,
    change_text,
    needled_text,
    red_days_text,
)
from homecare.wording.report import plan_lines
from homecare.wording.report_safety import need_text, pressing_text

LINE_MM = (40.0, 11.0)
LINE_SCALE = 4.2
SHARES = (10, 7, 13, 6, 8)


def patient_head(look: Look) -> ft.Control:
    """The names of the columns on a wide window."""
    names = (
        _("Patient"),
        _("Pain, 0 to 10"),
        _("Against the first week"),
        _("Sessions done"),
        _("Red days, needling"),
    )
    cells: list[ft.Control] = [
        ft.Container(look.text(name, size=15, color=look.muted), expand=share)
        for name, share in zip(names, SHARES, strict=True)
    ]
    return ft.Container(ft.Row(cells, spacing=16), padding=ft.Padding.only(bottom=4))


def patient_row(look: Look, patient: OpenPatient, number: int) -> ft.Control:
    """A line of the list, which opens the patient's page."""
    report = patient.overview
    go = opens(f"/clinicians/patient/{number}")
    who = ft.Column([_name(look, patient, go), *_other_need(look, report)], spacing=0, tight=True)
    change = ft.Column(
        [look.text(change_text(report), weight=ft.FontWeight.W_600), *_said(look, change_basis(report))],
        spacing=2,
        tight=True,
    )
    sessions = adherence_text(report)
    done = look.text(sessions if look.wide else _("Sessions done: {said}").format(said=sessions))
    others = ft.Column(
        [look.text(red_days_text(report)), look.note(needled_text(patient.last_needling))],
        spacing=2,
        tight=True,
    )
    line = _line(look, report)
    if look.wide:
        return _in_columns(
            [who, line, change, done, others], _pressing(look, report), key=f"patient-{number}"
        )
    red_days = ft.Row([done, look.note(red_days_text(report))], wrap=True, spacing=16, run_spacing=0)
    needled = look.note(needled_text(patient.last_needling))
    parts = [who, *_pressing(look, report), line, change, red_days, needled, ft.Divider(height=1)]
    return ft.Container(ft.Column(parts, spacing=6, tight=True), key=f"patient-{number}")


def _in_columns(cells: list[ft.Control], below: list[ft.Control], *, key: str) -> ft.Control:
    spread = zip(cells, SHARES, strict=True)
    row = ft.Row([ft.Container(cell, expand=share) for cell, share in spread], spacing=16)
    parts: list[ft.Control] = [ft.Divider(height=1), row, *below]
    return ft.Container(ft.Column(parts, spacing=8, tight=True), padding=ft.Padding.only(bottom=8), key=key)


def _name(look: Look, patient: OpenPatient, go: object) -> ft.Control:
    plans = plan_lines(patient.overview)[0].split(" · ")[0]
    return ft.TextButton(
        content=ft.Column(
            [
                look.text(called(patient), weight=ft.FontWeight.W_600, color=ft.Colors.PRIMARY),
                look.text(plans, size=15, color=look.muted),
            ],
            spacing=0,
            tight=True,
        ),
        on_click=go,  # type: ignore[arg-type]
        style=ft.ButtonStyle(padding=ft.Padding.symmetric(vertical=6), alignment=ft.Alignment.CENTER_LEFT),
    )


def _pressing(look: Look, report: Report) -> list[ft.Control]:
    """What is pressing, whole, as the patient's page and the command line say it."""
    last = report.header.period.last
    ink = theme.ink("red", look.dark)
    return [
        look.text(pressing_text(found, last), size=15, weight=ft.FontWeight.W_600, color=ink)
        for found in report.safety.pressing
    ]


def _other_need(look: Look, report: Report) -> list[ft.Control]:
    """Another reason to call the patient."""
    if report.safety.pressing:
        return []
    said = need_text(report.need, report.header.period.last)
    return [look.text(said, size=15, weight=ft.FontWeight.W_600)] if said else []


def _said(look: Look, words: str) -> list[ft.Control]:
    return [look.text(words, size=15, color=look.muted)] if words else []


def _line(look: Look, report: Report) -> ft.Control:
    if report.pain is None:
        return look.note("–")
    return drawn(look, sparkline(report.pain, *LINE_MM), LINE_SCALE * (1 if look.wide else 1.4))
