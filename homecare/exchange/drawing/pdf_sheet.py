"""One A4 sheet as PDF: draws shapes in millimetres; the same shapes and time give the same bytes."""

import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final

from homecare.exchange.drawing.drawing import Area, Box, Dot, Figure, Ink, Shape, Stroke, Words

with warnings.catch_warnings():
    # The page has no photographs, so fpdf2's warning that Pillow is missing would only confuse.
    warnings.filterwarnings("ignore", message="Pillow could not be imported")
    from fpdf import FPDF
    from fpdf.prefs import ViewerPreferences

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
FONTS: Final = Path(__file__).parent / "fonts"
FAMILY: Final = "dejavu"
COLOURS: Final[dict[Ink, tuple[int, int, int]]] = {
    "ink": (17, 20, 24),
    "soft": (92, 98, 106),
    "faint": (205, 208, 212),
    "band": (226, 228, 231),
    "paper": (255, 255, 255),
    "main": (11, 61, 102),
    "box": (238, 240, 243),
    "green": (214, 236, 219),
    "amber": (240, 190, 96),
    "red": (150, 26, 26),
    "skin": (222, 220, 217),
    "site1": (178, 160, 150),
    "site2": (133, 82, 66),
    "site3": (84, 18, 18),
}
UNSEEN: Final = frozenset({"Cf", "Cc", "Mn", "Me", "Cs"})
"""Characters without a shape of their own: joiners, direction marks, variation signs."""


STRUCTURE: Final = {"title": "/H1", "heading": "/H2", "text": "/P"}
COMPLIANCE: Final = "PDF/A-2U"
"""For an archive: fonts and colours are inside, every letter can be read back. 2A would need nested tags."""


