"""An exercise: picture, dose, steps, cues, mistakes, when not to do it, and where the dose comes from."""

import flet as ft

from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.library.exercise import ClinicExercise, Exercise
from homecare.domain.library.phase import RoutineItem
from homecare.domain.plan.contraindications import forbidden_anywhere
from homecare.domain.plan.items import plan_items
from homecare.domain.today.answer import ItemGuidance
from homecare.ui.kit.exercise_frames import ExerciseFrames, has_picture
from homecare.ui.kit.light_badge import light_badge
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import empty_state, opens, screen
from homecare.ui.kit.text_blocks import bullets, numbered
from homecare.ui.plan.practice_card import PracticeCard
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.doses import (
    basis_text,
    confidence_text,
    dose_text,
    load_parts,
    schedule_text,
    side_text,
)
from homecare.wording.exercises import equipment_lines
from homecare.wording.reasons import forbidden_sentence, reason_sentence


@ft.component
def ExercisePage() -> ft.View:
    """Everything about one exercise; for one of the plan also its dose and light."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    wanted = ft.use_route_params().get("id", "")
    if wanted not in care.library.exercise_ids:
        unknown = empty_state(
            look,
            title=_("There is no such exercise"),
            text=_("The link may be old or mistyped."),
            action=look.primary(_("Your exercises"), lambda: page.navigate("/exercises")),
        )
        return screen(look, title=_("Exercise"), body=[unknown], back="/exercises")
    exercise = care.library.exercise(wanted)
    guidance = [item for item in care.today.items if item.exercise == wanted]
    left = any(item.side == "left" for item in guidance)
    body: list[ft.Control] = []
    if has_picture(exercise):
        body.append(ExerciseFrames(exercise, look, "alternate", mirrored=left, height=260))
    body += _forbidden(care, look, exercise)
    body += [_dose(care, look, item) for item in guidance]
    body.append(PracticeCard(wanted, key=f"practice-{wanted}"))
    body += [
        look.card(look.heading(_("How to do it")), *numbered(look, exercise.steps)),
    ]
    if isinstance(exercise, ClinicExercise):
        body.append(look.card(look.body(_own_said(exercise))))
        return screen(look, title=exercise.name, body=body, back="/exercises")
    body += [
        look.card(look.heading(_("It should feel like this")), *bullets(look, exercise.cues)),
        look.card(look.heading(_("Common mistakes")), *bullets(look, exercise.mistakes)),
        look.card(
            look.heading(_("Do not do it, or ask first")),
            *bullets(look, exercise.contraindications),
            tone="amber",
        ),
        _facts(care, look, exercise),
    ]
    return screen(look, title=exercise.name, body=body, back="/exercises")


def _own_said(exercise: ClinicExercise) -> str:
    """That nobody but the clinician knows this exercise, and what the app does about it."""
    if exercise.after_needling:
        return _("Your clinician wrote this exercise for you. The app knows only what it says here.")
    return _(
        "Your clinician wrote this exercise for you. The app knows only what it says here, so it pauses the "
        "exercise for a day after needling of that leg."
    )


def _forbidden(care: CareState, look: Look, exercise: Exercise) -> list[ft.Control]:
    """Why the patient must not do this exercise now, on a side that a plan is for; nothing when they may."""
    evidence = evidence_at(care.records, care.library, care.now(), care.host.zone)
    ban = forbidden_anywhere(exercise, evidence)
    if ban is None:
        return []
    name = care.library.condition_names[ban.condition] if ban.condition else ""
    return [look.card(look.body(forbidden_sentence(ban, name)), tone="amber")]


def _dose(care: CareState, look: Look, guidance: ItemGuidance) -> ft.Control:
    item = planned(care, guidance)
    parts: list[ft.Control] = [
        look.heading(_("How much to do")),
        look.text(dose_text(guidance.dose), size=18, weight=ft.FontWeight.W_600),
        look.body(f"{side_text(guidance.side)}, {schedule_text(item.schedule)}"),
    ]
    parts += [look.body(said) for said in load_parts(guidance.load, guidance.load_kg, guidance.band)]
    if guidance.note:
        parts.append(look.body(_("Your clinic says: {note}").format(note=guidance.note)))
    parts += [ft.Row([badge]) for badge in light_badge(look, guidance)]
    parts.append(look.note(reason_sentence(guidance)))
    if item.regression.text and not guidance.instead_of:
        parts.append(look.note(_("Easier: {text}").format(text=item.regression.text)))
    if item.progression.text and not guidance.instead_of:
        parts.append(look.note(_("Next step: {text}").format(text=item.progression.text)))
    if guidance.prescribed:
        parts.append(look.note(_("This is your clinic's plan; they decide on the next step.")))
    if isinstance(care.library.exercise(guidance.exercise), ClinicExercise):
        return look.card(*parts, key=guidance.condition)
    source = ft.ExpansionTile(
        title=look.text(_("Where these numbers come from"), weight=ft.FontWeight.W_600),
        controls=[
            ft.Column(
                dose_source(care, look, item), spacing=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
            )
        ],
        tile_padding=0,
    )
    return look.card(*parts, source, key=guidance.condition)


def planned(care: CareState, guidance: ItemGuidance) -> RoutineItem:
    """The plan item behind a guidance, as the clinician or else the content prescribes it."""
    plan = care.plans[guidance.condition]
    condition = care.library.condition(guidance.condition)
    if plan.prescription is None:
        return next(item for item in condition.phase(plan.phase).items if item.exercise == guidance.item)
    items = plan_items(plan, condition.resolved_variant(plan.variant), care.library)
    return next(item for item in items if item.exercise == guidance.item)


def _facts(care: CareState, look: Look, exercise: Exercise) -> ft.Control:
    source = care.library.source(exercise.source)
    parts: list[ft.Control] = [
        look.heading(_("More about it")),
        look.body(_("Position: {position}").format(position=exercise.position)),
        *(look.body(line) for line in equipment_lines(exercise)),
        look.body(_("It works: {targets}").format(targets=", ".join(exercise.targets))),
        look.note(source.citation),
        look.note(confidence_text(source.confidence)),
    ]
    for label, exercise_id in ((_("Easier"), exercise.easier), (_("Harder"), exercise.harder)):
        if exercise_id is not None:
            name = care.library.exercise(exercise_id).name
            parts.append(
                look.link(
                    _("{label}: {name}").format(label=label, name=name),
                    opens(f"/exercises/exercise/{exercise_id}"),
                )
            )
    return look.card(*parts)


def dose_source(care: CareState, look: Look, item: RoutineItem) -> list[ft.Control]:
    """The source of the dose with its confidence, and how far it backs the numbers."""
    source = care.library.source(item.source)
    return [
        look.body(basis_text(item.dose_basis)),
        look.note(source.citation),
        *([look.note(source.locator)] if source.locator else []),
        look.note(confidence_text(source.confidence)),
        *([look.note(_("Note: {note}").format(note=item.note))] if item.note else []),
    ]
