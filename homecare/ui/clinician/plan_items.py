"""The exercises of a plan that is being written: which, how much, how often, and what is new in it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.plan.take_over import part_of
from homecare.domain.records.prescription import PrescribedItem
from homecare.ui.clinician.plan_draft import Change, ItemDraft, PlanDraft, item_draft, others
from homecare.ui.clinician.plan_item_form import item_form
from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import use_care
from homecare.wording import _
from homecare.wording.doses import dose_text, load_parts, schedule_text
from homecare.wording.faults import what_is_wrong
from homecare.wording.prescription import change_word, part_text

NOBODY: frozenset[str] = frozenset()


@ft.component
def PlanItems(draft: PlanDraft, set_draft: Callable[[Any], None], *, key: str = "") -> ft.Control:
    """A tick box for each exercise, its numbers on request, any other of the library, and one's own."""
    care = use_care()
    look = ft.use_context(LookCtx)
    edited, set_edited = ft.use_state(NOBODY)
    adding, set_adding = ft.use_state(False)

    def change_of(exercise: str) -> Change:
        return lambda edit: set_draft(lambda old: old.edited(exercise, edit))

    def add(exercise: str) -> None:
        set_draft(lambda old: old.with_item(item_draft(choices[exercise])))
        set_adding(False)

    def write_own() -> None:
        added = draft.with_own()
        set_draft(lambda old: old.with_own())
        set_edited(edited | {added.items[-1].exercise})

    names = {exercise: care.library.exercise(exercise).name for exercise in care.library.exercise_ids}
    rows: list[ft.Control] = []
    for item in draft.items:
        name = (
            item.own.name.strip() or _("Your own exercise") if item.own is not None else names[item.exercise]
        )
        is_open = item.exercise in edited
        change = change_of(item.exercise)
        rows.append(_row(look, item, name, change))
        rows += _news(look, draft, item)
        if item.wanted:
            rows.append(_more(look, name, is_open, partial(set_edited, edited ^ {item.exercise})))
        if item.wanted and is_open:
            rows.append(item_form(care, look, item, change))
    choices = others(care.library.conditions(), draft.condition) if adding else {}
    known = {item.exercise for item in draft.items}
    words = _("Hide the list") if adding else _("Add another exercise")
    ways = [
        look.link(words, lambda: set_adding(not adding), icon=ft.Icons.ADD),
        look.link(_("Write your own exercise"), write_own, icon=ft.Icons.EDIT_OUTLINED),
    ]
    rows.append(ft.Row(list(ways), wrap=True))
    more = [choice for choice in choices if choice not in known and choice in names]
    rows += [ft.Row([look.link(names[choice], partial(add, choice))], wrap=True) for choice in more]
    return look.card(look.heading(_("Exercises")), *rows, gap=4)


def _row(look: Look, draft: ItemDraft, name: str, change: Change) -> ft.Control:
    return tick_box(
        look,
        name,
        draft.wanted,
        lambda yes: change(lambda now: replace(now, wanted=yes)),
        hint=_said(draft),
        key=draft.exercise,
    )


def _said(draft: ItemDraft) -> str:
    """Dose, load and days in words, or what is wrong with them."""
    try:
        item = draft.item()
    except ValueError as fault:
        said = what_is_wrong(fault)
        return said[:1].upper() + said[1:]  # it may begin with the name of a field
    parts = [dose_text(item.dose), *load_parts(load_kg=item.load_kg, band=item.band)]
    return "; ".join([*parts, schedule_text(item.schedule), *([item.note] if item.note else [])])


def _news(look: Look, draft: PlanDraft, item: ItemDraft) -> list[ft.Control]:
    """Whether the exercise is new, changed or left out for this patient; nothing where all is as before."""
    if draft.before is None:
        return []
    was, now = draft.was(item.exercise), _item_of(item)
    if was is None:
        kind = "added" if item.wanted else "kept"
    elif not item.wanted:
        kind = "removed"
    else:
        kind = "kept" if now is None or part_of(now) == part_of(was) else "changed"
    if kind == "kept":
        return []
    said: list[ft.Control] = [look.badge(change_word(kind), "accent")]
    if kind == "changed" and was is not None:
        said.append(look.note(_("Until now: {dose}").format(dose=part_text(part_of(was)))))
    return [ft.Row(said, wrap=True, spacing=8, run_spacing=4, key=f"news-{item.exercise}")]


def _item_of(draft: ItemDraft) -> PrescribedItem | None:
    try:
        return draft.item()
    except ValueError:
        return None


def _more(look: Look, name: str, is_open: bool, toggle: Callable[[], None]) -> ft.Control:
    words = _("Close: {name}") if is_open else _("Change the dose: {name}")
    return ft.Row([look.link(words.format(name=name), toggle, icon=ft.Icons.TUNE)], wrap=True)
