"""A site below a path, and `homecare pwa --serve`: the built files on this computer, and nothing else."""

import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from homecare.host.static_site.preview import HEADERS

pytestmark = pytest.mark.slow

READY = "Try it at http://127.0.0.1:"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site below /clinic/care/ is built, once it is served."""
    return tmp_path_factory.mktemp("preview") / "site"


@pytest.fixture(scope="module")
def port(below: Path) -> Iterator[int]:
    """Where it is served."""
    words = [
        "pwa",
        "--output",
        str(below),
        "--base-url",
        "clinic/care",
        "--no-compile",
        "--serve",
        "--port",
        "0",
    ]
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
        ("/clinic/care/", "text/html; charset=utf-8"),
        ("/clinic/care/sw.js", "text/javascript; charset=utf-8"),
        ("/clinic/care/pyodide/pyodide.mjs", "text/javascript; charset=utf-8"),
        ("/clinic/care/pyodide/pyodide.asm.wasm", "application/wasm"),
        ("/clinic/care/app.bin", "application/octet-stream"),
        ("/clinic/care/manifest.json?v=1", "application/json"),
    ],
)
def test_each_file_has_its_media_type_and_the_headers(port: int, path: str, kind: str) -> None:
    response = answer(port, path)

    assert (response.status, response.headers["Content-Type"]) == (200, kind)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "path", ["/", "/clinic/care", "/clinic/care/exercises/", "/clinic/care/../README.md", "/etc/passwd"]
)
def test_there_is_nothing_but_the_files(port: int, path: str) -> None:
    assert answer(port, path).status == 404


def test_only_reading_is_possible(port: int) -> None:
    assert answer(port, "/clinic/care/", method="HEAD").status == 200
    assert answer(port, "/clinic/care/", method="POST").status == 501


@pytest.mark.usefixtures("port")
def test_a_site_below_a_path_asks_for_everything_below_it(below: Path) -> None:
    page = (below / "index.html").read_text()

    assert json.loads((below / "manifest.json").read_text())["id"] == "/clinic/care/"
    assert '<base href="/clinic/care/">' in page
    assert 'assetBase: "/clinic/care/"' in page
    assert 'canvasKitBaseUrl: "/clinic/care/canvaskit/"' in page
    assert 'href="/"' not in page


@pytest.mark.usefixtures("port")
def test_a_changed_file_makes_another_version(site: Path, below: Path) -> None:
    version = re.compile(r'const VERSION = "(\w{16})"')
    found = [version.search((folder / "sw.js").read_text()) for folder in (site, below)]

    assert found[0] and found[1] and found[0][1] != found[1][1]
