"""Colours, type sizes and touch targets: the look of every screen in one place."""

from typing import Literal

import flet as ft

SEED = "#0F766E"
CARD_RADIUS = 20
TOUCH = 48
"""Smallest side of anything that can be tapped, in pixels."""
PRIMARY_HEIGHT = 56
GAP = 12
EDGE = 16
WIDE_FROM = 760
"""Window width in pixels from which the navigation bar becomes a rail."""
COLUMN = 720
"""Widest a column of cards grows on a desktop, in pixels."""

Tone = Literal["plain", "accent", "green", "amber", "red", "grey", "info"]

WIDEST_LABEL = 1.5
"""Labels of the navigation bar grow no further: four of them share the width of a phone."""

TEXT_FACTOR = {"normal": 1.0, "large": 1.4, "largest": 2.0}

# Container and ink of each tone, light theme then dark; every pair is at least 4.5 : 1.
TONES: dict[Tone, tuple[tuple[str, str], tuple[str, str]]] = {
    "plain": (("#EEF4F2", "#171D1B"), ("#191F1E", "#E1E9E7")),
    "accent": (("#CCE8E3", "#0B2F2B"), ("#2E4542", "#DDF3EF")),
    "green": (("#CDEBD3", "#0F3D1E"), ("#1F3D28", "#CDEFD6")),
    "amber": (("#F6DBA7", "#4A3000"), ("#4A3A12", "#FBE3B0")),
    "red": (("#FAD4CF", "#6B1109"), ("#53201B", "#FFDAD5")),
    "grey": (("#E1E6E5", "#3D4544"), ("#2C3332", "#CBD3D1")),
    "info": (("#D6E4F5", "#12304F"), ("#21354A", "#D7E7F8")),
}


def container(tone: Tone, dark: bool) -> str:
    """Background colour of a surface in this tone."""
    return TONES[tone][dark][0]


def ink(tone: Tone, dark: bool) -> str:
    """Text colour that reads on `container(tone)`."""
    return TONES[tone][dark][1]


def muted_ink(dark: bool) -> str:
    """Text colour for what is said second."""
    return "#A9B4B1" if dark else "#3F4A48"


def background(dark: bool) -> str:
    """Colour behind the cards."""
    return "#0F1514" if dark else "#F5FBF9"


def material_theme(factor: float, *, dark: bool) -> ft.Theme:
    """The Material theme of the app with its label sizes multiplied by `factor`, on our background."""
    still = ft.PageTransitionTheme.NONE
    return ft.Theme(
        scaffold_bgcolor=background(dark),
        color_scheme_seed=SEED,
        use_material3=True,
        page_transitions=ft.PageTransitionsTheme(
            android=still, ios=still, linux=still, macos=still, windows=still
        ),
        navigation_bar_theme=ft.NavigationBarTheme(
            label_text_style=ft.TextStyle(size=13 * min(factor, WIDEST_LABEL))
        ),
        visual_density=ft.VisualDensity.STANDARD,
    )
