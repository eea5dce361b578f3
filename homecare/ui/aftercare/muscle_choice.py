"""Which muscles were needled, and on which side."""

from collections.abc import Callable
from typing import Literal

import flet as ft

from homecare.domain.library.needling import Muscle
from homecare.domain.records.needling import NeedledMuscle
from homecare.ui.aftercare.acts import latest
from homecare.ui.aftercare.needling_draft import NeedlingDraft
from homecare.ui.kit.fold import Fold
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.aftercare import muscles_text, sided

Change = Callable[..., None]
Toggle = Callable[[NeedledMuscle], None]


def muscle_choice(
    care: CareState, look: Look, draft: NeedlingDraft, fault: str, change: Change
) -> ft.Control:
    """Left and right for each muscle; those that belong to the patient's conditions come first."""
    guide = care.library.aftercare
    related = [one for one in guide.muscles if set(one.related_conditions) & set(care.plans)]
    others = [one for one in guide.muscles if one not in related]
    chosen = {needled_muscle.muscle for needled_muscle in draft.muscles}

    def toggle(muscle: NeedledMuscle) -> None:
        change(muscles=latest(care, draft).toggled(muscle).muscles)

    parts: list[ft.Control] = [look.heading(_("Which muscles?"))]
    if fault:
        parts.append(look.body(fault, color=ft.Colors.ERROR))
    said = muscles_text(draft.muscles, guide) if draft.muscles else _("Choose the side of each one.")
    parts.append(ft.Semantics(live_region=True, content=look.note(said)))
    parts += [_row(look, one, draft, toggle) for one in related]
    rows = [_row(look, other, draft, toggle) for other in others]
    if related:
        open_first = any(other.id in chosen for other in others)
        parts.append(Fold(_("Other muscles"), rows, open_first=open_first, key="others"))
    else:
        parts += rows
    return look.card(*parts)


def _row(look: Look, muscle: Muscle, draft: NeedlingDraft, toggle: Toggle) -> ft.Control:
    names = ft.Column(
        [
            look.text(muscle.plain_name[:1].upper() + muscle.plain_name[1:], weight=ft.FontWeight.W_600),
            look.note(muscle.name),
        ],
        spacing=0,
        tight=True,
        expand=look.factor < 1.5,
    )
    sides = ft.Row(
        [
            _side(look, muscle, draft, toggle, side="left"),
            _side(look, muscle, draft, toggle, side="right"),
        ],
        spacing=8,
        tight=True,
    )
    if look.factor < 1.5:
        return ft.Row([names, sides], key=muscle.id, spacing=8)
    return ft.Column([names, sides], key=muscle.id, spacing=4, tight=True)


def _side(
    look: Look, muscle: Muscle, draft: NeedlingDraft, toggle: Toggle, *, side: Literal["left", "right"]
) -> ft.Control:
    needled = NeedledMuscle(muscle=muscle.id, side=side)
    picked = needled in draft.muscles
    return ft.Chip(
        label=ft.Text(
            _("Left") if side == "left" else _("Right"),
            size=16 * look.factor,
            color=ft.Colors.ON_PRIMARY if picked else look.ink,
            semantics_label=sided(side, muscle.plain_name),
        ),
        selected=picked,
        selected_color=ft.Colors.PRIMARY,
        check_color=ft.Colors.ON_PRIMARY,
        show_checkmark=picked,
        padding=ft.Padding.symmetric(horizontal=6, vertical=12),
        visual_density=ft.VisualDensity.STANDARD,
        on_select=lambda: toggle(needled),
    )
