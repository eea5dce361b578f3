"""The traffic light of a plan item as a word on its colour."""

import flet as ft

from homecare.domain.today.answer import ItemGuidance
from homecare.ui.kit.look import Look
from homecare.ui.kit.theme import Tone
from homecare.wording import _

TONES: dict[str, Tone] = {"green": "green", "amber": "amber", "red": "red", "grey": "grey"}


def light_name(light: str, *, final: bool = True) -> str:
    """The word for the light of the last session; one the next morning can still change is so "so far"."""
    if not final and light == "green":
        return _("Last time: green so far")
    if not final and light == "amber":
        return _("Last time: amber so far")
    return {
        "green": _("Last time: green"),
        "amber": _("Last time: amber"),
        "red": _("Last time: red"),
        "grey": _("Last time: no score"),
    }[light]


def light_badge(look: Look, item: ItemGuidance) -> list[ft.Control]:
    """The light's name; nothing before the first session."""
    if item.light_day is None:
        return []
    return [look.badge(light_name(item.light, final=item.final), TONES[item.light])]
