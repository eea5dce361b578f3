"""How the server starts and stops, seen from outside its process."""

import signal
import socket
import sys
from pathlib import Path

import pytest

from homecare.host.server.port import USUAL_PORT
from tests.host.server.conftest import small_server
from tests.host.server.wire import ask, close_code, handshake
from tests.serving import PATIENCE_S, Server


def test_the_one_line_is_printed_once_it_answers(tmp_path: Path) -> None:
    server = small_server(tmp_path)
    answer = ask(server.port)
    status = server.stop()

    assert server.line == f"homecare is running at http://127.0.0.1:{server.port}/ (Ctrl+C stops it)\n"
    assert answer.status == 200
    assert (status, server.output(), server.errors()) == (0, "", "")


def test_a_port_asked_for_and_taken_is_one_line_and_status_2(served: Server, tmp_path: Path) -> None:
    second = small_server(tmp_path, port=served.port)

    assert second.process.wait(timeout=PATIENCE_S) == 2
    assert second.line == ""
    errors = second.errors()
    assert errors.startswith(f"homecare: port {served.port} cannot be used")
    assert errors.count("\n") == 1


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_number_that_is_no_port_is_one_line_and_status_2(tmp_path: Path, port: int) -> None:
    server = small_server(tmp_path, port=port)

    assert server.process.wait(timeout=PATIENCE_S) == 2
    assert server.errors().count("\n") == 1


def test_the_next_free_port_is_taken_when_none_was_asked_for(tmp_path: Path) -> None:
    first = small_server(tmp_path / "first", port=None)
    second = small_server(tmp_path / "second", port=None)
    ports = (first.port, second.port)
    first.stop()
    second.stop()

    assert USUAL_PORT <= ports[0] < ports[1]


@pytest.mark.skipif(sys.platform != "linux", reason="reads the kernel's list of sockets")
def test_it_listens_on_the_loopback_address_only(served: Server) -> None:
    port = f"{served.port:04X}"
    listening = [
        address
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        if Path(table).exists()
        for address, state in _sockets(table)
        if address.endswith(f":{port}") and state == "0A"
    ]

    assert listening == [f"0100007F:{port}"]


def _sockets(table: str) -> list[tuple[str, str]]:
    lines = [line.split() for line in Path(table).read_text().splitlines()[1:]]
    return [(line[1], line[3]) for line in lines]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_at_once_with_open_tabs(tmp_path: Path, number: signal.Signals) -> None:
    server = small_server(tmp_path)
    origin = f"http://127.0.0.1:{server.port}"
    _, tab = handshake(server.port, origin=origin)
    idle = socket.create_connection(("127.0.0.1", server.port))
    server.process.send_signal(number)
    status = server.process.wait(timeout=PATIENCE_S)

    assert status == 0
    assert close_code(tab) in (1001, 1012)
    assert server.errors() == ""
    tab.close()
    idle.close()


def test_an_app_that_cannot_be_loaded_stops_the_server(tmp_path: Path) -> None:
    server = small_server(tmp_path, app="tests.host.no_such_app")

    assert server.process.wait(timeout=PATIENCE_S) != 0
    assert "ModuleNotFoundError" in server.errors()
