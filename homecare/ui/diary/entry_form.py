"""The questions of an entry on one screen: first what fits the time of day, then everything else."""

from collections.abc import Callable
from functools import partial

import flet as ft

from homecare.ui.diary.entry_sections import (
    SECTIONS,
    Filling,
    answered_in,
    question,
    questions,
    section_title,
)
from homecare.ui.diary.entry_start import needling_to_ask_about, slot_of
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _, ngettext

SORENESS = "needling_soreness"
FITTING = {"morning": "morning", "evening": "today"}
"""The section that is asked without a tap in each part of the day."""


def entry_form(
    care: CareState,
    look: Look,
    filling: Filling,
    *,
    opened: frozenset[str],
    on_toggle: Callable[[str], None],
    head: ft.Control | None = None,
) -> list[ft.Control]:
    """The cards of the form; `opened` are the sections that show their questions, `head` stands first."""
    first: list[ft.Control] = [question(care, look, "pain_now", filling)]
    cards: list[ft.Control] = [look.card(*([head] if head is not None else []), *first, key="card-now")]
    if needling_to_ask_about(care, filling.draft.at) is not None or SORENESS in filling.draft.pains:
        cards.append(look.card(question(care, look, SORENESS, filling), key="card-soreness"))
    fitting = fitting_section(care, filling)
    if fitting is not None:
        cards.append(
            look.card(
                look.heading(section_title(fitting)),
                *questions(care, look, fitting, filling),
                gap=20,
                key=f"card-{fitting}",
            )
        )
    rest = [section for section in SECTIONS if section != fitting]
    cards.append(
        ft.Container(look.heading(_("More, if you like")), padding=ft.Padding.only(left=4, top=4), key="more")
    )
    cards += [
        _section(care, look, section, filling, is_open=section in opened, on_toggle=on_toggle)
        for section in rest
    ]
    return cards


def fitting_section(care: CareState, filling: Filling) -> str | None:
    """The section that this time of day asks first, None in between."""
    slot = slot_of(care, filling.draft.at, filling.draft.day)
    return FITTING.get(slot) if slot is not None else None


def _section(
    care: CareState,
    look: Look,
    section: str,
    filling: Filling,
    *,
    is_open: bool,
    on_toggle: Callable[[str], None],
) -> ft.Control:
    """A section as a card: closed it is one line that says how much is answered."""
    count = answered_in(section, filling)
    places = filling.draft.location
    said = ngettext("{n} answer", "{n} answers", count).format(n=count) if count else ""
    if section == "where" and places:
        said = ngettext("{n} place", "{n} places", len(places)).format(n=len(places))
        said = _("as last time") if places == filling.draft.carried else said
    head = ft.TextButton(
        content=ft.Row(
            [
                look.text(section_title(section), weight=ft.FontWeight.W_600, expand=True),
                look.text(said, size=15, color=look.muted),
                ft.Icon(
                    ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE,
                    color=look.muted,
                    semantics_label=_("close") if is_open else _("open"),
                ),
            ],
            spacing=8,
        ),
        on_click=partial(on_toggle, section),
        height=52 * max(1.0, look.factor * 0.8),
        style=ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=0), shape=ft.RoundedRectangleBorder(radius=12)
        ),
    )
    inside = questions(care, look, section, filling) if is_open else []
    card = look.card(head, *inside, gap=18, key=f"card-{section}")
    card.padding = ft.Padding.only(left=16, right=16, top=4, bottom=16 if is_open else 4)
    return card
