"""A finished plan as a link and a code."""

from collections.abc import Callable

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.exchange.link.plan import checked_address, plan_link
from homecare.exchange.link.qr_code import qr_png
from homecare.host.page.hand import PageHand
from homecare.ui.clinician.plan_draft import PlanDraft
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.link_code import is_of_this_computer, link_code, own_address
from homecare.ui.kit.look import Handler, Look, LookCtx
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

NO_LINK = ""


@ft.component
def HandOver(draft: PlanDraft, latest: Callable[[], PlanDraft]) -> ft.Control:
    """The way to make the link; a change of the plan takes the old link away.

    `latest` is asked what to hand over when the button is tapped: `draft` is what was last drawn.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    here = own_address(page)
    address = ft.use_ref(here)
    made, set_made = ft.use_state((draft, NO_LINK))
    wrong, set_wrong = ft.use_state("")
    told, set_told = ft.use_state("")
    link = made[1] if made[0] == draft else NO_LINK

    def make() -> None:
        set_told("")
        set_wrong("")
        wanted = latest()
        try:
            set_made((wanted, _link(care, wanted, address.current or here)))
        except ValueError as fault:
            set_wrong(what_is_wrong(fault, _names(care, wanted)))

    def typed(text: str) -> None:
        address.current = text.strip()
        set_made((draft, NO_LINK))

    async def copy() -> None:
        if not page.web:
            await ft.Clipboard().set(link)
        elif not await PageHand(care.host.ask).copy(link):
            set_told(
                _("Your browser did not let the link be copied. Tap again, or select the link yourself.")
            )
            return
        set_told(_("Copied"))

    async def save() -> None:
        name = f"homecare-plan-{care.today.day}.png"
        await ft.FilePicker().save_file(file_name=name, src_bytes=qr_png(link))
        set_told(_("Saved as {name}").format(name=name))

    parts: list[ft.Control] = [
        look.heading(_("Hand it over")),
        TypedField(_("Address"), here, typed, check=checked_address, helper=_where(here), key="address"),
        look.primary(_("Make the link and the code"), make, icon=ft.Icons.QR_CODE_2),
    ]
    if wrong:
        parts.append(ft.Semantics(live_region=True, content=look.body(wrong, color=ft.Colors.ERROR)))
    if link:
        parts += _shown(look, link)
        parts.append(_buttons(look, lambda: page.run_task(copy), lambda: page.run_task(save)))
    if told:
        parts.append(ft.Semantics(live_region=True, content=look.note(told)))
    return look.card(*parts)


def _buttons(look: Look, copy: Handler, save: Handler) -> ft.Control:
    return ft.Row(
        [
            look.secondary(_("Copy the link"), copy, icon=ft.Icons.COPY),
            look.secondary(_("Save as a picture"), save, icon=ft.Icons.DOWNLOAD),
        ],
        wrap=True,
        spacing=12,
        run_spacing=8,
    )


def _where(here: str) -> str:
    said = _("Where your patients open homecare.")
    if not is_of_this_computer(here):
        return said
    alone = _("This one opens on this computer only, not on a patient's phone: type your clinic's own.")
    return f"{said} {alone}"


def _link(care: CareState, draft: PlanDraft, address: str) -> str:
    link = plan_link(draft.prescription(care.library, diary_day(care.now())), address)
    qr_png(link, scale=1)
    return link


def _names(care: CareState, draft: PlanDraft) -> dict[str, str]:
    """What people call the ids that a fault of the plan may name."""
    condition = care.library.condition(draft.condition)
    names = {"green_max": _("Green"), "amber_max": _("Amber"), condition.id: condition.name}
    names |= {phase.id: f"“{phase.name}”" for phase in condition.phases}
    names |= {item.exercise: f"“{care.library.exercise(item.exercise).name}”" for item in draft.items}
    return names


def _shown(look: Look, link: str) -> list[ft.Control]:
    return [
        look.note(
            _(
                "The patient points a phone's camera at the code, or opens the link. "
                "The plan is in the link itself."
            )
        ),
        link_code(look, link, _("Code of the plan")),
        look.note(_("Link")),
        ft.SelectionArea(content=look.text(link, size=15)),
    ]
