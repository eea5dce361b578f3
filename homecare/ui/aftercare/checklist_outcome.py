"""What the answers of the checklist mean, the clinician's decision, and the way on."""

from collections.abc import Sequence
from dataclasses import replace

import flet as ft

from homecare.ui.aftercare.acts import latest
from homecare.ui.aftercare.needling_draft import NeedlingDraft
from homecare.ui.kit.bullets import bullets
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.typed_field import TypedField
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _

NAME_LIMIT = 80
DECISION_LIMIT = 400


@ft.component
def ChecklistOutcome(draft: NeedlingDraft) -> ft.Control:
    """Stopped, to be told to the clinician, or neither; then on to the record of the session."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    result = draft.checked(care.library.aftercare)
    cards: list[ft.Control] = []
    if result.stops:
        cards.append(_stopped(care, look, draft, result.stops))
    if result.cautions:
        cards.append(
            look.card(
                look.heading(_("Tell your clinician before needling")),
                *bullets(look, _questions(care, result.cautions)),
                tone="amber",
                key="cautions",
            )
        )
    if draft.answers and not result.stops and not result.cautions and not result.unanswered:
        cards.append(look.card(look.heading(_("Nothing here speaks against it")), tone="green", key="clear"))
    cards.append(look.note(care.library.aftercare.checklist_rule))

    def go_on() -> None:
        care.needling_draft = latest(care, draft)
        page.navigate(f"/aftercare/needling/{draft.of}" if draft.of else "/aftercare/new")

    cards.append(
        look.primary(
            _("Back to the session") if draft.of else _("Record the session"),
            go_on,
            icon=ft.Icons.ARROW_FORWARD,
            disabled=result.blocked,
        )
    )
    if draft.answers:

        def clear() -> None:
            care.needling_draft = replace(latest(care, draft), answers={}, decided_by="", decision="")

        cards.append(look.link(_("Clear my answers"), clear, icon=ft.Icons.RESTART_ALT))
    return ft.Column(cards, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _stopped(care: CareState, look: Look, draft: NeedlingDraft, stops: Sequence[str]) -> ft.Control:
    def decide(**said: str) -> None:
        care.needling_draft = replace(latest(care, draft), **said)  # type: ignore[arg-type]

    title = (
        _("Your clinician has decided")
        if draft.decided
        else _("Do not have needling until your clinician has decided")
    )
    return look.card(
        ft.Semantics(live_region=True, content=look.heading(title)),
        *bullets(look, _questions(care, stops)),
        look.note(_("Only a clinician can decide. Write down who did, and what.")),
        TypedField(
            _("Name of the clinician"),
            draft.decided_by,
            lambda text: decide(decided_by=text),
            limit=NAME_LIMIT,
            key="decided-by",
        ),
        TypedField(
            _("What they decided"),
            draft.decision,
            lambda text: decide(decision=text),
            limit=DECISION_LIMIT,
            lines=2,
            key="decision",
        ),
        tone="amber" if draft.decided else "red",
        key="stopped",
    )


def _questions(care: CareState, ids: Sequence[str]) -> list[str]:
    """The questions with these ids, with the answer that raised the flag and its note."""
    said = []
    for item in care.library.aftercare.checklist:
        if item.id in ids:
            answer = _("Yes") if item.if_answer == "yes" else _("No")
            said.append(
                _("{question} {answer}. {note}")
                .format(question=item.question, answer=answer, note=item.note)
                .strip()
            )
    return said
