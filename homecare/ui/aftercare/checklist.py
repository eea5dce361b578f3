"""The checklist before needling: its questions, what the answers mean, and the clinician's decision."""

from dataclasses import replace

import flet as ft

from homecare.domain.library.needling import ChecklistItem
from homecare.ui.aftercare.acts import latest
from homecare.ui.aftercare.checklist_outcome import ChecklistOutcome
from homecare.ui.aftercare.needling_draft import NeedlingDraft
from homecare.ui.kit.choice_of import yes_or_no
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _, ngettext


@ft.component
def Checklist() -> ft.View:
    """One question after another; the answers stay while the session is written down."""
    care = use_care()
    look = ft.use_context(LookCtx)
    guide = care.library.aftercare
    draft = care.needling_draft or NeedlingDraft(day=care.now().date())
    left = len(draft.checked(guide).unanswered)

    questions = [_question(care, look, item, draft) for item in guide.checklist]
    said = (
        ngettext("{n} question left", "{n} questions left", left).format(n=left)
        if left
        else _("All questions answered")
    )
    body: list[ft.Control] = [
        look.card(
            look.body(guide.checklist_when), *map(look.body, guide.never_needle_plan), tone="info", gap=8
        ),
        look.card(*questions, gap=16),
        ft.Semantics(live_region=True, content=look.note(said)),
        ChecklistOutcome(draft),
    ]
    back = f"/aftercare/needling/{draft.of}" if draft.of else "/aftercare"
    return screen(look, title=_("Before needling"), body=body, back=back)


def _question(care: CareState, look: Look, item: ChecklistItem, draft: NeedlingDraft) -> ft.Control:
    def answer(yes: bool) -> None:
        now = latest(care, draft)
        care.needling_draft = replace(now, answers={**now.answers, item.id: yes})

    return yes_or_no(look, item.question, draft.answers.get(item.id), answer, key=item.id)
