"""A small app for tests that are about serving, not about what is shown."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import flet as ft
import flet_audio

from homecare.host.host import Host

TOPIC = "records"
SOUNDS = Path(__file__).parents[3] / "assets" / "sounds"


def app_for(host: Host) -> Callable[[ft.Page], None]:
    """Counts presses in a file, tells every tab, and notes there when a session has ended."""
    count = host.data_dir / "presses"
    log = host.data_dir / "log"

    def presses() -> int:
        return int(count.read_text()) if count.exists() else 0

    def note(word: str) -> None:
        with log.open("a") as file:
            file.write(word + "\n")

    def main(page: ft.Page) -> None:
        page.title = "homecare"
        shown = ft.Text(f"{presses()} presses")
        here = ft.Text(f"At {page.route}")

        async def refresh() -> None:
            shown.value = f"{presses()} presses"
            page.update()

        async def tick() -> None:
            await asyncio.Event().wait()

        def press() -> None:
            count.write_text(str(presses() + 1))
            page.pubsub.send_all_on_topic(TOPIC, "changed")

        def moved() -> None:
            here.value = f"At {page.route}"
            page.update()

        def fail() -> None:
            raise ValueError("my knee, private")

        def changed(_topic: str, _message: str) -> None:
            if page.session.connection is not None:  # a closed tab catches up when it comes back
                page.run_task(refresh)

        def closed() -> None:
            ticking.cancel()
            note(f"closed at {page.route}")

        ticking = page.run_task(tick)
        page.pubsub.subscribe_topic(TOPIC, changed)
        page.on_connect = refresh
        page.on_route_change = moved
        page.on_disconnect = lambda: note("disconnected")
        page.on_close = closed

        def heard(event: flet_audio.AudioStateChangeEvent) -> None:
            here.value = f"Sound {event.state.value}"
            page.update()

        picker = ft.FilePicker()
        sound = flet_audio.Audio(src="sounds/" + next(SOUNDS.glob("*.wav")).name)
        sound.on_state_change = heard
        page.services.append(sound)

        async def save() -> None:
            await picker.save_file(file_name="diary.json", src_bytes=b"pain" * 1000)

        async def bring() -> None:
            files = await picker.pick_files(with_data=True)
            here.value = f"Read {len(files[0].bytes or b'')} bytes"
            page.update()

        async def ask() -> None:
            here.value = f"The page answers {await host.ask('keeping')!r} and {await host.ask('unknown')!r}"
            page.update()

        page.add(
            ft.Image(src="icon.svg", width=24, height=24),
            ft.FilledButton("Save", on_click=save),
            ft.FilledButton("Bring", on_click=bring),
            ft.FilledButton("Ask", on_click=ask),
            ft.FilledButton("Sound", on_click=sound.play),
            ft.Text(f"{host.now():%d %B %Y %H:%M}"),
            shown,
            here,
            ft.FilledButton("Press", on_click=press),
            ft.FilledButton("Diary", on_click=lambda: page.run_task(page.push_route, "/diary")),
            ft.FilledButton("Fail", on_click=fail),
        )

    return main
