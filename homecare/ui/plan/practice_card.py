"""On an exercise's page: try it now, outside the routine, where nothing holds it."""

import flet as ft

from homecare.domain.safety.alerts import pressed_evidence_at
from homecare.domain.safety.holds import HELD_BY, HoldCode
from homecare.domain.today.practice import Practice, practice, usual_side
from homecare.ui.kit.choices import choice_of
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import opens
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _
from homecare.wording.doses import dose_text
from homecare.wording.reasons import hold_until_sentence

UNCHOSEN: str | None = None


@ft.component
def PracticeCard(exercise_id: str, key: str = "") -> ft.Control:
    """The side to try it on, how much, and Start; or why not now. Flet takes `key` to tell pages apart."""
    care = use_care()
    look = ft.use_context(LookCtx)
    chosen, choose = ft.use_state(UNCHOSEN)
    evidence = pressed_evidence_at(care.records, care.library, care.now(), care.host.zone)
    side = chosen or usual_side(exercise_id, evidence)
    wanted = practice(exercise_id, side, evidence)
    parts: list[ft.Control] = [look.heading(_("Try it now"))]
    if wanted.dose is None:
        return look.card(*parts, look.body(_("No plan has an amount for this one. Ask your clinician.")))
    if not care.library.exercise(exercise_id).both_at_once and care.plans:
        sides = (("left", _("Left leg")), ("right", _("Right leg")), ("both", _("Both legs")))
        parts.append(choice_of(look, _("Which leg?"), sides, side, choose, key="practice-side"))
    parts += _held(care, look, wanted) or _start(care, look, wanted, dose_text(wanted.dose))
    return look.card(*parts, key="practice")


def _start(care: CareState, look: Look, wanted: Practice, amount: str) -> list[ft.Control]:
    """The amount and the button; a session that was left is finished first."""
    if care.session_left:
        note = _("You have not finished a session. Finish it first, then you can try this one.")
        go_on = look.primary(_("Go on where you stopped"), opens("/session"), icon=ft.Icons.PLAY_ARROW)
        return [look.note(note), go_on]
    route = f"/session/try/{wanted.side}/{wanted.exercise}"
    return [
        look.body(amount),
        look.note(_("It goes into your diary. It does not count as one of today's sessions.")),
        look.primary(_("Start"), opens(route), icon=ft.Icons.PLAY_ARROW),
    ]


def _held(care: CareState, look: Look, wanted: Practice) -> list[ft.Control]:
    """Why it may not be tried now, and the way on where there is one; nothing when it may."""
    if wanted.held is None:
        return []
    if wanted.held.code in HELD_BY.values():
        return [look.body(_("Not now on this side, for the reason given above."))]
    parts: list[ft.Control] = [look.body(hold_until_sentence(wanted.held, care.now()))]
    if wanted.held.code is HoldCode.NO_PLAN:
        parts.append(look.primary(_("Set up"), opens("/welcome")))
    elif wanted.held.code is HoldCode.SCREENING:
        route = "/safety/ask-first" if care.today.ask_first.unanswered else "/safety"
        parts.append(look.primary(_("Answer the questions"), opens(route)))
    return parts
