"""The checklist before needling: its questions, what the answers mean, and the clinician's decision."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qs, urlparse

import flet as ft

from homecare.domain.library.aftercare import ChecklistItem
from homecare.ui.aftercare.acts import use_draft
from homecare.ui.aftercare.needling_draft import NeedlingDraft
from homecare.ui.kit.choices import yes_or_no
from homecare.ui.kit.fields import NAME_LIMIT, TypedField
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.kit.text_blocks import bullets
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import Unsaved
from homecare.wording import _, ngettext


@ft.component
def Checklist() -> ft.View:
    """One question after another; the answers stay while the session is written down."""
    care = use_care()
    look = ft.use_context(LookCtx)
    guide = care.library.aftercare
    of = parse_qs(urlparse(ft.context.page.route or "").query).get("of", [""])[0]
    form = use_draft(care, of)
    draft = form.now
    left = len(draft.checked(guide).unanswered)

    questions = [_question(look, item, form) for item in guide.checklist]
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
        ChecklistOutcome(form),
    ]
    back = f"/aftercare/needling/{draft.of}" if draft.of else "/aftercare"
    return screen(look, title=_("Before needling"), body=body, back=back)


def _question(look: Look, item: ChecklistItem, form: Unsaved[NeedlingDraft]) -> ft.Control:
    def answer(yes: bool) -> None:
        form.change(lambda now: replace(now, answers={**now.answers, item.id: yes}))

    return yes_or_no(look, item.question, form.now.answers.get(item.id), answer, key=item.id)


DECISION_LIMIT = 400


@ft.component
def ChecklistOutcome(form: Unsaved[NeedlingDraft]) -> ft.Control:
    """Stopped, to be told to the clinician, or neither; then on to the record of the session."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    draft = form.now
    result = draft.checked(care.library.aftercare)
    cards: list[ft.Control] = []
    if result.stops:
        cards.append(_stopped(care, look, form, result.stops))
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
        cards.append(
            look.card(look.heading(_("Your answers show no reason to wait.")), tone="green", key="clear")
        )
    cards.append(look.note(care.library.aftercare.checklist_rule))

    def go_on() -> None:
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
            form.change(lambda now: replace(now, answers={}, decided_by="", decision=""))

        cards.append(look.link(_("Clear my answers"), clear, icon=ft.Icons.RESTART_ALT))
    return ft.Column(cards, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _stopped(care: CareState, look: Look, form: Unsaved[NeedlingDraft], stops: Sequence[str]) -> ft.Control:
    draft = form.now

    def decide(**said: str) -> None:
        form.change(lambda now: replace(now, **said))  # type: ignore[arg-type]

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
