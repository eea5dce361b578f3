import struct
import zlib
from functools import cache
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[3] / "assets"
TEAL, WHITE = (0x0F, 0x76, 0x6E), (0xFF, 0xFF, 0xFF)
SIZES = {
    "favicon.png": 32,
    "icons/icon-192.png": 192,
    "icons/icon-512.png": 512,
    "icons/icon-maskable-512.png": 512,
    "icons/apple-touch-icon.png": 180,
    "icon.png": 1024,
}
ROUNDED = ["favicon.png", "icons/icon-192.png", "icons/icon-512.png"]


def _predicted(left: int, up: int, corner: int, kind: int) -> int:
    near = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
    return (0, left, up, (left + up) // 2, near)[kind]


@cache
def _pixels(name: str) -> list[list[tuple[int, ...]]]:
    """Rows of pixels of an 8-bit PNG without interlacing."""
    data = (ASSETS / name).read_bytes()
    at, packed = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    width, channels = struct.unpack(">I", data[16:20])[0], {2: 3, 6: 4}[data[25]]
    raw, stride = zlib.decompress(packed), width * channels
    before, rows = bytearray(stride), []
    for start in range(0, len(raw), stride + 1):
        line = bytearray(raw[start + 1 : start + 1 + stride])
        for index in range(stride):
            left, corner = (line[index - channels], before[index - channels]) if index >= channels else (0, 0)
            line[index] = (line[index] + _predicted(left, before[index], corner, raw[start])) & 255
        rows.append([tuple(line[index : index + channels]) for index in range(0, stride, channels)])
        before = line
    return rows


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_an_icon_has_the_size_its_name_promises(name: str, size: int) -> None:
    rows = _pixels(name)

    assert len(rows) == size
    assert len(rows[0]) == size


@pytest.mark.parametrize("name", SIZES)
def test_the_icon_is_a_white_foot_with_a_teal_heart(name: str) -> None:
    rows = _pixels(name)
    size = len(rows)
    scale = 0.8 if "maskable" in name else 1.0

    def colour(x: float, y: float) -> tuple[int, ...]:
        return rows[round(size * (0.5 + (y - 0.5) * scale))][round(size * (0.5 + (x - 0.5) * scale))][:3]

    assert colour(0.5, 0.45) == TEAL, "heart"
    assert colour(0.46, 0.8) == WHITE, "heel"
    assert colour(0.85, 0.6) == TEAL, "ground"


@pytest.mark.parametrize("name", SIZES)
def test_only_the_icons_that_no_system_crops_have_rounded_corners(name: str) -> None:
    corner = _pixels(name)[0][0]

    assert (len(corner) == 4 and corner[3] == 0) == (name in ROUNDED)
