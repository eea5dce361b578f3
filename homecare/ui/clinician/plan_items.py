"""The exercises of a plan that is being written: which, how much, how often."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.library.dose import Pattern
from homecare.ui.clinician.plan_draft import ItemDraft, PlanDraft, item_draft, others, whole
from homecare.ui.kit.choices import choice_of, tick_box
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import use_care
from homecare.wording import _
from homecare.wording.doses import dose_text, schedule_text
from homecare.wording.faults import what_is_wrong

FIELD_WIDTH = 132
NOBODY: frozenset[str] = frozenset()
Change = Callable[[ItemDraft], None]


@ft.component
def PlanItems(draft: PlanDraft, set_draft: Callable[[Any], None], *, key: str = "") -> ft.Control:
    """A tick box for each exercise of the phase, its numbers on request, and any other exercise."""
    care = use_care()
    look = ft.use_context(LookCtx)
    edited, set_edited = ft.use_state(NOBODY)
    adding, set_adding = ft.use_state(False)

    def change(item: ItemDraft) -> None:
        set_draft(lambda old: old.with_item(item))

    def add(exercise: str) -> None:
        change(item_draft(choices[exercise]))
        set_adding(False)

    names = {exercise: care.library.exercise(exercise).name for exercise in care.library.exercise_ids}
    rows: list[ft.Control] = []
    for item in draft.items:
        is_open = item.exercise in edited
        rows.append(_row(look, item, names[item.exercise], change))
        if item.wanted:
            rows.append(
                _more(look, names[item.exercise], is_open, partial(set_edited, edited ^ {item.exercise}))
            )
        if item.wanted and is_open:
            rows.append(_numbers(look, item, change))
    choices = others(care.library.conditions(), draft.condition) if adding else {}
    known = {item.exercise for item in draft.items}
    words = _("Hide the list") if adding else _("Add another exercise")
    rows.append(ft.Row([look.link(words, lambda: set_adding(not adding), icon=ft.Icons.ADD)], wrap=True))
    more = [choice for choice in choices if choice not in known and choice in names]
    rows += [ft.Row([look.link(names[exercise], partial(add, exercise))], wrap=True) for exercise in more]
    return look.card(look.heading(_("Exercises")), *rows, gap=4)


def _row(look: Look, draft: ItemDraft, name: str, change: Change) -> ft.Control:
    try:
        item = draft.item()
        said = f"{dose_text(item.dose)}; {schedule_text(item.schedule)}"
    except ValueError as fault:
        said = what_is_wrong(fault)
        said = said[:1].upper() + said[1:]  # it may begin with the name of a field
    return tick_box(
        look,
        name,
        draft.wanted,
        lambda yes: change(replace(draft, wanted=yes)),
        hint=said,
        key=draft.exercise,
    )


def _more(look: Look, name: str, is_open: bool, toggle: Callable[[], None]) -> ft.Control:
    words = _("Close: {name}") if is_open else _("Change the dose: {name}")
    return ft.Row([look.link(words.format(name=name), toggle, icon=ft.Icons.TUNE)], wrap=True)


def _numbers(look: Look, draft: ItemDraft, change: Change) -> ft.Control:
    labels = _labels()
    pattern = draft.pattern or draft.schedule.pattern
    names = [*draft.names(), "times_per_day", *(["n"] if pattern == "per_week" else [])]
    fields: list[ft.Control] = [
        ft.Container(
            TypedField(
                labels[name][0],
                draft.number(name),
                partial(_typed, draft, name, change),
                check=whole,
                unit=labels[name][1],
                keyboard=ft.KeyboardType.NUMBER,
                key=f"{draft.exercise}-{name}",
            ),
            width=FIELD_WIDTH * look.factor,
        )
        for name in names
    ]
    days: tuple[tuple[Pattern, str], ...] = (
        ("daily", _("Every day")),
        ("every_n_days", _("Every second day")),
        ("per_week", _("Some days a week")),
    )
    return ft.Column(
        [
            ft.Row(fields, wrap=True, spacing=12, run_spacing=12),
            choice_of(look, _("On which days?"), days, pattern, partial(_days, draft, change)),
        ],
        spacing=8,
        tight=True,
        key=f"numbers-{draft.exercise}",
    )


def _labels() -> dict[str, tuple[str, str]]:
    """What each number is called, and its unit."""
    return {
        "sets": (_("Sets"), ""),
        "reps": (_("Times"), ""),
        "hold_s": (_("Hold"), _("s")),
        "duration_s": (_("Length"), _("s")),
        "rest_s": (_("Rest"), _("s")),
        "times_per_day": (_("Times a day"), ""),
        "n": (_("Days a week"), ""),
    }


def _typed(draft: ItemDraft, name: str, change: Change, text: str) -> None:
    change(replace(draft, typed={**draft.typed, name: text}))


def _days(draft: ItemDraft, change: Change, pattern: str) -> None:
    typed = {name: text for name, text in draft.typed.items() if name != "n"}
    if pattern == "per_week" and draft.schedule.pattern != "per_week":
        typed["n"] = "3"
    change(replace(draft, pattern=pattern, typed=typed))  # type: ignore[arg-type]  # one of the three offered
