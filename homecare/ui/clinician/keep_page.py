"""The patient's page on paper or as a file for the clinic's own record, and the exercises to take home."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.report.report import Report
from homecare.exchange.patient.file import handout_for
from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.report.handout import handout_pdf
from homecare.exchange.report.html import report_html
from homecare.exchange.report.pdf import report_pdf
from homecare.host.page.hand import PageHand
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.ui.state.opened_files import OpenPatient
from homecare.ui.state.pictures import pictures_of
from homecare.wording import _


def keep_page(care: CareState, look: Look, patient: OpenPatient, report: Report) -> ft.Control:
    """Buttons: print the one-page report of the days shown, save it as PDF, save the exercises to print."""
    page = ft.context.page
    day = report.header.period.last

    async def save(name: str, data: bytes) -> None:
        await ft.FilePicker().save_file(file_name=name, src_bytes=data)

    async def save_report() -> None:
        await save(f"{patient.file}-{day}.pdf", report_pdf(report))

    async def print_report() -> None:
        html = report_html(report)
        if not await PageHand(care.host.ask).print_page(html.decode()):
            await save(f"{patient.file}-{day}.html", html)

    async def save_exercises() -> None:
        try:
            await save(f"{patient.file}-exercises-{day}.pdf", await exercises_pdf(care, patient))
        except IntakeError as fault:
            care.tell(str(fault))

    def begin(act: Callable[[], Coroutine[Any, Any, None]]) -> None:
        page.run_task(act)

    buttons: tuple[tuple[str, Callable[[], Coroutine[Any, Any, None]], ft.IconData], ...] = (
        (_("Print"), print_report, ft.Icons.PRINT_OUTLINED),
        (_("Save as PDF"), save_report, ft.Icons.PICTURE_AS_PDF_OUTLINED),
        (_("Save the exercises to print"), save_exercises, ft.Icons.FITNESS_CENTER),
    )
    return look.card(
        look.heading(_("Keep this page"), size=17),
        look.note(
            _("It names the patient and holds their notes. Keep it as you keep other patient records.")
        ),
        ft.Row(
            [look.secondary(words, partial(begin, act), icon=icon) for words, act, icon in buttons],
            wrap=True,
        ),
        key="keep-page",
    )


async def exercises_pdf(care: CareState, patient: OpenPatient) -> bytes:
    """The exercises of the patient's plan, for the patient to take home. Raises IntakeError."""
    found = handout_for(patient.patient, care.library)
    pictures = await pictures_of(care, (item.exercise for item in found.items))
    settings = patient.patient.records.settings
    return handout_pdf(found, lambda exercise, name: pictures.get((exercise, name), b""), settings)
