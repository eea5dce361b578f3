"""Only this computer's own page is answered; the rest is refused before the app sees it."""

import pytest

from homecare.host.server.guard import MOST_MESSAGE_BYTES
from tests.host.server.wire import ask, close_code, handshake, send_frame
from tests.serving import Server


def test_the_page_and_a_picture_are_answered(served: Server) -> None:
    page = ask(served.port)

    assert page.status == 200
    assert b"<title>homecare</title>" in page.body
    assert b"Starting" in page.body
    assert ask(served.port, "/icons/icon-192.png").headers["content-type"] == "image/png"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:{port}",
        "127.0.0.1:{port}@evil.example",
        "0.0.0.0:{port}",
        "[::1]:{port}",
    ],
)
def test_a_request_for_another_host_is_misdirected(served: Server, host: str) -> None:
    answer = ask(served.port, headers={"Host": host.format(port=served.port)})

    assert answer.status in (400, 421)
    assert b"homecare</title>" not in answer.body


def test_localhost_is_the_same_place(served: Server) -> None:
    assert ask(served.port, headers={"Host": f"localhost:{served.port}"}).status == 200


def test_a_request_without_host_is_refused(served: Server) -> None:
    assert ask(served.port, headers={"Host": ""}).status in (400, 421)


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "https://127.0.0.1:{port}",
        "http://127.0.0.1:1",
        "http://127.0.0.1",
        "http://localhost:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "http://evil.example:{port}",
    ],
)
def test_a_socket_from_another_page_is_refused(served: Server, origin: str | None) -> None:
    status, line = handshake(served.port, origin=origin and origin.format(port=served.port))
    line.close()

    assert status == 403


def test_a_socket_for_another_host_is_refused(served: Server) -> None:
    status, line = handshake(
        served.port, host=f"evil.example:{served.port}", origin=f"http://evil.example:{served.port}"
    )
    line.close()

    assert status == 403


def test_a_socket_of_the_own_page_is_accepted(served: Server) -> None:
    status, line = handshake(served.port, origin=f"http://127.0.0.1:{served.port}")
    line.close()

    assert status == 101


def test_there_is_one_socket_only(served: Server) -> None:
    status, line = handshake(served.port, origin=f"http://127.0.0.1:{served.port}", path="/other")
    line.close()

    assert status == 403


@pytest.mark.parametrize(
    "target",
    [
        "/../pyproject.toml",
        "/..%2fpyproject.toml",
        "/%2e%2e/pyproject.toml",
        "/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/icons/../../pyproject.toml",
        "/icons/%2e%2e/%2e%2e/pyproject.toml",
        "/..%5c..%5cpyproject.toml",
        "/%252e%252e/pyproject.toml",
        "//etc/passwd",
        "/icons/icon-192.png%00.txt",
        "/assets/../../../../etc/passwd",
        "/web/index.html",
        "/host/server.py",
        "/upload",
        "/oauth_callback",
        "/docs",
        "/openapi.json",
        "/pyodide/pyodide.mjs",
    ],
)
def test_only_listed_files_exist(served: Server, target: str) -> None:
    answer = ask(served.port, target)

    assert answer.status in (400, 404)
    assert b"root:" not in answer.body
    assert b"[project]" not in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_written_over_http(served: Server, method: str) -> None:
    assert ask(served.port, "/upload", method=method).status in (400, 405)


def test_a_request_with_content_is_refused_without_reading_it(served: Server) -> None:
    announced = ask(served.port, headers={"Content-Length": str(10**12)}, body=b"x" * 1000)
    chunked = ask(served.port, headers={"Transfer-Encoding": "chunked"}, body=b"5\r\nhello\r\n")

    assert announced.status == 413
    assert chunked.status == 413


def test_endless_headers_are_refused(served: Server) -> None:
    answer = ask(served.port, headers={"X-Long": "x" * 200_000})

    assert answer.status in (400, 431)


def test_a_message_beyond_the_bound_closes_the_socket(served: Server) -> None:
    _, line = handshake(served.port, origin=f"http://127.0.0.1:{served.port}")
    send_frame(line, b"\0" * 100, announced=MOST_MESSAGE_BYTES + 1)

    assert close_code(line) == 1009
    line.close()
    assert ask(served.port).status == 200


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\0",
        b"\0\xc1",
        b"\x01\0\0\0\0data",
        b"\0\x92\x63\xc0",
        b"\0\x92\x03\x80",
        b"hello",
        b"\0" + b"\x91" * 9000,
    ],
)
def test_a_message_that_is_not_the_pages_own_closes_the_socket(served: Server, message: bytes) -> None:
    _, line = handshake(served.port, origin=f"http://127.0.0.1:{served.port}")
    send_frame(line, message)

    assert close_code(line) == 1003
    line.close()
    assert ask(served.port).status == 200
