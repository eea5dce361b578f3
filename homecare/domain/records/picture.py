"""A picture that comes from outside: only PNG and JPEG, told by their heads, never decoded here."""

from typing import Final, Literal

MOST_PICTURE_BYTES: Final = 60 * 1024
"""Bytes of a picture in a plan: enough for a clear photo of a phone's width."""
MOST_PIXELS: Final = 4_000_000
"""A small file may unpack to a huge picture; the window of a phone would have to hold all of it."""
PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
MARKER: Final = 0xFF
FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""JPEG markers of a frame that browsers draw: baseline, extended and progressive."""
ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers that carry no length."""

PictureKind = Literal["png", "jpeg"]


def picture_kind(data: bytes) -> PictureKind | None:
    """What the bytes are, by their head; None for anything else, for no size, or for one that is too large.

    Too large is more than 60 kB or 4 million pixels.
    """
    if len(data) > MOST_PICTURE_BYTES:
        return None
    kind: PictureKind
    if data.startswith(PNG) and data[12:16] == b"IHDR":
        kind, size = "png", (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    elif data.startswith(JPEG):
        kind, size = "jpeg", _jpeg_size(data)
    else:
        return None
    return kind if 0 < size[0] * size[1] <= MOST_PIXELS else None


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height from the first frame's head, (0, 0) when there is none."""
    at = 2
    while at + 9 <= len(data) and data[at] == MARKER:
        marker = data[at + 1]
        if marker in FRAMES:
            return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")
        at += 2 if marker in ALONE or marker == MARKER else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0
