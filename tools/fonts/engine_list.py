"""Which font files Flutter's engine asks for when a character is in none of the fonts it has loaded.

The engine holds a list of files and, packed into two long texts, which of them hold which characters. Both
change with the version of Flet, so they are read from the client that is installed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

LAST_CODE_POINT = 0x10FFFF
_FILE = re.compile(r'"((?:noto|roboto)[a-z0-9]+/v\d+/[\w.\-/]+\.(?:woff2|ttf|otf))"')
_PACKED = re.compile(r'"([A-Z0-9a-z,]{8000,})"')


class EngineListError(Exception):
    """The client does not hold the list in the form this version of the tool knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FallbackFont:
    """A file the engine may ask for (`path`, below its folder of fonts), and for which characters."""

    path: str
    ranges: tuple[range, ...]

    @property
    def family(self) -> str:
        """The first part of the path: "notosansarabic"."""
        return self.path.partition("/")[0]

    def characters(self) -> set[int]:
        """The code points of all ranges."""
        return {point for span in self.ranges for point in span}


def engine_list(client: Path) -> list[FallbackFont]:
    """The fonts that `client` (main.dart.js) asks for, in its order.

    Raises EngineListError when the file holds no such list.
    """
    text = client.read_text(encoding="utf-8")
    paths = _FILE.findall(text)
    packed = _PACKED.findall(text)
    sets = next((found for found in packed if "," in found), None)
    spans = next((found for found in packed if "," not in found), None)
    if not paths or sets is None or spans is None:
        raise EngineListError(f"{client} holds no list of fonts that this tool can read.")
    ranges: dict[int, list[range]] = {}
    members = list(_sets(sets))
    for span, set_number in _spans(spans):
        for font in members[set_number]:
            ranges.setdefault(font, []).append(span)
    return [FallbackFont(path=path, ranges=tuple(ranges.get(n, ()))) for n, path in enumerate(paths)]


def _sets(packed: str) -> Iterator[list[int]]:
    """Sets of font numbers: letters are steps to the next number, in base 26 after the digits before them."""
    for word in packed.split(","):
        members: list[int] = []
        last = -1
        for digits, letter in re.findall(r"(\d*)([a-z])", word):
            last += int(digits or 0) * 26 + ord(letter) - ord("a") + 1
            members.append(last)
        yield members


def _spans(packed: str) -> Iterator[tuple[range, int]]:
    """Spans of characters, one after the other, each with the number of its set of fonts.

    A small letter is the length of the span (less 2), a capital letter the set; a span of one has no length.
    """
    starts, numbers = [0], []
    for long, length, digits, letter in re.findall(r"(?:(\d*)([a-z]))?(\d*)([A-Z])", packed):
        size = int(long or 0) * 26 + ord(length) - ord("a") + 2 if length else 1
        starts.append(starts[-1] + size)
        numbers.append(int(digits or 0) * 26 + ord(letter) - ord("A"))
    if starts[-1] != LAST_CODE_POINT + 1:
        raise EngineListError("The engine's table of characters does not end where Unicode does.")
    for (start, end), number in zip(pairwise(starts), numbers, strict=True):
        yield range(start, end), number
