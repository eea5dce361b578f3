"""A picture from outside is taken by its head: PNG or JPEG, small in bytes and in pixels."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from homecare.domain.records.picture import MOST_PICTURE_BYTES, picture_kind


def drawn(kind: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("progressive", [False, True])
def test_png_and_jpeg_are_taken(progressive: bool) -> None:
    assert picture_kind(drawn("png")) == "png"
    assert picture_kind(drawn("jpeg", progressive=progressive)) == "jpeg"


@pytest.mark.parametrize("kind", ["gif", "bmp", "webp", "tiff"])
def test_other_pictures_are_not(kind: str) -> None:
    assert picture_kind(drawn(kind)) is None


def test_drawings_that_can_run_a_script_are_not() -> None:
    assert picture_kind(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>") is None


def test_a_small_file_that_unpacks_to_a_huge_picture_is_not() -> None:
    small = drawn("png")
    bomb = small[:16] + (10_000).to_bytes(4, "big") * 2 + small[24:]

    assert picture_kind(bomb) is None
    assert picture_kind(drawn("png", (2_100, 2_000))) is None
    assert picture_kind(drawn("png", (2_000, 2_000))) == "png"


def test_a_large_file_is_not() -> None:
    assert picture_kind(drawn("png") + bytes(MOST_PICTURE_BYTES)) is None


@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"]))
def test_any_bytes_are_answered(tail: bytes, head: bytes) -> None:
    assert picture_kind(head + tail) in (None, "png", "jpeg")
