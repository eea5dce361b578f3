"""Everything else about a needling session: none of it is needed to save."""

from collections.abc import Callable
from typing import get_args

import flet as ft

from homecare.domain.records.needling import Reaction
from homecare.domain.records.plain import NOTE_LIMIT
from homecare.ui.aftercare.needling_draft import NEEDLES, NeedlingDraft, read_needles
from homecare.ui.kit.choice_of import choice_of, yes_or_no
from homecare.ui.kit.fold import Fold
from homecare.ui.kit.look import Look
from homecare.ui.kit.tick_box import tick_box
from homecare.ui.kit.typed_field import TypedField
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.aftercare import reaction_text

Change = Callable[..., None]
NAME_LIMIT = 80


def needling_more(
    care: CareState, look: Look, draft: NeedlingDraft, faults: dict[str, str], change: Change
) -> ft.Control:
    """Folded away until wanted; open when something in it cannot be saved."""
    parts = [
        *_who_and_how_many(draft, faults, change),
        *_in_the_clinic(care, look, draft, change),
        *_allowed(care, look, draft, change),
        TypedField(
            _("Note"), draft.note, lambda text: change(note=text), limit=NOTE_LIMIT, lines=3, key="note"
        ),
    ]
    wrong = NEEDLES in faults
    return look.card(
        Fold(_("More (optional)"), parts, open_first=wrong, key=f"more-{'wrong' if wrong else 'as-is'}")
    )


def _who_and_how_many(draft: NeedlingDraft, faults: dict[str, str], change: Change) -> list[ft.Control]:
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
