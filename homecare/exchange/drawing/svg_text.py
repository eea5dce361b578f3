"""A drawing as SVG text: no script, no style sheet of others, no reference to anything outside."""

from collections.abc import Mapping
from html import escape

from homecare.exchange.drawing.drawing import (
    POINT_MM,
    Area,
    Box,
    Dot,
    Drawing,
    Figure,
    Ink,
    Shape,
    Stroke,
    Words,
)

FONT = "'DejaVu Sans Condensed', 'Liberation Sans', Arial, sans-serif"
INKS: tuple[Ink, ...] = (
    "ink", "soft", "faint", "band", "paper", "main", "box",
    "green", "amber", "red", "skin", "site1", "site2", "site3",
)  # fmt: skip
PAGE_INKS: Mapping[Ink, str] = {name: f"var(--{name})" for name in INKS}
"""Inks of a page whose style sheet names the colours, so that they may be light or dark."""


def svg_text(drawing: Drawing, inks: Mapping[Ink, str] = PAGE_INKS) -> str:
    """The drawing as an `<svg>` element as wide as its place, with its description for screen readers."""
    drawn = "".join(_shape(shape, inks) for shape in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}" '
        f'role="img" aria-label="{escape(drawing.described, quote=True)}" font-family="{FONT}">{drawn}</svg>'
    )


def _shape(shape: Shape, inks: Mapping[Ink, str]) -> str:
    if isinstance(shape, Words):
        size, bold = _n(shape.size * POINT_MM), ' font-weight="bold"' if shape.bold else ""
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{size}" text-anchor="{shape.anchor}"'
        return f'<text {place}{bold} fill="{inks[shape.ink]}">{escape(shape.text)}</text>'
    if isinstance(shape, Stroke):
        dash = f' stroke-dasharray="{_n(shape.dash)} {_n(shape.dash * 0.8)}"' if shape.dash else ""
        drawn = f'fill="none" stroke="{inks[shape.ink]}" stroke-width="{_n(shape.width)}"{dash}'
        return f'<polyline points="{_points(shape)}" {drawn} stroke-linejoin="round"/>'
    if isinstance(shape, Area):
        return f'<polygon points="{_points(shape)}" fill="{inks[shape.ink]}"/>'
    if isinstance(shape, Figure):
        inner = "".join(_shape(part, inks) for part in shape.shapes)
        return f'<g role="img" aria-label="{escape(shape.described, quote=True)}">{inner}</g>'
    if isinstance(shape, Dot):
        where = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
        return f'<circle {where} fill="{inks[shape.ink]}"/>'
    return _box(shape, inks)


def _box(shape: Box, inks: Mapping[Ink, str]) -> str:
    fill = inks[shape.fill] if shape.fill else "none"
    edge = f' stroke="{inks[shape.edge]}" stroke-width="{_n(shape.line)}"' if shape.edge else ""
    where = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
    return f'<rect {where} fill="{fill}"{edge}/>'


def _points(shape: Stroke | Area) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)


def _n(value: float) -> str:
    """A length with at most two decimals and no negative zero."""
    return f"{round(value, 2) + 0.0:g}"
