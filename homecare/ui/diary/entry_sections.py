"""The sections of a diary entry: which questions belong together and what each asks now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from homecare.domain.records.diary import BOUNDS, PAIN_FIELDS
from homecare.ui.diary.entry_draft import TEXTS, Draft, read_number
from homecare.ui.diary.entry_fields import choice_question, pain_question, words_question, yes_no_question
from homecare.ui.diary.entry_start import FIRST_STEP, NEXT_MORNING, first_step_is_key, session_the_day_before
from homecare.ui.diary.foot_map import FootMap
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _, diary
from homecare.wording.placeholders import fill

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "morning": (FIRST_STEP, NEXT_MORNING, "stiffness_min", "sleep_h", "sleep_woken"),
    "today": ("pain_worst", "exercises_done"),
    "where": ("location",),
    "feels": ("quality",),
    "activity": ("pain_exercise", "steps", "standing_h", "walk_min", "run_min"),
    "medicine": ("medication", "footwear"),
    "note": ("notes",),
}
"""The fields of each section; pain now and soreness after needling stand above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What the questions need: the draft and how to change it, what is typed, and what is wrong."""

    draft: Draft
    change: Callable[[Callable[[Draft], Draft]], None]
    typed: Mapping[str, str]
    write: Callable[[str, str], None]
    faults: Mapping[str, str]
    from_sessions: bool = False


def section_title(section: str) -> str:
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


def asked(care: CareState, section: str, filling: Filling) -> tuple[str, ...]:
    """The fields a section asks now; the morning after is not asked twice (clinical/diary)."""
    names = SECTIONS[section]
    if section != "morning" or (NEXT_MORNING in filling.draft.pains and not first_step_is_key(care)):
        return names
    twice = first_step_is_key(care) or not session_the_day_before(care, filling.draft.day)
    return tuple(name for name in names if name != NEXT_MORNING) if twice else names


def answered_in(section: str, filling: Filling) -> int:
    """How many answers a section has."""
    return sum(_has_answer(name, filling) for name in SECTIONS[section])


def questions(care: CareState, look: Look, section: str, filling: Filling) -> list[ft.Control]:
    """The questions of a section."""
    return [question(care, look, name, filling) for name in asked(care, section, filling)]


def question(care: CareState, look: Look, name: str, filling: Filling) -> ft.Control:
    """One question in the content's words, with what is answered so far."""
    draft, change = filling.draft, filling.change
    asked_field = care.library.diary.field(name)
    if name in PAIN_FIELDS:
        return pain_question(
            look,
            asked_field,
            draft.pains.get(name),
            lambda score: change(lambda now: now.with_pain(name, score)),
        )
    if name in BOUNDS:
        return _number(care, name, filling)
    if name == "location":
        return _places(care, filling)
    if name in TEXTS:
        return _text(care, look, name, filling)
    return _choice(care, look, name, filling)


def _choice(care: CareState, look: Look, name: str, filling: Filling) -> ft.Control:
    draft, change = filling.draft, filling.change
    asked_field = care.library.diary.field(name)
    if name == "quality":
        return words_question(
            look,
            asked_field,
            draft.quality,
            lambda edit: change(lambda now: replace(now, quality=edit(now.quality))),
        )
    if name == "sleep_woken":
        return yes_no_question(
            look,
            asked_field,
            draft.sleep_woken,
            lambda yes: change(lambda now: replace(now, sleep_woken=yes)),
        )
    note = _("From your sessions.") if filling.from_sessions and name == "exercises_done" else ""
    return choice_question(
        look,
        asked_field,
        draft.footwear if name == "footwear" else draft.exercises_done,
        lambda one: change(lambda now: _with_choice(now, name, one)),
        note,
    )


def _with_choice(draft: Draft, name: str, choice: str | None) -> Draft:
    if name == "footwear":
        return replace(draft, footwear=choice)
    return replace(draft, exercises_done=choice)


def _number(care: CareState, name: str, filling: Filling) -> ft.Control:
    field = care.library.diary.field(name)
    return TypedField(
        field.label,
        filling.typed.get(name, ""),
        partial(filling.write, name),
        check=partial(read_number, name, field.label),
        fault=filling.faults.get(name, ""),
        unit=diary.unit(field),
        helper=field.wording,
        keyboard=ft.KeyboardType.NUMBER,
        key=f"ask-{name}",
    )


def _text(care: CareState, look: Look, name: str, filling: Filling) -> ft.Control:
    field = care.library.diary.field(name)
    return ft.Column(
        [
            look.text(field.wording, weight=ft.FontWeight.W_600),
            TypedField(
                field.label,
                filling.typed.get(name, ""),
                partial(filling.write, name),
                fault=filling.faults.get(name, ""),
                helper=fill(field.notice, care.settings),
                limit=field.max_length,
                lines=4 if name == "notes" else 1,
            ),
        ],
        key=f"ask-{name}",
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _places(care: CareState, filling: Filling) -> ft.Control:
    draft = filling.draft
    sides = {plan.side for plan in care.plans.values()}
    first = draft.location[0].side if draft.location else "L" if sides == {"left"} else "R"
    return FootMap(
        draft.location,
        first,
        carried=bool(draft.location) and draft.location == draft.carried,
        on_sites=lambda edit: filling.change(lambda now: replace(now, location=edit(now.location))),
    )


def _has_answer(name: str, filling: Filling) -> bool:
    if name in PAIN_FIELDS:
        return name in filling.draft.pains
    if hasattr(filling.draft, name):
        return getattr(filling.draft, name) not in (None, "", ())
    return bool(filling.typed.get(name, "").strip())
