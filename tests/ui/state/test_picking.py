"""A file is read only as long as the screen that wanted it is there."""

import asyncio
from collections.abc import Callable

import flet as ft

from homecare.host.page.files import PIECE_BYTES
from homecare.ui.state.picking import OfferedFile, Reading, use_reading
from tests.ui.harness import Window


def test_a_reading_ends_when_its_screen_is_left_and_the_files_after_it_are_not_begun() -> None:
    readings: list[Reading] = []
    read: list[int] = []
    let_go: list[str] = []
    begun = asyncio.Event()

    @ft.component
    def screen() -> ft.Control:
        _said, reading = use_reading()
        readings.append(reading)
        return ft.Text("Reading")

    @ft.component
    def shell() -> ft.Control:
        left, leave = ft.use_state(False)
        button = ft.TextButton(ft.Text("Leave"), on_click=lambda: leave(True))
        return ft.Column([button] if left else [button, screen()])

    def file(name: str) -> OfferedFile:
        async def content(go_on: Callable[[int], bool]) -> bytes | None:
            for piece in range(1000):
                read.append(piece)
                begun.set()
                if not go_on(piece * PIECE_BYTES):
                    return None
                await asyncio.sleep(0)
            return b"whole"

        async def forget() -> None:
            let_go.append(name)

        return OfferedFile(name=name, size=1000 * PIECE_BYTES, read=content, let_go=forget)

    async def told() -> list[bytes | None]:
        window = Window(shell)
        await window.settle()
        first = asyncio.create_task(readings[0].content(file("first")))
        await begun.wait()
        await window.tap("Leave")
        return [await first, await readings[0].content(file("second"))]

    assert asyncio.run(asyncio.wait_for(told(), 30)) == [None, None]
    assert len(read) < 1000
    assert let_go == ["second"]
