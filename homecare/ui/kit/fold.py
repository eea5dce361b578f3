"""A heading that opens and closes what stands below it."""

import flet as ft

from homecare.ui.kit.look import LookCtx


@ft.component
def Fold(
    title: str, controls: list[ft.Control], *, note: str = "", open_first: bool = False, key: str = ""
) -> ft.Control:
    """`title` as a button that a screen reader calls expanded or collapsed; `note` is said second.

    Flet takes `key` to tell folds of a list apart; a new key starts as `open_first` says.
    """
    look = ft.use_context(LookCtx)
    is_open, set_open = ft.use_state(open_first)
    return ft.ExpansionTile(
        title=look.text(title, size=17, weight=ft.FontWeight.W_600),
        subtitle=look.note(note) if note else None,
        controls=[
            ft.Column(controls, spacing=8, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
        ],
        expanded=is_open,
        on_change=lambda e: set_open(bool(e.control.expanded)),
        tile_padding=0,
        controls_padding=ft.Padding.only(bottom=8),
        maintain_state=True,
        shape=ft.RoundedRectangleBorder(side=ft.BorderSide(0, ft.Colors.TRANSPARENT)),
        collapsed_shape=ft.RoundedRectangleBorder(side=ft.BorderSide(0, ft.Colors.TRANSPARENT)),
        icon_color=look.muted,
        collapsed_icon_color=look.muted,
    )
