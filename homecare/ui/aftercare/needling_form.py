"""The parts of the needling form: when it ended, which muscles, and everything that is optional."""

from collections.abc import Callable
from datetime import timedelta
from typing import get_args

import flet as ft

from homecare.domain.records.needling import Reaction
from homecare.domain.records.plain import NOTE_LIMIT
from homecare.ui.aftercare.needling_draft import CLOCK, NEEDLES, NeedlingDraft, read_needles
from homecare.ui.kit.choices import choice_of, tick_box, yes_or_no
from homecare.ui.kit.fields import NAME_LIMIT, TypedField, pick_day, read_time
from homecare.ui.kit.look import Look
from homecare.ui.kit.text_blocks import Collapsible
from homecare.ui.state.care import CareState
from homecare.wording import _, dates
from homecare.wording.aftercare import reaction_text

FURTHEST_BACK = timedelta(days=366)
Change = Callable[..., None]
LedTo = tuple[int, str]
"""The number of the last attempt to save that failed, and the field it leads to."""


def needling_when(
    care: CareState,
    look: Look,
    draft: NeedlingDraft,
    faults: dict[str, str],
    change: Change,
    *,
    led_to: LedTo,
) -> ft.Control:
    """Day and time of the end of the session; aftercare counts from there."""
    today = care.now().date()
    near = {"today": today, "yesterday": today - timedelta(days=1)}
    chosen = next((name for name, day in near.items() if day == draft.day), "other")

    def pick() -> None:
        first, zone = today - FURTHEST_BACK, care.host.zone
        pick_day(draft.day, first=first, last=today, zone=zone, on_day=lambda day: change(day=day))

    def choose(name: str) -> None:
        if name in near:
            change(day=near[name])
        else:
            pick()

    choices = (("today", _("Today")), ("yesterday", _("Yesterday")), ("other", _("Another day")))
    parts: list[ft.Control] = [
        look.heading(_("When did it end?")),
        choice_of(look, _("Day"), choices, chosen, choose),
    ]
    if chosen == "other":
        words = _("{day} – change").format(day=dates.day_name(draft.day))
        parts.append(look.link(words, pick, icon=ft.Icons.CALENDAR_MONTH_OUTLINED))
    return look.card(*parts, _end_time(draft, faults, change, led_to))


def _end_time(draft: NeedlingDraft, faults: dict[str, str], change: Change, led_to: LedTo) -> ft.Control:
    return TypedField(
        _("Time"),
        draft.clock,
        lambda text: change(clock=text),
        check=read_time,
        fault=faults.get(CLOCK, ""),
        cursor=led_to[0] if led_to[1] == CLOCK else 0,
        helper=_("The end of the session, like 10:30."),
        keyboard=ft.KeyboardType.DATETIME,
        key="ask-clock",
    )


def needling_more(
    care: CareState,
    look: Look,
    draft: NeedlingDraft,
    faults: dict[str, str],
    change: Change,
    *,
    led_to: LedTo,
) -> ft.Control:
    """Folded away until wanted; open when something in it cannot be saved."""
    parts = [
        *_who_and_how_many(draft, faults, change, led_to),
        *_in_the_clinic(care, look, draft, change),
        *_allowed(care, look, draft, change),
        TypedField(
            _("Note"), draft.note, lambda text: change(note=text), limit=NOTE_LIMIT, lines=3, key="note"
        ),
    ]
    wrong = NEEDLES in faults
    return look.card(
        Collapsible(
            _("More (optional)"), parts, open_first=wrong, key=f"more-{'wrong' if wrong else 'as-is'}"
        )
    )


def _who_and_how_many(
    draft: NeedlingDraft, faults: dict[str, str], change: Change, led_to: LedTo
) -> list[ft.Control]:
    return [
        TypedField(
            _("Clinician"),
            draft.clinician,
            lambda text: change(clinician=text),
            limit=NAME_LIMIT,
            key="clinician",
        ),
        TypedField(
            _("Number of needles"),
            draft.needles,
            lambda text: change(needles=text),
            check=read_needles,
            fault=faults.get(NEEDLES, ""),
            cursor=led_to[0] if led_to[1] == NEEDLES else 0,
            keyboard=ft.KeyboardType.NUMBER,
            key="needles",
        ),
    ]


def _in_the_clinic(care: CareState, look: Look, draft: NeedlingDraft, change: Change) -> list[ft.Control]:
    """What was checked, seen and explained before the patient left."""
    reactions = tuple((arg, reaction_text(arg)) for arg in get_args(Reaction))
    return [
        yes_or_no(
            look,
            care.library.aftercare.field_wording("all_needles_out_checked"),
            draft.needles_out,
            lambda yes: change(needles_out=yes),
            key="out",
        ),
        yes_or_no(look, _("The muscle twitched"), draft.twitch, lambda yes: change(twitch=yes), key="twitch"),
        choice_of(
            look,
            _("Reaction in the clinic"),
            reactions,
            draft.reaction,
            lambda said: change(reaction=said),
            key="reaction",
        ),
        yes_or_no(
            look,
            _("Aftercare was explained"),
            draft.aftercare_given,
            lambda yes: change(aftercare_given=yes),
            key="given",
        ),
    ]


def _allowed(care: CareState, look: Look, draft: NeedlingDraft, change: Change) -> list[ft.Control]:
    return [
        tick_box(
            look,
            care.library.aftercare.field_wording("heat_allowed"),
            draft.heat_allowed,
            lambda yes: change(heat_allowed=yes),
            key="heat",
        ),
        tick_box(
            look,
            _("Stretching is allowed after this session"),
            draft.stretch_allowed,
            lambda yes: change(stretch_allowed=yes),
            key="stretch",
        ),
    ]
