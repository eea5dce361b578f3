"""A finished plan as a link and a code, or as a file where they cannot carry it."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from homecare.domain.plan.doubts import doubts
from homecare.domain.records.diary import diary_day
from homecare.domain.records.prescription import Prescription
from homecare.exchange.link.plan import checked_address, plan_link
from homecare.exchange.link.plan_document import plan_document
from homecare.exchange.link.qr_code import qr_png
from homecare.host.page.hand import PageHand
from homecare.ui.clinician.plan_draft import PlanDraft
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.file_card import outcome
from homecare.ui.kit.link_code import is_of_this_computer, link_code, own_address
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import Unsaved
from homecare.wording import _
from homecare.wording.faults import what_is_wrong
from homecare.wording.prescription import doubt_text, holds_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of a draft: the plan, its link ("" where none can carry it: `why`), open `questions`."""

    draft: PlanDraft
    plan: Prescription
    link: str = ""
    why: str = ""
    questions: tuple[str, ...] = ()


NOTHING: Made | None = None


@ft.component
def HandOver(draft: PlanDraft, latest: Callable[[], PlanDraft]) -> ft.Control:
    """The way to make the link; a change of the plan takes the old link away.

    `latest` is asked what to hand over when the button is tapped: `draft` is what was last drawn.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    here = own_address(ft.context.page)
    kept = address_form(care)
    held, set_made = ft.use_state(NOTHING)
    wrong, set_wrong = ft.use_state("")
    made = held if held is not None and held.draft == draft else None

    def make(sure: bool) -> None:
        set_wrong("")
        wanted = latest()
        try:
            set_made(_made(care, wanted, kept.now or here, sure=sure))
        except ValueError as fault:
            set_made(None)
            set_wrong(what_is_wrong(fault, _names(care, wanted)))

    def typed(text: str) -> None:
        kept.note(lambda _old: text.strip())
        set_made(None)

    parts: list[ft.Control] = [
        look.heading(_("Hand it over")),
        TypedField(
            _("Address"), kept.now or here, typed, check=checked_address, helper=_where(here), key="address"
        ),
        look.primary(_("Make the link and the code"), lambda: make(False), icon=ft.Icons.QR_CODE_2),
    ]
    parts += outcome(look, "", wrong)
    if made is not None and made.questions:
        parts.append(_questions(look, made, lambda: make(True)))
    elif made is not None:
        parts.append(Handed(made))
    return look.card(*parts)


@ft.component
def Handed(made: Made) -> ft.Control:
    """The code, the link, and the ways to pass them on."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    told, set_told = ft.use_state("")

    async def copy() -> None:
        if not page.web:
            await ft.Clipboard().set(made.link)
        elif not await PageHand(care.host.ask).copy(made.link):
            set_told(
                _("Your browser did not let the link be copied. Tap again, or select the link yourself.")
            )
            return
        set_told(_("Copied"))

    async def save(name: str, data: bytes) -> None:
        await ft.FilePicker().save_file(file_name=name, src_bytes=data)
        set_told(_("Saved as {name}").format(name=name))

    def save_picture() -> None:
        page.run_task(save, f"homecare-plan-{care.today.day}.png", qr_png(made.link))

    def save_file() -> None:
        page.run_task(save, f"homecare-plan-{care.today.day}.json", plan_document(made.plan))

    ways = [look.secondary(_("Save as a file"), save_file, icon=ft.Icons.DOWNLOAD)]
    parts: list[ft.Control] = []
    if made.link:
        parts += _shown(look, made.link)
        copies = look.secondary(_("Copy the link"), lambda: page.run_task(copy), icon=ft.Icons.COPY)
        ways = [copies, look.secondary(_("Save as a picture"), save_picture, icon=ft.Icons.DOWNLOAD), *ways]
    else:
        parts.append(look.body(made.why))
        parts.append(
            look.note(
                _("The patient opens the file in homecare under Exercises, “Open a plan from your clinic”.")
            )
        )
    parts.append(look.note(holds_text(made.plan)))
    parts.append(ft.Row(list(ways), wrap=True, spacing=12, run_spacing=8))
    parts += outcome(look, told, "")
    return ft.Column(parts, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def address_form(care: CareState) -> Unsaved[str]:
    """The address that a clinician typed last, kept while the window is open; "" until then."""
    return care.unsaved.form("plan-address", "")


def _questions(look: Look, made: Made, mean_it: Callable[[], None]) -> ft.Control:
    """Doses that are asked about; one tap says that they are meant."""
    return look.card(
        look.heading(_("Is this what you mean?")),
        *[look.body(question) for question in made.questions],
        ft.Row([look.secondary(_("Yes, make the link"), mean_it)], wrap=True),
        look.note(_("If not, change it above.")),
        tone="amber",
        key="doubts",
    )


def _where(here: str) -> str:
    said = _("Where your patients open homecare.")
    if not is_of_this_computer(here):
        return said
    alone = _("This one opens on this computer only, not on a patient's phone: type your clinic's own.")
    return f"{said} {alone}"


def _made(care: CareState, draft: PlanDraft, address: str, *, sure: bool) -> Made:
    """The plan of the draft, with its link where a code can carry it. Raises ValueError for no plan."""
    checked_address(address)
    plan = draft.prescription(care.library, diary_day(care.now()))
    asked = () if sure else doubts(plan, care.library)
    if asked:
        questions = tuple(doubt_text(doubt, care.library) for doubt in asked)
        return Made(draft=draft, plan=plan, questions=questions)
    try:
        link = plan_link(plan, address)
        qr_png(link, scale=1)
    except ValueError as fault:
        return Made(draft=draft, plan=plan, why=what_is_wrong(fault))
    return Made(draft=draft, plan=plan, link=link)


def _names(care: CareState, draft: PlanDraft) -> dict[str, str]:
    """What people call the ids and fields that a fault of the plan may name."""
    condition = care.library.condition(draft.condition)
    names = {"green_max": _("Green"), "amber_max": _("Amber"), condition.id: condition.name}
    names |= {"goals": _("Goals"), "steps": _("Steps"), "name": _("The name"), "note": _("The note")}
    names |= {"what": _("Insole or brace"), "taping": _("Taping"), "activity": _("Activity")}
    names |= {"first_h": _("On the first day"), "more_h": _("More each day"), "up_to_h": _("Up to")}
    names |= {phase.id: f"“{phase.name}”" for phase in condition.phases}
    for item in draft.items:
        if item.own is None and item.exercise in care.library.exercise_ids:
            names[item.exercise] = f"“{care.library.exercise(item.exercise).name}”"
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
