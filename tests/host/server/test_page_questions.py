"""Python asks, the page answers: no answer is taken that was not asked for, and none is awaited in vain."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import flet as ft
import msgpack  # type: ignore[import-untyped]
import pytest
from flet.pubsub.pubsub_hub import PubSubHub

from homecare.host.page.asking import Answer
from homecare.host.server.flet_link import FletLink
from homecare.host.server.page_questions import PageQuestions, ask_page
from homecare.host.server.sessions import Sessions

REGISTER = 1
METHOD_RESULT = 5
UNUSABLE = 1003


class Tab:
    """A browser's tab at the other end of the line; `session_id` once it is registered."""

    def __init__(self, sessions: Sessions, main: Callable[[ft.Page], Awaitable[None]]) -> None:
        self._from_page: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._to_page: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        pool = ThreadPoolExecutor(1)
        hub = PubSubHub(loop=asyncio.get_running_loop(), executor=pool)
        link = FletLink(main=main, sessions=sessions, hub=hub, executor=pool, address="http://test")
        self._running = asyncio.create_task(link.run(self._from_page.get, self._to_page.put))  # type: ignore[arg-type]
        self.session_id = ""

    async def open(self, session_id: str = "") -> None:
        """Register, as a new session or the one it had before it was loaded again."""
        page = {"route": "/", "web": True, "platform": "linux"}
        body = {"session_id": session_id, "page_name": "", "page": page}
        self.send(b"\0" + msgpack.packb([REGISTER, body]))
        answer = msgpack.unpackb((await self._message("bytes"))[1:], strict_map_key=False)
        self.session_id = answer[1]["session_id"]

    def send(self, said: str | bytes | dict[str, object]) -> None:
        kind = "bytes" if isinstance(said, bytes) else "text"
        given = json.dumps(said) if isinstance(said, dict) else said
        self._from_page.put_nowait({"type": "websocket.receive", kind: given})

    async def question(self) -> dict[str, Any]:
        """The next question to the page."""
        found: dict[str, Any] = json.loads(await self._message("text"))
        return found

    async def close_code(self) -> int:
        """The code with which the server ends the line."""
        return int(await self._message("code"))

    async def leave(self) -> None:
        self._from_page.put_nowait({"type": "websocket.disconnect"})
        await self._running

    async def _message(self, kind: str) -> Any:
        while kind not in (message := await asyncio.wait_for(self._to_page.get(), 5)):
            pass
        return message[kind]


def test_an_answer_in_words_or_bytes_reaches_who_asked() -> None:
    async def run() -> list[Answer]:
        answers: asyncio.Queue[Answer] = asyncio.Queue()

        async def main(page: ft.Page) -> None:
            for name in ("keeping", "piece"):
                answers.put_nowait(await ask_page(name, {"id": 3}, 5))

        tab = Tab(Sessions(), main)
        await tab.open()
        assert await tab.question() == {"ask": 1, "name": "keeping", "details": {"id": 3}}
        tab.send({"answer": 1, "value": "for-good"})
        await tab.question()
        tab.send(b"\x01\0\0\0\x02" + bytes(range(5)))
        return [await answers.get(), await answers.get()]

    assert asyncio.run(run()) == ["for-good", bytes(range(5))]


@pytest.mark.parametrize(
    "frame",
    [
        '{"answer": 2, "value": ""}',
        '{"answer": 0, "value": ""}',
        '{"answer": true, "value": ""}',
        '{"answer": 1, "value": {"a": 1}}',
        '{"answer": 1}',
        '{"ask": 1, "name": "settle"}',
        '[1, "for-good"]',
        "[" * 9000,
        "for-good",
        "",
        b"\x01\0\0\0\x02data",
        b"\x01\0\0",
        b"\x02",
    ],
)
def test_what_was_never_asked_for_closes_the_line(frame: str | bytes) -> None:
    async def run() -> int:
        async def main(page: ft.Page) -> None:
            await ask_page("keeping", None, 5)

        tab = Tab(Sessions(), main)
        await tab.open()
        await tab.question()
        tab.send(frame)
        return await tab.close_code()

    assert asyncio.run(run()) == UNUSABLE


