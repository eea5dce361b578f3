"""The patient's exercises on paper: pictures, steps and doses in large type, three exercises to a page."""

from collections.abc import Callable, Sequence
from typing import Final

from homecare.domain.records.settings import Settings
from homecare.domain.report.handout import Handout, HandoutItem
from homecare.exchange.drawing.drawing import Drawing, Shape, Stroke, Words, moved
from homecare.exchange.drawing.pdf_sheet import HEIGHT, WIDTH, Sheet
from homecare.exchange.report.blocks import line_height, text_block
from homecare.wording import handout as words
from homecare.wording.report import Line

Picture = Callable[[str, str], bytes]
"""The SVG of (exercise, file name); b"" where there is none to be had."""
MARGIN: Final = 12.0
INNER: Final = WIDTH - 2 * MARGIN
TO_A_PAGE: Final = 3
PICTURE_MM: Final = (48.0, 36.6)
"""Room for one of the two pictures; they are all 420 by 320."""
GAP: Final = 4.0
SIZES: Final = (14.0, 13.0, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Of the steps, in points: the largest with which an exercise fits its third of the page."""


def handout_pdf(found: Handout, picture: Picture, settings: Settings) -> bytes:
    """The exercises on as many A4 sheets as three to a page need; the same plan gives the same bytes."""
    sheet = Sheet(made=found.made, title=words.title())
    foot = text_block([Line(text=words.foot(found, settings))], INNER, 10, sheet.measure)
    pages = [found.items[start : start + TO_A_PAGE] for start in range(0, len(found.items), TO_A_PAGE)] or [
        ()
    ]
    for number, items in enumerate(pages):
        if number:
            sheet.next_page()
        top = _head(sheet, found, settings if number == 0 else None)
        room = (HEIGHT - MARGIN - foot.height - GAP - top) / TO_A_PAGE
        for item in items:
            _item(sheet, item, picture, top, room)
            top += room
        sheet.draw(foot.shapes, MARGIN, HEIGHT - MARGIN - foot.height)
    return sheet.output()


def _head(sheet: Sheet, found: Handout, settings: Settings | None) -> float:
    """Title, name and day, on the first page what must be read first; where the exercises begin, in mm."""
    head: list[Shape] = [Words(x=0, y=7.5, text=words.title(), size=22, bold=True, role="title")]
    sheet.draw(head, MARGIN, MARGIN)
    said = text_block([Line(text=words.made_for(found))], INNER, 11, sheet.measure)
    sheet.draw(said.shapes, MARGIN, MARGIN + 10)
    top = MARGIN + 10 + said.height + 2
    if settings is not None:
        lines = [Line(text=text, strong=True) for text in words.first_lines(found, settings)]
        first = text_block(lines, INNER, 12.5, sheet.measure)
        sheet.draw(first.shapes, MARGIN, top)
        top += first.height
    return top


def _item(sheet: Sheet, item: HandoutItem, picture: Picture, top: float, room: float) -> None:
    line: list[Shape] = [Stroke(points=((0, 0), (INNER, 0)), ink="soft", width=0.3)]
    sheet.draw(line, MARGIN, top)
    left = _left(item)
    text = next(
        (made for size in SIZES if (made := _text(item, size, sheet)).height <= room - 4),
        _text(item, SIZES[-1], sheet),
    )
    sheet.draw([moved(shape, left, 0) for shape in text.shapes], MARGIN, top + 2.5)
    told = (item.exercise.alt_start, item.exercise.alt_end)
    for number, (name, said) in enumerate(zip(item.exercise.pictures, told, strict=False)):
        svg = picture(item.exercise.id, name)
        if svg:
            tall = min(PICTURE_MM[1], (room - 5) / 2)
            drawn = _mirrored(svg) if item.side == "left" else svg
            wide = PICTURE_MM[0] * tall / PICTURE_MM[1]
            sheet.picture(drawn, MARGIN, top + 3 + number * (tall + 1), wide, said)


def _left(item: HandoutItem) -> float:
    """Where the words begin: beside the pictures, at the margin for an exercise that has none drawn here."""
    return PICTURE_MM[0] + GAP if item.exercise.pictures else 0.0


def _text(item: HandoutItem, size: float, sheet: Sheet) -> Drawing:
    """Name, dose, steps and when to leave it out, below each other."""
    wide = INNER - _left(item)
    measure = sheet.measure
    steps = [Line(text=f"{n}. {step}") for n, step in enumerate(item.exercise.steps, 1)]
    name = text_block([Line(text=words.item_title(item), strong=True)], wide, size + 3, measure)
    parts = [
        _as_heading(name),
        text_block(
            [Line(text=text, strong=True) for text in words.dose_lines(item)], wide, size + 0.5, measure
        ),
        text_block(steps, wide, size, measure),
    ]
    caution = words.not_if(item)
    if caution:
        parts.append(text_block([Line(text=caution)], wide, min(size, 11), measure))
    return _stacked(parts, line_height(size) * 0.25)


def _as_heading(block: Drawing) -> Drawing:
    shapes: list[Shape] = [
        Words(
            x=shape.x, y=shape.y, text=shape.text, size=shape.size, bold=True, role="heading", goes_on=n > 0
        )
        for n, shape in enumerate(block.shapes)
        if isinstance(shape, Words)
    ]
    return Drawing(width=block.width, height=block.height, shapes=tuple(shapes))


def _stacked(parts: Sequence[Drawing], gap: float) -> Drawing:
    shapes: list[Shape] = []
    top = 0.0
    for part in parts:
        shapes += [moved(shape, 0, top) for shape in part.shapes]
        top += part.height + gap
    return Drawing(width=max(part.width for part in parts), height=top, shapes=tuple(shapes))


def _mirrored(svg: bytes) -> bytes:
    """Pictures show the right side."""
    head, _sign, rest = svg.partition(b">")
    body, _end, _tail = rest.rpartition(b"</svg>")
    wide = head.partition(b'viewBox="')[2].split()[2]
    return head + b'><g transform="translate(' + wide + b',0) scale(-1,1)">' + body + b"</g></svg>"
