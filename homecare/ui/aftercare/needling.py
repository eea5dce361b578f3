"""Record a needling session, or change one: time and one muscle are enough."""

from dataclasses import replace
from typing import Any

import flet as ft

from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.aftercare.needling_draft import (
    CHECKLIST,
    MUSCLES,
    NeedlingDraft,
    NeedlingFaultError,
    draft_of,
)
from homecare.ui.aftercare.needling_form import muscle_choice, needling_more, needling_when
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, ngettext

NO_FAULTS: dict[str, str] = {}


@ft.component
def NewNeedling() -> ft.View:
    """Write a session down; what was answered on the checklist comes along."""
    care = use_care()
    look = ft.use_context(LookCtx)
    faults = ft.use_state(NO_FAULTS)
    draft = care.needling_draft
    if draft is None or draft.of:
        draft = NeedlingDraft(day=care.now().date())
    return screen(look, title=_("Needling session"), body=_form(care, look, draft, faults), back="/aftercare")


@ft.component
def EditNeedling() -> ft.View:
    """Change a recorded session, or call it off."""
    care = use_care()
    look = ft.use_context(LookCtx)
    faults = ft.use_state(NO_FAULTS)
    page = ft.context.page
    wanted = ft.use_route_params().get("id", "")
    needling = acts.recorded(care, wanted)
    kept = care.needling_draft
    if needling is None:
        unknown = empty_state(
            look,
            title=_("There is no such session"),
            text=_("The link may be old or mistyped."),
            action=look.primary(_("Aftercare"), lambda: page.navigate("/aftercare")),
        )
        return screen(look, title=_("Needling session"), body=[unknown], back="/aftercare")
    draft = kept if kept is not None and kept.of == wanted else draft_of(needling, care.host.zone)
    body = [*_form(care, look, draft, faults), CancelNeedling(needling)]
    return screen(look, title=_("Change the session"), body=body, back="/aftercare")


def _form(
    care: CareState, look: Look, draft: NeedlingDraft, faulty: tuple[dict[str, str], Any]
) -> list[ft.Control]:
    page = ft.context.page
    faults, set_faults = faulty

    def change(**said: object) -> None:
        care.needling_draft = replace(acts.latest(care, draft), **said)  # type: ignore[arg-type]

    async def save() -> None:
        try:
            saved = await acts.save_draft(care, acts.latest(care, draft))
        except NeedlingFaultError as fault:
            set_faults(fault.faults)
            return
        if saved is not None:
            care.needling_draft = None
            page.navigate("/aftercare")
            page.show_dialog(
                ft.SnackBar(look.text(_("Saved"), color=ft.Colors.ON_INVERSE_SURFACE), persist=False)
            )

    return [
        needling_when(care, look, draft, faults, change),
        muscle_choice(care, look, draft, faults.get(MUSCLES, ""), change),
        _checklist_row(care, look, draft, faults.get(CHECKLIST, "")),
        needling_more(care, look, draft, faults, change),
        look.primary(_("Save"), save, icon=ft.Icons.CHECK),
        *_fault_lines(look, faults),
    ]


def _fault_lines(look: Look, faults: dict[str, str]) -> list[ft.Control]:
    """What keeps it from being saved, said again beside the button."""
    if not faults:
        return []
    lines: list[ft.Control] = [look.body(said, color=ft.Colors.ERROR) for said in faults.values()]
    return [
        ft.Semantics(
            live_region=True, content=ft.Column([look.body(_("Not saved yet:")), *lines], tight=True)
        )
    ]


def _checklist_row(care: CareState, look: Look, draft: NeedlingDraft, fault: str) -> ft.Control:
    """How far the checklist is, and the way to it; what was typed here stays."""
    page = ft.context.page
    guide = care.library.aftercare

    def open_checklist() -> None:
        care.needling_draft = acts.latest(care, draft)
        page.navigate("/aftercare/checklist")

    result = draft.checked(guide)
    answered = len(guide.checklist) - len(result.unanswered)
    parts: list[ft.Control] = [look.heading(_("Before needling"))]
    if answered:
        said = _("{n} of {total} questions answered").format(n=answered, total=len(guide.checklist))
        parts.append(look.body(said))
        flagged = len(result.cautions)
        if flagged:
            words = ngettext(
                "{n} answer to tell your clinician", "{n} answers to tell your clinician", flagged
            )
            parts.append(look.note(words.format(n=flagged)))
    else:
        parts.append(look.note(guide.checklist_when))
    if fault:
        parts.append(look.body(fault, color=ft.Colors.ERROR))
    parts.append(
        ft.Row([look.link(_("Open the checklist"), open_checklist, icon=ft.Icons.CHECKLIST)], wrap=True)
    )
    return look.card(*parts, gap=8)


@ft.component
def CancelNeedling(needling: Needling) -> ft.Control:
    """A session recorded in error or called off stays in the records and reminds of nothing."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    asking, set_asking = ft.use_state(False)

    async def set_to(cancelled: bool) -> None:
        set_asking(False)
        if await acts.set_cancelled(care, needling.id, cancelled):
            care.needling_draft = None
            page.navigate("/aftercare")

    ft.use_dialog(
        ft.AlertDialog(
            modal=True,
            title=look.text(_("Call this session off?"), size=20),
            content=look.body(_("It stays in your records, and nothing will remind you of it.")),
            actions=[
                look.link(_("Keep it"), lambda: set_asking(False)),
                look.link(_("Call it off"), lambda: page.run_task(set_to, True), color=ft.Colors.ERROR),
            ],
            on_dismiss=lambda: set_asking(False),
        )
        if asking
        else None
    )
    if needling.cancelled:
        return look.card(
            look.body(_("This session was called off. Nothing reminds you of it.")),
            look.secondary(_("It did take place"), lambda: page.run_task(set_to, False)),
        )
    return look.link(
        _("Recorded in error, or called off"),
        lambda: set_asking(True),
        icon=ft.Icons.EVENT_BUSY_OUTLINED,
        color=ft.Colors.ERROR,
    )
