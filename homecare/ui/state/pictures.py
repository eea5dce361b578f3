"""The pictures of exercises as bytes, for what is printed: the page has them in every form of the app."""

from collections.abc import Iterable

from homecare.domain.library.exercise import Exercise
from homecare.host.page.asking import word
from homecare.ui.state.care import CareState

Pictures = dict[tuple[str, str], bytes]
"""SVG by (exercise, file name)."""


async def pictures_of(care: CareState, exercises: Iterable[Exercise]) -> Pictures:
    """The pictures of these exercises; one that the page does not find is missing."""
    found: Pictures = {}
    for exercise in exercises:
        for name in exercise.pictures:
            if (exercise.id, name) not in found:
                said = await word(care.host.ask, "picture", {"path": f"exercises/{exercise.id}/{name}"})
                found[exercise.id, name] = said.encode()
    return found
