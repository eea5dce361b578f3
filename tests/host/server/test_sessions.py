"""Tabs come and go; sessions wait for them, and end without leaving anything running."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import flet as ft
import msgpack  # type: ignore[import-untyped]
import pytest
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub
from websockets import Origin
from websockets.sync.client import ClientConnection, connect

from homecare.host.server.flet_link import TROUBLE
from homecare.host.server.sessions import MOST_WAITING, RESUME_S, Sessions
from tests.host.server.conftest import small_server
from tests.serving import Server
from tests.ui.harness import Window

REGISTER, EVENT = 1, 3
PAGE = 1
"""The page's own number among a session's controls."""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Server]:
    """A server for a single test."""
    server = small_server(tmp_path)
    yield server
    server.stop()


@contextmanager
def tab(server: Server, session_id: str = "") -> Iterator[tuple[ClientConnection, str]]:
    """A tab as the browser opens it; gives the connection and its session's id."""
    host = f"127.0.0.1:{server.port}"
    with connect(f"ws://{host}/ws", origin=Origin(f"http://{host}")) as line:
        page = {"route": "/", "web": True, "platform": "linux"}
        send(line, REGISTER, {"session_id": session_id, "page_name": "", "page": page})
        answer = take(line)
        assert answer[0] == REGISTER
        yield line, answer[1]["session_id"]


def send(line: ClientConnection, action: int, body: dict[str, Any]) -> None:
    line.send(b"\0" + msgpack.packb([action, body]))


def take(line: ClientConnection) -> Any:
    data = line.recv(timeout=5)
    assert isinstance(data, bytes)
    return msgpack.unpackb(data[1:], strict_map_key=False)


def wait_for(text: str, times: int, log: Path) -> None:
    end = time.monotonic() + 5
    while (log.read_text().count(text) if log.exists() else 0) < times:
        assert time.monotonic() < end, f"{text!r} did not come {times} times"
        time.sleep(0.02)


def test_a_tab_that_comes_back_gets_its_session_again(own: Server) -> None:
    with tab(own) as (_, first):
        pass
    wait_for("disconnected", 1, own.folder / "log")
    with tab(own, first) as (_, again):
        assert again == first


def test_a_session_open_in_one_tab_is_not_given_to_another(own: Server) -> None:
    with tab(own) as (_, first), tab(own, first) as (_, second):
        assert second != first


def test_a_tab_that_goes_while_it_changes_screens_leaves_no_error(own: Server) -> None:
    for place in range(20):
        with tab(own) as (line, _):
            send(line, EVENT, {"target": PAGE, "name": "route_change", "data": {"route": f"/{place}"}})
    own.stop()

    assert own.errors() == ""


def test_an_unknown_session_id_gives_a_new_session(own: Server) -> None:
    with tab(own, "not-one-of-ours") as (_, made):
        assert made != "not-one-of-ours"


def test_a_tap_from_before_the_server_was_started_again_finds_no_other_button(own: Server) -> None:
    with tab(own, "of-a-server-that-has-gone") as (line, _):
        take(line)  # its first screen is there
        for control in range(PAGE + 1, 300):
            send(line, EVENT, {"target": control, "name": "click", "data": None})
        send(line, EVENT, {"target": PAGE, "name": "disconnect", "data": None})
        wait_for("disconnected", 1, own.folder / "log")  # what came before it has been dealt with

    assert not (own.folder / "presses").exists()


def test_sessions_left_longest_ago_end_when_too_many_wait(own: Server) -> None:
    for _ in range(MOST_WAITING + 2):
        with tab(own) as (line, _):
            take(line)  # its first screen is there
    wait_for("disconnected", MOST_WAITING + 2, own.folder / "log")

    wait_for("closed", 2, own.folder / "log")


def test_every_session_is_closed_when_the_server_stops(own: Server) -> None:
    with tab(own) as (line, _):
        take(line)
        status = own.stop()

    assert status == 0
    assert (own.folder / "log").read_text().count("closed") == 1


def test_what_a_patient_wrote_does_not_reach_the_log_when_something_fails(own: Server) -> None:
    with tab(own) as (line, _):
        button = 0
        while not button:
            button = _control(take(line), "Fail")
        send(line, EVENT, {"target": button, "name": "click", "data": None})
        told = take(line)
    own.stop()
    errors = own.errors()

    assert "ValueError at small_app.py" in errors
    assert "private" not in errors
    assert told[1]["message"] == TROUBLE


def _control(node: Any, content: str) -> int:
    """The id of the control with this content, anywhere in a message."""
    if isinstance(node, dict):
        if node.get("content") == content:
            return int(node["_i"])
        node = list(node.values())
    for part in node if isinstance(node, list) else []:
        if found := _control(part, content):
            return found
    return 0


def test_a_session_outlasts_a_phones_sleep_of_an_hour() -> None:
    assert RESUME_S > 3600


class _Line(Connection):
    """A connection to nowhere."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.pubsubhub = PubSubHub()
        self.loop = asyncio.get_running_loop()

    def send_message(self, message: Message) -> None:
        pass


def test_a_session_whose_time_is_over_ends() -> None:
    async def run() -> tuple[bool, bool]:
        sessions = Sessions(resume_s=0, sweep_s=0.01)
        session = Session(_Line())
        ended = asyncio.Event()
        session.page.on_close = ended.set
        sessions.add(session)
        sweeping = asyncio.create_task(sessions.sweep())
        await sessions.leave(session)
        before = sessions.waiting(session.id) is session
        await asyncio.wait_for(ended.wait(), timeout=2)
        sweeping.cancel()
        return before, sessions.waiting(session.id) is None

    assert asyncio.run(run()) == (True, True)


def test_what_a_screen_was_doing_stops_with_its_session() -> None:
    stopped: list[str] = []

    @ft.component
    def moving() -> ft.Control:
        _seen, see = ft.use_state(0)

        async def move() -> None:
            try:
                while True:
                    await asyncio.sleep(0.01)
                    see(lambda now: now + 1)
            finally:
                stopped.append("moving")

        ft.use_effect(move, [])
        return ft.Text("here")

    async def run() -> None:
        sessions = Sessions()
        window = Window(moving)
        sessions.add(window.session)
        await window.settle()
        assert stopped == []
        await sessions.end_all()
        await asyncio.sleep(0)  # a cancelled task gets its turn
        assert stopped == ["moving"]

    asyncio.run(run())
