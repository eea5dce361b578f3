"""A plan from a clinician, opened by its link: what it changes, and whether the patient takes it over."""

import flet as ft

from homecare.domain.plan.doubts import doubts
from homecare.domain.plan.take_over import ItemChange, PlanChanges, acceptance, forbidden_in, plan_changes
from homecare.domain.records.prescription import OwnExercise, Prescription
from homecare.exchange.link.plan import read_plan
from homecare.exchange.link.plan_document import MOST_BYTES, read_plan_document
from homecare.exchange.reading.intake import IntakeError
from homecare.ui.kit.file_card import outcome
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.kit.text_blocks import numbered
from homecare.ui.kit.theme import Tone
from homecare.ui.safety.acts import next_question
from homecare.ui.state.care import CareState, new_id, use_care
from homecare.ui.state.picking import OfferedFile, one_file, use_files, use_reading
from homecare.wording import _
from homecare.wording.doses import side_text
from homecare.wording.prescription import (
    advice_lines,
    change_word,
    doubt_text,
    from_whom,
    limits_text,
    part_text,
    until_when,
)
from homecare.wording.reasons import forbidden_sentence
from homecare.wording.report import day

PICTURE_HEIGHT = 160
NO_PLAN: Prescription | None = None
TONES: dict[str, Tone] = {"added": "info", "changed": "amber", "kept": "grey", "removed": "grey"}


@ft.component
def PlanOffer() -> ft.Control:
    """The plan that the address carries, or why it carries none."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    code = str(ft.use_route_params().get("code", ""))
    try:
        wanted = read_plan(code, care.library)
    except IntakeError as fault:
        action = look.primary(_("Go to Today"), lambda: page.navigate("/"))
        unread = empty_state(look, title=_("This plan cannot be opened"), text=str(fault), action=action)
        return screen(look, title=_("Plan from your clinician"), body=[unread], back="/")
    return Offer(wanted, key=code)


@ft.component
def PlanFile() -> ft.Control:
    """A plan that came as a file: chosen or dropped here, then shown like one from a link."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    wanted, set_wanted = ft.use_state(NO_PLAN)
    wrong, set_wrong = ft.use_state("")
    _said, reading = use_reading()

    async def take(offered: list[OfferedFile]) -> None:
        set_wrong("")
        if not offered:
            return
        try:
            file = await one_file(offered)
            if file.size > MOST_BYTES:
                await file.let_go()
                raise IntakeError(_("The file is too large for a plan; choose the one your clinic gave you."))
            data = await reading.content(file)
            if data is not None:
                set_wanted(read_plan_document(data, care.library))
        except IntakeError as fault:
            set_wrong(str(fault))

    choose = use_files(care, take, set_wrong)
    if wanted is not None:
        return Offer(wanted, key="file")
    said = _(
        "Choose the file that your clinic gave you, or drop it here. You see what changes before you take it."
    )
    body: list[ft.Control] = [
        look.card(
            look.body(said),
            look.primary(_("Choose the file"), lambda: page.run_task(choose), icon=ft.Icons.FOLDER_OPEN),
            *outcome(look, "", wrong),
        )
    ]
    return screen(look, title=_("Plan from your clinician"), body=body, back="/exercises")


