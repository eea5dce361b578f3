"""What is sent with every file: its age, its type and what the page may do."""

import base64
import re
from hashlib import sha256

import pytest

from tests.host.server.wire import ask
from tests.serving import Server


def test_head_tells_the_size_and_sends_nothing(served: Server) -> None:
    answer = ask(served.port, "/main.dart.js", method="HEAD")

    assert answer.status == 200
    assert int(answer.headers["content-length"]) > 1_000_000
    assert answer.body == b""


def test_an_unchanged_file_is_not_sent_again(served: Server) -> None:
    tag = ask(served.port, "/main.dart.wasm", method="HEAD").headers["etag"]
    again = ask(served.port, "/main.dart.wasm", headers={"If-None-Match": tag})

    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("target", ["/", "/main.dart.mjs", "/not/there"])
def test_every_answer_carries_the_security_headers(served: Server, target: str) -> None:
    headers = ask(served.port, target).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_the_page_may_run_only_its_own_scripts_and_ask_only_its_own_host(served: Server) -> None:
    page = ask(served.port)
    policy = dict(rule.split(" ", 1) for rule in page.headers["content-security-policy"].split("; "))
    scripts = re.findall(rb"<script>(.*?)</script>", page.body, re.DOTALL)

    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"].replace("'wasm-unsafe-eval'", "")
    assert policy["script-src"].count("'sha256-") == len(scripts) == 2
    assert "http" not in page.headers["content-security-policy"]
    assert {sha256(script).digest() for script in scripts} == set(_hashes(policy["script-src"]))


def _hashes(rule: str) -> list[bytes]:
    return [base64.b64decode(text) for text in re.findall(r"'sha256-([^']+)'", rule)]
