"""What can be changed of one exercise of a plan: numbers, days, side, load and note; of one's own, all."""

from dataclasses import replace
from functools import partial
from typing import get_args

import flet as ft

from homecare.domain.library.dose import Pattern
from homecare.domain.library.exercise import Kind
from homecare.domain.library.phase import PrescribedSide
from homecare.domain.records.prescription import LONGEST_NAME, LONGEST_NOTE, Band
from homecare.ui.clinician.own_picture import OwnPicture
from homecare.ui.clinician.plan_draft import Change, ItemDraft, OwnDraft, kilograms, put_own, whole
from homecare.ui.kit.choices import choice_of, tick_box
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.doses import band_word, side_text
from homecare.wording.exercises import kind_name

FIELD_WIDTH = 132
NO_BAND = "none"


def item_form(care: CareState, look: Look, draft: ItemDraft, change: Change) -> ft.Control:
    """The fields of one exercise, those of one's own first."""
    rows: list[ft.Control] = []
    if draft.own is not None:
        rows += _own_words(look, draft, draft.own, change)
    rows += [_numbers(look, draft, change), _days_of(look, draft, change), _side_of(look, draft, change)]
    rows += _load(look, draft, change)
    if draft.own is not None:
        rows += _own_rules(look, draft, draft.own, change)
        rows.append(OwnPicture(draft, change, key=f"{draft.exercise}-picture"))
    return ft.Column(
        rows,
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        key=f"numbers-{draft.exercise}",
    )


def _own_words(look: Look, draft: ItemDraft, own: OwnDraft, change: Change) -> list[ft.Control]:
    put = partial(put_own, change)
    return [
        TypedField(
            _("Name of the exercise"),
            own.name,
            lambda text: put(name=text),
            limit=LONGEST_NAME,
            key=f"{draft.exercise}-name",
        ),
        TypedField(
            _("Steps, one a line"),
            own.steps,
            lambda text: put(steps=text),
            lines=3,
            helper=_("Up to 6 steps of 160 characters."),
            key=f"{draft.exercise}-steps",
        ),
    ]


def _own_rules(look: Look, draft: ItemDraft, own: OwnDraft, change: Change) -> list[ft.Control]:
    """What only its author can say of an exercise that the library does not know."""
    kinds: tuple[tuple[Kind, str], ...] = tuple((kind, kind_name(kind)) for kind in get_args(Kind))
    put = partial(put_own, change)
    return [
        choice_of(look, _("What does it train?"), kinds, own.kind, lambda kind: put(kind=kind)),
        tick_box(
            look,
            _("Body weight goes through the foot"),
            own.weight_bearing,
            lambda yes: put(weight_bearing=yes),
        ),
        tick_box(
            look, _("Both legs move at the same time"), own.both_at_once, lambda yes: put(both_at_once=yes)
        ),
        tick_box(
            look,
            _("Allowed right after needling"),
            own.after_needling,
            lambda yes: put(after_needling=yes),
            hint=_(
                "If not, the app holds it for a day after needling of that leg: it cannot know the muscles."
            ),
        ),
    ]


def _numbers(look: Look, draft: ItemDraft, change: Change) -> ft.Control:
    labels = {
        "sets": (_("Sets"), ""),
        "reps": (_("Times"), ""),
        "hold_s": (_("Hold"), _("s")),
        "duration_s": (_("Length"), _("s")),
        "rest_s": (_("Rest"), _("s")),
        "times_per_day": (_("Times a day"), ""),
        "n": (_("Days a week"), ""),
    }
    pattern = draft.pattern or draft.schedule.pattern
    names = [*draft.names(), "times_per_day", *(["n"] if pattern == "per_week" else [])]
    may_be_empty = draft.own is not None
    fields: list[ft.Control] = [
        ft.Container(
            TypedField(
                labels[name][0],
                draft.number(name),
                partial(_typed, name, change),
                check=_whole_or_empty if may_be_empty else whole,
                unit=labels[name][1],
                keyboard=ft.KeyboardType.NUMBER,
                key=f"{draft.exercise}-{name}",
            ),
            width=FIELD_WIDTH * look.factor,
        )
        for name in names
    ]
    return ft.Row(fields, wrap=True, spacing=12, run_spacing=12)


def _whole_or_empty(text: str) -> None:
    if text.strip():
        whole(text)


def _days_of(look: Look, draft: ItemDraft, change: Change) -> ft.Control:
    days: tuple[tuple[Pattern, str], ...] = (
        ("daily", _("Every day")),
        ("every_n_days", _("Every second day")),
        ("per_week", _("Some days a week")),
    )
    pattern = draft.pattern or draft.schedule.pattern
    return choice_of(look, _("On which days?"), days, pattern, partial(_days, change))


def _side_of(look: Look, draft: ItemDraft, change: Change) -> ft.Control:
    sides = tuple((side, side_text(side)) for side in ("affected", "left", "right", "both"))

    def put(side: str) -> None:
        change(lambda now: replace(now, side=_as_side(side)))

    return choice_of(look, _("With which leg?"), sides, draft.side, put)


def _as_side(side: str) -> PrescribedSide:
    return next(known for known in get_args(PrescribedSide) if known == side)


def _load(look: Look, draft: ItemDraft, change: Change) -> list[ft.Control]:
    bands = ((NO_BAND, _("no band")), *((band, band_word(band)) for band in get_args(Band)))

    def put_band(band: str) -> None:
        colour = next((known for known in get_args(Band) if known == band), None)
        change(lambda now: replace(now, band=colour))

    return [
        ft.Container(
            TypedField(
                _("Load"),
                draft.load,
                lambda text: change(lambda now: replace(now, load=text)),
                check=kilograms,
                unit=_("kg"),
                keyboard=ft.KeyboardType.NUMBER,
                key=f"{draft.exercise}-load",
            ),
            width=FIELD_WIDTH * look.factor,
            alignment=ft.Alignment.CENTER_LEFT,
        ),
        choice_of(look, _("Elastic band"), bands, draft.band or NO_BAND, put_band),
        TypedField(
            _("Note for the patient"),
            draft.note,
            lambda text: change(lambda now: replace(now, note=text)),
            limit=LONGEST_NOTE,
            key=f"{draft.exercise}-note",
        ),
    ]


def _typed(name: str, change: Change, text: str) -> None:
    change(lambda now: replace(now, typed={**now.typed, name: text}))


def _days(change: Change, pattern: str) -> None:
    def put(now: ItemDraft) -> ItemDraft:
        typed = {name: text for name, text in now.typed.items() if name != "n"}
        if pattern == "per_week" and now.schedule.pattern != "per_week":
            typed["n"] = "3"
        return replace(now, pattern=pattern, typed=typed)  # type: ignore[arg-type]  # one of the three offered

    change(put)
