"""A file that was chosen is read whole, piece by piece, and can be given up on the way."""

import asyncio

import pytest

from homecare.host.page.files import PIECE_BYTES, PageFile, PageFiles, TapNeededError
from tests.host.page.page import Page

LARGE = bytes(range(256)) * 4096 * 2 + b"the end"


def picked(page: Page) -> tuple[PageFiles, list[PageFile]]:
    files = PageFiles(page.ask)
    return files, asyncio.run(files.picked(many=True))


def test_what_was_picked_is_read_whole_and_then_let_go() -> None:
    page = Page({1: LARGE, 2: b""})
    files, (large, empty) = picked(page)
    heard: list[int] = []

    def go_on(done: int) -> bool:
        heard.append(done)
        return True

    assert (large.name, large.size) == ("1.json", len(LARGE))
    assert asyncio.run(files.content(large, go_on)) == LARGE
    assert heard == [PIECE_BYTES, 2 * PIECE_BYTES, len(LARGE)]
    assert asyncio.run(files.content(empty, go_on)) == b""
    assert page.files == {}


def test_a_reading_that_is_cancelled_asks_for_no_further_piece() -> None:
    page = Page({1: LARGE})
    files, (large,) = picked(page)

    assert asyncio.run(files.content(large, lambda done: False)) is None
    assert page.asked.count("piece") == 1
    assert page.files == {}


def test_a_file_that_was_deleted_meanwhile_is_an_error_and_not_half_a_file() -> None:
    page = Page({1: LARGE})
    files, (large,) = picked(page)
    page.files[1] = LARGE[: PIECE_BYTES + 5]

    with pytest.raises(OSError, match=r"1\.json can no longer be read"):
        asyncio.run(files.content(large, lambda done: True))


def test_a_chooser_that_was_closed_picks_nothing_and_one_that_could_not_open_wants_a_tap() -> None:
    assert picked(Page({}, picks="[]"))[1] == []
    assert picked(Page({}, picks=""))[1] == []
    with pytest.raises(TapNeededError):
        picked(Page({}, picks="tap-needed"))