@ft.component
def Offer(wanted: Prescription, *, key: str = "") -> ft.View:
    """What would change; taking it over is one tap, and so is leaving it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    changes = changes_of(care, wanted)

    async def take() -> None:
        if await accept(care, wanted):
            page.navigate(next_question(care) if changes.starts else "/")

    body: list[ft.Control] = [_about(care, look, wanted, changes.starts)]
    rows = [_row(care, look, item) for item in changes.items]
    body.append(
        look.card(
            look.heading(_("What changes")),
            *(rows or [look.body(_("No exercises: this plan asks for rest."))]),
            gap=16,
        )
    )
    advice = advice_rows(look, advice_lines(wanted))
    if advice:
        body.append(look.card(look.heading(_("And besides")), *advice, gap=12))
    plan = care.plans.get(wanted.condition)
    if not wanted.holds_on(care.today.day):
        over = _("This plan ended on {day}; ask your clinic for a new one.")
        body.append(look.card(look.body(over.format(day=day(wanted.expires or wanted.issued))), tone="amber"))
    elif plan is not None and plan.prescription == wanted:
        body.append(look.card(look.body(_("You have taken this plan over.")), tone="green"))
    else:
        body += warnings(care, look, wanted)
        body.append(look.primary(_("Take this plan over"), lambda: page.run_task(take), icon=ft.Icons.CHECK))
        body.append(look.secondary(_("Not now"), lambda: page.navigate("/")))
    return screen(look, title=_("Plan from your clinician"), subtitle=from_whom(wanted), body=body, back="/")


def _about(care: CareState, look: Look, wanted: Prescription, starts: bool) -> ft.Control:
    condition = care.library.condition(wanted.condition)
    phase = condition.phase(wanted.phase)
    parts: list[ft.Control] = [
        look.heading(condition.name),
        look.body(_("{side}, phase: {phase}").format(side=side_text(wanted.side), phase=phase.name)),
        look.body(until_when(wanted)),
    ]
    if wanted.limits is not None:
        parts.append(look.body(limits_text(wanted.limits)))
    if starts:
        said = _("You have no plan for this yet. If you take it over, the safety questions come next.")
        parts.append(look.note(said))
    parts.append(look.note(_("The amounts in this plan replace those in the app. Your diary stays.")))
    return look.card(*parts)


def advice_rows(look: Look, lines: list[tuple[str, str]]) -> list[ft.Control]:
    """What a plan says besides its exercises, each beneath the word for what it is about."""
    return [
        ft.MergeSemantics(
            content=ft.Column(
                [look.text(about, weight=ft.FontWeight.W_600), look.body(said)], spacing=2, tight=True
            )
        )
        for about, said in lines
    ]


def _row(care: CareState, look: Look, change: ItemChange) -> ft.Control:
    part = change.after or change.before
    own = part.own if part is not None else None
    name = own.name if own else care.library.exercise(change.exercise).name
    badge = look.badge(change_word(change.kind), TONES[change.kind])
    lines: list[ft.Control] = [
        ft.Row([badge], tight=True),
        look.text(name, weight=ft.FontWeight.W_600),
    ]
    if change.after is not None:
        lines.append(look.body(part_text(change.after)))
        lines += _own(look, change.after.own) if change.after.own else []
    if change.before is not None and change.kind != "kept":
        lines.append(look.note(_("Until now: {dose}").format(dose=part_text(change.before))))
    return ft.MergeSemantics(content=ft.Column(lines, spacing=4, tight=True))


def _own(look: Look, own: OwnExercise) -> list[ft.Control]:
    """The steps of an exercise that the clinician wrote, and its picture where there is one."""
    rows = numbered(look, own.steps)
    if own.picture:
        image = ft.Image(src=own.exercise().picture, height=PICTURE_HEIGHT, fit=ft.BoxFit.CONTAIN)
        rows.append(ft.Semantics(image=True, label=own.name, content=image))
    return rows


def warnings(care: CareState, look: Look, wanted: Prescription) -> list[ft.Control]:
    """What speaks against exercises of the plan for this patient now; nothing when nothing does."""
    library = care.library.with_exercises(wanted.own())
    asked = doubts(wanted, library)
    found = forbidden_in(wanted, care.records, care.library, care.now(), care.host.zone)
    if not found and not asked:
        return []
    parts: list[ft.Control] = [look.heading(_("Check with your clinic first"))]
    for name, ban in found.items():
        condition = care.library.condition_names[ban.condition] if ban.condition else ""
        parts.append(look.text(library.exercise(name).name, weight=ft.FontWeight.W_600))
        parts.append(look.body(forbidden_sentence(ban, condition)))
    if asked:
        parts.append(look.text(_("Is this what your clinic means?"), weight=ft.FontWeight.W_600))
        parts += [look.body(doubt_text(doubt, library)) for doubt in asked]
    parts.append(
        look.note(_("Your clinic may have a reason for it. If you are unsure, call them before you start."))
    )
    return [look.card(*parts, tone="amber", key="warnings")]


def changes_of(care: CareState, wanted: Prescription) -> PlanChanges:
    """What the plan would change now; everything is new for a condition that has no plan yet."""
    return plan_changes(care.plans.get(wanted.condition), wanted, care.library)


async def accept(care: CareState, wanted: Prescription) -> bool:
    """Take the plan over, and start its condition where the patient has no plan for it yet."""
    current = care.plans.get(wanted.condition)
    return await care.decide(*acceptance(current, wanted, care.now(), (new_id(), new_id())))
