"""Record a needling session, or change one: time and one muscle are enough."""

from dataclasses import replace

import flet as ft

from homecare.domain.records.needling import Needling
from homecare.ui.aftercare import acts
from homecare.ui.aftercare.muscle_choice import MuscleChoice
from homecare.ui.aftercare.needling_draft import (
    CHECKLIST,
    MUSCLES,
    NeedlingDraft,
    NeedlingFaultError,
    draft_of,
)
from homecare.ui.aftercare.needling_form import LedTo, needling_more, needling_when
from homecare.ui.kit import theme
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, ngettext

NO_FAULTS: dict[str, str] = {}
NOWHERE: LedTo = (0, "")


@ft.component
def NewNeedling() -> ft.View:
    """Write a session down; what was answered on the checklist comes along."""
    look = ft.use_context(LookCtx)
    return screen(look, title=_("Needling session"), body=[NeedlingForm("", key="new")], back="/aftercare")


@ft.component
def EditNeedling() -> ft.View:
    """Change a recorded session, or call it off."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    wanted = ft.use_route_params().get("id", "")
    needling = acts.recorded(care, wanted)
    if needling is None:
        unknown = empty_state(
            look,
            title=_("There is no such session"),
            text=_("The link may be old or mistyped."),
            action=look.primary(_("Aftercare"), lambda: page.navigate("/aftercare")),
        )
        return screen(look, title=_("Needling session"), body=[unknown], back="/aftercare")
    body = [NeedlingForm(wanted, key=wanted), CancelNeedling(needling)]
    return screen(look, title=_("Change the session"), body=body, back="/aftercare")


@ft.component
def NeedlingForm(of: str, *, key: str = "") -> ft.Control:
    """The form of the session with the id `of`, "" for a new one. Flet takes `key` to tell them apart."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    form = acts.use_draft(care, of)
    faults, set_faults = ft.use_state(NO_FAULTS)
    led_to, lead_to = ft.use_state(NOWHERE)
    saving, busy = use_latest(False)

    def change(**said: object) -> None:
        form.change(lambda now: replace(now, **said))  # type: ignore[arg-type]

    async def save() -> None:
        if busy.now:
            return
        busy.put(True)
        try:
            saved = await acts.save_draft(care, form.now)
        except NeedlingFaultError as fault:
            set_faults(fault.faults)
            lead_to((led_to[0] + 1, next(iter(fault.faults))))
            saved = None
        if saved is None:
            busy.put(False)
            return
        form.discard()
        page.navigate("/aftercare")
        page.show_dialog(
            ft.SnackBar(look.text(_("Saved"), color=ft.Colors.ON_INVERSE_SURFACE), persist=False)
        )

    return ft.Column(
        [
            needling_when(care, look, form.now, faults, change, led_to=led_to),
            MuscleChoice(
                form,
                faults.get(MUSCLES, ""),
                cursor=led_to[0] if led_to[1] == MUSCLES else 0,
                key=f"muscles-{of}",
            ),
            _checklist_row(care, look, form.now, faults.get(CHECKLIST, "")),
            needling_more(care, look, form.now, faults, change, led_to=led_to),
            look.primary(_("Save"), save, icon=ft.Icons.CHECK, disabled=saving),
            *_fault_lines(look, faults),
        ],
        spacing=theme.GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _fault_lines(look: Look, faults: dict[str, str]) -> list[ft.Control]:
    """What keeps it from being saved, said again beside the button."""
    if not faults:
        return []
    lines: list[ft.Control] = [look.body(fault, color=ft.Colors.ERROR) for fault in faults.values()]
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
        page.navigate(f"/aftercare/checklist?of={draft.of}" if draft.of else "/aftercare/checklist")

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
            care.unsaved.form(f"needling {needling.id}", draft_of(needling, care.host.zone)).discard()
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
