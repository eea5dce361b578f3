"""One diary entry to read: only what was answered, what it said before, and what can be done with it."""

from collections.abc import Callable

import flet as ft

from homecare.domain.records.diary import PAIN_FIELDS, DiaryEntry, answered
from homecare.ui.kit.look import ICON, Look
from homecare.ui.kit.pain_keys import pain_colour
from homecare.ui.state.care import CareState
from homecare.wording import _, dates, diary


def entry_card(
    care: CareState,
    look: Look,
    entry: DiaryEntry,
    *,
    on_edit: Callable[[], None],
    on_delete: Callable[[], object],
) -> ft.Control:
    """The entry as a card with its time, its marks, its answers, and the ways to change or delete it."""
    time = dates.clock(entry.at)
    marks: list[ft.Control] = []
    if entry.late:
        marks.append(look.badge(_("added later"), "grey"))
    if entry.replaced:
        marks.append(look.badge(_("corrected"), "info"))
    return look.card(
        ft.Row([look.heading(time), *marks], spacing=8, wrap=True),
        *(_answer(care, look, entry, name) for name in answered(entry)),
        ft.Row(
            [
                _act(
                    look, _("Edit"), _("Edit the entry at {time}").format(time=time), on_edit, ft.Icons.EDIT
                ),
                _act(
                    look,
                    _("Delete"),
                    _("Delete the entry at {time}").format(time=time),
                    on_delete,
                    ft.Icons.DELETE_OUTLINE,
                ),
            ],
            wrap=True,
        ),
        key=f"entry-{entry.id}",
    )


def _answer(care: CareState, look: Look, entry: DiaryEntry, name: str) -> ft.Control:
    guide = care.library.diary
    field = guide.field(name)
    value = getattr(entry, name)
    said = diary.answer(field, value, guide.foot_map)
    label = look.text(field.label, size=15, color=look.muted)
    was = [earlier[name] for earlier in entry.replaced if name in earlier]
    words: list[ft.Control] = [label, look.body(said)]
    if name == "location" and entry.carried_forward:
        words.append(look.text(_("as the time before"), size=15, color=look.muted))
    words += [
        look.text(
            _("was {answer}").format(answer=diary.answer(field, earlier, guide.foot_map)),
            size=15,
            color=look.muted,
        )
        for earlier in was
    ]
    row: list[ft.Control] = [ft.Column(words, spacing=2, tight=True, expand=True)]
    if name in PAIN_FIELDS and name != "needling_soreness":
        row.insert(0, _score(look, value))
    return ft.Row(row, spacing=12, vertical_alignment=ft.CrossAxisAlignment.CENTER)


def _score(look: Look, score: int) -> ft.Control:
    """The score on its colour; the words beside it say it, too."""
    colour = pain_colour(score)
    side = 40 * max(1.0, look.factor * 0.8)
    return ft.Container(
        ft.Semantics(
            exclude_semantics=True,
            content=ft.Text(str(score), size=19 * look.factor, weight=ft.FontWeight.W_700, color=colour.ink),
        ),
        bgcolor=colour.surface,
        border_radius=12,
        width=side,
        height=side,
        alignment=ft.Alignment.CENTER,
    )


def _act(
    look: Look, word: str, name: str, on_click: Callable[[], object], icon: ft.IconData
) -> ft.TextButton:
    """A quiet button with a short word to see and a full name to hear."""
    return ft.TextButton(
        content=ft.Row(
            [
                ft.Icon(icon, color=ft.Colors.PRIMARY, size=ICON * look.icon_factor),
                ft.Text(
                    word,
                    size=16 * look.factor,
                    weight=ft.FontWeight.W_600,
                    color=ft.Colors.PRIMARY,
                    semantics_label=name,
                ),
            ],
            tight=True,
            spacing=8,
        ),
        on_click=on_click,
        height=48 * max(1.0, look.factor * 0.8),
    )
