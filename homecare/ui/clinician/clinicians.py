"""For clinicians: open exported diaries, see who needs a look."""

import flet as ft

from homecare.ui.clinician.acts import close_all, open_files
from homecare.ui.clinician.patient_row import patient_head, patient_row
from homecare.ui.clinician.sealed_files import SealedFiles
from homecare.ui.kit import theme
from homecare.ui.kit.file_card import reading_note
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.state.care import use_care
from homecare.ui.state.opened_files import Clinic
from homecare.ui.state.picking import OfferedFile, use_files, use_reading
from homecare.wording import _
from homecare.wording.clinic import difference_text, opened_text
from homecare.wording.foreign_text import one_line_name

WIDEST = 1248


@ft.component
def Clinicians() -> ft.View:
    """The way to open files, and a line for each patient."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    progress_said, set_progress = ft.use_state("")
    said, reading = use_reading()
    wrong, set_wrong = ft.use_state("")
    clinic = care.clinic

    def progress(done: int, of: int) -> None:
        set_progress(_("Reading file {n} of {of}…").format(n=done + 1, of=of))

    def read() -> None:
        set_progress("")

    async def take(offered: list[OfferedFile]) -> None:
        set_wrong("")
        try:
            await open_files(care, offered, reading, progress)
        except ValueError as fault:
            set_wrong(str(fault))
        finally:
            read()

    choose = use_files(care, take, set_wrong, many=True)

    def choose_files() -> None:
        page.run_task(choose)

    prescribe = look.secondary(
        _("Write a plan"), lambda: page.navigate("/clinicians/prescribe"), icon=ft.Icons.ASSIGNMENT_OUTLINED
    )
    body: list[ft.Control] = []
    if clinic.patients or clinic.faults or clinic.sealed:
        add = look.secondary(_("Open more files"), choose_files, icon=ft.Icons.FOLDER_OPEN)
        close = look.link(_("Close all"), lambda: close_all(care), icon=ft.Icons.CLOSE)
        body.append(ft.Row([add, prescribe, close], wrap=True, spacing=theme.GAP, run_spacing=8))
        if clinic.sealed:
            body.append(SealedFiles(progress, read))
        if clinic.patients or clinic.faults:
            body += _patients(look, clinic, difference_text(care.library.diary.change))
    else:
        body.append(
            _nothing_open(look, look.primary(_("Open files"), choose_files, icon=ft.Icons.FOLDER_OPEN))
        )
        body.append(look.card(look.heading(_("Write a plan")), look.body(_plan_said()), ft.Row([prescribe])))
    if wrong:
        body.insert(0, ft.Semantics(live_region=True, content=look.body(wrong, color=ft.Colors.ERROR)))
    if said:
        body.insert(0, reading_note(look, said, reading.stop))
    if progress_said:
        body.insert(0, ft.Semantics(live_region=True, content=look.note(progress_said)))
    return screen(look, title=_("For clinicians"), body=body, back="/settings", widest=WIDEST)


def _nothing_open(look: Look, action: ft.Control) -> ft.Control:
    said = _(
        "Open the backups or hospital files that your patients exported, one or up to 50 at once. "
        "They are read in this window only: nothing is stored or sent."
    )
    return empty_state(
        look, picture="spots/no-diary.svg", title=_("Read exported diaries"), text=said, action=action
    )


def _plan_said() -> str:
    return _("Choose exercises and doses, and hand them over as a link or a code. There is no account.")


def _patients(look: Look, clinic: Clinic, difference: str) -> list[ft.Control]:
    parts: list[ft.Control] = [
        ft.Semantics(
            live_region=True,
            content=look.text(
                opened_text(len(clinic.patients), len(clinic.faults)), weight=ft.FontWeight.W_600
            ),
        )
    ]
    if clinic.faults:
        lines = [
            look.text(_("{file}: {why}").format(file=one_line_name(fault.file), why=fault.sentence))
            for fault in clinic.faults
        ]
        parts.append(look.card(look.heading(_("Not read")), *lines, tone="amber"))
    if clinic.patients:
        rows = [patient_row(look, patient, n) for n, patient in enumerate(clinic.patients)]
        head = [patient_head(look)] if look.wide else []
        parts.append(look.card(*head, *rows, gap=0 if look.wide else theme.GAP))
        parts.append(
            look.note(
                _("Latest 28 days before each export; who needs a call stands first.") + " " + difference
            )
        )
    return parts