def test_a_page_that_cannot_answer_or_answers_too_late_gives_nothing_and_the_line_goes_on() -> None:
    async def run() -> list[Answer]:
        answers: asyncio.Queue[Answer] = asyncio.Queue()

        async def main(page: ft.Page) -> None:
            answers.put_nowait(await ask_page("slow", None, 0.01))
            answers.put_nowait(await ask_page("unknown", None, 5))
            answers.put_nowait(await ask_page("keeping", None, 5))

        tab = Tab(Sessions(), main)
        await tab.open()
        await tab.question()
        assert (await tab.question())["name"] == "unknown"
        tab.send({"answer": 1, "value": "late"})
        tab.send({"answer": 2, "problem": "TypeError: answers[name] is not a function"})
        tab.send({"answer": 2, "value": "twice"})
        await tab.question()
        tab.send({"answer": 3, "value": "while-room"})
        return [await answers.get() for _ in range(3)]

    assert asyncio.run(run()) == ["", "", "while-room"]


def test_the_result_of_a_tone_whose_screen_was_left_is_no_trouble(caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> Answer:
        answers: asyncio.Queue[Answer] = asyncio.Queue()

        async def main(page: ft.Page) -> None:
            answers.put_nowait(await ask_page("keeping", None, 5))

        tab = Tab(Sessions(), main)
        await tab.open()
        await tab.question()
        gone = {"control_id": 2**30, "call_id": "1", "result": None, "error": None}
        tab.send(b"\0" + msgpack.packb([METHOD_RESULT, gone]))
        tab.send({"answer": 1, "value": "for-good"})
        answer = await asyncio.wait_for(answers.get(), 5)
        await tab.leave()
        return answer

    assert asyncio.run(run()) == "for-good"
    assert caplog.messages == []


def test_a_closed_tab_fails_open_questions_and_a_lasting_one_is_asked_again_when_it_is_back() -> None:
    async def run() -> tuple[str, dict[str, Any], Answer]:
        ended: asyncio.Queue[str] = asyncio.Queue()
        dropped: asyncio.Queue[Answer] = asyncio.Queue()

        async def main(page: ft.Page) -> None:
            async def watch() -> None:
                dropped.put_nowait(await ask_page("dropped", None, None))

            page.run_task(watch)
            await asyncio.sleep(0)
            try:
                await ask_page("voices", None, 60)
            except ConnectionError as gone:
                ended.put_nowait(str(gone))

        sessions = Sessions()
        tab = Tab(sessions, main)
        await tab.open()
        asked = {(await tab.question())["name"], (await tab.question())["name"]}
        assert asked == {"dropped", "voices"}
        await tab.leave()
        again = Tab(sessions, main)
        await again.open(tab.session_id)
        question = await again.question()
        again.send({"answer": 1, "value": "two files"})
        return await ended.get(), question, await dropped.get()

    told, question, answer = asyncio.run(run())
    assert told == "the window was closed"
    assert question == {"ask": 1, "name": "dropped", "details": {}}
    assert answer == "two files"


def test_a_session_that_ends_lets_nobody_wait() -> None:
    async def run() -> None:
        questions = PageQuestions()
        lasting = asyncio.create_task(questions.ask("dropped", None, None))
        await asyncio.sleep(0)
        with pytest.raises(ConnectionError):  # a short one is not even asked
            await questions.ask("voices", None, 5)
        questions.end()
        with pytest.raises(ConnectionError):
            await lasting

    asyncio.run(run())


def test_without_a_window_there_is_no_answer() -> None:
    assert asyncio.run(ask_page("keeping", None, 5)) == ""


def test_a_question_no_longer_awaited_is_not_asked_again() -> None:
    async def run() -> list[str]:
        sent: list[str] = []
        questions = PageQuestions()
        questions.attach(sent.append)
        asking = asyncio.create_task(questions.ask("dropped", None, None))
        await asyncio.sleep(0)
        asking.cancel()
        await asyncio.wait([asking])
        questions.detach()
        questions.attach(sent.append)
        return sent

    assert len(asyncio.run(run())) == 1
