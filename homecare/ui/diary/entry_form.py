"""The questions of an entry on one screen: first what fits the time of day, then the rest by section."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import flet as ft

from homecare.domain.evidence.evidence import FIRST_STEP
from homecare.domain.records.diary import BOUNDS, PAIN_FIELDS
from homecare.ui.diary.entry_draft import TEXTS, Draft, read_number
from homecare.ui.diary.entry_editing import Editing
from homecare.ui.diary.entry_fields import choice_question, pain_question, words_question, yes_no_question
from homecare.ui.diary.entry_start import (
    NEXT_MORNING,
    SWELLING,
    asks_swelling,
    first_step_is_key,
    needling_to_ask_about,
    session_the_day_before,
    slot_of,
)
from homecare.ui.diary.foot_map import FootMap
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.look import Look
from homecare.wording import _, diary, ngettext
from homecare.wording.placeholders import fill

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "morning": (FIRST_STEP, NEXT_MORNING, "stiffness_min", "sleep_h", "sleep_woken", SWELLING),
    "today": ("pain_worst", "exercises_done"),
    "where": ("location",),
    "feels": ("quality",),
    "activity": ("pain_exercise", "steps", "standing_h", "walk_min", "run_min", "cycle_min", "swim_min"),
    "medicine": ("medication", "footwear"),
    "note": ("notes",),
}
"""The fields of each section; pain now and soreness after needling stand above them."""
SORENESS = "needling_soreness"
FITTING = {"morning": "morning", "evening": "today"}
"""The section that is asked without a tap in each part of the day."""


def entry_form(
    look: Look,
    editing: Editing,
    *,
    opened: frozenset[str],
    on_toggle: Callable[[str], None],
    head: ft.Control | None = None,
) -> list[ft.Control]:
    """The cards of the form; `opened` are the sections that show their questions, `head` stands first."""
    first: list[ft.Control] = [_question(look, "pain_now", editing)]
    cards: list[ft.Control] = [look.card(*([head] if head is not None else []), *first, key="card-now")]
    if needling_to_ask_about(editing.care, editing.draft.at) is not None or SORENESS in editing.draft.pains:
        cards.append(look.card(_question(look, SORENESS, editing), key="card-soreness"))
    fitting = _fitting_section(editing)
    if fitting is not None:
        cards.append(
            look.card(
                look.heading(_section_title(fitting)),
                *_questions(look, fitting, editing),
                gap=20,
                key=f"card-{fitting}",
            )
        )
    rest = [section for section in SECTIONS if section != fitting]
    cards.append(
        ft.Container(look.heading(_("More, if you like")), padding=ft.Padding.only(left=4, top=4), key="more")
    )
    cards += [
        _section(look, section, editing, is_open=section in opened, on_toggle=on_toggle) for section in rest
    ]
    return cards


def _fitting_section(editing: Editing) -> str | None:
    """The section that this time of day asks first, None in between."""
    slot = slot_of(editing.care, editing.draft.at, editing.draft.day)
    return FITTING.get(slot) if slot is not None else None


def _section(
    look: Look,
    section: str,
    editing: Editing,
    *,
    is_open: bool,
    on_toggle: Callable[[str], None],
) -> ft.Control:
    """A section as a card: closed it is one line that says how much is answered."""
    count = _answered_in(section, editing)
    places = editing.draft.location
    said = ngettext("{n} answer", "{n} answers", count).format(n=count) if count else ""
    if section == "where" and places:
        said = ngettext("{n} place", "{n} places", len(places)).format(n=len(places))
        said = _("as last time") if places == editing.draft.carried else said
    head = ft.TextButton(
        content=ft.Row(
            [
                look.text(_section_title(section), weight=ft.FontWeight.W_600, expand=True),
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
    inside = _questions(look, section, editing) if is_open else []
    card = look.card(head, *inside, gap=18, key=f"card-{section}")
    card.padding = ft.Padding.only(left=16, right=16, top=4, bottom=16 if is_open else 4)
    return card


def _section_title(section: str) -> str:
    """What a section is called."""
    return {
        "morning": _("This morning"),
        "today": _("Today"),
        "where": _("Where it hurts"),
        "feels": _("What it feels like"),
        "activity": _("Exercises and activity"),
        "medicine": _("Medicine and shoes"),
        "note": _("Note"),
    }[section]


def _asked(section: str, editing: Editing) -> tuple[str, ...]:
    """The fields a section asks now.

    The score of the morning after is not asked twice, swelling only where a plan is judged by it.
    """
    swelling = editing.draft.swelling_up is not None or asks_swelling(editing.care, editing.draft.day)
    names = tuple(name for name in SECTIONS[section] if swelling or name != SWELLING)
    if section != "morning" or (NEXT_MORNING in editing.draft.pains and not first_step_is_key(editing.care)):
        return names
    twice = first_step_is_key(editing.care) or not session_the_day_before(editing.care, editing.draft.day)
    return tuple(name for name in names if name != NEXT_MORNING) if twice else names


def _answered_in(section: str, editing: Editing) -> int:
    """How many answers a section has."""
    return sum(_has_answer(name, editing) for name in SECTIONS[section])


def _questions(look: Look, section: str, editing: Editing) -> list[ft.Control]:
    """The questions of a section."""
    return [_question(look, name, editing) for name in _asked(section, editing)]


def _question(look: Look, name: str, editing: Editing) -> ft.Control:
    """One question in the content's words, with what is answered so far."""
    draft, change = editing.draft, editing.change
    asked_field = editing.care.library.diary.field(name)
    if name in PAIN_FIELDS:
        return pain_question(
            look,
            asked_field,
            draft.pains.get(name),
            lambda score: change(lambda now: now.with_pain(name, score)),
        )
    if name in BOUNDS:
        return _number(name, editing)
    if name == "location":
        return _places(editing)
    if name in TEXTS:
        return _text(look, name, editing)
    return _choice(look, name, editing)


