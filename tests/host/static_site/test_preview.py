"""`homecare pwa --serve`: the built files on this computer, and nothing else."""

import http.client
import subprocess
import sys
from collections.abc import Iterator

import pytest

from homecare.host.static_site.preview import HEADERS

READY = "Try it at http://127.0.0.1:"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where a site below /care/ is served."""
    folder = tmp_path_factory.mktemp("preview") / "site"
    words = ["pwa", "--output", str(folder), "--base-url", "/care/", "--no-compile", "--serve", "--port", "0"]
    serving = subprocess.Popen([sys.executable, "-m", "homecare", *words], stdout=subprocess.PIPE, text=True)
    assert serving.stdout is not None
    line = next(line for line in serving.stdout if line.startswith(READY))
    yield int(line.removeprefix(READY).split("/")[0])
    serving.terminate()
    serving.wait(timeout=10)
    serving.stdout.close()


def answer(port: int, path: str, method: str = "GET") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/care/", "text/html; charset=utf-8"),
        ("/care/sw.js", "text/javascript; charset=utf-8"),
        ("/care/pyodide/pyodide.mjs", "text/javascript; charset=utf-8"),
        ("/care/pyodide/pyodide.asm.wasm", "application/wasm"),
        ("/care/app.bin", "application/octet-stream"),
        ("/care/manifest.json?v=1", "application/json"),
    ],
)
def test_each_file_has_its_media_type_and_the_headers(port: int, path: str, kind: str) -> None:
    response = answer(port, path)

    assert (response.status, response.headers["Content-Type"]) == (200, kind)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", ["/", "/care", "/care/exercises/", "/care/../README.md", "/etc/passwd"])
def test_there_is_nothing_but_the_files(port: int, path: str) -> None:
    assert answer(port, path).status == 404


def test_only_reading_is_possible(port: int) -> None:
    assert answer(port, "/care/", method="HEAD").status == 200
    assert answer(port, "/care/", method="POST").status == 501
