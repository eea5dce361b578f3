"""The questions of a diary entry in the content's own words, and when it was felt."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import flet as ft

from homecare.domain.library.questions import DiaryField
from homecare.domain.records.diary import MOST_QUALITIES
from homecare.ui.diary.entry_draft import CLOCK
from homecare.ui.diary.entry_editing import Editing
from homecare.ui.kit import theme
from homecare.ui.kit.choices import choice_row
from homecare.ui.kit.fields import TypedField, read_time
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.wording import _, dates, ngettext

Words = tuple[str, ...]


@ft.component
def EntryWhen(editing: Editing, today: date, days: int) -> ft.Control:
    """The day and time in words, and the way to change them; `days` is how far back a day may lie."""
    look = ft.use_context(LookCtx)
    draft = editing.draft
    changing, set_changing = ft.use_state(draft.day != today)
    clock = editing.typed.get(CLOCK, "")
    if not changing and CLOCK not in editing.faults:
        said = _("{day} at {time}").format(day=dates.near_day(draft.day, today).capitalize(), time=clock)
        return ft.Row(
            [
                look.text(said, weight=ft.FontWeight.W_600),
                look.link(_("Change the time"), lambda: set_changing(True), icon=ft.Icons.SCHEDULE),
            ],
            wrap=True,
            alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    choices = [today - timedelta(days=back) for back in range(days + 1)]
    named = [(choice.isoformat(), dates.near_day(choice, today).capitalize()) for choice in choices]

    async def choose(chosen: str) -> None:
        editing.move_to(date.fromisoformat(chosen))

    return ft.Column(
        [
            look.text(_("When was this?"), weight=ft.FontWeight.W_600),
            choice_row(look, named, draft.day.isoformat(), choose),
            TypedField(
                _("Time"),
                clock,
                partial(editing.write, CLOCK),
                check=read_time,
                fault=editing.faults.get(CLOCK, ""),
                cursor=editing.cursor(CLOCK),
                helper=_("A time before 04:00 belongs to the night of this day."),
                keyboard=ft.KeyboardType.DATETIME,
                key="ask-clock",
            ),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def pain_question(
    look: Look, field: DiaryField, picked: int | None, on_pick: Callable[[int | None], None]
) -> ft.Control:
    """A score from 0 to 10, empty until tapped; what was tapped can be taken away again."""
    parts: list[ft.Control] = [_asked(look, field.wording)]
    parts.append(
        pain_keys(
            look,
            on_pick=on_pick,
            picked=picked,
            about="" if field.id == "pain_now" else field.label,
            ends=(_small(field.anchor_least), _small(field.anchor_most)),
        )
    )
    if picked is not None:
        parts.append(_clear(look, field.label, lambda: on_pick(None)))
    return _question(field.id, parts)


def choice_question(
    look: Look, field: DiaryField, chosen: str | None, on_choose: Callable[[str | None], None], note: str = ""
) -> ft.Control:
    """One of the content's answers; none is chosen beforehand."""

    async def choose(value: str) -> None:
        on_choose(value)

    parts: list[ft.Control] = [_asked(look, field.wording)]
    if note and chosen is not None:
        parts.append(look.note(note))
    parts.append(choice_row(look, [(choice.id, choice.text) for choice in field.choices], chosen, choose))
    if chosen is not None:
        parts.append(_clear(look, field.label, lambda: on_choose(None)))
    return _question(field.id, parts)


def yes_no_question(
    look: Look, field: DiaryField, chosen: bool | None, on_choose: Callable[[bool | None], None]
) -> ft.Control:
    """Yes, no, or not answered."""

    async def choose(value: str) -> None:
        on_choose(value == "yes")

    said = None if chosen is None else "yes" if chosen else "no"
    parts: list[ft.Control] = [
        _asked(look, field.wording),
        choice_row(look, [("yes", _("Yes")), ("no", _("No"))], said, choose),
    ]
    if chosen is not None:
        parts.append(_clear(look, field.label, lambda: on_choose(None)))
    return _question(field.id, parts)


def words_question(
    look: Look, field: DiaryField, chosen: Words, on_words: Callable[[Callable[[Words], Words]], None]
) -> ft.Control:
    """Up to three words for how it feels; `on_words` gets how a tap changes those that are chosen then."""
    most = field.max_selected or MOST_QUALITIES
    full = len(chosen) >= most

    def toggle(word: str) -> None:
        def toggled(now: Words) -> Words:
            return tuple(chosen for chosen in now if chosen != word) if word in now else (*now, word)[:most]

        on_words(toggled)

    chips: list[ft.Control] = [
        ft.Chip(
            key=f"quality-{choice.id}",
            label=ft.Text(choice.text, size=16 * look.factor),
            selected=choice.id in chosen,
            disabled=full and choice.id not in chosen,
            on_select=lambda _e, word=choice.id: toggle(word),
            padding=ft.Padding.symmetric(horizontal=6, vertical=10),
        )
        for choice in field.choices
    ]
    said = ngettext("Up to {n} word.", "Up to {n} words.", most).format(n=most)
    return _question(
        field.id,
        [_asked(look, field.wording), ft.Row(chips, wrap=True, spacing=8, run_spacing=8), look.note(said)],
    )


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _asked(look: Look, wording: str) -> ft.Control:
    return look.text(wording, weight=ft.FontWeight.W_600)


def _clear(look: Look, label: str, on_clear: Callable[[], None]) -> ft.Control:
    link = look.link(_("Clear"), on_clear, icon=ft.Icons.CLOSE)
    link.tooltip = _("Clear: {label}").format(label=label)
    return ft.Row([link], alignment=ft.MainAxisAlignment.START)


def _question(key: str, parts: list[ft.Control]) -> ft.Control:
    return ft.Column(
        parts,
        key=f"ask-{key}",
        spacing=theme.GAP - 4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
