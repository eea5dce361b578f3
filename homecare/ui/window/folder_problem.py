"""What is shown instead of the app when the diary folder cannot be used."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.wording import _


@ft.component
def FolderProblem(sentence: str) -> ft.Control:
    """One sentence that says what is wrong and what to do; nothing stored has been touched."""
    look = Look()
    return ft.Container(
        look.card(look.title(_("Your diary cannot be opened")), look.body(sentence), tone="amber"),
        padding=24,
    )
