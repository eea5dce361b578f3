"""Lists of sentences, and text that opens and closes."""

from collections.abc import Iterable

import flet as ft

from homecare.ui.kit.look import Look, LookCtx


def bullets(look: Look, sentences: Iterable[str]) -> list[ft.Control]:
    """One line per sentence, marked with a dot."""
    return [_marked(look, "•", sentence) for sentence in sentences]


def numbered(look: Look, sentences: Iterable[str]) -> list[ft.Control]:
    """One line per step, with its number."""
    return [_marked(look, f"{n}.", sentence) for n, sentence in enumerate(sentences, 1)]


def _marked(look: Look, mark: str, sentence: str) -> ft.Control:
    return ft.Row(
        [
            ft.Container(
                look.text(mark, weight=ft.FontWeight.W_600, color=look.muted), width=22 * look.factor
            ),
            look.text(sentence, expand=True),
        ],
        spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


@ft.component
def Collapsible(
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
