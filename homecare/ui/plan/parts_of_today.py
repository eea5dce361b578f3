"""Which parts of today are done, on Today and at the end of a session."""

import flet as ft

from homecare.domain.today.answer import DayMark
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.session import parts_done, slot_name

ICONS: dict[DayMark, ft.IconData] = {
    DayMark.DONE: ft.Icons.CHECK_CIRCLE_ROUNDED,
    DayMark.PART: ft.Icons.CONTRAST_ROUNDED,
    DayMark.MISSED: ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED,
    DayMark.REST: ft.Icons.REMOVE_ROUNDED,
    DayMark.OPEN: ft.Icons.RADIO_BUTTON_UNCHECKED_ROUNDED,
}


def parts_of_today(care: CareState, look: Look) -> list[ft.Control]:
    """Which parts of today are done: "2 of 3 today"; nothing on a day with one part that is still to do."""
    week = care.today.week
    if week is None or not week.parts or (len(week.parts) == 1 and not week.parts[0][1]):
        return []
    done = sum(finished for _slot, finished in week.parts)
    row = ft.Row(
        [
            *[
                ft.Row(
                    [
                        day_sign(look, DayMark.DONE if finished else DayMark.OPEN, size=20),
                        look.text(slot_name(slot)),
                    ],
                    spacing=4,
                    tight=True,
                )
                for slot, finished in week.parts
            ],
            look.text(parts_done(done, len(week.parts)), weight=ft.FontWeight.W_600),
        ],
        wrap=True,
        spacing=14,
        run_spacing=4,
    )
    said = parts_done(done, len(week.parts))
    names = ", ".join(slot_name(slot) for slot, finished in week.parts if finished)
    label = _("{count}: {names} done").format(count=said, names=names) if names else said
    return [ft.Semantics(label=label, exclude_semantics=True, content=row)]


def day_sign(look: Look, mark: DayMark, *, size: float, faint: bool = False) -> ft.Control:
    """The dot of a day or of a part of one, `size` pixels wide at normal text size."""
    done = mark in (DayMark.DONE, DayMark.PART)
    icon = ft.Icon(
        ICONS[mark],
        size=size * min(look.icon_factor, 1.4),
        color=ft.Colors.PRIMARY if done else look.muted,
    )
    return ft.Container(icon, opacity=0.35 if faint else 1)
