"""Before the appointment, and what may be done beside needling: short lines, each with its source."""

import flet as ft

from homecare.domain.library.around_needling import PageId, Section, Sentence
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.kit.text_blocks import bullets
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _


@ft.component
def BeforeNeedling() -> ft.View:
    """What to expect and to bring, and that one may say stop; the checklist is one tap away."""
    page = ft.context.page
    look = ft.use_context(LookCtx)
    onward = look.secondary(
        _("Checklist before needling"),
        lambda: page.navigate("/aftercare/checklist"),
        icon=ft.Icons.CHECKLIST,
    )
    return _advice("before", onward)


@ft.component
def BesideNeedling() -> ft.View:
    """Manual therapy, insoles, shockwave, shoes and load; the patient's own conditions come first."""
    return _advice("beside", None)


def _advice(page_id: PageId, onward: ft.Control | None) -> ft.View:
    care = use_care()
    look = ft.use_context(LookCtx)
    page = care.library.around_needling.page(page_id)
    body: list[ft.Control] = [
        look.note(_("A line without a source is usual practice, not proven.")),
        *[_section(care, look, section) for section in page.sections],
    ]
    if onward is not None:
        body.append(onward)
    body.append(_sources_link(look))
    return screen(look, title=page.title, body=body, back="/aftercare")


def _section(care: CareState, look: Look, section: Section) -> ft.Control:
    rows: list[ft.Control] = []
    for sentence in _own_first(care, section):
        if sentence.condition is not None:
            rows.append(
                look.text(care.library.condition_names[sentence.condition], weight=ft.FontWeight.W_600)
            )
        rows += bullets(look, [sentence.text])
        if not sentence.customary:
            source = care.library.source(sentence.source).short
            rows.append(
                ft.Container(
                    look.note(_("Source: {source}").format(source=source)),
                    padding=ft.Padding.only(left=22 * look.factor + 4),
                )
            )
    return look.card(look.heading(section.heading), *rows, gap=8, key=section.id)


def _own_first(care: CareState, section: Section) -> list[Sentence]:
    """The sentences, those for the conditions of the patient's plan before those for others."""
    return sorted(
        section.sentences,
        key=lambda sentence: sentence.condition is not None and sentence.condition not in care.plans,
    )


def _sources_link(look: Look) -> ft.Control:
    page = ft.context.page
    return look.link(_("All sources"), lambda: page.navigate("/about/sources"), icon=ft.Icons.MENU_BOOK)
