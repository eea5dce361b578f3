"""The foot close-ups: which exercise is drawn how in its two frames.

The angles and heights are those of the exercise content's illustrations.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from tools.pictures.foot_arch import short_foot_seated, short_foot_standing
from tools.pictures.foot_big_toe import big_toe_stretch
from tools.pictures.foot_circles import ankle_circles
from tools.pictures.foot_pull import inner_ankle_stretch
from tools.pictures.foot_push import band_eversion, band_inversion, outer_ankle_push
from tools.pictures.foot_toes import toe_splay, toe_spread_stretch
from tools.pictures.foot_towel import towel_curls
from tools.pictures.svg import Element, picture

Draw = Callable[[], list[Element]]

CLOSE_UPS: Final[Mapping[str, Mapping[str, Draw]]] = {
    "ankle-circles": {
        "start": partial(ankle_circles, ankle_deg=10),
        "end": partial(ankle_circles, ankle_deg=-30),
    },
    "band-eversion": {
        "start": partial(band_eversion, eversion_deg=0),
        "end": partial(band_eversion, eversion_deg=20),
    },
    "band-inversion": {
        "start": partial(band_inversion, inversion_deg=0),
        "end": partial(band_inversion, inversion_deg=25),
    },
    "big-toe-stretch": {
        "start": partial(big_toe_stretch, ankle_deg=-5, big_toe_deg=0),
        "end": partial(big_toe_stretch, ankle_deg=5, big_toe_deg=45),
    },
    "inner-ankle-stretch": {
        "start": partial(inner_ankle_stretch, ankle_deg=-15, eversion_deg=0),
        "end": partial(inner_ankle_stretch, ankle_deg=5, eversion_deg=10),
    },
    "outer-ankle-push": {
        "start": partial(outer_ankle_push, pressing=False),
        "end": partial(outer_ankle_push, pressing=True),
    },
    "short-foot-seated": {
        "start": partial(short_foot_seated, arch_cm=1.5),
        "end": partial(short_foot_seated, arch_cm=2.0),
    },
    "short-foot-standing": {
        "start": partial(short_foot_standing, arch_cm=1.0),
        "end": partial(short_foot_standing, arch_cm=1.6),
    },
    "toe-splay": {
        "start": partial(toe_splay, spread_deg=0),
        "end": partial(toe_splay, spread_deg=8),
    },
    "toe-spread-stretch": {
        "start": partial(toe_spread_stretch, spread_deg=0),
        "end": partial(toe_spread_stretch, spread_deg=10),
    },
    "towel-curls": {
        "start": partial(towel_curls, toes_deg=0),
        "end": partial(towel_curls, toes_deg=-40),
    },
}
"""How to draw the start and end frame of each exercise."""


def close_up_frames(exercise_id: str) -> dict[str, str]:
    """SVG text of both frames of a close-up by name. Raises KeyError for an exercise without one."""
    return {name: picture(draw()) for name, draw in CLOSE_UPS[exercise_id].items()}