def _choice(look: Look, name: str, editing: Editing) -> ft.Control:
    draft, change = editing.draft, editing.change
    asked_field = editing.care.library.diary.field(name)
    if name == "quality":
        return words_question(
            look,
            asked_field,
            draft.quality,
            lambda edit: change(lambda now: replace(now, quality=edit(now.quality))),
        )
    if name == SWELLING:
        return yes_no_question(
            look,
            asked_field,
            draft.swelling_up,
            lambda yes: change(lambda now: replace(now, swelling_up=yes)),
        )
    if name == "sleep_woken":
        return yes_no_question(
            look,
            asked_field,
            draft.sleep_woken,
            lambda yes: change(lambda now: replace(now, sleep_woken=yes)),
        )
    note = _("From your sessions.") if editing.from_sessions and name == "exercises_done" else ""
    return choice_question(
        look,
        asked_field,
        draft.footwear if name == "footwear" else draft.exercises_done,
        lambda choice: change(lambda now: _with_choice(now, name, choice)),
        note,
    )


def _with_choice(draft: Draft, name: str, choice: str | None) -> Draft:
    if name == "footwear":
        return replace(draft, footwear=choice)
    return replace(draft, exercises_done=choice)


def _number(name: str, editing: Editing) -> ft.Control:
    field = editing.care.library.diary.field(name)
    return TypedField(
        field.label,
        editing.typed.get(name, ""),
        partial(editing.write, name),
        check=partial(read_number, name, field.label),
        fault=editing.faults.get(name, ""),
        cursor=editing.cursor(name),
        unit=diary.unit(field),
        helper=field.wording,
        keyboard=ft.KeyboardType.NUMBER,
        key=f"ask-{name}",
    )


def _text(look: Look, name: str, editing: Editing) -> ft.Control:
    field = editing.care.library.diary.field(name)
    return ft.Column(
        [
            look.text(field.wording, weight=ft.FontWeight.W_600),
            TypedField(
                field.label,
                editing.typed.get(name, ""),
                partial(editing.write, name),
                fault=editing.faults.get(name, ""),
                cursor=editing.cursor(name),
                helper=fill(field.notice, editing.care.settings),
                limit=field.max_length,
                lines=4 if name == "notes" else 1,
            ),
        ],
        key=f"ask-{name}",
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _places(editing: Editing) -> ft.Control:
    draft = editing.draft
    sides = {plan.side for plan in editing.care.plans.values()}
    first = draft.location[0].side if draft.location else "L" if sides == {"left"} else "R"
    return FootMap(
        draft.location,
        first,
        carried=bool(draft.location) and draft.location == draft.carried,
        on_sites=lambda edit: editing.change(lambda now: replace(now, location=edit(now.location))),
    )


def _has_answer(name: str, editing: Editing) -> bool:
    if name in PAIN_FIELDS:
        return name in editing.draft.pains
    if hasattr(editing.draft, name):
        return getattr(editing.draft, name) not in (None, "", ())
    return bool(editing.typed.get(name, "").strip())
