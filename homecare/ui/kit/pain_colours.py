"""The colours of pain from 0 to 10, in one place for keys, calendar and chart."""

from dataclasses import dataclass

from homecare.domain.library.scales import check_nprs

DARK_INK = "#101413"
LIGHT_INK = "#FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainColour:
    """A surface and the ink that reads on it, at least 4.5 : 1 (WCAG AA), in light and dark theme alike."""

    surface: str
    ink: str


PAIN_COLOURS: tuple[PainColour, ...] = (
    PainColour(surface="#2E7D6B", ink=LIGHT_INK),
    PainColour(surface="#4C8F6A", ink=DARK_INK),
    PainColour(surface="#7FA05B", ink=DARK_INK),
    PainColour(surface="#BCB04A", ink=DARK_INK),
    PainColour(surface="#E0AD48", ink=DARK_INK),
    PainColour(surface="#E08E3C", ink=DARK_INK),
    PainColour(surface="#D66B30", ink=DARK_INK),
    PainColour(surface="#CF5C36", ink=DARK_INK),
    PainColour(surface="#B8402F", ink=LIGHT_INK),
    PainColour(surface="#9F2F3C", ink=LIGHT_INK),
    PainColour(surface="#7F1D3A", ink=LIGHT_INK),
)
"""One colour per score: cool green, over yellow at 4, to deep red.

Brightness rises to 4 and falls after it, and the cool end keeps its blue, so that scores three or more
apart stay apart for people who see red and green alike. The number is always shown with the colour.
"""


def pain_colour(score: int) -> PainColour:
    """The colour of a pain score; raises ValueError unless it is a whole number from 0 to 10."""
    return PAIN_COLOURS[check_nprs(score)]
