"""The traffic light of a plan item as a word on its colour."""

import flet as ft

from homecare.domain.today.answer import ItemGuidance
from homecare.ui.kit.look import Look
from homecare.ui.kit.theme import Tone
from homecare.wording import _

TONES: dict[str, Tone] = {"green": "green", "amber": "amber", "red": "red", "grey": "grey"}


def light_name(light: str) -> str:
    """The word for a light."""
    return {"green": _("Green"), "amber": _("Amber"), "red": _("Red"), "grey": _("No score")}[light]


def light_badge(look: Look, item: ItemGuidance) -> list[ft.Control]:
    """The light's name; nothing before the first session.

    A green or amber that the next morning can still change is that "for now"; a red stays red.
    """
    if item.light_day is None:
        return []
    name = light_name(item.light)
    if not item.final and item.light in ("green", "amber"):
        name = _("{light} for now").format(light=name)
    return [look.badge(name, TONES[item.light])]
