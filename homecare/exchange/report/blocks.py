"""The blocks of the printed page, laid out before they are placed: the chart takes what is left."""

from collections.abc import Iterable, Sequence
from typing import Final

from homecare.exchange.drawing.drawing import POINT_MM, Box, Drawing, Shape, Stroke, Words, moved
from homecare.exchange.drawing.text_width import Measure, lines_of
from homecare.wording import ngettext
from homecare.wording.report import Line
from homecare.wording.report_tiles import TileText

LEADING: Final = 1.28
PAD: Final = 1.6


def line_height(size: float) -> float:
    """Height of a line of text in mm."""
    return size * POINT_MM * LEADING


def text_block(
    lines: Iterable[Line], width: float, size: float, measure: Measure, *, most: int = 99, each: int = 99
) -> Drawing:
    """Lines below each other, wrapped (`each` rows a line at most), `most` rows in all."""
    rows = [
        (row, line.strong, number > 0)
        for line in lines
        for number, row in enumerate(lines_of(line.text, width, size, measure, bold=line.strong, most=each))
    ]
    if len(rows) > most:
        hidden = len(rows) - most + 1
        said = ngettext("… and {n} more line", "… and {n} more lines", hidden).format(n=hidden)
        rows = [*rows[: most - 1], (said, any(strong for _row, strong, _on in rows[most - 1 :]), False)]
    tall = line_height(size)
    shapes = [
        Words(x=0, y=(number + 0.78) * tall, text=row, size=size, bold=strong, goes_on=goes_on)
        for number, (row, strong, goes_on) in enumerate(rows)
    ]
    return Drawing(width=width, height=len(rows) * tall, shapes=tuple(shapes))


def titled(title: str, body: Drawing, caption: Drawing | None = None) -> Drawing:
    """A block under its heading, with a small caption under the heading where there is one."""
    top = 4.4
    shapes: list[Shape] = [Words(x=0, y=3.1, text=title, size=9, bold=True, role="heading")]
    for part in (caption, body):
        if part is not None:
            shapes += [moved(shape, 0, top) for shape in part.shapes]
            top += part.height + (0.8 if part is caption else 0)
    return Drawing(width=body.width, height=top, shapes=tuple(shapes))


def boxed(title: str, body: Drawing, width: float, *, heavy: bool) -> Drawing:
    """A block in a frame, its title inside; a heavy frame asks to be read first."""
    inside = [moved(shape, PAD, PAD + 4) for shape in body.shapes]
    height = body.height + 2 * PAD + 4
    frame = Box(x=0, y=0, width=width, height=height, fill=None, edge="ink", line=0.6 if heavy else 0.25)
    head = Words(x=PAD, y=PAD + 2.6, text=title, size=9, bold=True, role="heading")
    return Drawing(width=width, height=height, shapes=(frame, head, *inside))


def tile_row(tiles: Sequence[TileText], width: float, measure: Measure) -> Drawing:
    """The headline tiles side by side; the first is wider, it answers the first question."""
    gap = 2.0
    shares = (1.35, 1.0, 1.0, 0.9)
    unit = (width - gap * (len(tiles) - 1)) / sum(shares)
    shapes: list[Shape] = []
    left = 0.0
    for tile, share in zip(tiles, shares, strict=True):
        wide = unit * share
        shapes.append(Box(x=left, y=0, width=wide, height=21, fill="box"))
        inner = wide - 2 * PAD
        title = lines_of(tile.title, inner, 7.5, measure, most=1)[0]
        shapes.append(Words(x=left + PAD, y=3.9, text=title, size=7.5))
        shapes.append(Words(x=left + PAD, y=11, text=tile.value, size=17, bold=True))
        meaning = lines_of(tile.meaning, inner, 7.5, measure, bold=True, most=2)
        for number, row in enumerate(meaning):
            y = 14.6 + 2.9 * number
            shapes.append(Words(x=left + PAD, y=y, text=row, size=7.5, bold=True, goes_on=number > 0))
        basis = lines_of(tile.basis, inner, 6.5, measure, most=1)[0]
        shapes.append(Words(x=left + PAD, y=20, text=basis, size=6.5, ink="soft"))
        if tile.strong:
            shapes.append(Box(x=left, y=0, width=wide, height=21, edge="ink", line=0.6))
        left += wide + gap
    return Drawing(width=width, height=21, shapes=tuple(shapes))


def under(above: Drawing, below: Drawing) -> Drawing:
    """Two blocks, the second below the first."""
    shapes = [*above.shapes, *(moved(shape, 0, above.height) for shape in below.shapes)]
    return Drawing(width=above.width, height=above.height + below.height, shapes=tuple(shapes))


def _table_head(
    heads: Sequence[str], widths: Sequence[float], lefts: Sequence[float], measure: Measure, size: float
) -> tuple[list[Shape], float]:
    """The titles of the columns, on up to two rows, with a line under them, and how tall that is in mm."""
    rows = [lines_of(head, wide - 2, size, measure, most=2) for head, wide in zip(heads, widths, strict=True)]
    deep = max(len(cell) for cell in rows)
    shapes: list[Shape] = []
    for left, cell in zip(lefts, rows, strict=True):
        for number, text in enumerate(cell):
            y = (number + 0.8 + deep - len(cell)) * line_height(size)
            shapes.append(Words(x=left, y=y, text=text, size=size, ink="soft", goes_on=number > 0))
    top = deep * line_height(size) + 0.5
    shapes.append(Stroke(points=((0, top), (sum(widths), top)), ink="soft", width=0.25))
    return shapes, top


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[Line]],
    widths: Sequence[float],
    measure: Measure,
    *,
    size: float = 7.2,
    each: int = 2,
) -> Drawing:
    """A table with a line under each row; a cell has `each` rows of text at most. Widths in mm."""
    lefts = [sum(widths[:number]) for number in range(len(widths))]
    tall = line_height(size)
    shapes, top = _table_head(heads, widths, lefts, measure, size - 0.5)
    for cells in rows:
        wrapped = [
            lines_of(cell.text, wide - 2, size, measure, bold=cell.strong, most=each)
            for cell, wide in zip(cells, widths, strict=True)
        ]
        for left, lines, cell in zip(lefts, wrapped, cells, strict=True):
            shapes += [
                Words(
                    x=left,
                    y=top + 0.4 + (number + 0.8) * tall,
                    text=text,
                    size=size,
                    bold=cell.strong,
                    goes_on=number > 0,
                )
                for number, text in enumerate(lines)
            ]
        top += max(len(lines) for lines in wrapped) * tall + 0.9
        shapes.append(Stroke(points=((0, top), (sum(widths), top)), ink="faint", width=0.12))
    return Drawing(width=sum(widths), height=top, shapes=tuple(shapes))


def beside(left: Drawing, right: Drawing, gap: float) -> Drawing:
    """Two blocks side by side, their tops level."""
    shapes = [*left.shapes, *(moved(shape, left.width + gap, 0) for shape in right.shapes)]
    return Drawing(
        width=left.width + gap + right.width, height=max(left.height, right.height), shapes=tuple(shapes)
    )
