"""An empty state: a picture, one sentence, one way on."""

import flet as ft

from homecare.ui.kit.look import Look


def empty(
    look: Look, *, title: str, text: str, action: ft.Control | None = None, picture: str | None = None
) -> ft.Control:
    """A card for a place where there is nothing yet; `picture` is a path below the assets folder."""
    parts: list[ft.Control] = []
    if picture is not None:
        parts.append(
            ft.Container(
                ft.Image(src=picture, height=140, fit=ft.BoxFit.CONTAIN, exclude_from_semantics=True),
                alignment=ft.Alignment.CENTER,
            )
        )
    parts += [look.heading(title), look.body(text)]
    if action is not None:
        parts.append(action)
    return look.card(*parts)
