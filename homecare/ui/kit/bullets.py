"""Lists of sentences."""

from collections.abc import Iterable

import flet as ft

from homecare.ui.kit.look import Look


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
