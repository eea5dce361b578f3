"""The look in force (text size, dark or light, phone or desktop) and the controls dressed in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from homecare.ui.kit import theme
from homecare.ui.kit.theme import Tone

Handler = Callable[..., Any]
ICON = 24
"""Side of an icon beside text, in pixels before the patient's text size."""
LARGEST_ICON = 1.6
"""Icons and titles grow no further with the text."""
LINE_HEIGHT = 1.4
"""Height of a line of text in its font size, a little generous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How things look now: `factor` multiplies every text size (1, 1.4 or 2), `wide` is a desktop window.

    A screen takes it once with `ft.use_context(LookCtx)` and makes its controls with it, so that large
    text and dark mode reach everything.
    """

    factor: float = 1.0
    dark: bool = False
    wide: bool = False
    width: float = 390

    @property
    def icon_factor(self) -> float:
        """What the sizes of icons and titles are multiplied by."""
        return min(self.factor, LARGEST_ICON)

    @property
    def muted(self) -> str:
        """Text colour for what is said second."""
        return theme.muted_ink(self.dark)

    @property
    def ink(self) -> str:
        """Text colour on cards and background."""
        return theme.ink("plain", self.dark)

    def text(
        self,
        value: str,
        *,
        size: float = 16,
        weight: ft.FontWeight | None = None,
        color: str | None = None,
        align: ft.TextAlign = ft.TextAlign.START,
        expand: bool | None = None,
    ) -> ft.Text:
        """Plain text; `size` in pixels before the patient's text size."""
        shown = size * self.factor
        ink = color or self.ink
        return ft.Text(value, size=shown, weight=weight, color=ink, text_align=align, expand=expand)

    def title(self, value: str) -> ft.Semantics:
        """The screen's title, level 1 for a screen reader; it grows less, so that its longest word fits."""
        return self.heading(value, level=1, size=28 * self.icon_factor / self.factor)

    def heading(
        self, value: str, *, level: int = 2, size: float = 19, color: str | None = None
    ) -> ft.Semantics:
        """A heading that a screen reader can jump to."""
        return ft.Semantics(
            header=True,
            heading_level=level,
            content=self.text(value, size=size, weight=ft.FontWeight.W_600, color=color),
        )

    def body(self, value: str, *, color: str | None = None) -> ft.Text:
        """Running text, 16 px."""
        return self.text(value, color=color)

    def note(self, value: str, *, color: str | None = None) -> ft.Text:
        """What is said second, quieter."""
        return self.text(value, size=16, color=color or self.muted)

    def card(
        self, *controls: ft.Control, tone: Tone = "plain", gap: float = theme.GAP, key: str | None = None
    ) -> ft.Container:
        """A card with one job."""
        return ft.Container(
            key=key,
            content=ft.Column(
                list(controls), spacing=gap, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
            ),
            bgcolor=theme.container(tone, self.dark),
            border_radius=theme.CARD_RADIUS,
            padding=ft.Padding.all(theme.EDGE),
        )

    def badge(self, value: str, tone: Tone) -> ft.Container:
        """A short word on a coloured pill; the word carries the meaning, the colour repeats it."""
        return ft.Container(
            content=self.text(value, size=15, weight=ft.FontWeight.W_600, color=theme.ink(tone, self.dark)),
            bgcolor=theme.container(tone, self.dark),
            border_radius=10,
            padding=ft.Padding.symmetric(horizontal=10, vertical=5),
        )

    def primary(
        self,
        value: str,
        on_click: Handler,
        *,
        icon: ft.IconData | None = None,
        disabled: bool = False,
        expand: bool | None = None,
    ) -> ft.FilledButton:
        """The one primary action of a screen: 56 px high or more, as wide as its place."""
        return ft.FilledButton(
            content=self._button_content(value, icon, 18, color=None),
            on_click=on_click,
            disabled=disabled,
            expand=expand,
            style=self._button_style(theme.PRIMARY_HEIGHT, 18),
        )

    def secondary(
        self,
        value: str,
        on_click: Handler,
        *,
        icon: ft.IconData | None = None,
        disabled: bool = False,
        expand: bool | None = None,
    ) -> ft.FilledTonalButton:
        """An action beside the primary one."""
        return ft.FilledTonalButton(
            content=self._button_content(value, icon, 16, color=None),
            on_click=on_click,
            disabled=disabled,
            expand=expand,
            style=self._button_style(theme.TOUCH, 16),
        )

    def link(
        self, value: str, on_click: Handler, *, icon: ft.IconData | None = None, color: str | None = None
    ) -> ft.TextButton:
        """A quiet action in words."""
        return ft.TextButton(
            content=self._button_content(value, icon, 16, color=color or ft.Colors.PRIMARY),
            on_click=on_click,
            style=self._button_style(theme.TOUCH, 16, across=12),
        )

    def icon_button(
        self, icon: ft.IconData, name: str, on_click: Handler, *, size: float = 26, disabled: bool = False
    ) -> ft.IconButton:
        """An icon that can be tapped, with the name that a screen reader says."""
        drawn = size * self.icon_factor
        side = max(theme.TOUCH, drawn + 12)
        return ft.IconButton(
            icon=ft.Icon(icon, semantics_label=name, size=drawn, color=self.muted),
            on_click=on_click,
            disabled=disabled,
            padding=4,
            width=side,
            height=side,
        )

    def bar(self, part: float, said: str, *, tone: Tone = "grey") -> ft.Semantics:
        """How much is done, `part` from 0 to 1; `said` is the sentence with the number for screen readers."""
        bar = ft.ProgressBar(
            value=part, bgcolor=theme.container(tone, self.dark), bar_height=8, border_radius=4
        )
        # It would read the bar's own number as "22.0".
        return ft.Semantics(label=said, container=True, exclude_semantics=True, content=bar)

    def _button_style(self, height: float, size: float, *, across: float = 20) -> ft.ButtonStyle:
        """Padding that makes one line of text `height` pixels high, and lets two lines grow."""
        line = size * self.factor * LINE_HEIGHT
        return ft.ButtonStyle(
            padding=ft.Padding.symmetric(horizontal=across, vertical=max((height - line) / 2, 8)),
            # On a computer Flutter makes buttons denser, and lower than a fingertip.
            visual_density=ft.VisualDensity.STANDARD,
        )

    def _button_content(
        self, value: str, icon: ft.IconData | None, size: float, color: str | None
    ) -> ft.Control:
        words = ft.Text(
            value,
            size=size * self.factor,
            weight=ft.FontWeight.W_600,
            color=color,
            text_align=ft.TextAlign.CENTER,
        )
        if icon is None:
            return words
        words.expand, words.expand_loose = True, True
        return ft.Row(
            [ft.Icon(icon, color=color, size=ICON * self.icon_factor), words],
            tight=True,
            spacing=8,
            alignment=ft.MainAxisAlignment.CENTER,
        )


LookCtx = ft.create_context(Look())
