"""Sources: every study and guideline behind the advice, what each supports, and what speaks against it."""

import flet as ft

from homecare.domain.library.source import CounterEvidence, Source
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.state.care import use_care
from homecare.wording import _


@ft.component
def Sources() -> ft.View:
    """One card per source, in the order of their names; usual practice and doubts come first."""
    care = use_care()
    look = ft.use_context(LookCtx)
    book = care.library.source_book
    studies = sorted(
        (source for source in book.sources.values() if not source.customary),
        key=lambda source: source.short.casefold(),
    )
    body: list[ft.Control] = [
        look.card(
            look.heading(_("How sure is this?")),
            look.body(
                _(
                    "Some advice rests on studies. Much of it is usual practice: what clinicians do, "
                    "although no single study tested it. The app says which is which."
                )
            ),
            tone="info",
        ),
        look.card(
            look.heading(_("What speaks against the advice")),
            *[_doubt(look, doubt) for doubt in book.counter_evidence],
        ),
        look.heading(_("All {count} sources").format(count=len(studies))),
        *[_source(look, source, book.confidence_meanings[source.confidence]) for source in studies],
    ]
    return screen(look, title=_("Sources"), body=body, back="/about")


def _source(look: Look, source: Source, checked: str) -> ft.Control:
    parts: list[ft.Control] = [
        look.heading(source.short, level=3, size=17),
        look.body(_("Used for: {what}").format(what=source.used_for)),
        look.note(source.citation),
        look.note(_("How far it was checked: {checked}").format(checked=checked)),
    ]
    if source.url or source.locator:
        parts.append(look.note(source.url or source.locator))
    return look.card(*parts, gap=8, key=source.key)


def _doubt(look: Look, doubt: CounterEvidence) -> ft.Control:
    return ft.Column([look.body(doubt.finding), look.note(doubt.citation)], spacing=2, tight=True)
