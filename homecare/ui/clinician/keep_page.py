"""The patient's page as a file: to print it, or for the clinic's own record."""

from collections.abc import Callable
from functools import partial

import flet as ft

from homecare.domain.report.report import Report
from homecare.exchange.report.html import report_html
from homecare.exchange.report.pdf import report_pdf
from homecare.ui.kit.look import Look
from homecare.ui.state.opened_files import OpenPatient
from homecare.wording import _


def keep_page(look: Look, patient: OpenPatient, report: Report) -> ft.Control:
    """Two buttons: the one-page report of the days shown as PDF, or as a page that a browser prints."""
    page = ft.context.page

    async def save(make: Callable[[Report], bytes], ending: str) -> None:
        name = f"{patient.file}-{report.header.period.last}.{ending}"
        await ft.FilePicker().save_file(file_name=name, src_bytes=make(report))

    return look.card(
        look.heading(_("Keep this page"), size=17),
        look.note(
            _("It names the patient and holds their notes. Keep it as you keep other patient records.")
        ),
        ft.Row(
            [
                look.secondary(
                    _("Save as PDF"),
                    partial(page.run_task, save, report_pdf, "pdf"),
                    icon=ft.Icons.PICTURE_AS_PDF_OUTLINED,
                ),
                look.secondary(
                    _("Save to print"),
                    partial(page.run_task, save, report_html, "html"),
                    icon=ft.Icons.PRINT_OUTLINED,
                ),
            ],
            wrap=True,
        ),
        key="keep-page",
    )