class _TaggedPdf(FPDF):
    """Marks what it draws: fpdf2 tags pictures alone, and all as figures (its inner names: see the test)."""

    @contextmanager
    def tagged(self, kind: str, said: str | None = None) -> Iterator[None]:
        """What is drawn in here is one element of the page; `said` describes a picture."""
        mcid = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=kind, mcid=mcid, alt_text=said)
        self._out(f"{kind} <</MCID {mcid}>> BDC")
        yield
        self._out("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn in here is decoration: a screen reader passes over it."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")


class Sheet:
    """A page being drawn. `made` becomes the creation date; `title` and `language` are for screen readers."""

    def __init__(self, *, made: datetime, title: str, language: str = "en-GB") -> None:
        self._pdf = _TaggedPdf(unit="mm", format="A4", enforce_compliance=COMPLIANCE)
        self._pdf.set_auto_page_break(False)
        self._pdf.set_creation_date(made)
        self._pdf.set_title(title)
        self._pdf.set_lang(language)
        self._pdf.set_xmp_metadata(_metadata(made, title, language))
        self._pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
        for style, file in (("", "DejaVuSansCondensed.ttf"), ("B", "DejaVuSansCondensed-Bold.ttf")):
            self._pdf.add_font(FAMILY, style, FONTS / file)
        self._known = frozenset(self._pdf.fonts[FAMILY].cmap)  # type: ignore[union-attr]
        self._pdf.add_page()
        self._measured = lru_cache(maxsize=4096)(self._measure)

    def measure(self, text: str, size: float, bold: bool) -> float:
        """Width of a text in mm."""
        return self._measured(text, size, bold)

    def draw(self, shapes: Iterable[Shape], x: float, y: float) -> None:
        """Put shapes on the page, their corner at (x, y); words and pictures are tagged, the rest is not."""
        for group in _grouped(shapes):
            first = group[0]
            if isinstance(first, Figure):
                with self._pdf.tagged("/Figure", self.printable(first.described)):
                    for shape in first.shapes:
                        self._shape(shape, x, y)
                continue
            kind = STRUCTURE[first.role] if isinstance(first, Words) else ""
            with self._pdf.tagged(kind) if kind else self._pdf.decoration():
                for shape in group:
                    self._shape(shape, x, y)

    def _shape(self, shape: Shape, x: float, y: float) -> None:
        if isinstance(shape, Words):
            self._words(shape, x, y)
        elif isinstance(shape, Stroke):
            self._stroke(shape, x, y)
        elif isinstance(shape, Box):
            self._box(shape, x, y)
        elif isinstance(shape, Dot):
            self._pdf.set_fill_color(*COLOURS[shape.ink])
            self._pdf.circle(x + shape.x, y + shape.y, shape.radius, style="F")
        elif isinstance(shape, Area):
            self._area(shape, x, y)
        else:
            for inner in shape.shapes:
                self._shape(inner, x, y)

    def picture(self, svg: bytes, x: float, y: float, width: float, described: str) -> None:
        """Put an SVG picture on the page, `width` mm wide, its corner at (x, y)."""
        with self._pdf.tagged("/Figure", self.printable(described)):
            self._pdf.image(BytesIO(svg), x=x, y=y, w=width)

    def next_page(self) -> None:
        """Begin another page; what is drawn from now on is on it."""
        self._pdf.add_page()

    def output(self) -> bytes:
        """The finished page or pages."""
        return bytes(self._pdf.output())

    def printable(self, text: str) -> str:
        """`text` with "?" for every character the font cannot show; joiners and direction marks go."""
        composed = unicodedata.normalize("NFC", text)
        kept = (
            letter if ord(letter) in self._known else " " if letter.isspace() else "?"
            for letter in composed
            if ord(letter) in self._known or letter.isspace() or unicodedata.category(letter) not in UNSEEN
        )
        return "".join(kept)

    def _measure(self, text: str, size: float, bold: bool) -> float:
        self._pdf.set_font(FAMILY, "B" if bold else "", size)
        return float(self._pdf.get_string_width(self.printable(text)))

    def _words(self, words: Words, x: float, y: float) -> None:
        text = self.printable(words.text)
        if not text.strip():
            return
        back = {"start": 0.0, "middle": 0.5, "end": 1.0}[words.anchor]
        left = x + words.x - back * self.measure(words.text, words.size, words.bold)
        self._pdf.set_font(FAMILY, "B" if words.bold else "", words.size)
        self._pdf.set_text_color(*COLOURS[words.ink])
        self._pdf.text(left, y + words.y, text)

    def _stroke(self, stroke: Stroke, x: float, y: float) -> None:
        self._pdf.set_draw_color(*COLOURS[stroke.ink])
        self._pdf.set_line_width(stroke.width)
        if stroke.dash:
            self._pdf.set_dash_pattern(dash=stroke.dash, gap=stroke.dash * 0.8)
        self._pdf.polyline([(x + point[0], y + point[1]) for point in stroke.points])
        if stroke.dash:
            self._pdf.set_dash_pattern()

    def _box(self, box: Box, x: float, y: float) -> None:
        if box.fill is not None:
            self._pdf.set_fill_color(*COLOURS[box.fill])
        if box.edge is not None:
            self._pdf.set_draw_color(*COLOURS[box.edge])
            self._pdf.set_line_width(box.line)
        style = ("D" if box.edge else "") + ("F" if box.fill else "")
        if style:
            self._pdf.rect(x + box.x, y + box.y, box.width, box.height, style=style)

    def _area(self, area: Area, x: float, y: float) -> None:
        self._pdf.set_fill_color(*COLOURS[area.ink])
        self._pdf.polygon([(x + point[0], y + point[1]) for point in area.points], style="F")


def _grouped(shapes: Iterable[Shape]) -> Iterator[list[Shape]]:
    """A picture, a paragraph with the lines that go on, or the decoration up to the next of these."""
    group: list[Shape] = []
    for shape in shapes:
        before = group[-1] if group else None
        joins = (
            isinstance(before, Words)
            if isinstance(shape, Words) and shape.goes_on
            else not isinstance(shape, Words | Figure) and not isinstance(before, Words | Figure)
        )
        if group and not joins:
            yield group
            group = []
        group.append(shape)
    if group:
        yield group


def _metadata(made: datetime, title: str, language: str) -> str:
    """What an archive reads: fpdf2 would write the time of writing, and no two files would be alike."""
    at = made.isoformat(timespec="seconds")
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" '
        f'xmp:CreateDate="{at}" xmp:ModifyDate="{at}" xmp:MetadataDate="{at}">'
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
